#include "content/cli/preview_view.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "content/guide/standing.h"
#include "kiosk/model/update.h"
#include "kiosk/model/view_of.h"

namespace conglang::cli {
namespace {

using kiosk::Action;

// What the lower of the two orientations shows of a long page, in reference pixels. The screen rests at the
// block before it, so nothing is passed over.
constexpr float kScreenful = 640;

template <typename Values>
std::string ids_of(const Values& values) {
  std::vector<std::string> ids;
  for (const auto& value : values) ids.push_back(value.id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

template <typename Values>
bool has_id(const Values& values, const std::string& id) {
  return std::any_of(values.begin(), values.end(), [&id](const auto& value) { return value.id == id; });
}

Result<const guide::Guide*> shown_guide(const Draft& draft, Instant now) {
  const auto& guides = draft.content.guides;
  const auto found = std::find_if(guides.begin(), guides.end(),
                                  [&draft](const guide::Guide& guide) { return guide.id == draft.id; });
  if (found == guides.end()) {
    return fail(Errc::invalid, "bài \"{}\" không hiện trên màn hình: \"status\" không phải \"in-force\"",
                draft.id);
  }
  if (!guide::is_shown(*found, local_date(now))) {
    return fail(Errc::invalid,
                "bài \"{}\" không hiện ngày {}: ngoài validFrom, validUntil; thử --on NĂM-THÁNG-NGÀY",
                draft.id, format_date(local_date(now)));
  }
  return &*found;
}

Result<void> check_case(const guide::Guide& guide, const PageRequest& request) {
  if (!request.case_id.empty() && !has_id(guide.cases, request.case_id)) {
    return fail(Errc::not_found, "bài \"{}\" không có trường hợp \"{}\"; có: {}", guide.id, request.case_id,
                ids_of(guide.cases));
  }
  if (request.page == PreviewPage::case_question && guide.cases.size() < 2) {
    return fail(Errc::invalid, "bài \"{}\" chỉ có một trường hợp nên không có trang hỏi; bỏ --page case",
                guide.id);
  }
  return {};
}

std::vector<std::string> languages_with(const std::string& first, const kiosk::Strings& strings) {
  std::vector<std::string> codes = strings.languages();
  std::stable_partition(codes.begin(), codes.end(), [&](const std::string& code) { return code == first; });
  return codes;
}

// What a visitor would touch to come to the page.
std::vector<Action> way_to(const guide::Guide& guide, const PageRequest& request) {
  std::vector<Action> way;
  if (request.theme == kiosk::Theme::contrast) way.push_back(kiosk::ToggleTheme{});
  for (int step = 0; step < static_cast<int>(request.text_size); ++step) way.push_back(kiosk::NextTextSize{});
  way.push_back(kiosk::OpenGuide{guide.id});
  if (request.page != PreviewPage::case_question && guide.cases.size() > 1) {
    way.push_back(kiosk::ChooseCase{request.case_id});
  }
  if (request.page == PreviewPage::steps) way.push_back(kiosk::OpenSteps{});
  if (request.page == PreviewPage::code) way.push_back(kiosk::OpenCode{});
  if (request.turn > 0) way.push_back(kiosk::ScrollTo{kScreenful * static_cast<float>(request.turn)});
  return way;
}

}  // namespace

Result<std::string> choose_place(const Draft& draft, const std::string& wanted) {
  const auto& places = draft.content.places;
  if (wanted.empty()) return places.empty() ? std::string() : places.front().id;
  if (has_id(places, wanted)) return wanted;
  return fail(Errc::not_found, "không có nhà văn hóa \"{}\"; có: {}", wanted, ids_of(places));
}

Result<kiosk::View> page_of(const Draft& draft, const PageRequest& request, const kiosk::Strings& strings) {
  TRY(const guide::Guide* guide, shown_guide(draft, request.now));
  TRY_VOID(check_case(*guide, request));
  TRY(const std::string place, choose_place(draft, request.place));
  kiosk::State state = kiosk::initial_state({languages_with(request.language, strings), place}, request.now);
  const auto apply = [&state](const Action& action) {
    state = kiosk::update(std::move(state), action).state;
  };
  apply(kiosk::Tick{request.now});
  apply(kiosk::ContentArrived{draft.content, request.now});
  for (const Action& action : way_to(*guide, request)) apply(action);
  return kiosk::view_of(state, strings);
}

}  // namespace conglang::cli
