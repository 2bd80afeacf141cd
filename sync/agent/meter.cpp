#include "sync/agent/meter.h"

#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/field_reader.h"

namespace conglang::agent {
namespace {

using nlohmann::json;
using tuf::FieldReader;

constexpr std::uintmax_t kMaxMeterBytes = 4096;
// What may come between two writes of the count: a power cut forgets no more.
constexpr std::int64_t kUncountedBytes = 1024L * 1024;

// What came on `day`; 0 when the file is about another day, or cannot be read.
std::int64_t used_on(const std::filesystem::path& path, const std::string& day) {
  const auto bytes = read_file(path, kMaxMeterBytes);
  if (!bytes) return 0;
  const auto object = tuf::parse_json(*bytes);
  if (!object) return 0;
  const auto fields = FieldReader::of(*object, "metered");
  if (!fields || fields->text("day") != day) return 0;
  return fields->integer("bytes", 0).value_or(0);
}

}  // namespace

Meter::Meter(const std::filesystem::path& data, std::int64_t per_day, Instant now, const std::string& file)
    : path_(data / file), per_day_(per_day), day_(format_date(local_date(now))) {
  used_ = used_on(path_, day_);
  stored_ = used_;
}

Meter::~Meter() {
  if (used_ != stored_) store();
}

void Meter::store() {
  const json object = {{"day", day_}, {"bytes", used_}};
  // A count that cannot be kept is begun anew: losing it costs bytes, not content.
  if (write_file_atomically(path_, object.dump() + "\n")) stored_ = used_;
}

Result<void> Meter::allow(std::int64_t bytes) {
  if (used_ + bytes > per_day_) {
    return fail(Errc::forbidden, "the line's {} bytes of {} are used up; the rest comes tomorrow", per_day_,
                day_);
  }
  used_ += bytes;
  if (used_ - stored_ >= kUncountedBytes) store();
  return {};
}

}  // namespace conglang::agent
