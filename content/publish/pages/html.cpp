#include "content/publish/pages/html.h"

#include <fmt/format.h>

#include "content/base/utf8.h"
#include "content/guide/web_address.h"
#include "content/publish/pages/style_sheet.h"

namespace conglang::publish {
namespace {

/// Controls, and marks that turn the direction of text: nobody sees them, everybody sees what they do.
bool is_hidden(char32_t c) {
  if (c == U'\n') return false;
  if (c < 0x20 || (c >= 0x7f && c <= 0x9f)) return true;
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

/// `text` without hidden characters. Bytes that are not UTF-8, which no reader lets in, become question
/// marks.
std::string visible(std::string_view text) {
  auto points = to_code_points(text);
  std::string ascii;
  if (!points) {
    for (const char c : text) ascii += is_ascii({&c, 1}) ? c : '?';
    points = to_code_points(ascii);
  }
  std::u32string kept;
  for (const char32_t c : *points)
    if (!is_hidden(c)) kept += c;
  return to_utf8(kept);
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : visible(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
}

void append_start(std::string& out, Tag tag, Attributes attributes) {
  out += '<';
  out += tag.name();
  for (const Attribute& attribute : attributes) {
    out += ' ';
    out += attribute.name;
    if (attribute.value.empty()) continue;
    out += "=\"";
    append_escaped(out, attribute.value);
    out += '"';
  }
  out += '>';
}

}  // namespace

Address Address::of_page(std::string_view folder, std::string_view name) {
  std::string text(folder);
  while (true) {
    const std::size_t slash = name.find('/');
    text += guide::percent_encode(name.substr(0, slash));
    if (slash == std::string_view::npos) return Address(std::move(text));
    text += '/';
    name.remove_prefix(slash + 1);
  }
}

Address Address::of_anchor(std::string_view id) {
  return Address("#" + guide::percent_encode(id));
}

Html::Html(std::string_view text) {
  append_escaped(markup_, text);
}

Html element_of(Tag tag, Attributes attributes, const Html& content) {
  Html html = void_element(tag, attributes);
  html.markup_ += content.markup_;
  html.markup_ += "</";
  html.markup_ += tag.name();
  html.markup_ += '>';
  return html;
}

Html void_element(Tag tag, Attributes attributes) {
  Html html;
  append_start(html.markup_, tag, attributes);
  return html;
}

Html style_element() {
  Html html;
  html.markup_ = fmt::format("<style>{}</style>\n", style_sheet());
  return html;
}

Html data_block(const nlohmann::ordered_json& data) {
  const std::string json = data.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  Html html;
  html.markup_ = "<script type=\"application/ld+json\">";
  for (const char c : visible(json)) {
    if (c == '<' || c == '>' || c == '&')
      html.markup_ += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      html.markup_ += c;
  }
  html.markup_ += "</script>\n";
  return html;
}

Html document(std::string_view language, const Html& head, const Html& body) {
  Html html = void_element("html", {{"lang", language}});
  html.markup_.insert(0, "<!doctype html>\n");
  html += element("head", {}, head);
  html.markup_ += '\n';
  html += element("body", {}, body);
  html.markup_ += "</html>\n";
  return html;
}

}  // namespace conglang::publish
