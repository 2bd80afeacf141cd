#include "content/guide/clean_text.h"

#include <algorithm>
#include <array>
#include <optional>

#include "content/base/utf8.h"

namespace conglang::guide {
namespace {

struct Replacement {
  std::string_view from;
  std::string_view to;
};

// In UTF-8, so that a plain search finds them in valid text.
constexpr std::array kReplacements{
    Replacement{"\xc6\xa3", "\xc6\xb0"},  // U+01A3 ƣ → ư
    Replacement{"\xc6\xa2", "\xc6\xaf"},  // U+01A2 Ƣ → Ư
    Replacement{"\xc2\xa0", " "},         // U+00A0 no-break space
    Replacement{"\xc2\xad", ""},          // U+00AD soft hyphen
    Replacement{"\xe2\x80\x8b", ""},      // U+200B zero-width space
    Replacement{"\xe2\x80\x8c", ""},      // U+200C zero-width non-joiner
    Replacement{"\xe2\x80\x8d", ""},      // U+200D zero-width joiner
    Replacement{"\xe2\x81\xa0", ""},      // U+2060 word joiner
    Replacement{"\xef\xbb\xbf", ""},      // U+FEFF byte order mark
    Replacement{"\xe2\x80\xaf", " "},     // U+202F narrow no-break space
    Replacement{"\xe2\x80\x87", " "},     // U+2007 figure space
    Replacement{"\xe2\x80\x89", " "},     // U+2009 thin space
    Replacement{"\xe3\x80\x80", " "},     // U+3000 ideographic space
    Replacement{"\xe2\x80\xa8", "\n"},    // U+2028 line separator
    Replacement{"\xe2\x80\xa9", "\n"},    // U+2029 paragraph separator
    Replacement{"\r\n", "\n"},           Replacement{"\r", "\n"}, Replacement{"\t", " "},
};

// U+200E, U+200F, U+061C, U+202A..U+202E, U+2066..U+2069
constexpr std::array<std::string_view, 12> kDirectionMarks{
    "\xe2\x80\x8e", "\xe2\x80\x8f", "\xd8\x9c",     "\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xac",
    "\xe2\x80\xad", "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x81\xa7", "\xe2\x81\xa8", "\xe2\x81\xa9"};

bool is_between(char c, unsigned first, unsigned last) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= first && byte <= last;
}

// The bytes of the character at the front of `text` if it is one that cleaning never changes: printable
// ASCII, Latin letters in U+00C0..U+01BF but gha, U+1E80..U+1EFF, dashes, quotes and dots in
// U+2010..U+2027. All of them stay as they are in NFC when only they stand beside each other. Else 0.
std::size_t settled_length(std::string_view text) {
  if (is_between(text[0], 0x20, 0x7e)) return 1;
  if (text.size() < 2 || !is_between(text[1], 0x80, 0xbf)) return 0;
  if (is_between(text[0], 0xc3, 0xc5)) return 2;
  if (is_between(text[0], 0xc6, 0xc6)) return is_between(text[1], 0xa2, 0xa3) ? 0 : 2;
  if (text.size() < 3 || !is_between(text[2], 0x80, 0xbf)) return 0;
  if (is_between(text[0], 0xe1, 0xe1) && is_between(text[1], 0xba, 0xbb)) return 3;
  if (text.starts_with("\xe2\x80") && is_between(text[2], 0x90, 0xa7)) return 3;
  return 0;
}

// True for text that is clean already, as nearly all is once it went through a build. The kiosk reads
// hundreds of thousands of characters at its start.
bool is_settled(std::string_view text) {
  if (text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != std::string_view::npos) return false;
  while (!text.empty()) {
    const std::size_t length = settled_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

void replace_all(std::string& text, const Replacement& replacement) {
  std::size_t at = text.find(replacement.from);
  while (at != std::string::npos) {
    text.replace(at, replacement.from.size(), replacement.to);
    at = text.find(replacement.from, at + replacement.to.size());
  }
}

// U+0000..U+001F but "\n", U+007F, and U+0080..U+009F (0xC2 0x80..0x9F).
bool has_control_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n') || byte == 0x7f) return true;
    if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0) return true;
  }
  return false;
}

bool has_direction_mark(std::string_view text) {
  return std::any_of(kDirectionMarks.begin(), kDirectionMarks.end(),
                     [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

// Single spaces, none beside a line break or at the ends; no line break at the ends.
std::string collapse(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += c;
    } else if (c == '\n' && !out.empty()) {
      out.back() == ' ' ? void(out.back() = '\n') : void(out += '\n');
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return out;
}

}  // namespace

Result<std::string> clean_text(std::string_view text, LineBreaks line_breaks) {
  if (is_settled(text)) return std::string(text);
  if (!is_valid_utf8(text)) return fail(Errc::parse, "chữ không ở dạng UTF-8; lưu lại tệp với mã UTF-8");
  std::string mended(text);
  for (const Replacement& replacement : kReplacements) replace_all(mended, replacement);
  if (has_control_character(mended)) {
    return fail(Errc::invalid, "có ký tự điều khiển không nhìn thấy; xóa rồi gõ lại đoạn này");
  }
  if (has_direction_mark(mended)) {
    return fail(Errc::invalid, "có ký tự đổi chiều chữ không nhìn thấy; xóa rồi gõ lại đoạn này");
  }
  if (line_breaks == LineBreaks::to_space) replace_all(mended, {"\n", " "});
  mended = collapse(mended);
  if (std::count(mended.begin(), mended.end(), '\n') > 1) {
    return fail(Errc::invalid, "chỉ được xuống dòng một lần");
  }
  return to_nfc(mended);
}

}  // namespace conglang::guide
