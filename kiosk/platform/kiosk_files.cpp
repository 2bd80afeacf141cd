#include "kiosk/platform/kiosk_files.h"

#include <nlohmann/json.hpp>

#include "content/base/file.h"

namespace conglang::platform {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMaxConfigBytes = 64UL * 1024;
constexpr double kUsualInches = 21.5;

bool is_plain_file_name(const std::string& name) {
  return !name.empty() && name.find('/') == std::string::npos && name.front() != '.';
}

Result<Drawing> read_drawing(const nlohmann::json& draw, const fs::path& path) {
  if (draw == "memory") return Drawing::memory;
  if (draw == "gpu") return Drawing::renderer;
  return fail(Errc::invalid, "{}: \"draw\" must be \"memory\" or \"gpu\"", path.string());
}

Result<raster::Rotation> read_rotation(const nlohmann::json& degrees, const fs::path& path) {
  using raster::Rotation;
  if (degrees == 0) return Rotation::none;
  if (degrees == 90) return Rotation::quarter;
  if (degrees == 180) return Rotation::half;
  if (degrees == 270) return Rotation::three_quarters;
  return fail(Errc::invalid, "{}: \"rotation\" must be 0, 90, 180 or 270: degrees clockwise", path.string());
}

Result<std::vector<fs::path>> read_media(const nlohmann::json& folders, const fs::path& path) {
  std::vector<fs::path> read;
  for (const auto& folder : folders) {
    if (folder.is_string()) read.emplace_back(folder.get<std::string>());
    if (!folder.is_string() || !read.back().is_absolute()) {
      return fail(Errc::invalid, "{}: \"mediaFolders\" must list whole paths, such as \"/media\"",
                  path.string());
    }
  }
  return read;
}

}  // namespace

Result<KioskConfig> read_config(const fs::path& data) {
  const fs::path path = data / "kiosk.json";
  TRY(const std::string bytes, read_file(path, kMaxConfigBytes));
  const auto json = nlohmann::json::parse(bytes, nullptr, false);
  if (!json.is_object()) return fail(Errc::parse, "{}: is not a JSON object", path.string());
  KioskConfig config;
  if (const auto place = json.find("place"); place != json.end() && place->is_string()) {
    config.place = place->get<std::string>();
  } else {
    return fail(Errc::invalid, "{}: \"place\" must name the cultural house this screen stands in",
                path.string());
  }
  if (const auto inches = json.find("diagonalInches"); inches != json.end()) {
    if (!inches->is_number() || inches->get<double>() < 7 || inches->get<double>() > 120) {
      return fail(Errc::invalid, "{}: \"diagonalInches\" must be the panel's diagonal, 7 to 120",
                  path.string());
    }
    config.diagonal_inches = inches->get<double>();
  }
  if (const auto draw = json.find("draw"); draw != json.end()) {
    TRY(config.drawing, read_drawing(*draw, path));
  }
  if (const auto degrees = json.find("rotation"); degrees != json.end()) {
    TRY(config.rotation, read_rotation(*degrees, path));
  }
  if (const auto pages = json.find("pagesUrl"); pages != json.end()) {
    if (!pages->is_string() || !pages->get_ref<const std::string&>().starts_with("https://")) {
      return fail(Errc::invalid, "{}: \"pagesUrl\" must be the https address that the phone pages are under",
                  path.string());
    }
    config.pages_url = pages->get<std::string>();
  }
  if (const auto media = json.find("mediaFolders"); media != json.end()) {
    TRY(config.media, read_media(*media, path));
  }
  return config;
}

double diagonal_inches(const KioskConfig& config, std::optional<double> told) {
  return config.diagonal_inches.value_or(told.value_or(kUsualInches));
}

Result<fs::path> active_database(const fs::path& data) {
  const fs::path pointer = data / "current";
  TRY(std::string name, read_file(pointer, 256));
  while (!name.empty() && name.back() == '\n') name.pop_back();
  if (!is_plain_file_name(name)) {
    return fail(Errc::invalid, "{}: does not name a database in its own folder", pointer.string());
  }
  return data / name;
}

Result<database::Stored> load_active_content(const fs::path& data) {
  TRY(const fs::path path, active_database(data));
  return database::load(path);
}

}  // namespace conglang::platform
