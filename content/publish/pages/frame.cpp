#include "content/publish/pages/frame.h"

#include "content/publish/pages/page_words.h"
#include "content/publish/pages/style_sheet.h"

namespace conglang::publish {
namespace {

constexpr const char* kRoof =
    "M27 17c7 0 12-4 16-10h10c4 6 9 10 16 10-2 5-5 7-9 7H36c-4 0-7-2-9-7zM5 37c10 1 17-3 23-10h40c6 7 13 11 "
    "23 10-3 7-7 9-13 9H18c-6 0-10-2-13-9z";
constexpr const char* kWalls = "M14 50h68v43H66V76a18 18 0 0 0-36 0v17H14z";

Html gate() {
  return element("svg", {{"class", "gate"}, {"viewBox", "0 0 96 96"}, {"aria-hidden", "true"}},
                 element("path", {{"class", "roof"}, {"d", kRoof}}),
                 element("path", {{"class", "walls"}, {"d", kWalls}}));
}

/// Nothing is loaded, run or sent: one style by its hash, one icon of our own.
std::string policy() {
  return fmt::format(
      "default-src 'none'; style-src '{}'; img-src 'self'; base-uri 'none'; form-action 'none'",
      style_hash());
}

const Phrases& other_of(const PagePlace& place) {
  return all_phrases()[place.is_vietnamese() ? 1 : 0];
}

Html address_links(const Framed& page, const PagePlace& place) {
  const std::string& base = place.site.base_url;
  if (base.empty()) return {};
  Html links =
      void_element("link", {{"rel", "canonical"}, Attribute(Address::of_page(base, place.path(page.name)))});
  for (const Phrases& words : all_phrases())
    links +=
        void_element("link", {{"rel", "alternate"},
                              {"hreflang", words.language},
                              Attribute(Address::of_page(base, PagePlace::path(page.name, words.language)))});
  return links;
}

Html head(const Framed& page, const PagePlace& place) {
  Html head = void_element("meta", {{"charset", "utf-8"}});
  head += void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", policy()}});
  head += void_element("meta", {{"name", "viewport"}, {"content", "width=device-width,initial-scale=1"}});
  head += void_element("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
  head += element("title", {}, fmt::format("{} · {}", page.title, place.words.app_name));
  head += void_element("meta", {{"name", "description"}, {"content", page.description}});
  head += void_element("meta", {{"name", "theme-color"}, {"content", "#f7cb57"}});
  head += void_element(
      "link", {{"rel", "icon"}, {"type", "image/svg+xml"}, Attribute(Address::of_page(place.up(), kIcon))});
  head += address_links(page, place);
  head += style_element();
  if (!page.data.is_null()) head += data_block(page.data);
  return head;
}

Html wall(const Framed& page, const PagePlace& place) {
  const auto& places = place.site.content.places;
  const Html commune = places.empty() ? Html() : say(places.front().commune, place.words);
  const Phrases& other = other_of(place);
  const std::string there = PagePlace::path(page.name, other.language);
  return element("header", {},
                 element("a", {{"class", "home"}, Attribute(place.page(kIndex))}, gate(),
                         element("span", {}, element("b", {}, place.words.app_name), " ",
                                 element("span", {{"class", "commune"}}, commune))),
                 element("a",
                         {{"class", "language"},
                          {"lang", other.language},
                          {"hreflang", other.language},
                          Attribute(Address::of_page(place.up(), there))},
                         place.words.other_language_name));
}

}  // namespace

std::string framed(const Framed& page, const PagePlace& place) {
  Html body = element("a", {{"class", "skip"}, Attribute(Address::of_anchor("main"))}, place.words.skip);
  body += wall(page, place);
  body += element("main", {{"id", "main"}, {"tabindex", "-1"}}, page.content);
  body += element("footer", {}, element("p", {{"class", "reminder"}}, place.words.reminder),
                  element("p", {}, element("a", {Attribute(place.page(kIndex))}, place.words.all_guides)));
  return document(place.words.language, head(page, place), body).markup();
}

std::string icon_file() {
  return element("svg", {{"xmlns", "http://www.w3.org/2000/svg"}, {"viewBox", "0 0 96 96"}},
                 element("path", {{"fill", "#a33a1f"}, {"d", kRoof}}),
                 element("path", {{"fill", "#0e5a45"}, {"d", kWalls}}))
             .markup() +
         "\n";
}

}  // namespace conglang::publish
