#pragma once
// What a screen may remember of its visitors: how often, on which day, for which procedure. Nothing here ever
// fails for the screen: what cannot be written down is counted as lost.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/usage/failed_searches.h"
#include "kiosk/usage/usage_file.h"

namespace conglang::usage {

class Usage {
 public:
  /// `data`: its usage.db is this object's, its outbox/ gets the batches.
  explicit Usage(std::filesystem::path data) : data_(std::move(data)) {}

  /// Takes note of one more of `entry`, in memory; the next write_down() makes it last. An entry whose
  /// subject could be about somebody (six digits or more that are no procedure's code, control characters, or
  /// longer than any name here) is dropped.
  void count(Entry entry);

  /// A search without result, kept as FailedSearches allows.
  void search_failed(std::string_view text, Date day, const FailedSearches::IsKnown& is_known);
  void end_visit() { searches_.end_visit(); }

  /// Makes what was counted last, and hands over what days before `today` hold, once a day. What cannot be
  /// written is lost, and how much that was is told with the next batch.
  void write_down(Date today);

  /// Counts that could not be written down since the start.
  std::int64_t lost() const { return lost_; }

  /// Why the last write failed; empty when it did not.
  const std::string& trouble() const { return trouble_; }

 private:
  Result<void> write(const std::vector<Entry>& entries, std::size_t& written);
  Result<void> hand_over(Date today);

  std::filesystem::path data_;
  FailedSearches searches_;
  std::vector<Entry> waiting_;
  std::optional<UsageFile> file_;
  std::optional<Date> handed_over_;  ///< the day on which that was last done
  std::int64_t lost_ = 0;
  std::int64_t unreported_ = 0;
  std::string trouble_;
};

}  // namespace conglang::usage
