#pragma once
// Where a fact comes from. Every fact that can age carries one.

#include <optional>
#include <string>

#include "content/base/time.h"

namespace conglang::guide {

/// How far a fact may be trusted. Anything but `verified` is shown as "cần kiểm tra", never as certain.
enum class Confidence { verified, recalled, uncertain };

/// Where a fact comes from and how long it holds.
struct Provenance {
  Confidence confidence = Confidence::verified;
  std::string source;     ///< document number, or "Cổng Dịch vụ công quốc gia, mã 1.001193"
  std::string publisher;  ///< who issued it; may be empty
  std::optional<Date> published_on;
  std::optional<Date> captured_on;  ///< when the source was read
  std::optional<Date> checked_on;   ///< when somebody last compared the fact with its source
  std::optional<Date> valid_from;
  std::optional<Date> valid_until;  ///< the last day it holds, included

  bool operator==(const Provenance&) const = default;
};

}  // namespace conglang::guide
