#include "kiosk/screens/screen.h"

#include <type_traits>

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/pages.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

std::optional<Action> draw_body(const kiosk::View& view, Rect room, Canvas& canvas) {
  const kiosk::ChromeView& chrome = view.chrome;
  return std::visit(
      [&](const auto& body) -> std::optional<Action> {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (std::is_same_v<Body, kiosk::WaitingView>) {
          draw_waiting(body, chrome, room, canvas);
          return std::nullopt;
        } else if constexpr (std::is_same_v<Body, kiosk::HomeView>) {
          return draw_home(body, room, canvas);
        } else if constexpr (std::is_same_v<Body, kiosk::ListView>) {
          return draw_list(body, chrome, room, canvas);
        } else if constexpr (std::is_same_v<Body, kiosk::CaseView>) {
          return draw_case(body, chrome, room, canvas);
        } else if constexpr (std::is_same_v<Body, kiosk::GuideView>) {
          return draw_guide(body, chrome, room, canvas);
        } else if constexpr (std::is_same_v<Body, kiosk::StepsView>) {
          return draw_steps(body, chrome, room, canvas);
        } else {
          return draw_qr(body, room, canvas);
        }
      },
      view.body);
}

std::optional<Action> draw_all(const kiosk::View& view, Canvas& canvas) {
  if (view.idle) return draw_idle(*view.idle, canvas);
  const Theme& theme = canvas.theme();
  canvas.fill({0, 0, theme.width, theme.height}, canvas.palette().page);
  draw_header(view.chrome.header, canvas);
  std::optional<Action> action = draw_footer(view.chrome.footer, canvas);
  float top = theme.header_height();
  if (view.chrome.banner) {
    if (auto touched = draw_banner(*view.chrome.banner, top, canvas)) action = std::move(touched);
    top += banner_height(*view.chrome.banner, canvas);
  }
  const float bottom = theme.height - theme.footer_height();
  const Rect room{theme.margin(), top + 24, theme.content_width(), bottom - top - 48};
  if (auto touched = draw_body(view, room, canvas)) action = std::move(touched);
  return action;
}

}  // namespace

std::optional<Action> draw_screen(const kiosk::View& view, const Theme& theme, Inspection* inspection) {
  constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin("screen", nullptr, kBare);
  Canvas canvas(ImGui::GetWindowDrawList(), theme, inspection);
  std::optional<Action> action = draw_all(view, canvas);
  // A touch on nothing is a sign of a person too.
  if (!action && ImGui::IsMouseReleased(ImGuiMouseButton_Left)) action = kiosk::Touched{};
  ImGui::End();
  ImGui::PopStyleVar(2);
  return action;
}

}  // namespace conglang::screens
