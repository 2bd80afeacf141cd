#include <array>

#include "content/publish/answers.h"
#include "content/publish/pages/guide_parts.h"
#include "content/publish/pages/page_words.h"

namespace conglang::publish {
namespace {

/// Headings below the one that a part stands under.
enum class Level { h2, h3, h4 };

Html heading(Level level, const Html& title) {
  if (level == Level::h2) return element("h2", {}, title);
  return level == Level::h3 ? element("h3", {}, title) : element("h4", {}, title);
}

Html titled(Level level, std::string_view title, const Html& content) {
  if (content.empty()) return {};
  Html html = heading(level, title);
  html += content;
  return html;
}

Html handling(const guide::Evidence& evidence, const Phrases& words) {
  if (evidence.handling == guide::Evidence::Handling::show) return words.show;
  const std::string originals = std::to_string(evidence.originals);
  const std::string copies = std::to_string(evidence.copies);
  if (evidence.originals > 0 && evidence.copies > 0)
    return filled(filled(words.originals_and_copies, originals), copies);
  if (evidence.originals > 0) return filled(words.originals, originals);
  return evidence.copies > 0 ? filled(words.copies, copies) : std::string(words.hand_in);
}

Html note_of(const OnPage& page, const guide::Evidence& evidence) {
  if (!evidence.note.empty()) return say(evidence.note, page.words());
  const guide::Text channels = channel_names(page.guide, evidence.channels);
  if (channels.empty()) return {};
  return filled_with(page.words().by_channels, say(channels, page.words()));
}

/// A paper with its box. A box needs no script: the phone keeps the tick while the page is open.
Html paper_row(const OnPage& page, const Paper& paper) {
  Html text = element("b", {}, say(paper.evidence->name, page.words()));
  const Html note = note_of(page, *paper.evidence);
  if (!note.empty()) text += element("span", {{"class", "note"}}, note);
  text += paper.doubtful ? needs_check(page.words())
                         : element("span", {{"class", "how"}}, handling(*paper.evidence, page.words()));
  return element("li", {},
                 element("label", {}, void_element("input", {{"type", "checkbox"}, {"autocomplete", "off"}}),
                         element("span", {}, text)));
}

Html rows(const OnPage& page, const std::vector<Paper>& papers) {
  Html items;
  for (const Paper& paper : papers) items += paper_row(page, paper);
  return items.empty() ? items : element("ul", {{"class", "papers"}}, items);
}

Html rare_rows(const OnPage& page, const RarePapers& rare) {
  const std::string count = filled(page.words().more_papers, std::to_string(rare.papers.size()));
  return element("details", {{"class", "rare"}},
                 element("summary", {}, element("b", {}, say(rare.question, page.words())), " ",
                         element("span", {{"class", "note"}}, count)),
                 rows(page, rare.papers));
}

Html online_rows(const OnPage& page, const std::vector<Paper>& papers) {
  std::vector<Paper> plain;
  Html html;
  for (const Paper& paper : papers) {
    if (paper.evidence->only_if)
      html += rare_rows(page, {*paper.evidence->only_if, {paper}});
    else
      plain.push_back(paper);
  }
  Html all = rows(page, plain);
  all += html;
  return all;
}

Html papers_part(const OnPage& page, const guide::Case& one, Level level) {
  const Papers papers = papers_of(page.guide, one, page.today());
  Html content = rows(page, papers.always);
  if (content.empty() && papers.rare.empty()) content = element("p", {}, page.words().no_papers);
  for (const RarePapers& rare : papers.rare) content += rare_rows(page, rare);
  Html html = titled(level, page.words().papers, content);
  html += titled(level, page.words().online_papers, online_rows(page, papers.online));
  return html;
}

/// Of one case what the page does not say for all of them.
Html own_part(const OnPage& page, const guide::Case& one, Level level) {
  const Phrases& words = page.words();
  Html html;
  if (!shared(page, fees_part)) html += titled(level, words.fee, fees_part(page, one));
  if (!shared(page, exemptions_part)) html += titled(level, words.exemptions, exemptions_part(page, one));
  if (!shared(page, times_part)) html += titled(level, words.time, times_part(page, one));
  if (!shared(page, steps_part)) html += titled(level, words.steps, steps_part(page, one));
  return html;
}

Html case_part(const OnPage& page, const guide::Case& one) {
  Html content = papers_part(page, one, Level::h4);
  content += own_part(page, one, Level::h4);
  Html label = element("h3", {}, say(one.label, page.words()));
  if (!one.note.empty()) label += element("span", {{"class", "note"}}, say(one.note, page.words()));
  return element("details", {{"class", "case"}, {"id", one.id}},
                 element("summary", {}, element("span", {}, label)),
                 element("div", {{"class", "inside"}}, content));
}

}  // namespace

Html exemptions_part(const OnPage& page, const guide::Case& one) {
  Html items;
  for (const Exemption& exemption : exemptions_of(one, page.today())) {
    Html item = say(exemption.text, page.words());
    if (exemption.doubtful) {
      item += " ";
      item += needs_check(page.words());
    }
    items += element("li", {}, item);
  }
  return items.empty() ? items : element("ul", {}, items);
}

Html steps_part(const OnPage& page, const guide::Case& one) {
  Html items;
  for (const guide::Step* step : begun(one.steps, page.today())) {
    Html item = say(step->text, page.words());
    if (is_doubtful(step->provenance, page.today())) {
      item += " ";
      item += needs_check(page.words());
    }
    items += element("li", {}, item);
  }
  return items.empty() ? items : element("ol", {}, items);
}

Html cases_part(const OnPage& page) {
  const guide::Guide& guide = page.guide;
  if (guide.cases.empty()) return {};
  if (guide.cases.size() == 1)
    return element("section", {}, papers_part(page, guide.cases.front(), Level::h2));
  Html html = element(
      "h2", {},
      guide.case_question.empty() ? Html(page.words().which_case) : say(guide.case_question, page.words()));
  if (!guide.case_hint.empty()) html += element("p", {}, say(guide.case_hint, page.words()));
  for (const guide::Case& one : guide.cases) html += case_part(page, one);
  return element("section", {}, html);
}

}  // namespace conglang::publish
