#include "sync/agent/line_policy.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "content/base/file.h"
#include "content/base/time_of_day.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/field_reader.h"

namespace conglang::agent {
namespace {

using std::chrono::minutes;
using tuf::FieldReader;

constexpr std::uintmax_t kMaxPolicyBytes = 64UL * 1024;
// Slower than this a line is given up as dead.
constexpr std::int64_t kLeastBytesPerSecond = 1024;

Result<Hours> read_hours(const FieldReader& fields) {
  TRY(const std::string text, fields.text("media_hours"));
  const std::size_t dash = text.find('-');
  const auto from = parse_time_of_day(std::string_view(text).substr(0, dash));
  const auto to =
      dash == std::string::npos ? std::nullopt : parse_time_of_day(std::string_view(text).substr(dash + 1));
  if (!from || !to || *from == *to) {
    return fields.refuse("media_hours", "is no part of the day such as \"22:00-05:00\"");
  }
  return Hours{*from, *to};
}

Result<LinePolicy> read_policy(const FieldReader& fields) {
  LinePolicy policy;
  if (fields.has("max_bytes_per_s")) {
    TRY(policy.max_bytes_per_s, fields.integer("max_bytes_per_s", kLeastBytesPerSecond));
  }
  if (fields.has("media_hours")) {
    TRY(policy.media_hours, read_hours(fields));
  }
  if (fields.has("metered_bytes_per_day")) {
    TRY(policy.metered_bytes_per_day, fields.integer("metered_bytes_per_day", 0));
  }
  if (fields.has("proxy")) {
    TRY(policy.proxy, fields.text("proxy"));
  }
  if (fields.has("ca_file")) {
    TRY(policy.ca_file, fields.text("ca_file"));
  }
  return policy;
}

}  // namespace

Result<LinePolicy> load_policy(const std::filesystem::path& data) {
  const auto path = data / "sync.json";
  const auto bytes = read_file(path, kMaxPolicyBytes);
  if (!bytes && bytes.error().code == Errc::not_found) return LinePolicy{};
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  const auto object = tuf::parse_json(*bytes);
  if (!object) return with_context(object.error(), path.string());
  TRY(const FieldReader fields, FieldReader::of(*object, path.string()));
  return read_policy(fields);
}

bool is_media_time(const LinePolicy& policy, Instant now) {
  if (!policy.media_hours) return true;
  const auto local = now + kVietnamOffset;
  const auto minute = std::chrono::floor<minutes>(local - std::chrono::floor<std::chrono::days>(local));
  const auto& [from, to] = *policy.media_hours;
  return from < to ? from <= minute && minute < to : minute >= from || minute < to;
}

}  // namespace conglang::agent
