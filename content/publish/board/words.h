#pragma once
// The boards' own words in both languages; what guides say is not here.

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "content/base/time.h"

namespace conglang::board {

struct Words {
  std::string_view language;
  std::string_view wall_title;
  std::string_view board_number;  ///< {}: the number
  std::string_view sample;
  std::string_view step_open;
  std::string_view step_hold;
  std::string_view step_hold_one;  ///< for a code that stands alone
  std::string_view step_tap;
  std::string_view secrets;  ///< the reminder
  std::string_view secrets_short;
  std::string_view check_host;   ///< {}: the host, or two
  std::string_view check_hosts;  ///< where there are too many to be named
  std::string_view pasted_over;
  std::string_view updated;  ///< {}: the day
  std::string_view checked;  ///< {}: the day
  std::string_view not_checked;
  std::string_view scan_title;
  std::string_view papers;
  std::string_view papers_none;
  std::string_view papers_online;
  std::string_view only_case;  ///< {}: cases
  std::string_view only_channel;
  std::string_view originals;
  std::string_view copies;
  std::string_view originals_and_copies;
  std::string_view submit;
  std::string_view show;
  std::string_view needs_check;
  std::string_view ask_commune;
  std::string_view fee;
  std::string_view exempt;
  std::string_view time;
  std::string_view where;
  std::string_view output;
  std::string_view free;
  std::string_view thousands;
  std::string_view changes;
  std::string_view change_from;  ///< {}: day, {}: text
  std::string_view past_review;
  std::string_view local_in_question;
  std::string_view source;
  std::string_view code;
  std::string_view page;  ///< {}: number, {}: of
};

/// `pattern` with each {} replaced.
template <typename... Args>
std::string filled(std::string_view pattern, const Args&... args) {
  return fmt::format(fmt::runtime(pattern), args...);
}

/// Vietnamese for every language but English.
const Words& words_in(std::string_view language);

std::string day_text(Date day);                                   ///< "23/11/2026"
std::string money_text(std::int64_t amount, const Words& words);  ///< "8.000 đ"; "Miễn phí" for nothing

}  // namespace conglang::board
