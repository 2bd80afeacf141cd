#include "kiosk/model/search.h"

#include <algorithm>

#include "content/guide/catalogue.h"
#include "content/text/fold.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/validity.h"

namespace conglang::kiosk {
namespace {

constexpr std::ptrdiff_t kDigitsOfAPerson = 6;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_question(const std::string& text) {
  const std::string folded = fold(text);
  return folded.size() - static_cast<std::size_t>(std::ranges::count(folded, ' ')) >= kLeastLetters;
}

bool is_search(const Stop& stop) {
  return std::holds_alternative<SearchPage>(stop.page);
}

void forget_answer(State& state) {
  state.visit.typing.hits.clear();
  state.visit.typing.answered = false;
  state.visit.typing.opened = false;
  state.visit.trail.back().offset = 0;
}

void wipe(Typing& typing) {
  typing.line.clear();
  typing.hits.clear();
  typing.answered = false;
  typing.opened = false;
}

void count_not_found(const std::optional<std::string>& question, const State& state,
                     std::vector<Effect>& effects) {
  if (question) effects.push_back(CountSearch{{}, countable_words(*question), today(state)});
}

bool still_there(const State& state, const SearchHit& hit) {
  if (hit.kind == SearchHit::Kind::guide) return find_shown(*state.content, hit.id, today(state)) != nullptr;
  return guide::find_entry(state.content->catalogue, hit.id) != nullptr;
}

}  // namespace

void open_search(Visit& visit) {
  const auto before = std::ranges::find_if(visit.trail, is_search);
  visit.trail.erase(before, visit.trail.end());
  close_unread_guide(visit);
  wipe(visit.typing);
  go_to(visit, SearchPage{});
}

void press_key(State& state, char32_t key, std::vector<Effect>& effects) {
  if (!is_on<SearchPage>(state.visit)) return;
  TypedLine& line = state.visit.typing.line;
  if (key == U' ' && (line.empty() || line.text().ends_with(' '))) return;
  if (!line.press(key)) return;
  forget_answer(state);
  ask_again(state, effects);
}

void erase_sign(State& state, std::vector<Effect>& effects) {
  if (!is_on<SearchPage>(state.visit) || !state.visit.typing.line.backspace()) return;
  forget_answer(state);
  ask_again(state, effects);
}

void erase_line(State& state, std::vector<Effect>& effects) {
  if (!is_on<SearchPage>(state.visit)) return;
  count_not_found(open_question(state.visit), state, effects);
  state.visit.typing.line.clear();
  forget_answer(state);
}

void next_input_method(State& state) {
  if (!is_on<SearchPage>(state.visit)) return;
  TypedLine& line = state.visit.typing.line;
  line.set_marks(line.marks() == Marks::none    ? Marks::telex
                 : line.marks() == Marks::telex ? Marks::vni
                                                : Marks::none);
}

void next_key_layout(State& state) {
  if (!is_on<SearchPage>(state.visit)) return;
  KeyLayout& layout = state.visit.typing.layout;
  layout = layout == KeyLayout::qwerty ? KeyLayout::alphabet : KeyLayout::qwerty;
}

void take_results(State& state, const SearchResults& results) {
  Typing& typing = state.visit.typing;
  if (!state.content || typing.line.empty() || results.asked != typing.line.text()) return;
  typing.hits = results.hits;
  std::erase_if(typing.hits, [&](const SearchHit& hit) { return !still_there(state, hit); });
  typing.answered = true;
}

void ask_again(State& state, std::vector<Effect>& effects) {
  const TypedLine& line = state.visit.typing.line;
  std::string text = line.text();
  if (is_question(text)) effects.push_back(Search{std::move(text), line.raw()});
}

void count_found(State& state, const std::string& id, std::vector<Effect>& effects) {
  if (!is_on<SearchPage>(state.visit) || state.visit.typing.line.empty()) return;
  state.visit.typing.opened = true;
  effects.push_back(CountSearch{id, {}, today(state)});
}

std::optional<std::string> open_question(const Visit& visit) {
  if (visit.typing.opened || std::ranges::none_of(visit.trail, is_search)) return std::nullopt;
  std::string text = visit.typing.line.text();
  if (!is_question(text)) return std::nullopt;
  return text;
}

void end_search(const std::optional<std::string>& before, State& after, std::vector<Effect>& effects) {
  if (std::ranges::any_of(after.visit.trail, is_search)) return;
  wipe(after.visit.typing);
  count_not_found(before, after, effects);
}

std::vector<std::string> countable_words(const std::string& typed) {
  const std::string folded = fold(typed);
  if (std::ranges::count_if(folded, is_digit) >= kDigitsOfAPerson) return {};
  std::vector<std::string> words;
  for (const std::string_view word : split_words(folded)) words.emplace_back(word);
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

}  // namespace conglang::kiosk
