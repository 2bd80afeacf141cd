#pragma once
// What became of every value of a source record. It begins with all leaves of the record as `unknown` and is
// told what was done with them; what nobody speaks for stays unknown, so nothing can be dropped silently.

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace conglang::import {

/// From least to most worth a person's look, but for `unknown`, which any other replaces.
enum class Fate {
  unknown,   ///< nobody here knows the field: not in the draft
  omitted,   ///< known, and of no use in a guide (an inner number of the portal)
  kept,      ///< in the draft as it stands, or empty
  changed,   ///< in the draft, cleaned or rewritten
  doubtful,  ///< in the draft or in the report only, for a person to judge
};

std::string_view name_of(Fate fate);

/// Containers this deep or deeper count as one leaf.
inline constexpr std::size_t kMaxRecordDepth = 24;

struct LedgerEntry {
  Fate fate = Fate::unknown;
  std::string to;   ///< field of the draft: "cases/evidence"; may be empty
  std::string why;  ///< Vietnamese, for the staff; may be empty
};

struct FateCounts {
  std::size_t kept = 0;
  std::size_t changed = 0;
  std::size_t doubtful = 0;
  std::size_t omitted = 0;
  std::size_t unknown = 0;

  void operator+=(const FateCounts& other);
  std::size_t all() const { return kept + changed + doubtful + omitted + unknown; }
  bool operator==(const FateCounts&) const = default;
};

class Ledger {
 public:
  /// Every leaf of `record`: a value that is no list or object, an empty list or object, or one that is too
  /// deep.
  explicit Ledger(const nlohmann::json& record);

  /// The leaf at `pointer`, or every leaf below it, became `entry`. A fate never sinks: what was doubtful
  /// once stays so.
  void mark(const std::string& pointer, const LedgerEntry& entry);

  /// A remark on the file itself that belongs to no leaf.
  void remark(std::string pointer, LedgerEntry entry);

  /// By JSON Pointer.
  const std::map<std::string, LedgerEntry>& entries() const { return entries_; }
  FateCounts counts() const;

 private:
  std::map<std::string, LedgerEntry> entries_;
};

}  // namespace conglang::import
