#include "content/database/title_index.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace conglang::database {
namespace {

constexpr double kNameLacks = 0.5;    // what a word of the name that was not typed costs
constexpr double kTypedLacks = 0.35;  // what a typed word that the name does not have costs
constexpr double kLongName = 12.0;  // official names run to a thousand letters; the rest costs less and less
constexpr double kBestName = 0.82;  // shares of a score: the best name,
constexpr double kAllNames = 0.13;  // what all names cover together,
constexpr double kInOrder = 0.05;   // and words that follow each other as typed

constexpr double kLeastScore = 0.34;  // below it a hit is an accident
constexpr double kLeastBeforeOrder = kLeastScore - kInOrder;
constexpr double kClearScore = 0.55;  // below it every word is tried with a slip
constexpr double kLeastShare = 0.4;   // of the best hit's score
constexpr double kPartOfCode = 0.9;
constexpr std::size_t kReordered = 32;  // how many of the best are looked at word by word

double to_four_decimals(double score) {
  return std::round(std::min(score, 1.0) * 10000.0) / 10000.0;
}

// Adds what is not there yet, while there is room.
void append_new(std::vector<Hit>& hits, std::vector<Hit> more, std::size_t limit) {
  for (Hit& hit : more) {
    const auto same = [&](const Hit& other) { return other.kind == hit.kind && other.id == hit.id; };
    if (hits.size() < limit && std::none_of(hits.begin(), hits.end(), same)) hits.push_back(std::move(hit));
  }
}

}  // namespace

void TitleIndex::Gain::add(std::uint32_t typed, float gained, float typed_weight) {
  if (word != typed) {
    word = typed;
    best = 0.0F;
    covered += typed_weight;
  }
  if (gained <= best) return;
  found += gained - best;
  best = gained;
}

TitleIndex::Gains TitleIndex::gains_of(const std::vector<Asked>& asked) const {
  Gains gains{std::vector<Gain>(names_.size()), std::vector<Gain>(guides_), {}, 0.0};
  for (std::uint32_t i = 0; i < asked.size(); ++i) {
    gains.asked += asked[i].weight;
    const auto typed_weight = static_cast<float>(asked[i].weight);
    for (const Match& match : asked[i].matches) {
      const auto gained = static_cast<float>(match.quality * vocabulary_[match.word].weight);
      if (gained <= 0.0F) continue;
      for (const NameId id : names_with(match.word)) {
        if (gains.names[id].word == 0) gains.touched.push_back(id);
        gains.names[id].add(i + 1, gained, typed_weight);
        const SubjectId subject = names_[id].subject;
        if (subject < guides_) gains.guides[subject].add(i + 1, gained, typed_weight);
      }
    }
  }
  return gains;
}

double TitleIndex::score_of(const Name& name, const Gain& gain, double asked) const {
  const double found = std::min<double>(gain.found, name.total);
  const double rest = name.total - found;
  const double lacking = kNameLacks * rest / (1.0 + rest / kLongName) + kTypedLacks * (asked - gain.covered);
  return found <= 0.0 ? 0.0 : name.rank * found / (found + lacking);
}

std::vector<TitleIndex::Scored> TitleIndex::score(const std::vector<Asked>& asked) const {
  const Gains gains = gains_of(asked);
  const auto whole = [&](const Scored& one, const Gain& all) {
    const double together = all.found / (all.found + gains.asked - all.covered);
    return subjects_[one.subject].share * (kBestName * one.score + kAllNames * together);
  };
  std::vector<Scored> guides(guides_);
  std::vector<Scored> out;
  for (const NameId id : gains.touched) {
    const Name& name = names_[id];
    const Scored one{name.subject, id, score_of(name, gains.names[id], gains.asked)};
    if (one.subject >= guides_) {
      out.push_back({one.subject, id, whole(one, gains.names[id])});
    } else if (one.score > guides[one.subject].score) {
      guides[one.subject] = one;
    }
  }
  for (const Scored& one : guides) {
    if (one.score > 0.0) out.push_back({one.subject, one.name, whole(one, gains.guides[one.subject])});
  }
  std::erase_if(out, [](const Scored& one) { return one.score < kLeastBeforeOrder; });
  return out;
}

// The share of typed neighbours that are neighbours in the name too; of one word, whether the name begins
// with it.
double TitleIndex::closeness(const std::vector<Asked>& asked, const Name& name) const {
  const std::span<const WordId> words = words_of(name);
  if (asked.size() < 2) {
    const auto tells = [this](WordId word) { return !vocabulary_[word].filler; };
    const auto first = std::find_if(words.begin(), words.end(), tells);
    return first != words.end() && asked[0].stands_for(*first) ? 1.0 : 0.0;
  }
  int together = 0;
  for (std::size_t i = 0; i + 1 < asked.size(); ++i) {
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
      if (!asked[i].stands_for(words[at]) || !asked[i + 1].stands_for(words[at + 1])) continue;
      ++together;
      break;
    }
  }
  return static_cast<double>(together) / static_cast<double>(asked.size() - 1);
}

bool TitleIndex::is_better(const Scored& a, const Scored& b) const {
  return a.score != b.score ? a.score > b.score : a.subject < b.subject;
}

std::vector<TitleIndex::Scored> TitleIndex::best_of(std::vector<Scored> scored,
                                                    const std::vector<Asked>& asked,
                                                    std::size_t limit) const {
  const auto better = [this](const Scored& a, const Scored& b) { return is_better(a, b); };
  const auto most = static_cast<std::ptrdiff_t>(std::min(scored.size(), std::max(limit, kReordered)));
  std::partial_sort(scored.begin(), scored.begin() + most, scored.end(), better);
  scored.resize(static_cast<std::size_t>(most));
  for (Scored& one : scored) {
    const double in_order = kInOrder * closeness(asked, names_[one.name]);
    one.score = to_four_decimals(one.score + subjects_[one.subject].share * in_order);
  }
  std::sort(scored.begin(), scored.end(), better);
  const double least = scored.empty() ? 0.0 : std::max(kLeastScore, kLeastShare * scored[0].score);
  std::erase_if(scored, [&](const Scored& one) { return one.score < least; });
  if (scored.size() > limit) scored.resize(limit);
  return scored;
}

std::vector<TitleIndex::Scored> TitleIndex::find_names(std::vector<Asked>& asked, std::size_t limit) const {
  std::vector<Scored> found = best_of(score(asked), asked, limit);
  if (!found.empty() && found[0].score >= kClearScore) return found;
  const AskedWords words(vocabulary_, spoken_, unknown_weight_);
  for (Asked& one : asked) words.loosen(one);
  return best_of(score(asked), asked, limit);
}

std::span<const WordId> TitleIndex::words_of(const Name& name) const {
  return std::span(words_).subspan(name.words.begin, name.words.end - name.words.begin);
}

std::span<const TitleIndex::NameId> TitleIndex::names_with(WordId word) const {
  const std::uint32_t begin = name_begins_[word];
  return std::span(word_names_).subspan(begin, name_begins_[word + 1] - begin);
}

Hit TitleIndex::hit_of(SubjectId subject, Hit::Found found, double score) const {
  const Subject& one = subjects_[subject];
  return {one.kind, std::string(text(one.id)), std::string(text(one.title)), score, found, {}};
}

std::vector<Span> TitleIndex::marked_in(const Subject& subject, const std::vector<Asked>& asked) const {
  std::vector<Span> marked;
  const std::uint32_t count = subject.title_places.end - subject.title_places.begin;
  for (std::uint32_t at = 0; at < count; ++at) {
    const WordId word = words_of(names_[subject.title_name])[at];
    const auto stands = [&](const Asked& one) { return one.stands_for(word); };
    if (std::none_of(asked.begin(), asked.end(), stands)) continue;
    const Place& place = places_[subject.title_places.begin + at];
    marked.push_back({place.begin, place.length});
  }
  return marked;
}

std::vector<Hit> TitleIndex::find_short_form(const std::vector<Asked>& asked, std::size_t limit) const {
  std::vector<Hit> hits;
  if (asked.size() != 1) return hits;
  const auto form = short_forms_.find(asked[0].text.folded);
  if (form == short_forms_.end()) return hits;
  for (const SubjectId subject : form->second) {
    if (hits.size() < limit) hits.push_back(hit_of(subject, Hit::Found::term, 1.0));
  }
  return hits;
}

std::vector<Hit> TitleIndex::find_codes(std::string_view typed, std::size_t limit) const {
  std::vector<Hit> hits;
  for (const CodeList::Found& found : codes_.find(typed, limit)) {
    hits.push_back(hit_of(found.subject, Hit::Found::code, found.whole ? 1.0 : kPartOfCode));
  }
  return hits;
}

std::vector<std::string> TitleIndex::telling_words(std::string_view typed) const {
  return database::telling_words(typed, spoken_);
}

std::vector<Hit> TitleIndex::find(std::string_view typed, std::size_t limit) const {
  std::vector<Hit> hits = find_codes(typed, limit);
  std::vector<Asked> asked = AskedWords(vocabulary_, spoken_, unknown_weight_).read(typed);
  if (asked.empty()) return hits;
  append_new(hits, find_short_form(asked, limit), limit);
  std::vector<Hit> named;
  for (const Scored& one : find_names(asked, limit)) {
    named.push_back(hit_of(one.subject, names_[one.name].kind, one.score));
    named.back().marked = marked_in(subjects_[one.subject], asked);
  }
  append_new(hits, std::move(named), limit);
  return hits;
}

bool TitleIndex::has_word(std::string_view folded) const {
  const Vocabulary::Range words = vocabulary_.whole(folded);
  return words.first < words.last;
}

}  // namespace conglang::database
