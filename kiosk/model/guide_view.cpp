#include <algorithm>

#include "kiosk/model/answers.h"
#include "kiosk/model/page_views.h"
#include "kiosk/model/papers.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

FactView fact_view(std::string icon, Key label, const Answer& answer, const Words& words) {
  return {std::move(icon), words(label), answer.doubtful ? words(Key::needs_check) : answer.text, answer.note,
          answer.doubtful};
}

std::string handling_text(const guide::Evidence& evidence, const Words& words) {
  if (evidence.handling == guide::Evidence::Handling::show) return words(Key::paper_show);
  const std::string originals = std::to_string(evidence.originals);
  const std::string copies = std::to_string(evidence.copies);
  if (evidence.originals > 0 && evidence.copies > 0)
    return words(Key::paper_both, {{"n", originals}, {"copies", copies}});
  if (evidence.originals > 0) return words(Key::paper_originals, {{"n", originals}});
  if (evidence.copies > 0) return words(Key::paper_copies, {{"n", copies}});
  return words(Key::paper_submit);
}

std::string case_labels(const std::vector<const guide::Case*>& cases, const Words& words) {
  std::string labels;
  for (const guide::Case* one : cases) append(labels, in(one->label, words), ", ");
  return labels;
}

/// The paper's own note, else the channels it is for; then the cases, when it is not for all.
std::string note_of(const Paper& paper, const Reading& reading, const Words& words) {
  const guide::Evidence& evidence = *paper.evidence;
  std::string note = in(evidence.note, words);
  const std::string channels = channel_names(reading.guide, evidence.channels, words);
  if (note.empty() && !channels.empty()) note = words(Key::paper_channels, {{"channels", channels}});
  if (paper.cases.size() < chosen_cases(reading.guide, reading.case_id).size())
    append(note, words(Key::paper_only_case, {{"cases", case_labels(paper.cases, words)}}), " · ");
  return note;
}

PaperView paper_view(const Paper& paper, const Reading& reading, Date today, const Words& words) {
  const bool certain = standing(paper.evidence->provenance, today) == Standing::certain;
  return {paper.id, in(paper.evidence->name, words), note_of(paper, reading, words),
          certain ? ChipView{Tone::neutral, "", handling_text(*paper.evidence, words)}
                  : warning_chip(words(Key::needs_check)),
          reading.ticked.contains(paper.id)};
}

RarePapersView& question_of(GuideView& view, const Paper& paper, const Reading& reading, const Words& words) {
  const std::string id = question_id(*paper.evidence);
  const auto found = std::ranges::find(view.rare, id, &RarePapersView::id);
  if (found != view.rare.end()) return *found;
  view.rare.push_back({id, in(*paper.evidence->only_if, words), {}, reading.unfolded.contains(id), {}});
  return view.rare.back();
}

/// Counts the papers on the screen: those behind a closed question are not asked for.
void count_papers(GuideView& view, const Words& words) {
  std::size_t all = view.papers.size();
  auto at_hand = std::ranges::count(view.papers, true, &PaperView::ticked);
  for (RarePapersView& rare : view.rare) {
    rare.count = words(Key::rare_count, {{"n", std::to_string(rare.papers.size())}});
    if (!rare.unfolded) continue;
    all += rare.papers.size();
    at_hand += std::ranges::count(rare.papers, true, &PaperView::ticked);
  }
  if (all == 0) {
    if (view.rare.empty()) view.no_papers = words(Key::papers_none);
    return;
  }
  const std::string n = std::to_string(at_hand);
  const std::string of = std::to_string(all);
  view.ticked = words(Key::papers_ticked, {{"n", n}, {"of", of}});
  view.ticked_short = words(Key::papers_ticked_short, {{"n", n}, {"of", of}});
}

void add_papers(GuideView& view, const Reading& reading, Date today, const Words& words) {
  view.papers_title = words(Key::papers_title);
  for (const Paper& paper : papers_to_bring(reading.guide, reading.case_id, today)) {
    PaperView row = paper_view(paper, reading, today, words);
    const bool rare = !question_id(*paper.evidence).empty();
    (rare ? question_of(view, paper, reading, words).papers : view.papers).push_back(std::move(row));
  }
  count_papers(view, words);
}

void add_remarks(GuideView& view, const State& state, const Words& words) {
  const guide::Guide& guide = state.visit.reading->guide;
  if (is_past_review(guide, today(state))) view.past_review = warning_chip(words(Key::past_review));
  for (const guide::ComingChange& change : guide.coming_changes)
    if (today(state) < change.from)
      view.remarks.push_back({Tone::neutral, "clock",
                              words(Key::change_from, {{"date", full_date(change.from, words)},
                                                       {"text", in(change.text, words)}})});
  const auto& in_question = state.content->local_text_in_question;
  if (std::ranges::find(in_question, guide.id) != in_question.end())
    view.remarks.push_back(warning_chip(words(Key::local_in_question)));
}

}  // namespace

GuideView guide_view(const State& state, const Words& words) {
  const Reading& reading = *state.visit.reading;
  const Date day = today(state);
  const auto cases = chosen_cases(reading.guide, reading.case_id);
  GuideView view;
  view.facts = {fact_view("clock", Key::fact_time, time_answer(reading.guide, cases, day, words), words),
                fact_view("coins", Key::fact_fee, fee_answer(reading.guide, cases, day, words), words),
                fact_view("map-pin", Key::fact_where, where_answer(reading.guide, day, words), words),
                fact_view("certificate", Key::fact_output, output_answer(reading.guide, day, words), words)};
  add_remarks(view, state, words);
  add_papers(view, reading, day, words);
  view.steps_button = words(Key::steps_button);
  view.code_button = words(Key::code_button);
  view.code_button_short = words(Key::code_button_short);
  view.more = {words(Key::papers_more)};
  return view;
}

}  // namespace conglang::kiosk
