#include <algorithm>

#include "kiosk/model/arrival.h"
#include "kiosk/model/attract.h"
#include "kiosk/model/catalogue.h"
#include "kiosk/model/doors.h"
#include "kiosk/model/heritage.h"
#include "kiosk/model/house.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/products.h"
#include "kiosk/model/urgent.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

void set_title(HeaderView& header, std::string title) {
  header.title = header.short_title = std::move(title);
}

void fill_home(HeaderView& header, const State& state, const Words& words) {
  set_title(header, words(Key::app_name));
  if (state.clock_known) {
    header.date = long_date(today(state), words);
    header.short_date = short_date(today(state), words);
  }
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

void fill_door(HeaderView& header, const State& state, Door door, const Words& words) {
  set_title(header, words(door_title(door)));
  if (const guide::Place* place = find_place(state)) header.context = in(place->name, words);
}

/// A field, a sector, or how far the catalogue reaches.
void fill_catalogue(HeaderView& header, const guide::Content& content, const CataloguePart& part,
                    const Words& words) {
  const bool nation = part.reach == CataloguePart::Reach::nation;
  std::string title = words(nation ? Key::catalogue_nation_header : Key::catalogue_header);
  if (part.sector == kNoSector) title = words(Key::catalogue_other);
  if (const guide::Sector* sector = find_sector(content, part.sector)) title = in(sector->title, words);
  if (!part.field.empty()) title = in(field_title(content, part), words);
  std::ranges::replace(title, '\n', ' ');
  set_title(header, std::move(title));
  header.context = words(part.sector.empty() ? Key::catalogue_context
                         : nation            ? Key::catalogue_nation_level
                                             : Key::catalogue_commune_level);
}

// What a page of a door says of itself.
void fill_own_page(HeaderView& header, const State& state, const Page& page, const Words& words) {
  if (const auto* place = std::get_if<HeritagePage>(&page)) {
    if (auto number = heritage_view(state, *place, words).place; !number.empty()) header.context = number;
  } else if (const auto* panorama = std::get_if<PanoramaPage>(&page)) {
    if (const auto* shown = find_heritage(state, panorama->id)) header.context = in(shown->title, words);
  } else if (const auto* payment = std::get_if<PaymentPage>(&page)) {
    if (const auto* paid = find_product(state, payment->id)) header.context = in(paid->name, words);
  }
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
  header.clock = state.clock_known ? clock_text(state.now) : words(Key::clock_unknown);
  header.shift_px = shift_px(state.now);
  if (const guide::Place* place = find_place(state)) header.sign = sign_of(*place);
  const Page& page = current_page(state.visit);
  if (const auto* list = std::get_if<ListPage>(&page)) {
    fill_list(header, state, *list, words);
  } else if (std::holds_alternative<SearchPage>(page)) {
    set_title(header, words(Key::search_header));
    header.context = words(Key::search_context);
  } else if (const auto* part = std::get_if<CataloguePage>(&page)) {
    fill_catalogue(header, *state.content, part->part, words);
  } else if (const auto* procedure = std::get_if<ProcedurePage>(&page)) {
    set_title(header, words(Key::procedure_header));
    header.context = words(Key::code, {{"code", procedure->code}});
  } else if (const auto* shown = std::get_if<ProcedureCodePage>(&page)) {
    set_title(header, words(Key::qr_header));
    header.context = words(Key::code, {{"code", shown->code}});
  } else if (std::holds_alternative<CasePage>(page)) {
    set_guide_title(header, state.visit.reading->guide, words);
    header.context = words(Key::case_context);
  } else if (std::holds_alternative<CodePage>(page)) {
    set_title(header, words(Key::qr_header));
    header.context = in(state.visit.reading->guide.title, words);
  } else if (const auto door = door_of(page)) {
    fill_door(header, state, *door, words);
    fill_own_page(header, state, page, words);
  } else if (std::holds_alternative<RatePage>(page)) {
    set_title(header, words(Key::rate_header));
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

/// What the next press of the button makes of the text.
Key text_size_key(TextSize size) {
  if (size == TextSize::normal) return Key::text_larger;
  return size == TextSize::large ? Key::text_largest : Key::text_normal;
}

ListenView listen_view(const State& state, const Words& words) {
  const auto& speech = state.visit.speech;
  const bool started = speech && speech->name.empty();
  if (!started) return {{words(Key::listen), state.has_sound}, false};
  return {{words(speech->paused ? Key::listen_on : Key::listen_pause), true}, !speech->paused};
}

std::optional<ReaderView> reader_view(const State& state, const Words& words) {
  const Visit& visit = state.visit;
  if (!visit.speech || !visit.speech->name.empty()) return std::nullopt;
  const bool normal = visit.pace == Pace::normal;
  return ReaderView{.again = {words(Key::say_again)},
                    .pace = {words(normal ? Key::pace_slow : Key::pace_normal)},
                    .quieter = {words(Key::quieter), visit.loudness > 1},
                    .louder = {words(Key::louder), visit.loudness < kLoudest},
                    .stop = {words(Key::stop_listening)},
                    .lit = {}};
}

FooterView footer_view(const State& state, const Strings& strings, const Words& words) {
  const Visit& visit = state.visit;
  const bool away = visit.trail.size() > 1;
  const bool light = visit.theme == Theme::light;
  const bool low = visit.reach == Reach::low;
  const bool moves = visit.motion == Motion::full;
  return {.back = {words(Key::back), away},
          .home = {words(Key::home), away},
          .listen = listen_view(state, words),
          .text_size = {words(text_size_key(visit.text_size)), true},
          .theme = {words(light ? Key::theme_dark : Key::theme_light), true},
          .reach = {words(low ? Key::reach_whole : Key::reach_low), true},
          .motion = {words(moves ? Key::motion_reduced : Key::motion_full), true},
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
          .reader = reader_view(state, words),
          .text_size = state.visit.text_size,
          .theme = state.visit.theme,
          .reach = state.visit.reach,
          .motion = state.visit.motion,
          .turn_page = {words(Key::turn_page)},
          .to_top = words(Key::to_top),
          .offset = shown_urgent(state) ? state.visit.urgent_offset : state.visit.trail.back().offset};
}

ChipView warning_chip(const std::string& text) {
  return {Tone::warning, "warning", text};
}

std::string short_title(const guide::Guide& guide, const Words& words) {
  return in(guide.short_title.empty() ? guide.title : guide.short_title, words);
}

}  // namespace conglang::kiosk
