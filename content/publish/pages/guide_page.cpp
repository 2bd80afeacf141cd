#include "content/publish/pages/guide_page.h"

#include <algorithm>

#include "content/guide/standing.h"
#include "content/publish/answers.h"
#include "content/publish/pages/frame.h"
#include "content/publish/pages/guide_parts.h"
#include "content/publish/pages/page_words.h"
#include "content/publish/pages/service_data.h"

namespace conglang::publish {
namespace {

/// The line under the title: when it was checked, and the procedure's code.
Html facts_line(const OnPage& page) {
  Html line;
  if (page.guide.checked_on)
    line += element("span", {{"class", "checked"}},
                    filled_with(page.words().checked, say(*page.guide.checked_on)));
  for (const guide::ProcedureCode& code : page.guide.codes) {
    if (code.role != guide::ProcedureCode::Role::current) continue;
    if (!line.empty()) line += " ";
    line += element("span", {}, filled(page.words().code, code.code));
  }
  return line.empty() ? line : element("p", {{"class", "facts"}}, line);
}

Html coming_changes(const OnPage& page) {
  Html html;
  for (const guide::ComingChange& change : page.guide.coming_changes) {
    if (change.from <= page.today()) continue;
    Html text = element("b", {}, filled_with(page.words().change_from, say(change.from)));
    text += " ";
    text += say(change.text, page.words());
    if (is_doubtful(change.provenance, page.today())) {
      text += " ";
      text += needs_check(page.words());
    }
    html += element("p", {{"class", "change"}}, text);
  }
  return html;
}

Html warnings(const OnPage& page) {
  const Phrases& words = page.words();
  Html html;
  if (is_past_review(page.guide, page.today())) html += element("p", {{"class", "alert"}}, words.past_review);
  const auto& in_question = page.place.site.content.local_text_in_question;
  if (std::ranges::find(in_question, page.guide.id) != in_question.end())
    html += element("p", {{"class", "alert"}}, words.local_in_question);
  if (page.guide.valid_until)
    html += element("p", {{"class", "change"}}, filled_with(words.valid_until, say(*page.guide.valid_until)));
  return html;
}

/// The one thing to press. The host stands under it in full: residents are told to read it.
Html online_link(const OnPage& page) {
  const auto link = link_of(page.guide, page.place.site.content.link_policy);
  if (!link) return {};
  return element(
      "p", {{"class", "go"}},
      element("a", {Attribute(Address::of(*link)), {"rel", "noreferrer"}},
              element("b", {}, page.words().open_portal), element("span", {{"class", "host"}}, link->host)));
}

std::string why_retired(const guide::Guide& retired, const PagePlace& place) {
  using Status = guide::Guide::Status;
  const Phrases& words = place.words;
  if (retired.status == Status::withdrawn) return std::string(words.withdrawn);
  if (retired.status == Status::replaced) return std::string(words.replaced);
  if (retired.valid_from && place.site.today < *retired.valid_from)
    return filled(words.not_yet, day(*retired.valid_from));
  return std::string(words.expired);
}

}  // namespace

std::string guide_page(const guide::Guide& guide, const PagePlace& place) {
  const OnPage page{guide, place};
  Html content = element("h1", {}, say(guide.title, place.words));
  content += facts_line(page);
  content += warnings(page);
  if (!guide.description.empty())
    content += element("p", {{"class", "lead"}}, say(guide.description, place.words));
  content += summary_part(page);
  content += coming_changes(page);
  content += online_link(page);
  content += cases_part(page);
  content += rest_part(page);
  content += sources_part(page);
  return framed({guide.id, plain(guide.title, place.words),
                 plain(guide.description.empty() ? guide.title : guide.description, place.words),
                 service_data(guide, place), std::move(content)},
                place);
}

std::string retired_page(const guide::Guide& retired, const PagePlace& place) {
  const Phrases& words = place.words;
  const std::string said = why_retired(retired, place);
  Html content = element("h1", {}, say(retired.title, words));
  content += element("p", {{"class", "alert"}}, said);
  if (const guide::Guide* next = successor(place.site, retired)) {
    content += element("p", {}, words.read_instead);
    content +=
        element("p", {{"class", "go"}},
                element("a", {Attribute(place.page(next->id))}, element("b", {}, say(next->title, words))));
  }
  content += element("p", {}, element("a", {Attribute(place.page(kIndex))}, words.choose_again));
  return framed({retired.id, plain(retired.title, words), said, nullptr, std::move(content)}, place);
}

}  // namespace conglang::publish
