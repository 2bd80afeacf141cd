#include "kiosk/platform/kiosk_files.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>
#include <vector>

#include "content/base/file.h"

namespace conglang::platform {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMaxConfigBytes = 64UL * 1024;
constexpr std::uintmax_t kMaxStringsBytes = 1024UL * 1024;

bool is_plain_file_name(const std::string& name) {
  return !name.empty() && name.find('/') == std::string::npos && name.front() != '.';
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
  return config;
}

Result<database::Stored> load_active_content(const fs::path& data) {
  const fs::path pointer = data / "current";
  TRY(std::string name, read_file(pointer, 256));
  while (!name.empty() && name.back() == '\n') name.pop_back();
  if (!is_plain_file_name(name)) {
    return fail(Errc::invalid, "{}: does not name a database in its own folder", pointer.string());
  }
  return database::load(data / name);
}

Result<fs::path> find_assets() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = program.parent_path().parent_path() / "share" / "conglang";
  if (fs::is_directory(beside, error)) return beside;
  return fail(Errc::not_found, "{}: the folder with fonts and texts is missing; install the program again",
              beside.string());
}

Result<kiosk::Strings> load_strings(const fs::path& assets) {
  std::error_code error;
  std::vector<kiosk::Catalogue> catalogues;
  for (const auto& entry : fs::directory_iterator(assets, error)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("strings.", 0) != 0 || entry.path().extension() != ".json") continue;
    TRY(const std::string bytes, read_file(entry.path(), kMaxStringsBytes));
    TRY(kiosk::Catalogue catalogue, kiosk::read_strings(bytes, name));
    catalogues.push_back(std::move(catalogue));
  }
  if (error) return fail(Errc::io, "listing {}: {}", assets.string(), error.message());
  // Vietnamese is home; the others follow by code.
  std::sort(catalogues.begin(), catalogues.end(), [](const auto& one, const auto& other) {
    return std::pair(one.language != "vi", one.language) < std::pair(other.language != "vi", other.language);
  });
  return kiosk::Strings::from(std::move(catalogues));
}

}  // namespace conglang::platform
