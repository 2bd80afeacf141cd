#include "content/import/xml_part.h"

#include <charconv>

namespace conglang::import {

Result<void> parse_xml(std::string_view bytes, std::string_view where, pugi::xml_document& out) {
  constexpr unsigned kHow = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_doctype |
                            pugi::parse_ws_pcdata_single;
  const pugi::xml_parse_result result = out.load_buffer(bytes.data(), bytes.size(), kHow);
  if (!result) {
    return fail(Errc::parse, "{}: XML hỏng ở byte {} ({}); mở bằng Excel và lưu lại", where, result.offset,
                result.description());
  }
  for (const pugi::xml_node node : out.children()) {
    if (node.type() == pugi::node_doctype) {
      return fail(Errc::forbidden,
                  "{}: có khai báo DOCTYPE, không phải do Excel ghi; mở bằng Excel và lưu lại", where);
    }
  }
  return {};
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);  // npos + 1 is 0
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::string_view attribute_of(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view full = attribute.name();
    if (full.substr(full.find(':') + 1) == name) return attribute.value();
  }
  return {};
}

std::size_t number_of(pugi::xml_node node, std::string_view name, std::size_t otherwise) {
  const std::string_view text = attribute_of(node, name);
  std::size_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && stop == text.data() + text.size() && !text.empty();
  return whole ? value : otherwise;
}

std::string rich_text(pugi::xml_node node) {
  std::string out;
  for (const pugi::xml_node child : node.children()) {
    if (local_name(child) == "t") out += child.text().get();
    if (local_name(child) == "r") out += child_of(child, "t").text().get();
  }
  return out;
}

}  // namespace conglang::import
