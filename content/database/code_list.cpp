#include "content/database/code_list.h"

#include <algorithm>

namespace conglang::database {
namespace {

constexpr std::size_t kCodeDigits = 7;  // "1.001193"; what follows names the office
constexpr std::size_t kMinDigits = 2;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_sign(char c) {
  return c == '.' || c == ' ' || c == '-';
}

// The digits from `at` on, over dots.
std::string digits_from(std::string_view text, std::size_t at) {
  std::string digits;
  for (; at < text.size() && (is_digit(text[at]) || text[at] == '.'); ++at) {
    if (text[at] != '.') digits += text[at];
  }
  return digits;
}

// The digits of the code in `typed`, perhaps only its first; none when it has no code.
std::string code_in(std::string_view typed) {
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (!is_digit(typed[at]) || (at > 0 && (is_digit(typed[at - 1]) || typed[at - 1] == '.'))) continue;
    std::string digits = digits_from(typed, at);
    if (digits.size() >= kCodeDigits) return digits.substr(0, kCodeDigits);
  }
  std::string digits;
  for (const char c : typed) {
    if (is_digit(c)) digits += c;
    if (!is_digit(c) && !is_sign(c)) return {};
  }
  return digits.size() < kMinDigits ? std::string() : digits.substr(0, kCodeDigits);
}

}  // namespace

void CodeList::add(std::string_view code, std::uint32_t subject, int rank) {
  std::string digits = digits_from(code, 0);
  if (!digits.empty()) codes_.push_back({std::move(digits), rank, subject});
}

void CodeList::finish() {
  std::sort(codes_.begin(), codes_.end());
}

std::vector<CodeList::Found> CodeList::find(std::string_view typed, std::size_t limit) const {
  std::vector<Found> out;
  const std::string asked = code_in(typed);
  if (asked.empty()) return out;
  const auto before = [](const Code& code, const std::string& digits) { return code.digits < digits; };
  for (auto at = std::lower_bound(codes_.begin(), codes_.end(), asked, before);
       at != codes_.end() && at->digits.starts_with(asked) && out.size() < limit; ++at) {
    const auto same = [&](const Found& other) { return other.subject == at->subject; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back({at->subject, at->digits == asked});
  }
  return out;
}

}  // namespace conglang::database
