#include "content/text/spoken_patterns.h"

#include <vector>

#include "content/text/spoken_number.h"

namespace conglang {

namespace {

/// "gọi 115", "tổng đài: 1022", and what follows such a number ("113, 114 hoặc 115").
bool is_called(const Tokens& tokens, std::size_t at) {
  while (true) {
    if (is_one_of(tokens.word_before(at), {"gọi", "đài", "nóng", "thoại", "hotline", "sđt", "đt"}))
      return true;
    std::size_t before = at;
    const auto connects = [&](std::size_t i) {
      return tokens.is_blank(i) || tokens.is_sign(i, ",") || tokens.is_sign(i, "/") ||
             (tokens.is_word(i) && is_one_of(tokens[i].text, {"hoặc", "và"}));
    };
    while (before > 0 && connects(before - 1)) --before;
    if (before == at || before == 0 || !tokens.is_digits(before - 1)) return false;
    at = before - 1;
  }
}

struct DigitGroups {
  std::vector<std::string> groups;
  std::size_t digits = 0;
  std::size_t end = 0;  ///< the token behind the last group
};

/// Runs of digits parted by one blank, full stop or hyphen, until a telephone number is full.
DigitGroups read_groups(const Tokens& tokens, std::size_t at) {
  constexpr std::size_t kFullNumber = 10;
  DigitGroups read;
  while (tokens.is_digits(at) && read.digits < kFullNumber) {
    read.groups.push_back(tokens[at].text);
    read.digits += tokens[at].text.size();
    read.end = at + 1;
    const bool parted = tokens.is_blank(at + 1) || tokens.is_sign(at + 1, ".") || tokens.is_sign(at + 1, "-");
    at += parted ? 2 : 1;
  }
  return read;
}

std::string speak_groups(const DigitGroups& read) {
  if (read.groups.size() == 1) return speak_digits_in_groups(read.groups.front());
  std::vector<std::string> spoken;
  for (const std::string& group : read.groups) spoken.push_back(speak_digits(group));
  return join(spoken, ", ");
}

}  // namespace

std::optional<Said> say_telephone(const Tokens& tokens, std::size_t at) {
  const DigitGroups read = read_groups(tokens, at);
  if (read.groups.empty()) return std::nullopt;
  const std::string_view first = read.groups.front();
  const bool national = first.front() == '0' && (read.digits == 10 || read.digits == 11);
  const bool hotline =
      (first.starts_with("1800") || first.starts_with("1900")) && (read.digits == 8 || read.digits == 10);
  if (national || hotline) return Said{read.end - at, speak_groups(read)};
  if (tokens.is_digits(at, 3, 8) && is_called(tokens, at)) return Said{1, speak_digits_in_groups(first)};
  return std::nullopt;
}

std::optional<Said> say_telephone_with_prefix(const Tokens& tokens, std::size_t at) {
  if (tokens.is_sign(at, "+") && tokens.is_digits(at + 1) && tokens[at + 1].text.starts_with("84")) {
    const DigitGroups read = read_groups(tokens, at + 1);
    if (read.digits >= 10 && read.digits <= 12) return Said{read.end - at, "cộng " + speak_groups(read)};
  }
  if (tokens.is_sign(at, "(") && tokens.is_digits(at + 1, 3, 5) && tokens.is_sign(at + 2, ")")) {
    DigitGroups read = read_groups(tokens, tokens.skip_blank(at + 3));
    read.groups.insert(read.groups.begin(), tokens[at + 1].text);
    read.digits += tokens[at + 1].text.size();
    const bool landline = tokens[at + 1].text.front() == '0' && (read.digits == 10 || read.digits == 11);
    if (landline) return Said{read.end - at, speak_groups(read)};
  }
  return std::nullopt;
}

}  // namespace conglang
