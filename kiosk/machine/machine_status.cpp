#include "kiosk/machine/machine_status.h"

#include <sys/statvfs.h>

#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "content/text/claim_code.h"

namespace conglang::machine {
namespace {

using nlohmann::json;

constexpr std::uintmax_t kMaxStatusBytes = 4UL * 1024 * 1024;
constexpr std::uintmax_t kMaxEnrolmentBytes = 8192;
constexpr std::int64_t kMegabyte = 1'000'000;
constexpr std::int64_t kLow = 500 * kMegabyte;  // two generations of content with pictures

std::string text(const json& document, const char* name) {
  const auto found = document.find(name);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int entries(const json& document, const char* name) {
  const auto found = document.find(name);
  return found != document.end() && found->is_array() ? static_cast<int>(found->size()) : 0;
}

void read_agent(const json& document, kiosk::MachineStatus& status) {
  status.last_success = parse_instant(text(document, "lastSuccess"));
  status.last_try = parse_instant(text(document, "lastTry"));
  status.last_try_failed = !text(document, "error").empty();
  const auto away = document.find("turnedAway");
  status.turned_away = away != document.end() && *away == true;
  status.not_shown = entries(document, "refused") + entries(document, "setAside");
}

// The file that the agent keeps (sync/agent/enrolment.h).
void read_enrolment(const std::filesystem::path& data, kiosk::MachineStatus& status) {
  const auto bytes = read_file(data / "enrolment.json", kMaxEnrolmentBytes);
  if (!bytes) return;
  const json document = json::parse(*bytes, nullptr, false);
  if (!document.is_object()) return;
  const std::string state = text(document, "state");
  if (state == "offering") status.enrolment = kiosk::Enrolment::offering;
  if (state == "claimed") {
    status.enrolment = kiosk::Enrolment::claimed;
    status.claimed_for = text(document, "place");
  }
  const auto code = read_claim_code(text(document, "claimCode"));
  if (state != "waiting" || !code) return;
  status.enrolment = kiosk::Enrolment::waiting;
  status.claim_code = spell_claim_code(*code);
}

}  // namespace

std::optional<DiskSpace> disk_space(const std::filesystem::path& folder) {
  struct statvfs space {};
  if (::statvfs(folder.c_str(), &space) != 0) return std::nullopt;
  const auto block = static_cast<std::int64_t>(space.f_frsize);
  return DiskSpace{static_cast<std::int64_t>(space.f_bavail) * block,
                   static_cast<std::int64_t>(space.f_blocks) * block};
}

kiosk::MachineStatus read_status(const std::filesystem::path& data, std::int64_t active) {
  kiosk::MachineStatus status;
  status.generation = active;
  if (const auto bytes = read_file(data / "sync-status.json", kMaxStatusBytes)) {
    const json document = json::parse(*bytes, nullptr, false);
    if (document.is_object()) read_agent(document, status);
  }
  read_enrolment(data, status);
  if (const auto space = disk_space(data)) {
    status.free_megabytes = space->free_bytes / kMegabyte;
    status.disk_is_low = space->free_bytes < kLow;
  }
  return status;
}

}  // namespace conglang::machine
