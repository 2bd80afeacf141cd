#include "content/publish/pages/index_page.h"

#include <algorithm>

#include "content/guide/standing.h"
#include "content/publish/pages/frame.h"
#include "content/publish/pages/guide_parts.h"
#include "content/publish/pages/page_words.h"
#include "content/text/order.h"

namespace conglang::publish {
namespace {

using Guides = std::vector<const guide::Guide*>;

Html row(const guide::Guide& guide, const PagePlace& place) {
  Html item = element("a", {Attribute(place.page(guide.id))}, say(guide.title, place.words));
  if (is_past_review(guide, place.site.today))
    item += element("span", {{"class", "warn"}}, place.words.past_review);
  return element("li", {}, item);
}

Html rows(const Guides& guides, const PagePlace& place) {
  Html items;
  for (const guide::Guide* guide : guides) items += row(*guide, place);
  return items.empty() ? items : element("ul", {{"class", "rows"}}, items);
}

/// The guides that stand today, in alphabetical order of their titles in the page's language.
Guides shown_guides(const PagePlace& place) {
  Guides guides;
  for (const guide::Guide& guide : place.site.content.guides)
    if (is_shown(guide, place.site.today)) guides.push_back(&guide);
  std::ranges::stable_sort(
      guides, {}, [&](const guide::Guide* guide) { return sort_key(plain(guide->title, place.words)); });
  return guides;
}

Guides of_topic(const Guides& guides, const std::string& topic) {
  Guides found;
  for (const guide::Guide* guide : guides)
    if (std::ranges::find(guide->life_events, topic) != guide->life_events.end()) found.push_back(guide);
  return found;
}

Guides without_topic(const Guides& guides, const std::vector<guide::Topic>& topics) {
  Guides found;
  for (const guide::Guide* guide : guides) {
    const bool has_one = std::ranges::any_of(topics, [&](const guide::Topic& topic) {
      return std::ranges::find(guide->life_events, topic.id) != guide->life_events.end();
    });
    if (!has_one) found.push_back(guide);
  }
  return found;
}

Guides most_asked(const PagePlace& place) {
  Guides found;
  for (const std::string& id : place.site.content.most_asked)
    if (const guide::Guide* guide = find_shown(place.site, id)) found.push_back(guide);
  return found;
}

Html topic_section(std::string_view id, const Html& title, const Guides& guides, const PagePlace& place) {
  if (guides.empty()) return {};
  return element("section", {{"id", id}}, element("h2", {}, title), rows(guides, place));
}

}  // namespace

std::string index_page(const PagePlace& place) {
  const Phrases& words = place.words;
  const Guides guides = shown_guides(place);
  const auto& topics = place.site.content.topics;
  Html chips;
  Html sections;
  for (const guide::Topic& topic : topics) {
    const Guides inside = of_topic(guides, topic.id);
    if (inside.empty()) continue;
    const Html title = say(topic.title, words);
    chips += element("li", {}, element("a", {Attribute(Address::of_anchor(topic.id))}, title));
    sections += topic_section(topic.id, title, inside, place);
  }
  sections += topic_section("other", words.other_guides, without_topic(guides, topics), place);
  Html content = element("h1", {}, words.question);
  content += section(words.most_asked, rows(most_asked(place), place));
  if (!chips.empty())
    content +=
        element("nav", {{"aria-labelledby", "topics"}}, element("h2", {{"id", "topics"}}, words.topics),
                element("ul", {{"class", "topics"}}, chips));
  content += sections;
  return framed({std::string(kIndex), std::string(words.index_title), std::string(words.index_description),
                 nullptr, std::move(content)},
                place);
}

}  // namespace conglang::publish
