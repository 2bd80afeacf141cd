#include <algorithm>

#include "kiosk/screens/facts.h"
#include "kiosk/screens/pages.h"
#include "kiosk/screens/papers.h"
#include "kiosk/screens/stage.h"
#include "kiosk/screens/turn_page.h"
#include "kiosk/screens/widgets/controls.h"
#include "kiosk/screens/widgets/flow.h"

namespace conglang::screens {
namespace {

using kiosk::Action;

constexpr float kFactsWidth = 700;
constexpr float kGap = 28;
constexpr float kBlockGap = 10;
constexpr float kButton = 120;
constexpr float kPillSpace = 92;

Block notice_block(const Canvas& canvas, kiosk::ChipView chip, float width) {
  const float height = notice_height(canvas, chip, width);
  return {height, 0, false, [chip = std::move(chip)](Canvas& painter, Rect box) -> std::optional<Action> {
            draw_notice(painter, chip, box);
            return std::nullopt;
          }};
}

// What must be known before the papers are read: this may be out of date, the commune is checking.
void add_warnings(std::vector<Block>& blocks, const kiosk::GuideView& view, const Canvas& canvas,
                  float width) {
  if (view.past_review) blocks.push_back(notice_block(canvas, *view.past_review, width));
  for (const kiosk::ChipView& remark : view.remarks) {
    if (remark.tone == kiosk::Tone::warning) blocks.push_back(notice_block(canvas, remark, width));
  }
}

// What will change one day. It stands on the page of steps too: here only where it pushes no paper away.
void add_outlook(std::vector<Block>& blocks, const kiosk::GuideView& view, const Canvas& canvas, Rect room,
                 const FlowLayout& layout) {
  const int pages = count_pages(blocks, room.h, layout);
  for (const kiosk::ChipView& remark : view.remarks) {
    if (remark.tone == kiosk::Tone::warning) continue;
    blocks.push_back(notice_block(canvas, remark, room.w));
    if (count_pages(blocks, room.h, layout) > pages) return blocks.pop_back();
  }
}

Block papers_heading(const kiosk::GuideView& view, const Canvas& canvas) {
  return {66 * canvas.theme().text_scale, 0, true,
          [&view](Canvas& painter, Rect box) -> std::optional<Action> {
            draw_papers_heading(view, box, painter);
            return std::nullopt;
          }};
}

void add_papers(std::vector<Block>& blocks, const kiosk::GuideView& view, const Canvas& canvas, float width) {
  blocks.push_back(papers_heading(view, canvas));
  if (!view.no_papers.empty()) {
    blocks.push_back(notice_block(canvas, {kiosk::Tone::neutral, "check", view.no_papers}, width));
  }
  for (const kiosk::PaperView& paper : view.papers) {
    blocks.push_back({paper_height(paper, width, canvas), 1, false,
                      [&paper](Canvas& painter, Rect box) { return draw_paper(paper, box, painter); }});
  }
  for (const kiosk::RarePapersView& rare : view.rare) {
    blocks.push_back({rare_height(rare, width, canvas), 0, rare.unfolded,
                      [&rare](Canvas& painter, Rect box) { return draw_rare(rare, box, painter); }});
    if (!rare.unfolded) continue;
    for (const kiosk::PaperView& paper : rare.papers) {
      blocks.push_back({paper_height(paper, width, canvas), 1, false,
                        [&paper](Canvas& painter, Rect box) { return draw_paper(paper, box, painter); }});
    }
  }
}

// All in one panel, or, where the text is large, a panel for every two or one, so that each fits its place.
void add_facts(std::vector<Block>& blocks, const kiosk::GuideView& view, const Canvas& canvas, float width) {
  const bool large = canvas.theme().text_scale > 1;
  const std::size_t step = !large ? view.facts.size() : canvas.theme().portrait() ? 1 : 2;
  if (step == 0) return;
  for (std::size_t first = 0; first < view.facts.size(); first += step) {
    const auto begin = view.facts.begin() + static_cast<std::ptrdiff_t>(first);
    const auto count = std::min(step, view.facts.size() - first);
    std::vector<kiosk::FactView> facts(begin, begin + static_cast<std::ptrdiff_t>(count));
    const float height = fact_grid_height(facts, width, canvas);
    blocks.push_back(
        {height, 0, false, [facts = std::move(facts)](Canvas& painter, Rect box) -> std::optional<Action> {
           draw_fact_grid(facts, box, painter);
           return std::nullopt;
         }});
  }
}

std::optional<Action> draw_buttons(const kiosk::GuideView& view, Rect steps, Rect code, Canvas& canvas) {
  const TextStyle style = canvas.scaled({.em = type::kButton, .weight = Weight::name});
  const bool fits = canvas.width_of(view.code_button, style) < code.w - 150;
  std::optional<Action> action;
  if (secondary_button(canvas, "steps", steps, "list-numbers", view.steps_button))
    action = kiosk::OpenSteps{};
  if (primary_button(canvas, "code", code, "qr-code", fits ? view.code_button : view.code_button_short)) {
    action = kiosk::OpenCode{};
  }
  return action;
}

std::optional<Action> draw_columns(const kiosk::GuideView& view, const kiosk::ChromeView& chrome, Rect room,
                                   Canvas& canvas) {
  const float buttons = room.bottom() - kButton;
  const Rect facts{room.x, room.y, kFactsWidth, buttons - kGap - room.y};
  const Rect papers{facts.right() + kGap, room.y, room.w - kFactsWidth - kGap, facts.h};
  draw_fact_column(view.facts, facts, canvas);

  const FlowLayout layout{.gap = kBlockGap, .reserve = kPillSpace};
  std::vector<Block> blocks;
  add_warnings(blocks, view, canvas, papers.w);
  add_papers(blocks, view, canvas, papers.w);
  add_outlook(blocks, view, canvas, papers, layout);
  Shown shown = draw_flow(canvas, blocks, papers, layout, chrome.offset);
  std::optional<Action> action = std::move(shown.action);
  if (auto turn = draw_turn_pill(shown, view.more, chrome, papers, canvas)) action = turn;
  if (auto touched = draw_buttons(view, {facts.x, buttons, facts.w, kButton - 6},
                                  {papers.x, buttons, papers.w, kButton - 6}, canvas)) {
    action = touched;
  }
  return action;
}

// Low mode: the facts are only read, and stand above the controls, if they find room there.
bool facts_on_stage(const kiosk::GuideView& view, Canvas& canvas) {
  const Rect stage = stage_of(canvas.theme());
  const float height = fact_grid_height(view.facts, stage.w, canvas);
  if (height > stage.h) return false;
  draw_fact_grid(view.facts, {stage.x, stage.middle_y() - height / 2, stage.w, height}, canvas);
  return true;
}

// One column: facts, then papers, page by page; the buttons stay at the foot.
std::optional<Action> draw_single(const kiosk::GuideView& view, const kiosk::ChromeView& chrome, Rect room,
                                  Canvas& canvas) {
  const bool stacked = canvas.theme().portrait();
  const float buttons = stacked ? 2 * kButton + 20 : kButton;
  const Rect flow{room.x, room.y, room.w, room.h - buttons - kGap};
  std::vector<Block> blocks;
  const bool facts_fit = canvas.theme().low && facts_on_stage(view, canvas);
  if (!facts_fit) add_facts(blocks, view, canvas, flow.w);
  const FlowLayout layout{.gap = kBlockGap + 4, .reserve = kPillSpace * canvas.theme().text_scale};
  add_warnings(blocks, view, canvas, flow.w);
  add_papers(blocks, view, canvas, flow.w);
  add_outlook(blocks, view, canvas, flow, layout);
  Shown shown = draw_flow(canvas, blocks, flow, layout, chrome.offset);
  std::optional<Action> action = std::move(shown.action);
  if (auto turn = draw_turn_pill(shown, view.more, chrome, flow, canvas)) action = turn;
  const float y = room.bottom() - buttons;
  const Rect code{room.x, y, room.w, kButton - 6};
  const Rect steps{room.x, y + kButton + 20, room.w, kButton - 6};
  const Rect left{room.x, y, room.w * 0.42F, kButton - 6};
  const Rect right{left.right() + kGap, y, room.right() - left.right() - kGap, kButton - 6};
  if (auto touched =
          stacked ? draw_buttons(view, steps, code, canvas) : draw_buttons(view, left, right, canvas)) {
    action = touched;
  }
  return action;
}

}  // namespace

std::optional<Action> draw_guide(const kiosk::GuideView& view, const kiosk::ChromeView& chrome, Rect room,
                                 Canvas& canvas) {
  const bool columns = !canvas.theme().portrait() && canvas.theme().text_scale <= 1;
  return columns ? draw_columns(view, chrome, room, canvas) : draw_single(view, chrome, room, canvas);
}

}  // namespace conglang::screens
