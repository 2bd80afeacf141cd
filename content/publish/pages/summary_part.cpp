#include "content/publish/answers.h"
#include "content/publish/pages/guide_parts.h"
#include "content/publish/pages/page_words.h"

namespace conglang::publish {
namespace {

/// The drawing beside a term, in the two tones of the screen's icons.
Html drawing(std::string_view path) {
  return element("svg", {{"viewBox", "0 0 24 24"}, {"aria-hidden", "true"}}, element("path", {{"d", path}}));
}

constexpr std::string_view kClock = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3.5 2";
constexpr std::string_view kCoins =
    "M4 8c0-5 16-5 16 0v8c0 5-16 5-16 0zc0 4.5 16 4.5 16 0M4 12c0 4.5 16 4.5 16 0";
constexpr std::string_view kPin =
    "M12 21.5c4-4 7-7.5 7-11.5a7 7 0 0 0-14 0c0 4 3 7.5 7 11.5zM14.5 10a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 "
    "1 5 0";
constexpr std::string_view kPaper = "M5 3h9l5 5v13H5zM14 3v5h5M8.5 12.5h7M8.5 16.5h7";

Html term(std::string_view path, std::string_view label, const Html& content) {
  if (content.empty()) return {};
  return element("div", {}, element("dt", {}, drawing(path), label), element("dd", {}, content));
}

Html line(const Html& strong, const Html& note) {
  Html html = element("b", {}, strong);
  if (!note.empty()) html += element("span", {{"class", "note"}}, note);
  return html;
}

Html doubt(const Phrases& words) {
  return line(needs_check(words), words.ask_commune);
}

Html answer_line(const Answer& answer, const Phrases& words) {
  Html content = answer.doubtful ? doubt(words) : line(say(answer.text, words), say(answer.note, words));
  if (answer.channels.empty()) return content;
  Html labelled = element("span", {{"class", "note"}}, say(answer.channels, words), ":");
  labelled += content;
  return labelled;
}

Html lines(const std::vector<Answer>& answers, const Phrases& words) {
  if (answers.size() == 1) return answer_line(answers.front(), words);
  Html items;
  for (const Answer& answer : answers) items += element("li", {}, answer_line(answer, words));
  return element("ul", {}, items);
}

/// The short words of one case, for the list of all cases.
Html short_words(const std::vector<Answer>& answers, const Phrases& words) {
  Html html;
  std::vector<Html> said;
  for (const Answer& answer : answers) {
    Html one = answer.doubtful ? needs_check(words) : say(answer.text, words);
    bool is_new = true;
    for (const Html& before : said) is_new = is_new && before != one;
    if (!is_new) continue;
    if (!said.empty()) html += "; ";
    html += one;
    said.push_back(std::move(one));
  }
  return html;
}

using AnswersOf = std::vector<Answer> (*)(const guide::Guide&, const guide::Case&, Date);

Html over_cases(const OnPage& page, AnswersOf answers_of) {
  const auto full = [&](const OnPage& on, const guide::Case& one) {
    return lines(answers_of(on.guide, one, on.today()), on.words());
  };
  if (const auto same = shared(page, full)) return *same;
  Html items;
  for (const guide::Case& one : page.guide.cases)
    items += element("li", {}, element("span", {{"class", "note"}}, say(one.label, page.words()), ":"),
                     element("b", {}, short_words(answers_of(page.guide, one, page.today()), page.words())));
  return element("ul", {}, items);
}

Html places(const OnPage& page) {
  Html items;
  for (const guide::Channel* channel : begun(page.guide.channels, page.today())) {
    Html note = say(channel->note, page.words());
    if (!channel->hours.empty()) {
      if (!note.empty()) note += void_element("br", {});
      note += page.words().hours;
      note += " ";
      note += say(channel->hours, page.words());
    }
    Html item = line(say(channel->name, page.words()), note);
    if (is_doubtful(channel->provenance, page.today())) item += needs_check(page.words());
    items += element("li", {}, item);
  }
  if (items.empty()) return say(page.guide.competent_authority, page.words());
  return element("ul", {}, items);
}

Html outputs(const OnPage& page) {
  Html items;
  for (const guide::Output* output : begun(page.guide.outputs, page.today())) {
    Html item = element("b", {}, say(output->name, page.words()));
    if (is_doubtful(output->provenance, page.today())) item += needs_check(page.words());
    items += element("li", {}, item);
  }
  return items.empty() ? items : element("ul", {}, items);
}

}  // namespace

Html times_part(const OnPage& page, const guide::Case& one) {
  return lines(times_of(page.guide, one, page.today()), page.words());
}

Html fees_part(const OnPage& page, const guide::Case& one) {
  return lines(fees_of(page.guide, one, page.today()), page.words());
}

Html summary_part(const OnPage& page) {
  const Phrases& words = page.words();
  Html terms = term(kClock, words.time, over_cases(page, times_of));
  terms += term(kCoins, words.fee, over_cases(page, fees_of));
  terms += term(kPin, words.where, places(page));
  terms += term(kPaper, words.output, outputs(page));
  return element("dl", {{"class", "card"}}, terms);
}

}  // namespace conglang::publish
