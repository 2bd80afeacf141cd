#include "kiosk/model/view_of.h"

#include <algorithm>

#include "kiosk/model/attract.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/recordings.h"
#include "kiosk/model/spoken_page.h"
#include "kiosk/model/staff.h"
#include "kiosk/model/urgent.h"

namespace conglang::kiosk {
namespace {

/// One overload a page.
struct BodyOf {
  const State& state;
  const Words& words;

  BodyView operator()(const HomePage&) const {
    if (!state.content) return waiting_view(state, words);
    return home_view(state, words);
  }
  BodyView operator()(const ListPage& page) const { return list_view(state, page, words); }
  BodyView operator()(const SearchPage&) const { return search_view(state, words); }
  BodyView operator()(const CataloguePage& page) const { return catalogue_view(state, page, words); }
  BodyView operator()(const ProcedurePage& page) const { return procedure_view(state, page, words); }
  BodyView operator()(const ProcedureCodePage& page) const { return procedure_code_view(state, page, words); }
  BodyView operator()(const CasePage&) const { return case_view(state, words); }
  BodyView operator()(const GuidePage&) const { return guide_view(state, words); }
  BodyView operator()(const StepsPage&) const { return steps_view(state, words); }
  BodyView operator()(const CodePage& page) const { return qr_view(state, page, words); }
  BodyView operator()(const NoticesPage&) const { return notices_view(state, words); }
  BodyView operator()(const NoticePage& page) const { return notice_view(state, page, words); }
  BodyView operator()(const HeritagePage& page) const { return heritage_view(state, page, words); }
  BodyView operator()(const PanoramaPage& page) const { return panorama_view(state, page, words); }
  BodyView operator()(const ProductsPage&) const { return products_view(state, words); }
  BodyView operator()(const ProductPage& page) const { return product_view(state, page, words); }
  BodyView operator()(const PaymentPage& page) const { return payment_view(state, page, words); }
  BodyView operator()(const ContactsPage&) const { return contacts_view(state, words); }
  BodyView operator()(const WifiPage&) const { return wifi_view(state, words); }
  BodyView operator()(const ZaloPage&) const { return zalo_view(state, words); }
  BodyView operator()(const ZaloCodePage& page) const { return zalo_code_view(state, page, words); }
  BodyView operator()(const HelpPage&) const { return help_view(state, words); }
  BodyView operator()(const RatePage& page) const { return rate_view(page, words); }
};

/// What stands before the page, if something does.
BodyView body_view(const State& state, const Words& words) {
  if (const auto* order = emergency_in_force(state)) return emergency_view(*order, state, words);
  if (const auto* notice = shown_urgent(state)) return urgent_view(*notice, words);
  if (is_at_rest(state)) return attract_view(state, words);
  return std::visit(BodyOf{state, words}, current_page(state.visit));
}

std::optional<IdleView> idle_view(const State& state, const Words& words) {
  const auto seconds = seconds_left(state);
  if (!seconds || emergency_in_force(state)) return std::nullopt;
  return IdleView{words(Key::idle_title), words(Key::idle_text), *seconds,
                  words(Key::idle_unit),  words(Key::idle_stay), words(Key::idle_leave)};
}

/// The sentence or name that is to be heard; a page that has become shorter ends with its last sentence.
std::optional<SpeechView> speech_view(const State& state, const View& view) {
  const Visit& visit = state.visit;
  if (!visit.speech) return std::nullopt;
  const Speech& speech = *visit.speech;
  SpeechView heard{.sentence = {},
                   .language = visit.language,
                   .pace = visit.pace,
                   .loudness = visit.loudness,
                   .paused = speech.paused,
                   .saying = speech.saying,
                   .last = true};
  if (speech.name.empty()) heard.recording = recording_of_page(state, view);
  if (!heard.recording.empty()) return heard;
  if (speech.name.empty()) {
    const std::vector<Sentence> page = spoken_page(view, visit.language);
    if (page.empty()) return std::nullopt;
    const auto at = std::min(static_cast<std::size_t>(speech.sentence), page.size() - 1);
    heard.sentence = page[at];
    heard.last = at + 1 == page.size();
  } else {
    heard.sentence = {speech.name, spoken(speech.name, visit.language)};
  }
  heard.language = voice_language(heard.sentence.shown, visit.language);
  return heard;
}

}  // namespace

View view_of(const State& state, const Strings& strings) {
  bool untranslated = false;
  const Words words(strings.in(state.visit.language), &untranslated);
  View view{.chrome = chrome_view(state, strings),
            .body = body_view(state, words),
            .idle = idle_view(state, words),
            .speech = {},
            .cover = cover_view(state, words),
            .staff = staff_view(state, strings),
            .corner_held = state.corner_since.has_value(),
            .brightness = brightness_now(state)};
  if (untranslated && !view.chrome.banner)
    view.chrome.banner =
        BannerView{BannerView::Kind::untranslated, Tone::neutral, words(Key::untranslated), ""};
  view.speech = speech_view(state, view);
  if (view.speech && view.chrome.reader) view.chrome.reader->lit = view.speech->sentence.shown;
  return view;
}

}  // namespace conglang::kiosk
