#include "content/guide/html_debris.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "content/base/utf8.h"

namespace conglang::guide {
namespace {

constexpr std::size_t kLongestReference = 10;
constexpr std::size_t kLongestTag = 400;  // word processors write long style attributes
constexpr int kMaxPasses = 4;             // "&amp;lt;b>" takes three

constexpr std::array<std::string_view, 21> kInlineTags{
    "a", "abbr",  "b",    "big", "em",     "font",   "i",   "img", "ins", "mark", "o:p",
    "s", "small", "span", "st1", "strike", "strong", "sub", "sup", "u",   "wbr"};
constexpr std::array<std::string_view, 30> kSeparatingTags{
    "blockquote", "body", "br",  "center", "dd",    "div",   "dl",     "dt", "h1",   "h2",
    "h3",         "h4",   "h5",  "h6",     "hr",    "html",  "iframe", "li", "link", "meta",
    "ol",         "p",    "pre", "script", "style", "table", "tbody",  "td", "th",   "tr"};

struct Reference {
  std::string_view name;
  std::string_view text;
};
constexpr std::array kReferences{
    Reference{"amp", "&"},        Reference{"lt", "<"},         Reference{"gt", ">"},
    Reference{"quot", "\""},      Reference{"apos", "'"},       Reference{"nbsp", " "},
    Reference{"ndash", "\u2013"}, Reference{"mdash", "\u2014"}, Reference{"hellip", "\u2026"},
    Reference{"lsquo", "\u2018"}, Reference{"rsquo", "\u2019"}, Reference{"ldquo", "\u201c"},
    Reference{"rdquo", "\u201d"},
};

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':';
}

char to_lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What was read at the front of a text, and how long it was there.
struct Read {
  std::size_t length = 0;  // 0: nothing of HTML's
  std::string text;
};

// `rest` begins with "<".
Read read_tag(std::string_view rest) {
  std::size_t at = rest.substr(1).starts_with('/') ? 2 : 1;
  std::string name;
  for (; at < rest.size() && name.size() < kLongestReference && is_name_character(to_lower_ascii(rest[at]));
       ++at) {
    name += to_lower_ascii(rest[at]);
  }
  const bool separates = is_one_of(kSeparatingTags, name);
  if (!separates && !is_one_of(kInlineTags, name)) return {};
  const std::size_t end = rest.substr(0, kLongestTag).find('>', at);
  if (end == std::string_view::npos) return {};
  // "<i ốm>" is nobody's tag: a name is followed by a space, a slash or the end.
  if (end != at && rest[at] != ' ' && rest[at] != '/' && rest[at] != '\n' && rest[at] != '\t') return {};
  return {end + 1, separates ? " " : ""};
}

std::optional<std::string> decoded(std::string_view name) {
  if (name.starts_with('#')) {
    const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
    const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    unsigned value = 0;
    const auto end =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10).ptr;
    if (digits.empty() || end != digits.data() + digits.size()) return std::nullopt;
    const char32_t code_point = value;
    return to_utf8(std::u32string_view(&code_point, 1));
  }
  const auto found = std::find_if(kReferences.begin(), kReferences.end(),
                                  [&](const Reference& one) { return one.name == name; });
  return found == kReferences.end() ? std::nullopt : std::optional(std::string(found->text));
}

// `rest` begins with "&".
Read read_reference(std::string_view rest) {
  const std::size_t end = rest.substr(0, kLongestReference + 2).find(';');
  if (end == std::string_view::npos) return {};
  auto text = decoded(rest.substr(1, end - 1));
  return text ? Read{end + 1, std::move(*text)} : Read{};
}

std::string cleaned_once(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    Read read;
    if (text[0] == '<') read = read_tag(text);
    if (text[0] == '&') read = read_reference(text);
    if (read.length == 0) out += text[0];
    out += read.text;
    text.remove_prefix(std::max<std::size_t>(read.length, 1));
  }
  return out;
}

}  // namespace

Result<std::string> without_html(std::string_view text) {
  std::string now(text);
  for (int pass = 0; pass < kMaxPasses; ++pass) {
    if (now.find_first_of("<&") == std::string::npos) return now;
    std::string next = cleaned_once(now);
    if (next == now) return now;
    now = std::move(next);
  }
  if (cleaned_once(now) == now) return now;
  return fail(Errc::invalid, "lẫn mã HTML lồng nhau (như \"&amp;amp;\"); xóa rồi gõ lại đoạn này");
}

}  // namespace conglang::guide
