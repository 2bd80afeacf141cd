#include "content/import/source_text.h"

#include <algorithm>
#include <array>

#include "content/base/utf8.h"
#include "content/guide/clean_text.h"
#include "content/import/plain_text.h"

namespace conglang::import {
namespace {

std::size_t replace_all(std::string& text, std::string_view from, std::string_view to) {
  std::size_t count = 0;
  std::string out;
  std::size_t begin = 0;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, begin)) {
    out.append(text, begin, at - begin);
    out += to;
    begin = at + from.size();
    ++count;
  }
  if (count == 0) return 0;
  out.append(text, begin);
  text = std::move(out);
  return count;
}

struct Replacement {
  std::string_view from;
  std::string_view to;
};

// Word's list marks in the Symbol and Wingdings fonts, its manual line break, and breaks written as letters.
constexpr std::array kWord{
    Replacement{"\xef\x82\xb7", "- "}, Replacement{"\xef\x82\xa7", "- "}, Replacement{"\xef\x83\x98", "- "},
    Replacement{"\xef\x83\xbc", "- "}, Replacement{"\xef\x80\xad", "- "}, Replacement{"\x0b", "\n"},
    Replacement{"\x0c", "\n"},         Replacement{"\\r\\n", "\n"},       Replacement{"\\n", "\n"},
    Replacement{"\\t", " "},           Replacement{"_x000D_", "\n"},
};

// Blanks and invisible letters; clean_text knows them too, but not in time that grows with the length alone.
constexpr std::array kBlanks{
    Replacement{"\xc2\xa0", " "},    Replacement{"\t", " "},          Replacement{"\xc2\xad", ""},
    Replacement{"\xe2\x80\x8b", ""}, Replacement{"\xe2\x80\x8c", ""}, Replacement{"\xe2\x80\x8d", ""},
    Replacement{"\xe2\x81\xa0", ""}, Replacement{"\xef\xbb\xbf", ""},
};

struct Bullet {
  std::string_view sign;
  char mark;
};

constexpr std::array kBullets{Bullet{"-", '-'}, Bullet{"+", '+'}, Bullet{"*", '*'},
                              Bullet{"•", '-'}, Bullet{"·", '-'}, Bullet{"●", '-'},
                              Bullet{"▪", '-'}, Bullet{"–", '-'}, Bullet{"—", '-'}};

// Left by clean_text for a person; here they are known to be leavings.
constexpr std::array<std::string_view, 12> kDirectionMarks{
    "\xe2\x80\x8e", "\xe2\x80\x8f", "\xd8\x9c",     "\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xac",
    "\xe2\x80\xad", "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x81\xa7", "\xe2\x81\xa8", "\xe2\x81\xa9"};

std::size_t drop_direction_marks(std::string& text) {
  std::size_t count = 0;
  for (const std::string_view mark : kDirectionMarks) count += replace_all(text, mark, "");
  return count;
}

bool blank_controls(std::string& text) {
  bool found = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 = byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0;
    const bool c0 = (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7f;
    if (!c0 && !c1) continue;
    found = true;
    text[i] = ' ';
    if (c1) text[i + 1] = ' ';
  }
  return found;
}

// "Normal 0 false false false EN-US X-NONE …": the header that Word pastes in front of a text, and its style
// definitions.
bool drop_word_header(std::string& text) {
  bool found = false;
  const std::size_t style = text.find("/* Style Definitions */");
  if (style != std::string::npos) {
    const std::size_t end = text.rfind('}');
    const bool closed = end != std::string::npos && end > style;
    text.erase(style, closed ? end + 1 - style : std::string_view("/* Style Definitions */").size());
    found = true;
  }
  constexpr std::string_view kHeader = "Normal 0 false false false";
  const std::size_t at = text.find(kHeader);
  if (at == std::string::npos) return found;
  std::size_t end = at + kHeader.size();
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view word :
         {" ", "\n", "EN-US", "VI", "X-NONE", "JA", "AR-SA", "MicrosoftInternetExplorer4"}) {
      if (std::string_view(text).substr(end).starts_with(word)) {
        end += word.size();
        more = true;
      }
    }
  }
  text.erase(at, end - at);
  return true;
}

void add_lines(std::string_view text, SourceText& out) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto line = guide::clean_text(text.substr(begin, end - begin));
    if (!line) {
      out.doubtful = true;
    } else if (!line->empty()) {
      out.lines.push_back(*line);
    }
    begin = end + 1;
  }
}

std::string with_plain_breaks(std::string text) {
  replace_all(text, "\r\n", "\n");
  replace_all(text, "\r", "\n");
  replace_all(text, "\xe2\x80\xa8", "\n");
  replace_all(text, "\xe2\x80\xa9", "\n");
  return text;
}

bool has_old_letters(std::string_view text) {
  return text.find("\xc6\xa3") != std::string_view::npos || text.find("\xc6\xa2") != std::string_view::npos;
}

}  // namespace

std::string repair_utf8(std::string_view raw) {
  std::string out;
  bool broken = false;
  for (std::size_t i = 0; i < raw.size();) {
    std::size_t length = 0;
    for (std::size_t n = 1; n <= 4 && i + n <= raw.size() && length == 0; ++n) {
      if (is_valid_utf8(raw.substr(i, n))) length = n;
    }
    if (length == 0 && !broken) out += "\xef\xbf\xbd";
    broken = length == 0;
    out += raw.substr(i, length);
    i += std::max<std::size_t>(length, 1);
  }
  return out;
}

std::string SourceText::joined(std::string_view separator) const {
  std::string out;
  for (const std::string& line : lines) {
    if (!out.empty()) out += separator;
    out += line;
  }
  return out;
}

SourceText clean_source_text(std::string_view raw) {
  SourceText out;
  std::string valid(raw);
  if (!is_valid_utf8(raw)) {
    valid = repair_utf8(raw);
    out.mended.push_back("thay byte hỏng");
    out.doubtful = true;
  }
  if (valid.find("\xef\xbf\xbd") != std::string::npos) out.doubtful = true;
  PlainText plain = to_plain_text(valid);
  if (plain.had_entities) out.mended.push_back("giải mã ký hiệu HTML");
  if (plain.had_tags) out.mended.push_back("bỏ thẻ HTML");
  if (plain.had_dropped_blocks) out.mended.push_back("bỏ chú thích, mã lệnh hoặc kiểu chữ ẩn");
  out.doubtful = out.doubtful || plain.had_unknown_entities || plain.had_dropped_blocks;
  std::string text = with_plain_breaks(std::move(plain.text));
  if (drop_word_header(text)) out.mended.push_back("bỏ phần đầu của Word");
  std::size_t word_marks = 0;
  for (const Replacement& one : kWord) word_marks += replace_all(text, one.from, one.to);
  if (word_marks > 0) out.mended.push_back("thay dấu đầu dòng, dấu xuống dòng của Word");
  if (drop_direction_marks(text) > 0) out.mended.push_back("bỏ ký tự đổi chiều chữ");
  for (const Replacement& one : kBlanks) replace_all(text, one.from, one.to);
  if (blank_controls(text)) {
    out.mended.push_back("bỏ ký tự điều khiển");
    out.doubtful = true;
  }
  if (has_old_letters(text)) out.mended.push_back("ƣ thành ư");
  if (!is_nfc(text)) out.mended.push_back("chuẩn hóa NFC");
  add_lines(text, out);
  if (out.mended.empty() && out.joined("\n") != raw) out.mended.push_back("khoảng trắng, xuống dòng");
  return out;
}

std::string_view without_bullet(std::string_view line, char* mark) {
  if (mark != nullptr) *mark = 0;
  for (const Bullet& bullet : kBullets) {
    if (!line.starts_with(bullet.sign)) continue;
    std::string_view rest = line.substr(bullet.sign.size());
    if (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') return line;  // a number with its sign
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (mark != nullptr) *mark = bullet.mark;
    return rest;
  }
  return line;
}

}  // namespace conglang::import
