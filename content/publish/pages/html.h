#pragma once
// HTML that cannot be injected into: an Html value is made of escaped text, of elements whose names are
// literals checked while compiling, and of nothing else. There is no way to put a string into a page as it
// is; an address is an Address, which comes from the link policy or from our own page names. Inline styles,
// event handlers and scripts have no name here. What can make a page show something else than was reviewed
// (control and text-direction characters) is left out. Pure.

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "content/guide/link_policy.h"

namespace conglang::publish {

/// Where a link of a page leads.
class Address {
 public:
  /// An address that passed the link policy.
  static Address of(const guide::CheckedLink& link) { return Address(link.url); }
  /// A page of ours: `folder` leads from the linking page to the pages' folder ("", "../", "https://…/"), and
  /// `name` is a page's path there. Every byte of `name` that could mean something else is percent-encoded.
  static Address of_page(std::string_view folder, std::string_view name);
  /// A place on the same page.
  static Address of_anchor(std::string_view id);

  const std::string& text() const { return text_; }

 private:
  explicit Address(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

/// The name of an element; one that is no letter-and-digit name, or that holds code, does not compile.
class Tag {
 public:
  consteval Tag(const char* literal) : name_(literal) {
    if (!is_allowed(name_)) throw "not a name that a page may have";
  }
  constexpr std::string_view name() const { return name_; }

 private:
  static constexpr bool is_allowed(std::string_view name) {
    for (const char c : name)
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return false;
    for (const std::string_view code : {"script", "style", "iframe", "object", "embed", "base"})
      if (name == code) return false;
    return !name.empty();
  }

  std::string_view name_;
};

/// The name of an attribute; what holds code, style or an address does not compile.
class AttributeName {
 public:
  consteval AttributeName(const char* literal) : name_(literal) {
    if (!is_allowed(name_)) throw "not an attribute that a page may have";
  }
  constexpr std::string_view name() const { return name_; }

 private:
  static constexpr bool is_allowed(std::string_view name) {
    for (const char c : name)
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'))
        return false;
    for (const std::string_view code : {"href", "src", "srcdoc", "srcset", "action", "formaction", "style"})
      if (name == code) return false;
    return !name.empty() && !name.starts_with("on");
  }

  std::string_view name_;
};

struct Attribute {
  Attribute(AttributeName attribute, std::string_view text) : name(attribute.name()), value(text) {}
  explicit Attribute(const Address& address) : name("href"), value(address.text()) {}

  std::string_view name;
  std::string value;  ///< not escaped yet
};

using Attributes = std::initializer_list<Attribute>;

class Html {
 public:
  Html() = default;
  Html(std::string_view text);  ///< escaped
  Html(const std::string& text) : Html(std::string_view(text)) {}
  Html(const char* text) : Html(std::string_view(text)) {}

  bool empty() const { return markup_.empty(); }
  const std::string& markup() const { return markup_; }

  Html& operator+=(const Html& more) {
    markup_ += more.markup_;
    return *this;
  }
  bool operator==(const Html&) const = default;

 private:
  friend Html element_of(Tag tag, Attributes attributes, const Html& content);
  friend Html void_element(Tag tag, Attributes attributes);
  friend Html style_element();
  friend Html data_block(const nlohmann::ordered_json& data);
  friend Html document(std::string_view language, const Html& head, const Html& body);

  std::string markup_;
};

Html element_of(Tag tag, Attributes attributes, const Html& content);

/// `element("p", {{"class", "lead"}}, "Nộp ", element("b", {}, "1 bản chính"))`
template <typename... Children>
Html element(Tag tag, Attributes attributes, const Children&... children) {
  Html content;
  ((content += Html(children)), ...);
  return element_of(tag, attributes, content);
}

/// An element without an end: meta, link, input, br.
Html void_element(Tag tag, Attributes attributes);

/// The style of all pages, inline (style_sheet.h).
Html style_element();

/// JSON-LD: a data block that no browser runs. Nothing in it can end the block early.
Html data_block(const nlohmann::ordered_json& data);

/// The whole page.
Html document(std::string_view language, const Html& head, const Html& body);

}  // namespace conglang::publish
