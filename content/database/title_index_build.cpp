#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "content/database/title_index.h"

namespace conglang::database {
namespace {

// What each kind of name is worth.
constexpr double kTitle = 1.0;
constexpr double kTerm = 0.95;
constexpr double kOfficialName = 0.92;

// What a procedure without a guide gets of its score.
constexpr double kOfCommune = 0.84;
constexpr double kOfOthers = 0.8;

constexpr std::size_t kShortForm = 2;  // letters

// Order among subjects of one code.
constexpr int kCurrentCode = 0;
constexpr int kListedCode = 1;
constexpr int kOlderCode = 2;

// "kh", "tt": collide with so many words that they count only alone.
bool is_short_form(const std::vector<SearchWord>& words) {
  return words.size() == 1 && words[0].folded.size() <= kShortForm;
}

std::set<std::string_view> current_codes(const std::vector<guide::Guide>& guides) {
  std::set<std::string_view> codes;
  for (const guide::Guide& one : guides) {
    for (const guide::ProcedureCode& code : one.codes) {
      if (code.role == guide::ProcedureCode::Role::current) codes.insert(code.code);
    }
  }
  return codes;
}

}  // namespace

// Gathers the names first: the weight of a word depends on all of them.
class TitleIndex::Builder {
 public:
  Builder(TitleIndex& index, const guide::SearchWords& words) : index_(index) {
    index_.spoken_ = SpokenWords(words);
  }

  void add_guide(const guide::Guide& one) {
    const std::string title(one.title.in("vi"));
    const SubjectId id = add_subject(Hit::Kind::guide, one.id, title, 1.0);
    ++index_.guides_;
    for (const auto& [language, other] : one.title.by_language) {
      if (other != title) add_name(id, Hit::Found::title, kTitle, search_words(other));
    }
    add_text(id, kTitle, one.short_title);
    add_text(id, kOfficialName, one.official_name);
    for (const std::string& term : one.search_terms)
      add_name(id, Hit::Found::term, kTerm, search_words(term));
    for (const guide::ProcedureCode& code : one.codes) {
      const bool current = code.role == guide::ProcedureCode::Role::current;
      index_.codes_.add(code.code, id, current ? kCurrentCode : kOlderCode);
    }
  }

  void add_procedure(const guide::CatalogueEntry& one) {
    const double share = one.commune_level ? kOfCommune : kOfOthers;
    const SubjectId id = add_subject(Hit::Kind::procedure, one.code, one.name, share);
    index_.codes_.add(one.code, id, kListedCode);
  }

  void add_synonym(const guide::Synonym& one) {
    const auto id_of = [this](const Subject& subject) { return index_.text(subject.id); };
    for (const std::string& id : one.guides) {
      const auto found = std::ranges::find(index_.subjects_, id, id_of);
      if (found == index_.subjects_.end()) continue;
      const auto number = static_cast<SubjectId>(found - index_.subjects_.begin());
      for (const std::string& words : one.words)
        add_name(number, Hit::Found::term, kTerm, search_words(words));
    }
  }

  void finish() {
    index_.unknown_weight_ =
        std::log(1.0 + static_cast<double>(index_.guides_ > 0 ? index_.guides_ : index_.subjects_.size()));
    std::vector<Vocabulary::Word> words = take_words();
    std::vector<Vocabulary::Pair> neighbours;
    for (Name& name : index_.names_) {
      const std::span<const WordId> ids = index_.words_of(name);
      for (const WordId id : ids) name.total += words[id].weight;
      for (std::size_t i = 0; i + 1 < ids.size(); ++i) neighbours.emplace_back(ids[i], ids[i + 1]);
    }
    index_.vocabulary_ = Vocabulary(std::move(words), neighbours);
    index_.codes_.finish();
    shrink();
  }

 private:
  using Key = std::pair<std::string, std::string>;  // folded, exact
  /// Number of a word in the order in which words were met.
  using Met = std::uint32_t;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  SubjectId add_subject(Hit::Kind kind, const std::string& id, const std::string& title, double share) {
    const auto number = static_cast<SubjectId>(index_.subjects_.size());
    index_.subjects_.push_back({kind, keep(id), keep(title), share, 0, {}});
    std::vector<SearchWord> words;
    std::vector<Span> spans;
    for (PlacedWord& one : placed_words(title)) {
      words.push_back(std::move(one.word));
      spans.push_back(one.span);
    }
    const auto name = static_cast<NameId>(index_.names_.size());
    if (!add_name(number, Hit::Found::title, kTitle, words)) return number;
    index_.subjects_[number].title_name = name;
    index_.subjects_[number].title_places = keep(spans);
    return number;
  }

  Piece keep(const std::string& text) {
    const auto begin = static_cast<std::uint32_t>(index_.texts_.size());
    index_.texts_ += text;
    return {begin, static_cast<std::uint32_t>(text.size())};
  }

  Range keep(const std::vector<Span>& spans) {
    constexpr std::uint32_t kMost = 0xFFFF;
    Range range{static_cast<std::uint32_t>(index_.places_.size()), 0};
    for (const Span& span : spans) {
      if (span.begin > kMost || span.length > kMost) break;
      index_.places_.push_back(
          {static_cast<std::uint16_t>(span.begin), static_cast<std::uint16_t>(span.length)});
    }
    range.end = static_cast<std::uint32_t>(index_.places_.size());
    return range;
  }

  void add_text(SubjectId subject, double rank, const guide::Text& text) {
    for (const auto& entry : text.by_language) {
      add_name(subject, Hit::Found::title, rank, search_words(entry.second));
    }
  }

  // False for what is no name: nothing, or a short form, which has a table of its own.
  bool add_name(SubjectId subject, Hit::Found kind, double rank, const std::vector<SearchWord>& words) {
    if (words.empty()) return false;
    if (is_short_form(words)) {
      auto& subjects = index_.short_forms_[words[0].folded];
      if (std::ranges::find(subjects, subject) == subjects.end()) subjects.push_back(subject);
      return false;
    }
    const auto begin = static_cast<std::uint32_t>(index_.words_.size());
    for (const SearchWord& word : words) index_.words_.push_back(met(word));
    const auto end = static_cast<std::uint32_t>(index_.words_.size());
    index_.names_.push_back({subject, kind, rank, 0.0, {begin, end}});
    return true;
  }

  Met met(const SearchWord& word) {
    return met_.try_emplace({word.folded, word.exact}, static_cast<Met>(met_.size())).first->second;
  }

  // The vocabulary's words, in its order, which takes the place of the order in which they were met.
  std::vector<Vocabulary::Word> take_words() {
    std::vector<WordId> id_of(met_.size());
    WordId id = 0;
    for (const auto& [key, number] : met_) id_of[number] = id++;
    for (WordId& word : index_.words_) word = id_of[word];
    link(met_.size());
    std::vector<Vocabulary::Word> words;
    words.reserve(met_.size());
    for (const auto& [key, number] : met_) words.push_back(word_of(key, static_cast<WordId>(words.size())));
    met_.clear();
    return words;
  }

  // Tells each of `count` words its names, each once: by counting first, then filling.
  void link(std::size_t count) {
    std::vector<std::uint32_t>& begins = index_.name_begins_;
    begins.assign(count + 1, 0);
    for_each_link(count, [&](WordId word, NameId) { ++begins[word + 1]; });
    for (std::size_t word = 0; word < count; ++word) begins[word + 1] += begins[word];
    index_.word_names_.resize(begins.back());
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    for_each_link(count, [&](WordId word, NameId name) { index_.word_names_[next[word]++] = name; });
  }

  template <typename OnLink>
  void for_each_link(std::size_t count, OnLink on_link) const {
    std::vector<NameId> last(count, kNone);
    for (NameId name = 0; name < index_.names_.size(); ++name) {
      for (const WordId word : index_.words_of(index_.names_[name])) {
        if (std::exchange(last[word], name) != name) on_link(word, name);
      }
    }
  }

  // A word of some guide weighs by how few guides have it: thousands of procedures must not decide which
  // words tell guides apart. Other words weigh by how few procedures have them, on the same scale.
  double weight_of(WordId word) {
    double guides = 0.0;
    double all_with_it = 0.0;
    last_word_.resize(index_.subjects_.size(), kNone);
    for (const NameId name : index_.names_with(word)) {
      const SubjectId subject = index_.names_[name].subject;
      if (std::exchange(last_word_[subject], word) == word) continue;
      all_with_it += 1.0;
      if (index_.subjects_[subject].kind == Hit::Kind::guide) guides += 1.0;
    }
    if (guides > 0.0) return std::log(1.0 + static_cast<double>(index_.guides_) / guides);
    const auto all = static_cast<double>(index_.subjects_.size());
    const double rarity = std::log(1.0 + all / all_with_it) / std::log(1.0 + all);
    return index_.unknown_weight_ * rarity;
  }

  Vocabulary::Word word_of(const Key& key, WordId id) {
    Vocabulary::Word word{{key.second, key.first}, 0.0, false};
    word.filler = index_.spoken_.is_filler(word.text);
    if (!word.filler) word.weight = weight_of(id);
    return word;
  }

  // What growing took is given back.
  void shrink() {
    index_.texts_.shrink_to_fit();
    index_.subjects_.shrink_to_fit();
    index_.names_.shrink_to_fit();
    index_.words_.shrink_to_fit();
    index_.places_.shrink_to_fit();
  }

  TitleIndex& index_;
  std::map<Key, Met> met_;
  std::vector<WordId> last_word_;  // by subject: the last that was found to name it
};

TitleIndex::TitleIndex(const std::vector<guide::Guide>& guides,
                       std::span<const guide::CatalogueEntry> procedures, const guide::SearchWords& words) {
  Builder builder(*this, words);
  for (const guide::Guide& one : guides) builder.add_guide(one);
  const auto taken = current_codes(guides);
  for (const bool commune_level : {true, false}) {
    for (const guide::CatalogueEntry& one : procedures) {
      if (one.commune_level == commune_level && !taken.contains(one.code)) builder.add_procedure(one);
    }
  }
  for (const guide::Synonym& one : words.synonyms) builder.add_synonym(one);
  builder.finish();
}

}  // namespace conglang::database
