#pragma once
// DATA/sync.json: what this machine's line may be used for. Staff write it where the line is poor or dear;
// without the file nothing is held back.
//
//   {"max_bytes_per_s": 65536, "media_hours": "22:00-05:00", "metered_bytes_per_day": 20000000,
//    "proxy": "http://10.0.0.1:3128", "ca_file": "/etc/ssl/certs/province.pem"}
//
// Every field may be left out.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"

namespace conglang::agent {

/// A part of the day in Việt Nam, over midnight when `from` is the later one; `to` is not in it.
struct Hours {
  std::chrono::minutes from{0};
  std::chrono::minutes to{0};

  bool operator==(const Hours&) const = default;
};

struct LinePolicy {
  std::int64_t max_bytes_per_s = 0;                   ///< 0: all that there is
  std::optional<Hours> media_hours;                   ///< when media may come; nothing: always
  std::optional<std::int64_t> metered_bytes_per_day;  ///< of content; nothing: the line is not metered
  std::string proxy;
  std::string ca_file;

  bool operator==(const LinePolicy&) const = default;
};

/// Errors: parse, invalid, naming the field.
Result<LinePolicy> load_policy(const std::filesystem::path& data);

/// True when media may be fetched at `now`.
bool is_media_time(const LinePolicy& policy, Instant now);

}  // namespace conglang::agent
