#include "kiosk/screens/stage.h"

#include <algorithm>

#include "kiosk/screens/widgets/gate.h"

namespace conglang::screens {
namespace {

constexpr float kGap = 24;

}  // namespace

Rect stage_of(const Theme& theme) {
  const float top = theme.header_height() + kGap;
  return {theme.margin(), top, theme.content_width(), theme.height / 2 - kGap - top};
}

void draw_gate_stage(const kiosk::HeaderView& view, Canvas& canvas) {
  const Rect stage = stage_of(canvas.theme());
  const TextStyle clock{.em = 120, .weight = Weight::question, .color = canvas.palette().ink};
  if (canvas.theme().kind == kiosk::Theme::contrast) {
    draw_mark(canvas, stage.middle_x(), stage.middle_y() - 80, 320);
    return canvas.line(view.clock, stage.middle_x(), stage.bottom() - 100, stage.w, clock, Align::center);
  }
  const float size = std::min(stage.w / kGateWidth, stage.h / kGateHeight);
  const float left = stage.middle_x() - kGateWidth * size / 2;
  const Rect arch = draw_gate(canvas, left, stage.bottom() - kGateHeight * size, size, view.sign);
  canvas.line(view.clock, arch.middle_x(), arch.middle_y(), arch.w - 20, clock, Align::center);
}

bool has_own_stage(const kiosk::BodyView& body) {
  return std::holds_alternative<kiosk::GuideView>(body) || std::holds_alternative<kiosk::QrView>(body) ||
         std::holds_alternative<kiosk::WifiView>(body) || std::holds_alternative<kiosk::SearchView>(body) ||
         std::holds_alternative<kiosk::WaitingView>(body) ||
         std::holds_alternative<kiosk::HeritageView>(body) ||
         std::holds_alternative<kiosk::PanoramaView>(body) ||
         std::holds_alternative<kiosk::ProductView>(body) || std::holds_alternative<kiosk::PaymentView>(body);
}

}  // namespace conglang::screens
