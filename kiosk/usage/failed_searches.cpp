#include "kiosk/usage/failed_searches.h"

#include <algorithm>

#include "content/text/fold.h"

namespace conglang::usage {
namespace {

constexpr std::ptrdiff_t kDigitsOfSomebody = 6;
constexpr std::size_t kMostWords = 8;
constexpr std::size_t kMostRemembered = 512;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The words of `folded` that are known, in order; empty when nothing may be kept.
std::string keepable(const std::string& folded, const FailedSearches::IsKnown& is_known) {
  // Spaces do not hide a number: "0123 456 789" has ten digits.
  if (std::count_if(folded.begin(), folded.end(), is_digit) >= kDigitsOfSomebody) return {};
  std::string kept;
  std::size_t words = 0;
  for (const std::string_view word : split_words(folded)) {
    if (!is_known(word) || words == kMostWords) continue;
    if (!kept.empty()) kept += ' ';
    kept += word;
    ++words;
  }
  return kept;
}

}  // namespace

std::optional<std::string> FailedSearches::add(std::string_view text, const IsKnown& is_known) {
  std::string words = keepable(fold(text), is_known);
  if (words.empty()) return std::nullopt;
  make_room();
  Seen& seen = seen_[words];
  if (seen.last_visit == visit_) return std::nullopt;
  seen.last_visit = visit_;
  ++seen.visits;
  return seen.visits >= kVisitsBeforeKept ? std::optional(std::move(words)) : std::nullopt;
}

// The rarest, and of those the oldest, makes room.
void FailedSearches::make_room() {
  if (seen_.size() < kMostRemembered) return;
  const auto rarest = std::min_element(seen_.begin(), seen_.end(), [](const auto& one, const auto& other) {
    return std::pair(one.second.visits, one.second.last_visit) <
           std::pair(other.second.visits, other.second.last_visit);
  });
  seen_.erase(rarest);
}

}  // namespace conglang::usage
