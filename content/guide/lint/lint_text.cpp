#include "content/guide/lint/lint_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "content/base/utf8.h"
#include "content/guide/clean_text.h"
#include "content/guide/lint/json_walk.h"

namespace conglang::guide {
namespace {

constexpr std::size_t kMinCapitals = 12;  // letters; "VNEID" alone is no shouting

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// What makes `text` differ from its clean form, in the words of somebody who types in Word.
std::string uncleanness(std::string_view text) {
  if (contains(text, "\xc6\xa3") || contains(text, "\xc6\xa2"))
    return "có chữ \"ƣ\" của phông cũ thay cho \"ư\"";
  if (contains(text, "\t")) return "có dấu tab";
  if (text.starts_with(' ') || text.ends_with(' ')) return "có dấu cách thừa ở đầu hoặc cuối";
  if (contains(text, "  ")) return "có hai dấu cách liền nhau";
  if (contains(text, "\n") || contains(text, "\r")) return "có chỗ xuống dòng thừa";
  if (!is_nfc(text)) return "có chữ mà dấu để rời (chưa ở dạng NFC)";
  return "có ký tự ẩn, chép từ Word hoặc PDF sang";
}

// "<br>", "</p>", "<span style=…>": a tag, not "a < b".
std::optional<std::string_view> find_tag(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::size_t name = at + 1 + (text.substr(at + 1).starts_with('/') ? 1 : 0);
    if (name >= text.size() || (!is_letter(text[name]) && text[name] != '!')) continue;
    const std::size_t end = text.find('>', name);
    if (end != std::string_view::npos) return text.substr(at, end - at + 1);
  }
  return std::nullopt;
}

// "&nbsp;", "&#273;": letters, digits and "#" between "&" and ";".
std::optional<std::string_view> find_entity(std::string_view text) {
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() &&
           (is_letter(text[end]) || (text[end] >= '0' && text[end] <= '9') || text[end] == '#'))
      ++end;
    if (end > at + 2 && end < text.size() && text[end] == ';') return text.substr(at, end - at + 1);
  }
  return std::nullopt;
}

// Several words, and not one small letter among them. A row of abbreviations (UBND, CCCD, BHYT) has none of
// the letters that Vietnamese adds to the alphabet.
bool is_all_capitals(std::string_view text) {
  const auto points = to_code_points(text);
  if (!points || text.find(' ') == std::string_view::npos) return false;
  std::size_t letters = 0;
  bool vietnamese = false;
  for (const char32_t point : *points) {
    if (char_kind(point) != CharKind::letter) continue;
    ++letters;
    vietnamese = vietnamese || point > 0x7f;
    if (to_upper(point) != point) return false;
  }
  return vietnamese && letters >= kMinCapitals;
}

void lint_string(const std::string& text, const std::string& pointer, Report& report) {
  const auto clean = clean_text(text, LineBreaks::keep_one);
  if (!clean) return;  // the reader tells
  if (*clean != text) {
    report.add(RuleId::text_unclean, pointer,
               fmt::format("{}; xóa đi gõ lại, hoặc chạy \"conglang fmt\" trên tệp này", uncleanness(text)));
  }
  auto debris = find_tag(text);
  if (!debris) debris = find_entity(text);
  if (debris) {
    report.add(RuleId::text_html, pointer,
               fmt::format("còn mã trang web \"{}\"; xóa đi, chỉ để chữ", debris->substr(0, 40)));
  }
}

}  // namespace

void lint_text(const Document& document, Report& report) {
  for_each_value(document.root, [&](const nlohmann::json& value, const std::string& pointer) {
    if (value.is_string()) lint_string(value.get_ref<const std::string&>(), pointer, report);
  });
  for_each_text(document.root, [&](const nlohmann::json& text, const std::string& pointer) {
    if (!is_all_capitals(string_member(text, "vi"))) return;
    report.add(RuleId::text_capitals, pointer + "/vi",
               "cả câu viết chữ in hoa; viết thường, chỉ hoa đầu câu và tên riêng");
  });
}

}  // namespace conglang::guide
