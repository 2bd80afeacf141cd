#pragma once
// What a metered line may still carry today. The count outlives a restart (DATA/metered.json), so that
// neither a power cut nor a server that cannot continue a file costs more than the day's share.

#include <cstdint>
#include <filesystem>
#include <string>

#include "content/base/result.h"
#include "content/base/time.h"

namespace conglang::agent {

class Meter {
 public:
  /// `per_day`: bytes that may come on one day in Việt Nam. `file`: in `data`, one for each thing that is
  /// counted.
  Meter(const std::filesystem::path& data, std::int64_t per_day, Instant now,
        const std::string& file = "metered.json");
  /// Keeps the count.
  ~Meter();
  Meter(const Meter&) = delete;
  Meter& operator=(const Meter&) = delete;

  /// Counts `bytes` that have come. Errors: forbidden, they are over the day's share.
  Result<void> allow(std::int64_t bytes);

  std::int64_t used() const { return used_; }

 private:
  void store();

  std::filesystem::path path_;
  std::int64_t per_day_;
  std::string day_;
  std::int64_t used_ = 0;
  std::int64_t stored_ = 0;
};

}  // namespace conglang::agent
