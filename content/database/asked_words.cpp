#include "content/database/asked_words.h"

#include <algorithm>
#include <utility>

#include "content/base/utf8.h"
#include "content/text/composer.h"

namespace conglang::database {
namespace {

// How well a typed word fits a word of a name.
constexpr double kSameMarks = 1.0;
constexpr double kNoMarksTyped = 0.97;
constexpr double kWrongMarks = 0.75;  // no word has the marks that were typed
constexpr double kOtherMarks = 0.45;  // another word has them
constexpr double kSameSound = 0.6;
constexpr double kOneSlip = 0.55;
constexpr double kAmbiguousFiller = 0.6;  // "can" is cần, which says nothing, or căn
constexpr double kBeginning = 0.6;        // of a beginning, more the nearer it is to the whole

constexpr std::size_t kMinSlipTyped = 3;    // shorter words are too near to too many others,
constexpr std::size_t kMinSlipLetters = 4;  // both as typed and as meant
constexpr std::size_t kMaxTypedBytes = 400;
constexpr std::size_t kMaxTypedWords = 16;
constexpr std::string_view kDigits = "0123456789";

std::string_view shortened(std::string_view typed) {
  if (typed.size() <= kMaxTypedBytes) return typed;
  const std::size_t end = typed.find_last_of(' ', kMaxTypedBytes);
  return typed.substr(0, end == std::string_view::npos ? 0 : end);
}

// `keys` as they would stand on a line with a Vietnamese keyboard.
std::string composed(std::string_view keys) {
  const bool has_digit = keys.find_first_of(kDigits) != std::string_view::npos;
  Composer line(has_digit ? InputMethod::vni : InputMethod::telex);
  for (const char key : keys) line.press(static_cast<char32_t>(key));
  return line.text();
}

bool is_plain_latin(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool Asked::stands_for(WordId word) const {
  return std::any_of(matches.begin(), matches.end(), [&](const Match& one) { return one.word == word; });
}

double AskedWords::quality_of(const Asked& asked, const Vocabulary::Word& word, bool exact_exists) const {
  double quality = exact_exists ? kOtherMarks : kWrongMarks;
  if (asked.text.exact == word.text.exact) {
    quality = kSameMarks;
  } else if (asked.text.exact == asked.text.folded) {
    quality = kNoMarksTyped;
  }
  return asked.filler && !word.filler ? quality * kAmbiguousFiller : quality;
}

void AskedWords::match(Asked& asked) const {
  const std::string& typed = asked.text.folded;
  const auto whole = vocabulary_.whole(typed);
  bool exact_exists = false;
  for (WordId id = whole.first; id < whole.last; ++id) {
    exact_exists = exact_exists || vocabulary_[id].text.exact == asked.text.exact;
  }
  for (WordId id = whole.first; id < whole.last; ++id) {
    asked.matches.push_back({id, quality_of(asked, vocabulary_[id], exact_exists)});
    if (!asked.filler) asked.weight = std::min(asked.weight, vocabulary_[id].weight);
  }
  if (!asked.open || typed.size() < kMinBeginning) return;
  const auto beginnings = vocabulary_.beginning_with(typed);
  for (WordId id = whole.last; id < beginnings.last; ++id) {
    const auto letters = static_cast<double>(vocabulary_[id].text.folded.size());
    const double share = static_cast<double>(typed.size()) / letters;
    const double quality = kBeginning + (1.0 - kBeginning) * share * share;
    asked.matches.push_back({id, asked.filler ? quality * kAmbiguousFiller : quality});
  }
}

void AskedWords::loosen(Asked& asked) const {
  const std::string& typed = asked.text.folded;
  if (asked.filler || typed.find_first_of(kDigits) != std::string::npos) return;
  const auto is_other = [&](WordId id) { return vocabulary_[id].text.folded != typed; };
  for (const WordId id : vocabulary_.same_sound(typed)) {
    if (is_other(id)) asked.matches.push_back({id, kSameSound});
  }
  if (typed.size() < kMinSlipTyped) return;
  for (const WordId id : vocabulary_.one_slip_from(typed)) {
    const std::size_t letters = std::max(typed.size(), vocabulary_[id].text.folded.size());
    if (is_other(id) && letters >= kMinSlipLetters) asked.matches.push_back({id, kOneSlip});
  }
}

Asked AskedWords::understand(SearchWord word, bool open) const {
  Asked asked;
  asked.text = std::move(word);
  asked.open = open;
  asked.filler = spoken_.is_filler(asked.text);
  asked.weight = asked.filler ? 0.0 : unknown_weight_;
  match(asked);
  return asked;
}

bool AskedWords::try_keys(Asked& asked) const {
  if (!is_plain_latin(asked.text.exact)) return false;
  std::vector<SearchWord> words = search_words(composed(asked.text.exact));
  if (words.size() != 1 || is_plain_latin(words[0].exact)) return false;
  Asked other = understand(std::move(words[0]), asked.open);
  if (other.matches.empty() && !other.filler) return false;
  asked = std::move(other);
  return true;
}

// "khaisinh" is two words when some name has them side by side.
bool AskedWords::try_two_words(std::vector<Asked>& asked, std::size_t at) const {
  const std::string joined = asked[at].text.folded;
  for (std::size_t cut = kMinBeginning; cut + kMinBeginning <= joined.size(); ++cut) {
    const std::string first = joined.substr(0, cut);
    const std::string second = joined.substr(cut);
    if (!vocabulary_.stand_together(first, second)) continue;
    asked[at] = understand({first, first}, false);
    asked.insert(asked.begin() + static_cast<std::ptrdiff_t>(at) + 1, understand({second, second}, false));
    return true;
  }
  return false;
}

std::vector<Asked> AskedWords::read(std::string_view typed) const {
  typed = shortened(typed);
  const bool open = !typed.empty() && typed.back() != ' ';
  std::vector<SearchWord> words = spoken_.read(search_words(typed));
  // One letter is no beginning yet: what stands before it keeps its hits.
  if (open && words.size() > 1 && words.back().folded.size() < kMinBeginning) words.pop_back();
  if (words.size() > kMaxTypedWords) words.resize(kMaxTypedWords);
  std::vector<Asked> asked;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto same = [&](const Asked& other) { return other.text == words[i]; };
    if (std::any_of(asked.begin(), asked.end(), same)) continue;
    asked.push_back(understand(std::move(words[i]), open && i + 1 == words.size()));
  }
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (!asked[i].matches.empty() || asked[i].filler) continue;
    if (!try_keys(asked[i]) && !try_two_words(asked, i)) loosen(asked[i]);
  }
  return asked;
}

std::vector<std::string> telling_words(std::string_view typed, const SpokenWords& spoken) {
  std::vector<std::string> words;
  for (SearchWord& word : spoken.read(search_words(shortened(typed)))) {
    if (!spoken.is_filler(word) && word.folded.size() >= kMinBeginning)
      words.push_back(std::move(word.folded));
  }
  return words;
}

}  // namespace conglang::database
