#include <array>

#include "content/guide/bundle.h"
#include "content/guide/object_reader.h"

namespace conglang::guide {
namespace {

using Kind = BundlePath::Kind;
using Layer = BundlePath::Layer;

constexpr std::string_view kExtension = ".json";

struct Named {
  std::string_view name;
  Kind kind;
};

constexpr std::array kNationalFiles{
    Named{"links.json", Kind::links},         Named{"topics.json", Kind::topics},
    Named{"catalogue.json", Kind::catalogue}, Named{"sectors.json", Kind::sectors},
    Named{"synonyms.json", Kind::synonyms},
};
constexpr std::array kEmergencyFiles{Named{"screen.json", Kind::emergency}};
constexpr std::array kNationalFolders{Named{"guides/", Kind::guide}};
constexpr std::array kProvinceFiles{Named{"province.json", Kind::province}, Named{"links.json", Kind::links}};
constexpr std::array kProvinceFolders{
    Named{"guides/", Kind::guide},
    Named{"patches/", Kind::patch},
    Named{"notices/", Kind::notice},
};
constexpr std::array kCommuneFolders{
    Named{"guides/", Kind::guide},     Named{"heritage/", Kind::heritage}, Named{"notices/", Kind::notice},
    Named{"patches/", Kind::patch},    Named{"pictures/", Kind::picture},  Named{"place/", Kind::place},
    Named{"products/", Kind::product}, Named{"settings/", Kind::settings},
};

// Takes `prefix` off the front of `text`.
bool skip(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::optional<std::string_view> id_of(Kind kind, std::string_view name) {
  if (kind == Kind::picture) return is_picture_name(name) ? std::optional(name) : std::nullopt;
  if (!name.ends_with(kExtension)) return std::nullopt;
  name.remove_suffix(kExtension.size());
  if (kind == Kind::settings && name != "kiosks") return std::nullopt;
  return is_slug(name) ? std::optional(name) : std::nullopt;
}

template <typename NamedFiles>
std::optional<BundlePath> in_files(const NamedFiles& files, Layer layer, std::string_view code,
                                   std::string_view name) {
  for (const Named& file : files) {
    if (name != file.name) continue;
    name.remove_suffix(kExtension.size());
    return BundlePath{file.kind, layer, std::string(code), std::string(name)};
  }
  return std::nullopt;
}

template <typename NamedFolders>
std::optional<BundlePath> in_folders(const NamedFolders& folders, Layer layer, std::string_view code,
                                     std::string_view rest) {
  for (const Named& folder : folders) {
    if (!skip(rest, folder.name)) continue;
    const auto id = id_of(folder.kind, rest);
    if (!id) return std::nullopt;
    return BundlePath{folder.kind, layer, std::string(code), std::string(*id)};
  }
  return std::nullopt;
}

// Takes "<code>/" off the front of `rest`.
std::optional<std::string_view> take_code(std::string_view& rest) {
  const std::string_view code = rest.substr(0, rest.find('/'));
  if (!is_area_code(code) || code.size() == rest.size()) return std::nullopt;
  rest.remove_prefix(code.size() + 1);
  return code;
}

}  // namespace

std::optional<BundlePath> parse_bundle_path(std::string_view path) {
  if (skip(path, "national/")) {
    auto file = in_files(kNationalFiles, Layer::national, "", path);
    return file ? file : in_folders(kNationalFolders, Layer::national, "", path);
  }
  if (skip(path, "provinces/")) {
    const auto code = take_code(path);
    if (!code) return std::nullopt;
    auto file = in_files(kProvinceFiles, Layer::province, *code, path);
    return file ? file : in_folders(kProvinceFolders, Layer::province, *code, path);
  }
  if (skip(path, "emergency/")) return in_files(kEmergencyFiles, Layer::emergency, "", path);
  if (!skip(path, "communes/")) return std::nullopt;
  const auto code = take_code(path);
  return code ? in_folders(kCommuneFolders, Layer::commune, *code, path) : std::nullopt;
}

}  // namespace conglang::guide
