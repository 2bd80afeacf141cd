#include "tests/support/headless_screen.h"

#include <imgui.h>

#include <algorithm>
#include <stdexcept>

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

std::optional<kiosk::Action> HeadlessScreen::draw(const kiosk::View& view) {
  drawn_ = {};
  return painter_.frame(view, panel_, &drawn_);
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

}  // namespace conglang::testing
