#pragma once
// The in-memory half of search: every name of every guide and procedure by its words. Rare words weigh more
// than common ones, words with the right marks more than words without, titles more than hidden terms; a
// longer name that fits beats a short one. Words that are not found are tried with one slip of the finger.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content/database/asked_words.h"
#include "content/database/code_list.h"
#include "content/database/search.h"
#include "content/database/spoken_words.h"
#include "content/database/vocabulary.h"
#include "content/guide/catalogue.h"
#include "content/guide/guide.h"
#include "content/guide/synonyms.h"

namespace conglang::database {

class TitleIndex {
 public:
  /// A procedure whose code is the current code of a guide is found as that guide.
  TitleIndex(const std::vector<guide::Guide>& guides, std::span<const guide::CatalogueEntry> procedures,
             const guide::SearchWords& words);

  /// What `typed` may name, best first, at most `limit`.
  std::vector<Hit> find(std::string_view typed, std::size_t limit) const;

  /// The words of `typed` that say something, folded.
  std::vector<std::string> telling_words(std::string_view typed) const;

  /// True when some name has the word `folded`.
  bool has_word(std::string_view folded) const;

 private:
  // Both are numbers of places in the vectors below.
  using NameId = std::uint32_t;
  using SubjectId = std::uint32_t;

  /// Letters in texts_: one block for all of thousands of texts.
  struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  /// Elements of one name or word in a vector for all.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  /// Where a word stands in its title. Longer titles have no marks behind the 65,535th byte.
  struct Place {
    std::uint16_t begin = 0;
    std::uint16_t length = 0;
  };

  /// A guide or a procedure.
  struct Subject {
    Hit::Kind kind = Hit::Kind::guide;
    Piece id;
    Piece title;
    double share = 1.0;     // of a score that it gets
    NameId title_name = 0;  // the title as a name,
    Range title_places;     // and where its words stand, in places_; none when it is no name
  };
  struct Name {
    SubjectId subject = 0;
    Hit::Found kind = Hit::Found::title;
    double rank = 0.0;   // what the kind of name is worth
    double total = 0.0;  // weights of its words
    Range words;         // in words_
  };
  // What a question has found so far in a name, or in all names of a guide.
  struct Gain {
    float found = 0.0F;      // weight of the words that were found
    float covered = 0.0F;    // weight of typed words that were found
    float best = 0.0F;       // of the word under way
    std::uint32_t word = 0;  // the word under way, from 1

    void add(std::uint32_t typed, float gained, float typed_weight);
  };
  struct Gains {
    std::vector<Gain> names;
    std::vector<Gain> guides;  // a procedure has one name
    std::vector<NameId> touched;
    double asked = 0.0;  // weight of all that was typed
  };
  struct Scored {
    SubjectId subject = 0;
    NameId name = 0;
    double score = 0.0;
  };

  class Builder;

  Gains gains_of(const std::vector<Asked>& asked) const;
  std::vector<Scored> score(const std::vector<Asked>& asked) const;
  double score_of(const Name& name, const Gain& gain, double asked) const;
  double closeness(const std::vector<Asked>& asked, const Name& name) const;
  bool is_better(const Scored& a, const Scored& b) const;
  std::vector<Scored> best_of(std::vector<Scored> scored, const std::vector<Asked>& asked,
                              std::size_t limit) const;
  std::vector<Scored> find_names(std::vector<Asked>& asked, std::size_t limit) const;
  std::vector<Hit> find_short_form(const std::vector<Asked>& asked, std::size_t limit) const;
  std::vector<Hit> find_codes(std::string_view typed, std::size_t limit) const;
  std::span<const WordId> words_of(const Name& name) const;
  std::span<const NameId> names_with(WordId word) const;
  std::string_view text(const Piece& piece) const {
    return std::string_view(texts_).substr(piece.begin, piece.size);
  }
  Hit hit_of(SubjectId subject, Hit::Found found, double score) const;
  std::vector<Span> marked_in(const Subject& subject, const std::vector<Asked>& asked) const;

  std::vector<Subject> subjects_;  // guides by id, then procedures of the commune, then others, by code
  std::vector<Name> names_;
  std::string texts_;
  std::vector<WordId> words_;  // of names, name by name
  std::vector<Place> places_;  // of titles' words, title by title
  Vocabulary vocabulary_;
  std::vector<std::uint32_t>
      name_begins_;                 // by word: where its names begin in word_names_; and the end of all
  std::vector<NameId> word_names_;  // word by word, rising
  std::map<std::string, std::vector<SubjectId>, std::less<>> short_forms_;
  CodeList codes_;
  SpokenWords spoken_;
  std::size_t guides_ = 0;  // how many of the subjects
  double unknown_weight_ = 0.0;
};

}  // namespace conglang::database
