#include "content/publish/format_file.h"

#include <array>

#include "content/guide/json_document.h"
#include "content/guide/lint/json_walk.h"
#include "content/publish/canonical_file.h"

namespace conglang::publish {
namespace {

using guide::BundlePath;
using guide::string_member;
using Kind = BundlePath::Kind;
using Layer = BundlePath::Layer;

struct Sign {
  std::string_view member;
  std::string_view value;  // empty: any
  Kind kind;
};

// What only files of one kind hold at their root.
constexpr std::array kSigns{
    Sign{"type", "PublicService", Kind::guide},
    Sign{"type", "Notice", Kind::notice},
    Sign{"type", "Heritage", Kind::heritage},
    Sign{"type", "Product", Kind::product},
    Sign{"hosts", "", Kind::links},
    Sign{"topics", "", Kind::topics},
    Sign{"sectors", "", Kind::sectors},
    Sign{"entries", "", Kind::catalogue},
    Sign{"communes", "", Kind::province},
    Sign{"commune", "", Kind::place},
    Sign{"mode", "", Kind::emergency},
};

std::optional<BundlePath> kind_by_path(std::string_view path) {
  for (;;) {
    if (auto parsed = guide::parse_bundle_path(path)) return parsed;
    const std::size_t end = path.find('/');
    if (end == std::string_view::npos) return std::nullopt;
    path.remove_prefix(end + 1);
  }
}

std::optional<BundlePath> kind_by_root(const nlohmann::json& root) {
  if (!root.is_object()) return std::nullopt;
  for (const Sign& sign : kSigns) {
    const bool there =
        sign.value.empty() ? root.contains(sign.member) : string_member(root, sign.member) == sign.value;
    if (there) return BundlePath{sign.kind, Layer::national, "", ""};
  }
  return std::nullopt;
}

// The canonical form leaves "$schema" out, or writes a path that holds in a bundle; the file's own comes
// first.
std::string with_schema(std::string canonical, std::string_view schema) {
  constexpr std::string_view kOpening = "{\n";
  constexpr std::string_view kName = "  \"$schema\": ";
  if (schema.empty() || !canonical.starts_with(kOpening)) return canonical;
  std::size_t end = kOpening.size();
  if (std::string_view(canonical).substr(end).starts_with(kName)) end = canonical.find('\n', end) + 1;
  const bool last = std::string_view(canonical).substr(end).starts_with('}');
  const std::string line = fmt::format("{}{}{}\n", kName, nlohmann::json(schema).dump(), last ? "" : ",");
  return canonical.replace(kOpening.size(), end - kOpening.size(), line);
}

}  // namespace

std::optional<BundlePath> kind_of_file(std::string_view path, std::string_view bytes) {
  if (auto kind = kind_by_path(path)) return kind;
  const auto document = guide::parse_document(bytes, path);
  return document ? kind_by_root(document->root) : std::nullopt;
}

Result<std::string> format_file(std::string_view bytes, std::string_view where,
                                const guide::LinkPolicy& national) {
  TRY(const guide::Document document, guide::parse_document(bytes, where));
  auto kind = kind_by_path(where);
  if (!kind) kind = kind_by_root(document.root);
  if (!kind) {
    return fail(Errc::not_found,
                "{}:1: không phải tệp hướng dẫn, thông báo, nhà văn hóa hay danh sách nào; bỏ tệp này ra",
                where);
  }
  // Whether the file is named as its id is lint's to say.
  kind->id = string_member(document.root, "id");
  if (kind->kind == Kind::province) kind->code = string_member(document.root, "code");
  TRY(std::string canonical, canonical_file(*kind, bytes, where, national));
  const bool is_patch = kind->kind == Kind::patch || kind->kind == Kind::synonyms;
  return is_patch ? canonical : with_schema(std::move(canonical), string_member(document.root, "$schema"));
}

}  // namespace conglang::publish
