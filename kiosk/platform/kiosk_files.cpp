#include "kiosk/platform/kiosk_files.h"

#include <nlohmann/json.hpp>

#include "content/base/file.h"

namespace conglang::platform {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMaxConfigBytes = 64UL * 1024;

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

}  // namespace conglang::platform
