#pragma once
// Which searches without result may be told to those who write guides. People type names, numbers and
// illnesses: what is kept is only words that some guide or procedure has, never anything with six digits or
// more, and only once three visits typed the same. Until then it is in memory alone and ends with the
// program.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace conglang::usage {

class FailedSearches {
 public:
  /// True for a word (folded) of the vocabulary.
  using IsKnown = std::function<bool(std::string_view)>;

  /// A visitor searched for `text` and found nothing. Returns the words that may be written down, when this
  /// visit makes it three or more.
  std::optional<std::string> add(std::string_view text, const IsKnown& is_known);

  /// The visit ended: the same search counts again.
  void end_visit() { ++visit_; }

 private:
  struct Seen {
    int visits = 0;
    unsigned long last_visit = 0;
  };

  void make_room();

  std::map<std::string, Seen, std::less<>> seen_;
  unsigned long visit_ = 1;
};

inline constexpr int kVisitsBeforeKept = 3;

}  // namespace conglang::usage
