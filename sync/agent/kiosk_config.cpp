#include "sync/agent/kiosk_config.h"

#include <nlohmann/json.hpp>

#include "content/base/file.h"

namespace conglang::agent {
namespace {

constexpr std::uintmax_t kMaxConfigBytes = 64UL * 1024;
constexpr std::size_t kCommuneDigits = 5;

bool is_commune(const std::string& code) {
  return code.size() == kCommuneDigits && code.find_first_not_of("0123456789") == std::string::npos;
}

std::string text(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Result<KioskConfig> load_config(const std::filesystem::path& data) {
  const auto path = data / "kiosk.json";
  TRY(const std::string bytes, read_file(path, kMaxConfigBytes));
  const auto json = nlohmann::json::parse(bytes, nullptr, false);
  if (!json.is_object()) return fail(Errc::parse, "{}: is not a JSON object; set it up again", path.string());
  const auto commune = json.find("commune");
  if (commune == json.end() || !commune->is_string() || !is_commune(commune->get<std::string>())) {
    return fail(Errc::invalid, "{}: \"commune\" must be the commune's code of five digits, such as \"09784\"",
                path.string());
  }
  KioskConfig config{commune->get<std::string>(), text(json, "place"), text(json, "id")};
  if (config.machine.empty()) config.machine = config.commune + "/" + config.place;
  return config;
}

}  // namespace conglang::agent
