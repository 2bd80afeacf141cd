#pragma once
// Everything the pages are made from, and where each page lies.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/guide/content.h"
#include "content/publish/guide_link.h"
#include "content/publish/pages/html.h"
#include "content/publish/pages/phrases.h"

namespace conglang::publish {

struct Site {
  guide::Content content;
  Date today{};
  std::string base_url;  ///< "https://…/"; empty: pages do not name their own address
};

/// One page's place on the site, by its language.
struct PagePlace {
  const Site& site;
  const Phrases& words;

  bool is_vietnamese() const { return words.language == "vi"; }
  /// From this page's folder to the site's: "" or "../".
  std::string_view up() const { return is_vietnamese() ? "" : "../"; }
  /// A page of the same language.
  Address page(std::string_view name) const { return Address::of_page("", std::string(name) + ".html"); }
  /// The path of page `name` in the site's folder, in this language or `language`.
  std::string path(std::string_view name) const { return path(name, words.language); }
  static std::string path(std::string_view name, std::string_view language);
};

inline constexpr std::string_view kIndex = "index";
inline constexpr std::string_view kIcon = "icon.svg";

/// The guide `id`, if it has a page of its own today.
const guide::Guide* find_shown(const Site& site, std::string_view id);

/// The guide that is to be read instead of `retired`, through replacements of replacements.
const guide::Guide* successor(const Site& site, const guide::Guide& retired);

}  // namespace conglang::publish
