#pragma once
// Typing to search: keys to text, text to questions for the platform, its answers to what is shown. What was
// typed leaves the model only to be searched, and, when a search ends without anything opened, as folded
// words to be counted: never with a number of a person in it.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/effect.h"
#include "kiosk/model/state.h"

namespace conglang::kiosk {

/// With fewer letters there is no question yet.
inline constexpr std::size_t kLeastLetters = 2;

void open_search(Visit& visit);

void press_key(State& state, char32_t key, std::vector<Effect>& effects);
void erase_sign(State& state, std::vector<Effect>& effects);
void erase_line(State& state, std::vector<Effect>& effects);
void next_input_method(State& state);
void next_key_layout(State& state);

/// Keeps the answer to what is typed now; one to anything else comes too late and is dropped.
void take_results(State& state, const SearchResults& results);

/// After new content: what was found may be gone, and more may be found.
void ask_again(State& state, std::vector<Effect>& effects);

/// `id` is opened from the page shown: counts what a search led to.
void count_found(State& state, const std::string& id, std::vector<Effect>& effects);

/// What somebody searches for and has not found yet; nothing when nobody does.
std::optional<std::string> open_question(const Visit& visit);

/// Between `before` and `after` somebody stopped searching without opening anything. Wipes what was typed.
void end_search(const std::optional<std::string>& before, State& after, std::vector<Effect>& effects);

/// The words of `typed` that may be counted: folded, each once. None at all when it holds six digits or more:
/// they may be those of a person or a telephone.
std::vector<std::string> countable_words(const std::string& typed);

}  // namespace conglang::kiosk
