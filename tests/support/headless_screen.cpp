#include "tests/support/headless_screen.h"

#include <imgui.h>

#include <algorithm>
#include <stdexcept>

#include "content/base/file.h"
#include "tests/folders.h"

namespace conglang::testing {
namespace {

picture::PagePainter open_painter() {
  auto painter = picture::PagePainter::open(CONGLANG_BIN_DIR "/../share/conglang");
  if (!painter) throw std::runtime_error(painter.error().message);
  return *std::move(painter);
}

}  // namespace

HeadlessScreen::HeadlessScreen(int width, int height, double diagonal_inches)
    : panel_{width, height, diagonal_inches}, painter_(open_painter()) {}

void HeadlessScreen::show_starter_pictures() {
  painter_.show_pictures([](const std::string& file) {
    return read_file(CONGLANG_SOURCE_DIR "/content/starter/communes/09784/pictures/" + file, 1UL << 20U);
  });
}

std::optional<kiosk::Action> HeadlessScreen::draw(const kiosk::View& view, screens::Focus* focus) {
  drawn_ = {};
  return painter_.frame(view, panel_, &drawn_, focus);
}

void HeadlessScreen::press(std::string_view id) {
  const auto found = std::ranges::find(drawn_.targets, id, &screens::Inspection::Target::id);
  if (found == drawn_.targets.end()) throw std::runtime_error("no such target: " + std::string(id));
  const float scale = theme().scale;
  ImGui::GetIO().AddMousePosEvent(found->box.middle_x() * scale, found->box.middle_y() * scale);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
}

void HeadlessScreen::release() {
  ImGui::GetIO().AddMouseButtonEvent(0, false);
}

void HeadlessScreen::touch(float x, float y) {
  move(x, y);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
}

void HeadlessScreen::move(float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x * theme().scale, y * theme().scale);
}

std::optional<kiosk::Action> HeadlessScreen::tap(const kiosk::View& view, std::string_view id) {
  draw(view);
  press(id);
  draw(view);
  release();
  return draw(view);
}

std::optional<kiosk::Action> HeadlessScreen::draw_until_still(const kiosk::View& view, int most) {
  std::optional<kiosk::Action> last;
  for (int i = 0; i < most && (i == 0 || painter_.is_running()); ++i) {
    if (auto action = draw(view)) last = std::move(action);
  }
  return last;
}

}  // namespace conglang::testing
