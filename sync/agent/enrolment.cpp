#include "sync/agent/enrolment.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "content/base/file.h"
#include "content/base/hex.h"
#include "content/text/claim_code.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/digest.h"

namespace conglang::agent {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kPrivateFile = "device.json";
constexpr const char* kShownFile = "enrolment.json";
constexpr std::uintmax_t kMaxFileBytes = 8192;
constexpr unsigned kOwnerOnly = 0600;
constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kCodeBytes = 64;
constexpr std::size_t kLongestToken = 200;
constexpr std::size_t kLongestId = 64;

constexpr int kConflict = 409;

std::string text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Goes into an address or a header: nothing else can be in it.
bool is_plain(const std::string& word, std::size_t longest) {
  return !word.empty() && word.size() <= longest && std::ranges::all_of(word, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  });
}

Device read_device(const fs::path& path) {
  const auto bytes = read_file(path, kMaxFileBytes);
  if (!bytes) return {};
  const auto object = tuf::parse_json(*bytes);
  if (!object || !object->is_object()) return {};
  Device device{text(*object, "secret"), text(*object, "claimCode"), text(*object, "id"),
                text(*object, "token"),  text(*object, "commune"),   text(*object, "place")};
  if (const auto last = object->find("lastAsk"); last != object->end() && last->is_number_integer())
    device.last_ask = last->get<std::int64_t>();
  const bool whole = from_hex(device.secret).value_or("").size() == kSecretBytes &&
                     read_claim_code(device.claim_code) == device.claim_code;
  return whole ? device : Device{};
}

json shown(const Device& device) {
  if (!device.token.empty()) {
    return {{"state", "claimed"}, {"commune", device.commune}, {"place", device.place}};
  }
  // A code that the server has not taken yet would be typed in vain.
  if (device.id.empty()) return {{"state", "offering"}};
  return {{"state", "waiting"}, {"claimCode", device.claim_code}};
}

tl::unexpected<Error> unwelcome(const client::ApiCall& call, int status) {
  return fail(Errc::network, "{}: the server answered {}", call.path, status);
}

}  // namespace

Enrolment::Enrolment(fs::path data, Random random)
    : data_(std::move(data)), random_(std::move(random)), device_(read_device(data_ / kPrivateFile)) {}

// The private file first: a token that was shown as taken is never lost.
Result<void> Enrolment::keep(Device device) {
  const json document = {{"secret", device.secret},   {"claimCode", device.claim_code},
                         {"id", device.id},           {"token", device.token},
                         {"commune", device.commune}, {"place", device.place},
                         {"lastAsk", device.last_ask}};
  const auto write = [](const json& object) {
    return object.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
  };
  TRY_VOID(write_file_atomically(data_ / kPrivateFile, write(document), kOwnerOnly));
  device_ = std::move(device);
  return write_file_atomically(data_ / kShownFile, write(shown(device_)));
}

Result<void> Enrolment::start_over() {
  const auto code = claim_code_from(random_(kCodeBytes));
  if (!code) return fail(Errc::internal, "no claim code could be made");
  Device fresh;
  fresh.secret = to_hex(random_(kSecretBytes));
  fresh.claim_code = *code;
  return keep(std::move(fresh));
}

Result<void> Enrolment::keep_last_ask(std::int64_t id) {
  Device device = device_;
  device.last_ask = id;
  return keep(std::move(device));
}

Result<bool> Enrolment::step(client::ApiLine& line, std::chrono::seconds& retry_after) {
  if (has_token()) return false;
  if (device_.secret.empty()) {
    TRY_VOID(start_over());
    return true;
  }
  return device_.id.empty() ? offer(line, retry_after) : collect(line, retry_after);
}

Result<bool> Enrolment::offer(client::ApiLine& line, std::chrono::seconds& retry_after) {
  const json body = {{"claimCode", device_.claim_code},
                     {"deviceSecretHash", tuf::sha256_hex(device_.secret)}};
  const client::ApiCall call{"/api/devices", {}, body.dump()};
  TRY(const client::ApiAnswer answer, line.call(call));
  retry_after = answer.retry_after;
  // Another machine shows the same code just now.
  if (answer.status == kConflict) {
    TRY_VOID(start_over());
    return false;
  }
  if (answer.status != 200 && answer.status != 201) return unwelcome(call, answer.status);
  const json object = json::parse(answer.body, nullptr, false);
  Device device = device_;
  device.id = object.is_object() ? text(object, "deviceId") : std::string();
  if (!is_plain(device.id, kLongestId))
    return fail(Errc::network, "{}: the answer names no device", call.path);
  TRY_VOID(keep(std::move(device)));
  return true;
}

Result<bool> Enrolment::collect(client::ApiLine& line, std::chrono::seconds& retry_after) {
  const client::ApiCall call{"/api/devices/" + device_.id, device_.secret, {}};
  TRY(const client::ApiAnswer answer, line.call(call));
  retry_after = answer.retry_after;
  // The code has run out, or the server lost it.
  if (answer.status == 404 || answer.status == 401) {
    TRY_VOID(start_over());
    return false;
  }
  if (answer.status != 200) return unwelcome(call, answer.status);
  const json object = json::parse(answer.body, nullptr, false);
  if (!object.is_object()) return fail(Errc::network, "{}: the answer is no JSON object", call.path);
  if (text(object, "state") != "claimed") return false;
  Device device = device_;
  device.token = text(object, "token");
  device.commune = text(object, "commune");
  device.place = text(object, "place");
  if (!is_plain(device.token, kLongestToken))
    return fail(Errc::network, "{}: the answer has no token", call.path);
  TRY_VOID(keep(std::move(device)));
  return true;
}

}  // namespace conglang::agent
