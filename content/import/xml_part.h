#pragma once
// The XML parts of an office file, by pugixml, which knows no entities but XML's own five and opens no other
// file. A part with a document type, where entities could be declared, is refused: no office program writes
// one. Names are compared without their prefix, which every program chooses for itself.

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::import {

/// Reads `bytes` into `out`. `where` is in front of every message.
/// Errors: parse, no XML; forbidden, a document type.
Result<void> parse_xml(std::string_view bytes, std::string_view where, pugi::xml_document& out);

/// "x:row" → "row"
std::string_view local_name(pugi::xml_node node);

/// The first child with this local name; an empty node when there is none.
pugi::xml_node child_of(pugi::xml_node node, std::string_view name);

/// The attribute with this local name, as text; empty when there is none.
std::string_view attribute_of(pugi::xml_node node, std::string_view name);

/// A whole number without sign; `otherwise` when the attribute is absent or is none.
std::size_t number_of(pugi::xml_node node, std::string_view name, std::size_t otherwise);

/// The texts (`t`) below a string of an office file, in order, without the readings (`rPh`) beside them.
std::string rich_text(pugi::xml_node node);

}  // namespace conglang::import
