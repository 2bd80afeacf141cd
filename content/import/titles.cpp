#include "content/import/titles.h"

#include "content/base/utf8.h"
#include "content/import/reading.h"

namespace conglang::import {
namespace {

constexpr std::size_t kLongestCode = 40;  // what guide files accept

bool is_code_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

std::string capitalised(std::string_view text) {
  const auto code_points = to_code_points(text);
  if (!code_points || code_points->empty()) return std::string(text);
  std::u32string out = *code_points;
  out.front() = to_upper(out.front());
  return to_utf8(out);
}

}  // namespace

std::string plain_code(std::string_view text) {
  std::string code;
  for (const char c : text) {
    if (is_code_letter(c) && code.size() < kLongestCode) code += c;
  }
  while (code.starts_with('.') || code.starts_with('-')) code.erase(code.begin());
  return code;
}

std::string plain_title(const std::string& name) {
  constexpr std::string_view kPrefix = "thủ tục ";
  if (!lower_case(name).starts_with(kPrefix)) return name;
  return capitalised(std::string_view(name).substr(kPrefix.size()));
}

}  // namespace conglang::import
