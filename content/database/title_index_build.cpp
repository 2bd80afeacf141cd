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
    for (const std::string& id : one.guides) {
      const auto found = std::ranges::find(index_.subjects_, id, &Subject::id);
      if (found == index_.subjects_.end()) continue;
      const auto number = static_cast<SubjectId>(found - index_.subjects_.begin());
      for (const std::string& words : one.words)
        add_name(number, Hit::Found::term, kTerm, search_words(words));
    }
  }

  void finish() {
    std::vector<Vocabulary::Word> words;
    index_.unknown_weight_ =
        std::log(1.0 + static_cast<double>(index_.guides_ > 0 ? index_.guides_ : index_.subjects_.size()));
    for (const auto& [key, places] : places_) {
      link(static_cast<WordId>(words.size()), places);
      words.push_back(word_of(key, places));
    }
    std::vector<Vocabulary::Pair> neighbours;
    for (Name& name : index_.names_) {
      for (const WordId id : name.words) name.total += words[id].weight;
      for (std::size_t i = 0; i + 1 < name.words.size(); ++i) {
        neighbours.emplace_back(name.words[i], name.words[i + 1]);
      }
    }
    index_.vocabulary_ = Vocabulary(std::move(words), neighbours);
    index_.codes_.finish();
  }

 private:
  using Key = std::pair<std::string, std::string>;             // folded, exact
  using Places = std::vector<std::pair<NameId, std::size_t>>;  // names and the place in each

  SubjectId add_subject(Hit::Kind kind, const std::string& id, const std::string& title, double share) {
    const auto number = static_cast<SubjectId>(index_.subjects_.size());
    index_.subjects_.push_back({kind, id, title, share, 0, {}});
    std::vector<SearchWord> words;
    std::vector<Span> spans;
    for (PlacedWord& one : placed_words(title)) {
      words.push_back(std::move(one.word));
      spans.push_back(one.span);
    }
    const auto name = static_cast<NameId>(index_.names_.size());
    if (!add_name(number, Hit::Found::title, kTitle, words)) return number;
    index_.subjects_[number].title_name = name;
    index_.subjects_[number].title_words = std::move(spans);
    return number;
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
    const auto id = static_cast<NameId>(index_.names_.size());
    index_.names_.push_back({subject, kind, rank, 0.0, std::vector<WordId>(words.size())});
    for (std::size_t at = 0; at < words.size(); ++at) {
      places_[{words[at].folded, words[at].exact}].emplace_back(id, at);
    }
    return true;
  }

  // A word of some guide weighs by how few guides have it: thousands of procedures must not decide which
  // words tell guides apart. Other words weigh by how few procedures have them, on the same scale.
  double weight_of(const Places& places) const {
    std::set<SubjectId> subjects;
    for (const auto& place : places) subjects.insert(index_.names_[place.first].subject);
    const auto is_guide = [this](SubjectId id) { return index_.subjects_[id].kind == Hit::Kind::guide; };
    const auto with_it = static_cast<double>(std::count_if(subjects.begin(), subjects.end(), is_guide));
    if (with_it > 0.0) return std::log(1.0 + static_cast<double>(index_.guides_) / with_it);
    const auto all = static_cast<double>(index_.subjects_.size());
    const double rarity = std::log(1.0 + all / static_cast<double>(subjects.size())) / std::log(1.0 + all);
    return index_.unknown_weight_ * rarity;
  }

  Vocabulary::Word word_of(const Key& key, const Places& places) const {
    Vocabulary::Word word{{key.second, key.first}, 0.0, false};
    word.filler = index_.spoken_.is_filler(word.text);
    if (!word.filler) word.weight = weight_of(places);
    return word;
  }

  // Tells the word its names and the names the word.
  void link(WordId id, const Places& places) {
    std::vector<NameId>& names = index_.names_with_.emplace_back();
    for (const auto& place : places) {
      index_.names_[place.first].words[place.second] = id;
      if (names.empty() || names.back() != place.first) names.push_back(place.first);
    }
  }

  TitleIndex& index_;
  std::map<Key, Places> places_;
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
