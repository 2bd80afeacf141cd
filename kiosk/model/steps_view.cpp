#include <algorithm>
#include <functional>

#include "kiosk/model/answers.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/papers.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

using Items = std::vector<ItemView>;

ItemView item(std::string text, std::string note = {}) {
  return {{}, std::move(text), std::move(note), std::nullopt};
}

/// The sections of one guide, in the order in which they are read out.
class Sections {
 public:
  Sections(const Reading& reading, Date today, const Words& words)
      : reading_(reading),
        guide_(reading.guide),
        cases_(chosen_cases(guide_, reading.case_id)),
        today_(today),
        words_(words) {}

  std::vector<SectionView> build() {
    add_by_case(Key::steps_title, "list-numbers", [this](const guide::Case& one) { return steps(one); });
    add_by_case(Key::fact_fee, "coins", [this](const guide::Case& one) { return numbers(one.costs); });
    add_by_case(Key::exemptions_title, "hand-heart",
                [this](const guide::Case& one) { return exemptions(one); });
    add_by_case(Key::time_title, "clock",
                [this](const guide::Case& one) { return numbers(one.processing_times); });
    add(Key::fact_where, "map-pin", channels());
    add(Key::online_title, "device-mobile", online());
    add(Key::forms_title, "note-pencil", forms());
    add(Key::audience_title, "users-three", one_text(guide_.audience));
    add(Key::requirements_title, "list-checks", texts(guide_.requirements));
    add(Key::notes_title, "lightning", notes());
    add(Key::changes_title, "calendar-check", changes());
    add(Key::fact_output, "certificate", outputs());
    add(Key::authority_title, "house", one_text(guide_.competent_authority));
    add(Key::law_title, "files", laws());
    add(Key::official_title, "identification-card", codes());
    return std::move(sections_);
  }

 private:
  void add(Key title, std::string icon, Items items) {
    if (!items.empty()) sections_.push_back({std::move(icon), words_(title), std::move(items)});
  }

  /// One section when all cases say the same, else one a case with its name in the title.
  void add_by_case(Key title, const std::string& icon,
                   const std::function<Items(const guide::Case&)>& items_of) {
    std::vector<Items> items;
    for (const guide::Case* one : cases_) items.push_back(items_of(*one));
    if (std::ranges::all_of(items, [&](const Items& one) { return one == items.front(); }))
      return add(title, icon, items.front());
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!items[i].empty())
        sections_.push_back(
            {icon, words_(Key::labelled, {{"label", words_(title)}, {"text", in(cases_[i]->label, words_)}}),
             std::move(items[i])});
  }

  ItemView checked(ItemView item, const guide::Provenance& provenance) const {
    if (standing(provenance, today_) != Standing::certain) item.chip = warning_chip(words_(Key::needs_check));
    return item;
  }

  bool is_future(const guide::Provenance& provenance) const {
    return standing(provenance, today_) == Standing::not_yet;
  }

  Items steps(const guide::Case& one) const {
    Items items;
    for (const guide::Step& step : one.steps) {
      if (is_future(step.provenance)) continue;
      items.push_back(checked(item(in(step.text, words_)), step.provenance));
      items.back().number = std::to_string(items.size());
    }
    return items;
  }

  /// Fees or times. What is not certain is never printed: its place says whom to ask.
  template <typename Fact>
  Items numbers(const std::vector<Fact>& facts) const {
    Items items;
    for (const Fact* fact : holding(facts, today_)) {
      const bool certain = standing(fact->provenance, today_) == Standing::certain;
      const std::string label = channel_names(guide_, fact->channels, words_);
      const std::string text = certain ? own_words(*fact, words_) : words_(Key::ask_commune);
      items.push_back(
          checked(item(label.empty() ? text : words_(Key::labelled, {{"label", label}, {"text", text}}),
                       certain ? in(fact->note, words_) : std::string()),
                  fact->provenance));
    }
    return items;
  }

  Items exemptions(const guide::Case& one) const {
    Items items;
    for (const guide::Cost* cost : holding(one.costs, today_))
      for (const guide::Text& exemption : cost->exemptions) {
        ItemView added = checked(item(in(exemption, words_)), cost->provenance);
        if (std::ranges::find(items, added) == items.end()) items.push_back(std::move(added));
      }
    return items;
  }

  Items channels() const {
    Items items;
    for (const guide::Channel& channel : guide_.channels) {
      if (is_future(channel.provenance)) continue;
      std::string note = in(channel.note, words_);
      append(note, in(channel.hours, words_), "\n");
      items.push_back(checked(item(in(channel.name, words_), std::move(note)), channel.provenance));
    }
    return items;
  }

  Items online() const {
    Items items;
    for (const Paper& paper : papers_online(guide_, reading_.case_id, today_)) {
      std::string note =
          question_id(*paper.evidence).empty() ? std::string() : in(*paper.evidence->only_if, words_);
      append(note, in(paper.evidence->note, words_), " ");
      items.push_back(
          checked(item(in(paper.evidence->name, words_), std::move(note)), paper.evidence->provenance));
    }
    return items;
  }

  Items outputs() const {
    Items items;
    for (const guide::Output& output : guide_.outputs)
      if (!is_future(output.provenance))
        items.push_back(checked(item(in(output.name, words_)), output.provenance));
    return items;
  }

  Items forms() const {
    Items items;
    for (const guide::Form& form : guide_.forms)
      if (!is_future(form.provenance))
        items.push_back(checked(item(in(form.name, words_), in(form.note, words_)), form.provenance));
    return items;
  }

  Items changes() const {
    Items items;
    for (const guide::ComingChange& change : guide_.coming_changes)
      if (today_ < change.from)
        items.push_back(checked(item(words_(Key::change_from, {{"date", full_date(change.from, words_)},
                                                               {"text", in(change.text, words_)}})),
                                change.provenance));
    return items;
  }

  Items laws() const {
    Items items;
    for (const guide::LegalResource& law : guide_.legal_resources)
      if (!is_future(law.provenance))
        items.push_back(checked(item(law.number, in(law.title, words_)), law.provenance));
    return items;
  }

  /// The official name and every code: the one in force, related ones, former ones.
  Items codes() const {
    Items items;
    if (!guide_.official_name.empty()) items.push_back(item(in(guide_.official_name, words_)));
    for (const guide::ProcedureCode& code : guide_.codes) {
      if (is_future(code.provenance)) continue;
      std::string note = in(code.name, words_);
      if (code.role == guide::ProcedureCode::Role::related)
        append(note, words_(Key::official_related), " · ");
      if (code.role == guide::ProcedureCode::Role::replaced)
        append(note, words_(Key::official_replaced), " · ");
      items.push_back(
          checked(item(words_(Key::code, {{"code", code.code}}), std::move(note)), code.provenance));
    }
    return items;
  }

  Items notes() const {
    Items items = one_text(guide_.description);
    for (ItemView& note : texts(guide_.notes)) items.push_back(std::move(note));
    return items;
  }

  Items one_text(const guide::Text& text) const {
    return text.empty() ? Items{} : Items{item(in(text, words_))};
  }

  Items texts(const std::vector<guide::Text>& all) const {
    Items items;
    for (const guide::Text& text : all) items.push_back(item(in(text, words_)));
    return items;
  }

  const Reading& reading_;
  const guide::Guide& guide_;
  std::vector<const guide::Case*> cases_;
  Date today_;
  const Words& words_;
  std::vector<SectionView> sections_;
};

}  // namespace

StepsView steps_view(const State& state, const Words& words) {
  return {.sections = Sections(*state.visit.reading, today(state), words).build(),
          .code_button = words(Key::code_button),
          .more = {words(Key::sections_more)}};
}

}  // namespace conglang::kiosk
