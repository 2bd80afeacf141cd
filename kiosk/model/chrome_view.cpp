#include <algorithm>

#include "kiosk/model/arrival.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

const guide::Place* find_place(const State& state) {
  if (!state.content) return nullptr;
  const auto& places = state.content->places;
  const auto found = std::ranges::find(places, state.settings.place, &guide::Place::id);
  return found == places.end() ? nullptr : &*found;
}

void set_title(HeaderView& header, std::string title) {
  header.title = header.short_title = std::move(title);
}

void fill_home(HeaderView& header, const State& state, const Words& words) {
  set_title(header, words(Key::app_name));
  header.date = long_date(today(state), words);
  header.short_date = short_date(today(state), words);
  const guide::Place* place = find_place(state);
  if (!place) return;
  set_title(header, in(place->name, words));
  header.context = in(place->commune, words);
  if (place->sample) append(header.context, words(Key::sample), " · ");
}

void fill_list(HeaderView& header, const State& state, const ListPage& page, const Words& words) {
  header.context = words(Key::list_context);
  set_title(header, words(Key::list_all));
  const auto& topics = state.content->topics;
  const auto topic = std::ranges::find(topics, page.topic, &guide::Topic::id);
  if (topic == topics.end()) return;
  std::string title = in(topic->title, words);
  std::ranges::replace(title, '\n', ' ');
  set_title(header, std::move(title));
}

void set_guide_title(HeaderView& header, const guide::Guide& guide, const Words& words) {
  header.title = in(guide.title, words);
  header.short_title = short_title(guide, words);
}

/// The procedure code in force, when it is certain.
std::string code_text(const guide::Guide& guide, Date today, const Words& words) {
  const auto current = std::ranges::find_if(guide.codes, [&](const guide::ProcedureCode& code) {
    return code.role == guide::ProcedureCode::Role::current &&
           standing(code.provenance, today) == Standing::certain;
  });
  return current == guide.codes.end() ? std::string() : words(Key::code, {{"code", current->code}});
}

std::string case_text(const Reading& reading, const Words& words) {
  const auto& cases = reading.guide.cases;
  const auto chosen = std::ranges::find(cases, reading.case_id, &guide::Case::id);
  return chosen == cases.end() ? words(Key::case_every) : in(chosen->label, words);
}

void fill_guide(HeaderView& header, const State& state, const Words& words) {
  const guide::Guide& guide = state.visit.reading->guide;
  set_guide_title(header, guide, words);
  header.context = case_text(*state.visit.reading, words);
  if (header.context == header.title) header.context.clear();  // the only case is named like its guide
  header.code = code_text(guide, today(state), words);
  header.past_review = is_past_review(guide, today(state));
  if (!guide.checked_on) return;
  header.checked = words(Key::checked);
  header.checked_on = full_date(*guide.checked_on, words);
}

HeaderView header_view(const State& state, const Words& words) {
  HeaderView header;
  header.clock = clock_text(state.now);
  const Page& page = current_page(state.visit);
  if (const auto* list = std::get_if<ListPage>(&page)) {
    fill_list(header, state, *list, words);
  } else if (std::holds_alternative<CasePage>(page)) {
    set_guide_title(header, state.visit.reading->guide, words);
    header.context = words(Key::case_context);
  } else if (std::holds_alternative<CodePage>(page)) {
    set_title(header, words(Key::qr_header));
    header.context = in(state.visit.reading->guide.title, words);
  } else if (is_of_guide(page)) {
    fill_guide(header, state, words);
  } else {
    fill_home(header, state, words);
  }
  return header;
}

std::string next_language_name(const State& state, const Strings& strings) {
  const auto& languages = state.settings.languages;
  const auto current = std::ranges::find(languages, state.visit.language);
  const bool last = current == languages.end() || current + 1 == languages.end();
  return strings.in(last ? languages.front() : *(current + 1)).name;
}

FooterView footer_view(const State& state, const Strings& strings, const Words& words) {
  const Visit& visit = state.visit;
  const bool away = visit.trail.size() > 1;
  const bool normal = visit.text_size == TextSize::normal;
  const bool light = visit.theme == Theme::light;
  return {.back = {words(Key::back), away},
          .home = {words(Key::home), away},
          .text_size = {words(normal ? Key::text_larger : Key::text_normal), true},
          .theme = {words(light ? Key::theme_dark : Key::theme_light), true},
          .language = {next_language_name(state, strings), state.settings.languages.size() > 1},
          .done = {words(Key::done), true}};
}

std::optional<BannerView> banner_view(const State& state, const Words& words) {
  if (!state.visit.withdrawn.empty())
    return BannerView{BannerView::Kind::withdrawn, Tone::warning,
                      words(Key::withdrawn, {{"title", in(state.visit.withdrawn, words)}}),
                      words(Key::withdrawn_button)};
  if (newer_text(state))
    return BannerView{BannerView::Kind::new_text, Tone::good, words(Key::new_text),
                      words(Key::new_text_button)};
  return std::nullopt;
}

}  // namespace

ChromeView chrome_view(const State& state, const Strings& strings) {
  const Words words(strings.in(state.visit.language));
  return {.header = header_view(state, words),
          .footer = footer_view(state, strings, words),
          .banner = banner_view(state, words),
          .text_size = state.visit.text_size,
          .theme = state.visit.theme,
          .turn_page = {words(Key::turn_page)},
          .turn = state.visit.trail.back().turn};
}

ChipView warning_chip(const std::string& text) {
  return {Tone::warning, "warning", text};
}

std::string short_title(const guide::Guide& guide, const Words& words) {
  return in(guide.short_title.empty() ? guide.title : guide.short_title, words);
}

}  // namespace conglang::kiosk
