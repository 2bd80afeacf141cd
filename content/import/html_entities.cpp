#include "content/import/html_entities.h"

#include <array>
#include <charconv>

#include "content/base/utf8.h"

namespace conglang::import {
namespace {

struct Named {
  std::string_view name;
  char32_t code_point;
};

// HTML 4.01, section 24: the ones that Vietnamese text and word processors produce.
constexpr std::array kNamed{
    Named{"amp", U'&'},         Named{"lt", U'<'},          Named{"gt", U'>'},
    Named{"quot", U'"'},        Named{"apos", U'\''},       Named{"nbsp", U'\u00a0'},
    Named{"ensp", U'\u2002'},   Named{"emsp", U'\u2003'},   Named{"thinsp", U'\u2009'},
    Named{"shy", U'\u00ad'},    Named{"zwnj", U'\u200c'},   Named{"zwj", U'\u200d'},
    Named{"ndash", U'\u2013'},  Named{"mdash", U'\u2014'},  Named{"hellip", U'\u2026'},
    Named{"lsquo", U'\u2018'},  Named{"rsquo", U'\u2019'},  Named{"ldquo", U'\u201c'},
    Named{"rdquo", U'\u201d'},  Named{"laquo", U'\u00ab'},  Named{"raquo", U'\u00bb'},
    Named{"bull", U'\u2022'},   Named{"middot", U'\u00b7'}, Named{"sect", U'\u00a7'},
    Named{"deg", U'\u00b0'},    Named{"times", U'\u00d7'},  Named{"sup2", U'\u00b2'},
    Named{"frac12", U'\u00bd'}, Named{"le", U'\u2264'},     Named{"ge", U'\u2265'},
    Named{"Agrave", U'\u00c0'}, Named{"Aacute", U'\u00c1'}, Named{"Acirc", U'\u00c2'},
    Named{"Atilde", U'\u00c3'}, Named{"Egrave", U'\u00c8'}, Named{"Eacute", U'\u00c9'},
    Named{"Ecirc", U'\u00ca'},  Named{"Igrave", U'\u00cc'}, Named{"Iacute", U'\u00cd'},
    Named{"Ograve", U'\u00d2'}, Named{"Oacute", U'\u00d3'}, Named{"Ocirc", U'\u00d4'},
    Named{"Otilde", U'\u00d5'}, Named{"Ugrave", U'\u00d9'}, Named{"Uacute", U'\u00da'},
    Named{"Yacute", U'\u00dd'}, Named{"agrave", U'\u00e0'}, Named{"aacute", U'\u00e1'},
    Named{"acirc", U'\u00e2'},  Named{"atilde", U'\u00e3'}, Named{"egrave", U'\u00e8'},
    Named{"eacute", U'\u00e9'}, Named{"ecirc", U'\u00ea'},  Named{"igrave", U'\u00ec'},
    Named{"iacute", U'\u00ed'}, Named{"ograve", U'\u00f2'}, Named{"oacute", U'\u00f3'},
    Named{"ocirc", U'\u00f4'},  Named{"otilde", U'\u00f5'}, Named{"ugrave", U'\u00f9'},
    Named{"uacute", U'\u00fa'}, Named{"yacute", U'\u00fd'},
};

std::optional<std::string> decode_number(std::string_view digits, int base) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc() || end != digits.data() + digits.size() || value == 0) return std::nullopt;
  const char32_t code_point = value;
  std::string text = to_utf8(std::u32string_view(&code_point, 1));
  if (text.empty()) return std::nullopt;
  return text;
}

}  // namespace

std::optional<std::string> decode_entity(std::string_view name) {
  if (name.starts_with("#x") || name.starts_with("#X")) return decode_number(name.substr(2), 16);
  if (name.starts_with("#")) return decode_number(name.substr(1), 10);
  for (const Named& named : kNamed) {
    if (named.name == name) return to_utf8(std::u32string_view(&named.code_point, 1));
  }
  return std::nullopt;
}

}  // namespace conglang::import
