#include "content/import/reading.h"

#include <fmt/format.h>

#include <array>

#include "content/base/utf8.h"
#include "content/import/source_text.h"

namespace conglang::import {
namespace {

constexpr std::int64_t kMaxSum = 100'000'000'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Reads "150.000" at `at`; leaves `at` behind it. Nothing when it is too large.
std::optional<std::int64_t> read_grouped(std::string_view text, std::size_t& at) {
  std::int64_t value = 0;
  bool fits = true;
  for (; at < text.size(); ++at) {
    const bool group = (text[at] == '.' || text[at] == ',') && at + 3 < text.size() &&
                       is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]);
    if (group) continue;
    if (!is_digit(text[at])) break;
    value = value * 10 + (text[at] - '0');
    if (value > kMaxSum) {
      fits = false;
      value = 0;
    }
  }
  if (!fits) return std::nullopt;
  return value;
}

bool names_dong(std::string_view rest) {
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  if (rest.starts_with("đồng") || rest.starts_with("vnđ") || rest.starts_with("vnd")) return true;
  if (!rest.starts_with("đ")) return false;
  rest.remove_prefix(std::string_view("đ").size());
  return rest.empty() || std::string_view(" /.,;)").find(rest.front()) != std::string_view::npos;
}

std::optional<int> count_before(std::string_view lower, std::string_view word) {
  const std::size_t at = lower.find(word);
  if (at == std::string_view::npos) return std::nullopt;
  std::size_t end = at;
  while (end > 0 && lower[end - 1] == ' ') --end;
  std::size_t begin = end;
  while (begin > 0 && is_digit(lower[begin - 1])) --begin;
  if (begin == end || end - begin > 2) return std::nullopt;
  int value = 0;
  for (std::size_t i = begin; i < end; ++i) value = value * 10 + (lower[i] - '0');
  return value;
}

// A piece of a description: between line breaks and list marks.
struct Piece {
  char mark = 0;
  std::string text;
};

// Descriptions come as one line with the list marks of what was a list: "… (nếu có). + Trích lục …".
std::vector<Piece> pieces_of(const std::vector<std::string>& lines) {
  std::vector<Piece> pieces;
  for (const std::string& line : lines) {
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= line.size(); ++i) {
      const bool end = i == line.size();
      const bool mark = !end && i + 1 < line.size() && line[i - 1] == ' ' && line[i + 1] == ' ' &&
                        (line[i] == '-' || line[i] == '+' || line[i] == '*');
      if (!end && !mark) continue;
      Piece piece;
      std::string_view text = without_bullet(std::string_view(line).substr(begin, i - begin), &piece.mark);
      while (text.ends_with(' ')) text.remove_suffix(1);
      piece.text = std::string(text);
      if (!piece.text.empty()) pieces.push_back(std::move(piece));
      begin = i;
    }
  }
  return pieces;
}

bool begins_with_capital(std::string_view text) {
  for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length) {
    const auto first = to_code_points(text.substr(0, length));
    if (first && !first->empty()) return to_lower(first->front()) != first->front();
  }
  return false;
}

// "A. B" cut after each full stop that a capital letter follows.
std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] != '.' || i == begin) continue;
    const std::size_t next = text[i + 1] == ' ' ? i + 2 : i + 1;
    // "ký.Miễn" is two sentences, "TP.HCM" and "1.A" are not.
    const bool glued = next == i + 1 && (is_digit(text[i - 1]) || (text[i - 1] >= 'A' && text[i - 1] <= 'Z'));
    if (glued || !begins_with_capital(text.substr(next))) continue;
    out.emplace_back(text.substr(begin, i + 1 - begin));
    begin = next;
  }
  if (begin < text.size()) out.emplace_back(text.substr(begin));
  return out;
}

bool speaks_of_exemption(std::string_view text) {
  constexpr std::array<std::string_view, 9> kWords{
      "miễn ", "miễn,", "miễn.", "miễn;", "miễn:", "miễn)", "giảm ", "bằng 50%", "không phải nộp"};
  const std::string lower = lower_case(text) + " ";
  for (const std::string_view word : kWords) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return lower.find("là 0 đồng") != std::string::npos || lower.find("không thu") != std::string::npos;
}

}  // namespace

std::string lower_case(std::string_view text) {
  const auto code_points = to_code_points(text);
  if (!code_points) return {};
  std::u32string lower;
  lower.reserve(code_points->size());
  for (const char32_t one : *code_points) lower.push_back(to_lower(one));
  return to_utf8(lower);
}

std::vector<std::int64_t> sums_of_money(std::string_view text) {
  const std::string lower = lower_case(text);
  std::vector<std::int64_t> sums;
  for (std::size_t i = 0; i < lower.size();) {
    const bool after_comma = i >= 2 && (lower[i - 1] == ',' || lower[i - 1] == '.') && is_digit(lower[i - 2]);
    if (!is_digit(lower[i])) {
      ++i;
      continue;
    }
    const auto sum = read_grouped(lower, i);
    if (sum && !after_comma && names_dong(std::string_view(lower).substr(i))) sums.push_back(*sum);
  }
  return sums;
}

std::string money_text(std::int64_t amount_vnd) {
  std::string digits = fmt::format("{}", amount_vnd);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ".");
  return digits + " đ";
}

std::vector<std::int64_t> days_named(std::string_view text) {
  const std::string lower = lower_case(text);
  std::vector<std::int64_t> days;
  for (std::size_t at = lower.find("ngày"); at != std::string::npos; at = lower.find("ngày", at + 1)) {
    const std::size_t begin = at > 4 ? at - 4 : 0;  // "005 ngày"
    const auto count = count_before(std::string_view(lower).substr(begin, at - begin + 5), "ngày");
    if (count) days.push_back(*count);
  }
  return days;
}

PaperCounts paper_counts(std::string_view text) {
  const std::string lower = lower_case(text);
  return {count_before(lower, "bản chính"), count_before(lower, "bản sao")};
}

FeeText sort_fee_text(std::vector<std::string> lines) {
  FeeText out;
  // "(Miễn lệ phí. Phí cấp bản sao …)": brackets around all of it.
  const bool wrapped = lines.size() == 1 && lines[0].starts_with("(") && lines[0].ends_with(".)");
  if (wrapped) {
    lines[0] = lines[0].substr(1, lines[0].size() - 2);
  }
  std::string heading;  // of a list of those who are exempt
  char heading_mark = 0;
  bool heading_used = true;
  for (const Piece& piece : pieces_of(lines)) {
    if (!heading.empty() && piece.mark != 0 && piece.mark != heading_mark) {
      out.exemptions.push_back(heading + " " + piece.text);
      heading_used = true;
      continue;
    }
    if (!heading_used) out.rest.push_back(heading);
    heading.clear();
    heading_used = true;
    if (speaks_of_exemption(piece.text) && piece.text.ends_with(':')) {
      heading = piece.text;
      heading_mark = piece.mark;
      heading_used = false;
      continue;
    }
    for (std::string& sentence : sentences_of(piece.text)) {
      (speaks_of_exemption(sentence) ? out.exemptions : out.rest).push_back(std::move(sentence));
    }
  }
  if (!heading_used) out.rest.push_back(heading);
  return out;
}

std::string document_number(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && text[i - 1] != ' ' && text[i - 1] != '(')) continue;
    std::size_t end = text.find_first_of(" ,;:)", i);
    if (end == std::string_view::npos) end = text.size();
    std::string_view number = text.substr(i, end - i);
    while (number.ends_with('.')) number.remove_suffix(1);
    const std::size_t slash = number.find('/');
    const bool letters = slash != std::string_view::npos && number.find('-', slash) != std::string_view::npos;
    const bool of_assembly = number.find("/QH") != std::string_view::npos;
    if (letters || of_assembly) return std::string(number);
  }
  return {};
}

}  // namespace conglang::import
