#include "kiosk/screens/screen.h"

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/staff.h"
#include "kiosk/screens/stage.h"
#include "kiosk/screens/widgets/controls.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

/// One overload a page.
struct BodyOf {
  const kiosk::ChromeView& chrome;
  Rect room;
  Canvas& canvas;

  using Touched = std::optional<Action>;
  Touched operator()(const kiosk::WaitingView& view) const {
    draw_waiting(view, chrome, room, canvas);
    return std::nullopt;
  }
  Touched operator()(const kiosk::HomeView& view) const { return draw_home(view, chrome, room, canvas); }
  Touched operator()(const kiosk::ListView& view) const { return draw_list(view, chrome, room, canvas); }
  Touched operator()(const kiosk::CaseView& view) const { return draw_case(view, chrome, room, canvas); }
  Touched operator()(const kiosk::GuideView& view) const { return draw_guide(view, chrome, room, canvas); }
  Touched operator()(const kiosk::StepsView& view) const { return draw_steps(view, chrome, room, canvas); }
  Touched operator()(const kiosk::QrView& view) const { return draw_qr(view, chrome, room, canvas); }
  Touched operator()(const kiosk::NoticesView& view) const {
    return draw_notices(view, chrome, room, canvas);
  }
  Touched operator()(const kiosk::NoticeView& view) const { return draw_notice(view, chrome, room, canvas); }
  Touched operator()(const kiosk::HeritageView& view) const {
    return draw_heritage(view, chrome, room, canvas);
  }
  Touched operator()(const kiosk::PanoramaView& view) const { return draw_panorama(view, room, canvas); }
  Touched operator()(const kiosk::ProductsView& view) const {
    return draw_products(view, chrome, room, canvas);
  }
  Touched operator()(const kiosk::ProductView& view) const {
    return draw_product(view, chrome, room, canvas);
  }
  Touched operator()(const kiosk::PaymentView& view) const {
    draw_payment(view, room, canvas);
    return std::nullopt;
  }
  Touched operator()(const kiosk::AttractView& view) const { return draw_attract(view, canvas); }
  Touched operator()(const kiosk::UrgentView& view) const { return draw_urgent(view, chrome, canvas); }
  Touched operator()(const kiosk::EmergencyView& view) const { return draw_emergency(view, chrome, canvas); }
  Touched operator()(const kiosk::ContactsView& view) const {
    return draw_contacts(view, chrome, room, canvas);
  }
  Touched operator()(const kiosk::WifiView& view) const { return draw_wifi(view, chrome, room, canvas); }
  Touched operator()(const kiosk::ZaloView& view) const { return draw_zalo(view, chrome, room, canvas); }
  Touched operator()(const kiosk::HelpView& view) const { return draw_help(view, chrome, room, canvas); }
  Touched operator()(const kiosk::SearchView& view) const { return draw_search(view, chrome, room, canvas); }
  Touched operator()(const kiosk::SectorsView& view) const {
    return draw_sectors(view, chrome, room, canvas);
  }
  Touched operator()(const kiosk::EntriesView& view) const {
    return draw_entries(view, chrome, room, canvas);
  }
  Touched operator()(const kiosk::ProcedureView& view) const {
    return draw_procedure(view, chrome, room, canvas);
  }
  Touched operator()(const kiosk::RateView& view) const { return draw_rate(view, chrome, room, canvas); }
};

// Two lines, one dark and one light: seen on every ground.
void draw_ring(Rect box, Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const auto outline = [&](float by, float width, ImU32 color) {
    const ImVec2 from = canvas.to_screen(box.x - by, box.y - by);
    const ImVec2 to = canvas.to_screen(box.right() + by, box.bottom() + by);
    canvas.list()->AddRect(from, to, color, (kCardRadius + by) * theme.scale, 0, width * theme.scale);
  };
  outline(6, 14, canvas.palette().page);
  outline(6, 8, canvas.palette().ink);
}

std::optional<Action> draw_all(const kiosk::View& view, Canvas& canvas) {
  if (view.staff) return draw_staff(*view.staff, canvas);
  if (view.cover) {
    draw_cover(*view.cover, canvas);
    return std::nullopt;
  }
  if (view.idle) return draw_idle(*view.idle, canvas);
  if (kiosk::is_whole(view.body)) return std::visit(BodyOf{view.chrome, {}, canvas}, view.body);
  const Theme& theme = canvas.theme();
  canvas.fill({0, 0, theme.width, theme.height}, canvas.palette().page);
  draw_header(view.chrome.header, canvas);
  std::optional<Action> action = draw_footer(view.chrome.footer, canvas);
  if (theme.low && !has_own_stage(view.body)) draw_gate_stage(view.chrome.header, canvas);
  float bottom = theme.height - theme.footer_height();
  if (view.chrome.reader) {
    bottom -= kReaderHeight;
    if (auto touched = draw_reader(*view.chrome.reader, bottom, canvas)) action = std::move(touched);
  }
  float top = theme.low ? theme.height / 2 : theme.header_height();
  if (view.chrome.banner && !view.chrome.reader) {  // there is room for one bar: this one waits
    if (auto touched = draw_banner(*view.chrome.banner, top, canvas)) action = std::move(touched);
    top += banner_height(*view.chrome.banner, canvas);
  }
  const Rect room{theme.margin(), top + 24, theme.content_width(), bottom - top - 48};
  if (auto touched = std::visit(BodyOf{view.chrome, room, canvas}, view.body)) action = std::move(touched);
  return action;
}

Finger finger(const Theme& theme) {
  const ImGuiIO& io = ImGui::GetIO();
  if (!ImGui::IsMousePosValid(&io.MousePos)) return {};
  return {io.MousePos.x / theme.scale, io.MousePos.y / theme.scale, io.MouseDown[0]};
}

// Two pages have two names: what moves on one does not move on the next.
std::string name_of_page(const kiosk::View& view) {
  if (view.staff) return view.staff->title;
  return std::to_string(view.body.index()) + view.chrome.header.title;
}

// A finger that came down in the staff's corner, or left it.
std::optional<Action> corner_touch(const kiosk::View& view, const Canvas& canvas) {
  const ImGuiIO& io = ImGui::GetIO();
  const Rect corner = staff_corner();
  const ImVec2 end = canvas.to_screen(corner.right(), corner.bottom());
  const auto inside = [&](ImVec2 at) { return at.x >= 0 && at.y >= 0 && at.x < end.x && at.y < end.y; };
  const bool held = !view.staff && io.MouseDown[0] && inside(io.MousePos) && inside(io.MouseClickedPos[0]);
  if (held == view.corner_held) return std::nullopt;
  return held ? Action(kiosk::StaffTouch(kiosk::PressCorner{}))
              : Action(kiosk::StaffTouch(kiosk::LeaveCorner{}));
}

}  // namespace

std::optional<Action> draw_screen(const kiosk::View& view, const Theme& theme, ScrollMotion& motion,
                                  Inspection* inspection, Focus* focus) {
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("screen", nullptr, kBare);
  const bool calm = view.chrome.motion == kiosk::Motion::reduced;
  motion.begin_frame(name_of_page(view), finger(theme), ImGui::GetIO().DeltaTime,
                     calm ? Pace::cut : Pace::running_on);
  Canvas canvas(ImGui::GetWindowDrawList(), theme, motion, inspection);
  const std::string_view heard = view.chrome.reader ? std::string_view(view.chrome.reader->lit) : "";
  canvas.light(heard, motion.is_new(heard) && !heard.empty() ? Canvas::Lit::new_one : Canvas::Lit::as_before);
  if (focus != nullptr) {
    canvas.tell(*focus);
    focus->begin_frame();
  }
  std::optional<Action> action = draw_all(view, canvas);
  if (focus != nullptr) {
    focus->end_frame();
    if (const auto ring = focus->ring()) draw_ring(*ring, canvas);
  }
  if (!action) action = corner_touch(view, canvas);
  // A touch on nothing is a sign of a person too.
  if (!action && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) action = kiosk::Touched{};
  ImGui::End();
  ImGui::PopStyleVar(2);
  return action;
}

}  // namespace conglang::screens
