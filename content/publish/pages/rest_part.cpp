#include "content/publish/answers.h"
#include "content/publish/pages/guide_parts.h"
#include "content/publish/pages/page_words.h"

namespace conglang::publish {
namespace {

Html one_text(const OnPage& page, const guide::Text& text) {
  return text.empty() ? Html() : element("p", {}, say(text, page.words()));
}

Html texts(const OnPage& page, const std::vector<guide::Text>& all) {
  Html items;
  for (const guide::Text& text : all) items += element("li", {}, say(text, page.words()));
  return items.empty() ? items : element("ul", {}, items);
}

Html with_chip(const OnPage& page, Html item, const guide::Provenance& provenance) {
  if (is_doubtful(provenance, page.today())) {
    item += " ";
    item += needs_check(page.words());
  }
  return element("li", {}, item);
}

Html with_note(const Html& strong, const Html& note) {
  Html html = element("b", {}, strong);
  if (!note.empty()) html += element("span", {{"class", "note"}}, note);
  return html;
}

Html forms(const OnPage& page) {
  Html items;
  for (const guide::Form* form : begun(page.guide.forms, page.today()))
    items += with_chip(page, with_note(say(form->name, page.words()), say(form->note, page.words())),
                       form->provenance);
  return items.empty() ? items : element("ul", {}, items);
}

Html laws(const OnPage& page) {
  Html items;
  for (const guide::LegalResource* law : begun(page.guide.legal_resources, page.today()))
    items += with_chip(page, with_note(law->number, say(law->title, page.words())), law->provenance);
  return items.empty() ? items : element("ul", {}, items);
}

Html codes(const OnPage& page) {
  Html items;
  for (const guide::ProcedureCode* code : begun(page.guide.codes, page.today())) {
    Html note = say(code->name, page.words());
    const bool is_current = code->role == guide::ProcedureCode::Role::current;
    const bool is_related = code->role == guide::ProcedureCode::Role::related;
    if (!is_current) {
      if (!note.empty()) note += " · ";
      note += is_related ? page.words().related : page.words().former_code;
    }
    items += with_chip(page, with_note(filled(page.words().code, code->code), note), code->provenance);
  }
  Html html = one_text(page, page.guide.official_name);
  if (!items.empty()) html += element("ul", {}, items);
  return html;
}

/// What few will read, folded away: its title opens it.
Html folded(std::string_view title, const Html& content) {
  if (content.empty()) return {};
  return element("details", {{"class", "fold"}}, element("summary", {}, element("h2", {}, title)), content);
}

Html notes(const OnPage& page) {
  return texts(page, page.guide.notes);
}

Html shared_section(const OnPage& page, std::string_view title,
                    Html (*part)(const OnPage&, const guide::Case&)) {
  const auto same = shared(page, part);
  return same ? section(title, *same) : Html();
}

}  // namespace

Html section(std::string_view title, const Html& content) {
  if (content.empty()) return {};
  return element("section", {}, element("h2", {}, title), content);
}

Html rest_part(const OnPage& page) {
  const guide::Guide& guide = page.guide;
  const Phrases& words = page.words();
  Html html = shared_section(page, words.exemptions, exemptions_part);
  html += shared_section(page, words.steps, steps_part);
  html += section(words.forms, forms(page));
  html += section(words.audience, one_text(page, guide.audience));
  html += section(words.requirements, texts(page, guide.requirements));
  html += section(words.notes, notes(page));
  html += section(words.authority, one_text(page, guide.competent_authority));
  html += folded(words.law, laws(page));
  html += folded(words.names_and_codes, codes(page));
  return html;
}

}  // namespace conglang::publish
