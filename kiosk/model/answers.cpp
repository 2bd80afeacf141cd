#include "kiosk/model/answers.h"

#include <algorithm>

#include "content/text/fold.h"
#include "kiosk/model/validity.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

constexpr std::string_view kNewLine = "\n";

/// One entry of a list of costs or times, ready to be joined with the others.
struct Entry {
  std::string label;  ///< the channels it is for, or the case; may be empty
  Answer answer;
};

Answer doubt(const Words& words) {
  return {.text = {}, .note = words(Key::ask_commune), .doubtful = true, .free = false};
}

bool all_same_text(const std::vector<Entry>& entries) {
  return std::ranges::all_of(entries, [&](const Entry& entry) {
    return entry.answer.doubtful == entries.front().answer.doubtful &&
           entry.answer.text == entries.front().answer.text;
  });
}

bool all_equal(const std::vector<Entry>& entries) {
  return std::ranges::all_of(entries,
                             [&](const Entry& entry) { return entry.answer == entries.front().answer; });
}

std::string labelled(const std::string& label, const std::string& text, const Words& words) {
  return label.empty() ? text : words(Key::labelled, {{"label", label}, {"text", text}});
}

/// "Nộp trên điện thoại: Miễn phí, VNeID mức 2"; a note that already names the channel needs no label.
std::string channel_line(const Entry& entry, const Words& words) {
  if (entry.answer.doubtful) return labelled(entry.label, words(Key::needs_check), words);
  std::string text = entry.answer.text;
  append(text, entry.answer.note, ", ");
  const bool named = fold(entry.answer.note).find(fold(entry.label)) != std::string::npos;
  return labelled(named ? std::string() : entry.label, text, words);
}

/// The entries of one case. The first that is for every channel speaks, the others follow in the note.
Answer joined_by_channel(const std::vector<Entry>& entries, const Words& words) {
  if (entries.empty()) return doubt(words);
  if (all_equal(entries)) return entries.front().answer;
  const auto general = std::ranges::find_if(entries, [](const Entry& entry) { return entry.label.empty(); });
  Answer answer;
  if (general != entries.end())
    answer = general->answer;
  else
    answer.text = words(Key::by_channel);
  answer.free = false;
  for (auto entry = entries.begin(); entry != entries.end(); ++entry)
    if (entry != general) append(answer.note, channel_line(*entry, words), kNewLine);
  return answer;
}

std::string on_one_line(std::string_view lines) {
  std::string line;
  for (const char c : lines) line += c == '\n' ? std::string("; ") : std::string(1, c);
  return line;
}

/// One entry a case. Only what the cases share is said without a case's name before it.
Answer joined_by_case(const std::vector<Entry>& entries, const Words& words) {
  if (all_equal(entries)) return entries.front().answer;
  const bool same_text = all_same_text(entries);
  Answer answer;
  answer.text = same_text ? entries.front().answer.text : words(Key::by_case);
  answer.doubtful = same_text && entries.front().answer.doubtful;
  answer.free = std::ranges::all_of(entries, [](const Entry& entry) { return entry.answer.free; });
  for (const Entry& entry : entries) {
    const std::string& text = entry.answer.doubtful ? words(Key::needs_check) : entry.answer.text;
    const std::string line = same_text ? on_one_line(entry.answer.note) : text;
    if (!line.empty()) append(answer.note, labelled(entry.label, line, words), kNewLine);
  }
  return answer;
}

bool is_free(const guide::Cost& cost) {
  return cost.amount_vnd == 0;
}
bool is_free(const guide::ProcessingTime&) {
  return false;
}

template <typename Fact>
Answer answer_of_case(const guide::Guide& guide, const std::vector<Fact>& facts, Date today,
                      const Words& words) {
  std::vector<Entry> entries;
  for (const Fact* fact : holding(facts, today)) {
    Entry entry{channel_names(guide, fact->channels, words), doubt(words)};
    if (standing(fact->provenance, today) == Standing::certain)
      entry.answer = {own_words(*fact, words), in(fact->note, words), false, is_free(*fact)};
    if (entry.answer.text.empty()) entry.answer = doubt(words);
    entries.push_back(std::move(entry));
  }
  return joined_by_channel(entries, words);
}

template <typename Fact>
Answer answer_of_cases(const guide::Guide& guide, Cases cases, std::vector<Fact> guide::Case::*facts,
                       Date today, const Words& words) {
  std::vector<Entry> entries;
  for (const guide::Case* one : cases)
    entries.push_back({in(one->label, words), answer_of_case(guide, one->*facts, today, words)});
  return entries.empty() ? doubt(words) : joined_by_case(entries, words);
}

template <typename Named>
std::vector<const Named*> current(const std::vector<Named>& all, Date today) {
  std::vector<const Named*> found;
  for (const Named& one : all)
    if (standing(one.provenance, today) != Standing::not_yet) found.push_back(&one);
  return found;
}

/// A place or an output is no number: its name helps even while it is to be checked, which its note says.
template <typename Named>
Answer named_answer(const Named& named, std::string note, Date today, const Words& words) {
  if (standing(named.provenance, today) != Standing::certain) append(note, words(Key::needs_check), kNewLine);
  return {in(named.name, words), std::move(note), false, false};
}

template <typename Named>
std::string other_names(const std::vector<const Named*>& all, std::string_view separator,
                        const Words& words) {
  std::string names;
  for (std::size_t i = 1; i < all.size(); ++i) append(names, in(all[i]->name, words), separator);
  return names;
}

}  // namespace

Answer time_answer(const guide::Guide& guide, Cases cases, Date today, const Words& words) {
  return answer_of_cases(guide, cases, &guide::Case::processing_times, today, words);
}

Answer fee_answer(const guide::Guide& guide, Cases cases, Date today, const Words& words) {
  Answer answer = answer_of_cases(guide, cases, &guide::Case::costs, today, words);
  const bool exempts = std::ranges::any_of(cases, [&](const guide::Case* one) {
    return std::ranges::any_of(holding(one->costs, today),
                               [](const guide::Cost* cost) { return !cost->exemptions.empty(); });
  });
  if (exempts) append(answer.note, words(Key::fact_exemptions), kNewLine);
  return answer;
}

Answer where_answer(const guide::Guide& guide, Date today, const Words& words) {
  const auto channels = current(guide.channels, today);
  if (channels.empty() && guide.competent_authority.empty()) return doubt(words);
  if (channels.empty()) return {in(guide.competent_authority, words), {}, false, false};
  std::string note = in(channels.front()->note, words);
  if (note.empty() && channels.size() > 1)
    note = words(Key::where_or, {{"names", other_names(channels, ", ", words)}});
  return named_answer(*channels.front(), std::move(note), today, words);
}

Answer output_answer(const guide::Guide& guide, Date today, const Words& words) {
  const auto outputs = current(guide.outputs, today);
  if (outputs.empty()) return doubt(words);
  return named_answer(*outputs.front(), other_names(outputs, kNewLine, words), today, words);
}

std::string own_words(const guide::Cost& cost, const Words& words) {
  if (!cost.answer.empty()) return in(cost.answer, words);
  return cost.amount_vnd ? money(*cost.amount_vnd, words) : std::string();
}

std::string own_words(const guide::ProcessingTime& time, const Words& words) {
  return in(time.answer, words);
}

std::string channel_names(const guide::Guide& guide, const std::vector<std::string>& ids,
                          const Words& words) {
  std::string names;
  for (const guide::Channel& channel : guide.channels)
    if (std::ranges::find(ids, channel.id) != ids.end()) append(names, in(channel.name, words), ", ");
  return names;
}

}  // namespace conglang::kiosk
