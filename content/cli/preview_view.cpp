#include "content/cli/preview_view.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "content/guide/standing.h"
#include "kiosk/model/attract.h"
#include "kiosk/model/update.h"
#include "kiosk/model/view_of.h"

namespace conglang::cli {
namespace {

using kiosk::Action;
using Kind = guide::BundlePath::Kind;

// What the lower of the two orientations shows of a long page, in reference pixels. The screen rests at the
// block before it, so nothing is passed over.
constexpr float kScreenful = 640;

template <typename Values>
auto find_id(const Values& values, const std::string& id) {
  return std::find_if(values.begin(), values.end(), [&id](const auto& value) { return value.id == id; });
}

Instant morning_of(Date day) {
  return std::chrono::sys_days(day) + std::chrono::hours(9) - kVietnamOffset;
}

const guide::Notice* notice_of(const Draft& draft) {
  const auto found = find_id(draft.content.notices, draft.id);
  return draft.kind == Kind::notice && found != draft.content.notices.end() ? &*found : nullptr;
}

// The instant that the page is drawn at. Errors: invalid, the draft is not shown then.
Result<Instant> moment_of(const Draft& draft, const PageRequest& request) {
  const Date today = local_date(request.now);
  if (const guide::Notice* notice = notice_of(draft)) {
    if (is_shown(*notice, today)) return request.now;
    if (today < notice->from && !request.is_now_given) return morning_of(notice->from);
    return fail(Errc::invalid, "thông báo này chỉ hiện từ {} đến hết {}, không hiện ngày {}",
                format_date(notice->from), format_date(notice->until), format_date(today));
  }
  const auto guide = find_id(draft.content.guides, draft.id);
  const bool is_guide = draft.kind == Kind::guide || draft.kind == Kind::patch;
  if (!is_guide || guide == draft.content.guides.end() || is_shown(*guide, today)) return request.now;
  return fail(Errc::invalid,
              "bài \"{}\" không hiện ngày {}: ngoài validFrom, validUntil; thử --on NĂM-THÁNG-NGÀY", draft.id,
              format_date(today));
}

std::vector<std::string> languages_with(const std::string& first, const kiosk::Strings& strings) {
  std::vector<std::string> codes = strings.languages();
  std::stable_partition(codes.begin(), codes.end(), [&](const std::string& code) { return code == first; });
  return codes;
}

// An urgent notice stands before every page; only one's own is to be seen.
guide::Content without_covers(const Draft& draft, PreviewPage page) {
  guide::Content content = draft.content;
  const bool is_listed = draft.kind == Kind::notice && page != PreviewPage::urgent;
  if (is_listed && page != PreviewPage::rest)
    return content;  // read away, so that it still stands in the list
  std::erase_if(content.notices, [&](const guide::Notice& notice) {
    return notice.urgency == guide::Notice::Urgency::emergency && notice.id != draft.id;
  });
  return content;
}

// What a visitor would have touched before the way begins.
std::vector<Action> settled(const guide::Content& content, const PageRequest& request) {
  std::vector<Action> touches;
  if (request.page == PreviewPage::rest) return touches;  // a touch would wake it
  if (request.theme == kiosk::Theme::contrast) touches.push_back(kiosk::ToggleTheme{});
  for (int step = 0; step < static_cast<int>(request.text_size); ++step)
    touches.push_back(kiosk::NextTextSize{});
  if (request.page == PreviewPage::urgent) return touches;
  for (const guide::Notice& notice : content.notices) {
    if (notice.urgency == guide::Notice::Urgency::emergency) touches.push_back(kiosk::ReadUrgent{notice.id});
  }
  return touches;
}

// When the turn of the draft's notice has come on the screen at rest.
Instant turn_of(const kiosk::State& state, const Draft& draft) {
  const auto scenes = kiosk::scenes_of(state);
  for (std::size_t turn = 0; turn < scenes.size(); ++turn) {
    const auto& notices = scenes[turn].notices;
    const bool is_there =
        std::ranges::any_of(notices, [&](const guide::Notice* notice) { return notice->id == draft.id; });
    if (is_there) return state.touched + kiosk::kAttractHold * static_cast<int>(turn);
  }
  return state.now;
}

}  // namespace

Result<std::string> choose_place(const Draft& draft, const std::string& wanted) {
  const auto& places = draft.content.places;
  if (!wanted.empty()) {
    if (find_id(places, wanted) != places.end()) return wanted;
    std::vector<std::string> ids;
    for (const guide::Place& place : places) ids.push_back(place.id);
    return fail(Errc::not_found, "không có nhà văn hóa \"{}\"; có: {}", wanted, fmt::join(ids, ", "));
  }
  if (draft.kind == Kind::place) return draft.id;
  const guide::Notice* notice = notice_of(draft);
  for (const guide::Place& place : places) {
    if (!notice || is_for(*notice, place.id)) return place.id;
  }
  return places.empty() ? std::string() : places.front().id;
}

Result<kiosk::View> page_of(const Draft& draft, const PageRequest& request, const kiosk::Strings& strings) {
  TRY(const std::vector<Action> way, way_to(draft, request.page, request.case_id));
  TRY(const Instant now, moment_of(draft, request));
  TRY(const std::string place, choose_place(draft, request.place));
  kiosk::State state = kiosk::initial_state({languages_with(request.language, strings), place}, now);
  const auto apply = [&state](const Action& action) {
    state = kiosk::update(std::move(state), action).state;
  };
  const guide::Content content = without_covers(draft, request.page);
  apply(kiosk::Tick{now});
  apply(kiosk::ContentArrived{content, now});
  for (const Action& action : settled(content, request)) apply(action);
  for (const Action& action : way) apply(action);
  if (request.turn > 0) apply(kiosk::ScrollTo{kScreenful * static_cast<float>(request.turn)});
  if (request.page == PreviewPage::rest) apply(kiosk::Tick{turn_of(state, draft)});
  return kiosk::view_of(state, strings);
}

}  // namespace conglang::cli
