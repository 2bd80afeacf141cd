#pragma once
// The checklist of papers: a tick for each that is at hand, rare ones behind their question.

#include <optional>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/screens/widgets/canvas.h"

namespace conglang::screens {

void draw_papers_heading(const kiosk::GuideView& view, Rect box, Canvas& canvas);

float paper_height(const kiosk::PaperView& paper, float width, const Canvas& canvas);
std::optional<kiosk::Action> draw_paper(const kiosk::PaperView& paper, Rect box, Canvas& canvas);

float rare_height(const kiosk::RarePapersView& rare, float width, const Canvas& canvas);
std::optional<kiosk::Action> draw_rare(const kiosk::RarePapersView& rare, Rect box, Canvas& canvas);

}  // namespace conglang::screens
