#include <algorithm>
#include <array>

#include "content/guide/bundle.h"
#include "content/guide/object_reader.h"

namespace conglang::guide {
namespace {

constexpr std::string_view kExtension = ".json";

bool is_commune_code(std::string_view code) {
  return !code.empty() && code.size() <= 10 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Takes `prefix` off the front of `text`.
bool skip(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::optional<BundlePath> with_id(BundlePath::Kind kind, std::string_view commune, std::string_view name) {
  if (!name.ends_with(kExtension)) return std::nullopt;
  name.remove_suffix(kExtension.size());
  if (!is_slug(name)) return std::nullopt;
  return BundlePath{kind, std::string(commune), std::string(name)};
}

std::optional<BundlePath> parse_commune_path(std::string_view rest) {
  const std::string_view code = rest.substr(0, rest.find('/'));
  if (!is_commune_code(code)) return std::nullopt;
  rest.remove_prefix(code.size());
  if (skip(rest, "/place/")) return with_id(BundlePath::Kind::place, code, rest);
  if (skip(rest, "/guides/")) return with_id(BundlePath::Kind::commune_guide, code, rest);
  if (skip(rest, "/patches/")) return with_id(BundlePath::Kind::patch, code, rest);
  return std::nullopt;
}

}  // namespace

std::optional<BundlePath> parse_bundle_path(std::string_view path) {
  if (path == "national/links.json") return BundlePath{BundlePath::Kind::links, "", "links"};
  if (path == "national/topics.json") return BundlePath{BundlePath::Kind::topics, "", "topics"};
  if (skip(path, "national/guides/")) return with_id(BundlePath::Kind::guide, "", path);
  if (skip(path, "communes/")) return parse_commune_path(path);
  return std::nullopt;
}

}  // namespace conglang::guide
