#include "kiosk/usage/usage.h"

#include <algorithm>
#include <utility>

namespace conglang::usage {
namespace {

constexpr std::size_t kMostWaiting = 1000;
constexpr std::size_t kLongestSubject = 100;
constexpr std::ptrdiff_t kDigitsOfSomebody = 9;

// Guides' ids and procedures' codes ("1.001193"), and words that FailedSearches let through.
bool is_of_nobody(const std::string& text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ' ' || c == '_';
  });
  return plain && digits < kDigitsOfSomebody && text.size() <= kLongestSubject;
}

}  // namespace

void Usage::count(Entry entry) {
  if (!is_of_nobody(entry.subject) || !is_of_nobody(entry.action)) return;
  if (waiting_.size() == kMostWaiting) {
    ++lost_;
    ++unreported_;
    return;
  }
  waiting_.push_back(std::move(entry));
}

void Usage::search_failed(std::string_view text, Date day, const FailedSearches::IsKnown& is_known) {
  if (auto words = searches_.add(text, is_known)) count({Kind::search, day, std::move(*words), {}});
}

Result<void> Usage::write(const std::vector<Entry>& entries, std::size_t& written) {
  if (!file_) {
    TRY(file_, UsageFile::open(data_ / "usage.db"));
  }
  for (const Entry& entry : entries) {
    TRY_VOID(file_->count(entry));
    ++written;
  }
  if (unreported_ > 0) {
    TRY_VOID(file_->add_lost(unreported_));
    unreported_ = 0;
  }
  return {};
}

Result<void> Usage::hand_over(Date today) {
  TRY_VOID(file_->hand_over(today, data_ / "outbox"));
  handed_over_ = today;
  return {};
}

void Usage::write_down(Date today) {
  if (waiting_.empty() && handed_over_ == today) return;
  const std::vector<Entry> entries = std::exchange(waiting_, {});
  std::size_t written = 0;
  auto done = write(entries, written);
  if (done && handed_over_ != today) done = hand_over(today);
  const auto missed = static_cast<std::int64_t>(entries.size() - written);
  lost_ += missed;
  unreported_ += missed;
  trouble_ = done ? std::string() : done.error().message;
  // Opened anew the next time: the disk may have come back.
  if (!done) file_.reset();
}

}  // namespace conglang::usage
