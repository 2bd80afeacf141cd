#include "content/import/plain_text.h"

#include <array>

#include "content/import/html_entities.h"

namespace conglang::import {
namespace {

constexpr std::size_t kLongestEntity = 10;
constexpr std::size_t kLongestTag = 4096;  // Word writes long style attributes

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::size_t entity_end(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size() && i - at <= kLongestEntity; ++i) {
    if (text[i] == ';') return i > at + 1 ? i : std::string_view::npos;
    if (!is_letter(text[i]) && !is_digit(text[i]) && text[i] != '#') break;
  }
  return std::string_view::npos;
}

std::string decode_entities(std::string_view text, PlainText& found) {
  std::string out;
  out.reserve(text.size());
  found.had_unknown_entities = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '&' ? entity_end(text, i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += text[i];
    } else if (const auto decoded = decode_entity(text.substr(i + 1, end - i - 1))) {
      out += *decoded;
      found.had_entities = true;
      i = end;
    } else {
      found.had_unknown_entities = true;
      out += text[i];
    }
  }
  return out;
}

// The lower-case name of the tag at `at`, "/" included; empty when the "<" there opens no tag.
std::string tag_name(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') ++i;
  if (i >= text.size() || !is_letter(text[i])) return {};
  while (i < text.size() && (is_letter(text[i]) || is_digit(text[i]) || text[i] == ':')) ++i;
  return lower_ascii(text.substr(at + 1, i - at - 1));
}

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  for (const std::string_view one : names) {
    if (one == name) return true;
  }
  return false;
}

// What stands for the tag in plain text.
std::string_view replacement(std::string_view name) {
  constexpr std::array<std::string_view, 13> kBreaks{"br",  "p",  "/p",  "div", "/div", "/li",  "ul",
                                                     "/ul", "ol", "/ol", "tr",  "/tr",  "table"};
  constexpr std::array<std::string_view, 4> kCells{"td", "/td", "th", "/th"};
  const bool heading = name.size() >= 2 && name.size() <= 3 && is_digit(name.back()) &&
                       (name.starts_with("h") || name.starts_with("/h"));
  if (name == "li") return "\n- ";
  if (heading || is_one_of(name, kBreaks)) return "\n";
  if (is_one_of(name, kCells)) return " ";
  return "";
}

// Where a script, style sheet or the like that opens with tag `name` at `at` ends, its end tag included.
std::size_t dropped_block_end(std::string_view lower, std::size_t at, std::string_view name) {
  constexpr std::array<std::string_view, 7> kDropped{"script", "style",  "xml",   "head",
                                                     "title",  "object", "iframe"};
  if (!is_one_of(name, kDropped)) return std::string_view::npos;
  const std::size_t close = lower.find("</" + std::string(name), at);
  if (close == std::string_view::npos) return std::string_view::npos;
  const std::size_t end = lower.find('>', close);
  return end == std::string_view::npos ? lower.size() : end + 1;
}

// "<!-- … -->", "<![if …]>", "<?xml … >": past its end, or the end of the text when it has none.
std::size_t markup_end(std::string_view text, std::size_t at) {
  if (text.substr(at, 4) == "<!--") {
    const std::size_t end = text.find("-->", at);
    return end == std::string_view::npos ? text.size() : end + 3;
  }
  const std::size_t end = text.find('>', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

bool opens_markup(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at + 1, 1);
  return rest == "!" || rest == "?";
}

std::string strip_tags(std::string_view text, PlainText& found) {
  const std::string lower = lower_ascii(text);
  std::string out;
  out.reserve(text.size());
  std::size_t i = 0;
  while (i < text.size()) {
    if (text[i] != '<') {
      out += text[i++];
      continue;
    }
    if (opens_markup(text, i)) {
      found.had_dropped_blocks = true;
      i = markup_end(text, i);
      continue;
    }
    const std::string name = tag_name(text, i);
    const std::size_t end = name.empty() ? std::string_view::npos : text.substr(i, kLongestTag).find('>');
    if (end == std::string_view::npos) {
      out += text[i++];
      continue;
    }
    found.had_tags = true;
    if (const std::size_t after = dropped_block_end(lower, i, name); after != std::string_view::npos) {
      found.had_dropped_blocks = true;
      i = after;
      continue;
    }
    out += replacement(name);
    i += end + 1;
  }
  return out;
}

}  // namespace

PlainText to_plain_text(std::string_view html) {
  PlainText found;
  const std::string once = decode_entities(html, found);
  const std::string twice = decode_entities(once, found);
  found.text = strip_tags(twice, found);
  return found;
}

}  // namespace conglang::import
