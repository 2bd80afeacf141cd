#include "content/publish/board/leaflet_text.h"

#include <algorithm>

#include "content/guide/standing.h"

namespace conglang::board {
namespace {

using guide::Case;
using guide::Channel;
using guide::Evidence;
using guide::Guide;

using Cases = std::vector<const Case*>;

bool is_certain(const guide::Provenance& provenance, Date day) {
  return guide::standing(provenance, day) == guide::Standing::certain;
}

bool has_begun(const guide::Provenance& provenance, Date day) {
  return guide::standing(provenance, day) != guide::Standing::not_yet;
}

void append(std::string& text, std::string_view addition, std::string_view separator) {
  if (!text.empty() && !addition.empty()) text += separator;
  text += addition;
}

bool contains(const std::vector<std::string>& all, const std::string& one) {
  return std::ranges::find(all, one) != all.end();
}

class Teller {
 public:
  Teller(const Guide& one, Date day, const Words& words) : guide_(one), day_(day), words_(words) {}

  Result<Cases> cases(const std::string& id) const {
    Cases chosen;
    std::string known;
    for (const Case& one : guide_.cases) {
      append(known, one.id, ", ");
      if (id.empty() || one.id == id) chosen.push_back(&one);
    }
    if (!chosen.empty()) return chosen;
    return fail(Errc::not_found, "bài \"{}\" không có trường hợp \"{}\"; có: {}", guide_.id, id, known);
  }

  std::string in(const guide::Text& text) const { return std::string(text.in(words_.language)); }

  Fact fee(const Cases& cases) const {
    Fact fact{std::string(words_.fee), lines_of(cases, &Case::costs), {}};
    for (const Case* one : cases) {
      for (const guide::Cost* cost : guide::holding(one->costs, day_)) {
        for (const guide::Text& exempt : cost->exemptions) {
          const std::string text = in(exempt) + (is_certain(cost->provenance, day_) ? "" : doubt_mark());
          if (!contains(fact.exemptions, text)) fact.exemptions.push_back(text);
        }
      }
    }
    return fact;
  }

  Fact time(const Cases& cases) const {
    return {std::string(words_.time), lines_of(cases, &Case::processing_times), {}};
  }

  Fact where() const {
    Fact fact{std::string(words_.where), {}, {}};
    for (const Channel& channel : guide_.channels) {
      if (!has_begun(channel.provenance, day_)) continue;
      std::string note = in(channel.note);
      append(note, in(channel.hours), "; ");
      add_named(fact, in(channel.name), std::move(note), channel.provenance);
    }
    if (fact.lines.empty() && !guide_.competent_authority.empty()) {
      fact.lines.push_back({{}, in(guide_.competent_authority), {}, false});
    }
    if (fact.lines.empty()) fact.lines.push_back(doubtful({}));
    return fact;
  }

  Fact output() const {
    Fact fact{std::string(words_.output), {}, {}};
    for (const guide::Output& output : guide_.outputs) {
      if (has_begun(output.provenance, day_)) add_named(fact, in(output.name), {}, output.provenance);
    }
    return fact;
  }

  std::vector<PaperGroup> papers(const Cases& cases, bool& more_online) const {
    std::vector<PaperGroup> groups(1);  // what everybody brings comes first, whatever the author's order
    for (const auto& [evidence, of] : merged(cases)) {
      if (is_only_online(*evidence)) {
        more_online = true;
        continue;
      }
      const std::string question = evidence->only_if ? in(*evidence->only_if) : std::string();
      auto group = std::ranges::find(groups, question, &PaperGroup::question);
      if (group == groups.end()) group = groups.insert(groups.end(), {question, {}});
      group->papers.push_back(paper_line(*evidence, of, cases));
    }
    if (groups.front().papers.empty()) groups.erase(groups.begin());
    return groups;
  }

  std::vector<std::string> sources(const Cases& cases) const {
    std::vector<std::string> found;
    const auto add = [&](const guide::Provenance& provenance) {
      if (!provenance.source.empty() && !contains(found, provenance.source))
        found.push_back(provenance.source);
    };
    for (const Case* one : cases) {
      for (const Evidence& evidence : one->evidence) add(evidence.provenance);
      for (const guide::Cost& cost : one->costs) add(cost.provenance);
      for (const guide::ProcessingTime& time : one->processing_times) add(time.provenance);
    }
    for (const Channel& channel : guide_.channels) add(channel.provenance);
    return found;
  }

 private:
  std::string doubt_mark() const { return fmt::format(" ({})", words_.needs_check); }

  FactLine doubtful(std::string label) const {
    return {std::move(label), std::string(words_.needs_check), std::string(words_.ask_commune), true};
  }

  // A place or an output is no number: its name helps even while it is to be checked, which its note says.
  void add_named(Fact& fact, std::string name, std::string note, const guide::Provenance& provenance) const {
    const bool certain = is_certain(provenance, day_);
    if (!certain) append(note, words_.needs_check, "; ");
    fact.lines.push_back({{}, std::move(name), std::move(note), !certain});
  }

  std::string channel_names(const std::vector<std::string>& ids) const {
    std::string names;
    for (const Channel& channel : guide_.channels) {
      if (contains(ids, channel.id)) append(names, in(channel.name), ", ");
    }
    return names;
  }

  std::string own_words(const guide::Cost& cost) const {
    if (!cost.answer.empty()) return in(cost.answer);
    return cost.amount_vnd ? money_text(*cost.amount_vnd, words_) : std::string();
  }
  std::string own_words(const guide::ProcessingTime& time) const { return in(time.answer); }

  template <typename Stated>
  std::vector<FactLine> lines_of_case(const std::vector<Stated>& stated) const {
    std::vector<FactLine> lines;
    for (const Stated* one : guide::holding(stated, day_)) {
      const std::string label = channel_names(one->channels);
      const std::string text = own_words(*one);
      const bool certain = is_certain(one->provenance, day_) && !text.empty();
      lines.push_back(certain ? FactLine{label, text, in(one->note), false} : doubtful(label));
    }
    if (lines.empty()) lines.push_back(doubtful({}));
    const bool same = std::ranges::all_of(lines, [&](const FactLine& line) {
      return line.text == lines.front().text && line.note == lines.front().note;
    });
    if (same) {
      lines.resize(1);
      lines.front().label.clear();
    }
    return lines;
  }

  // The cases' own lines; said once, without their names, where all cases agree.
  template <typename Stated>
  std::vector<FactLine> lines_of(const Cases& cases, std::vector<Stated> Case::*stated) const {
    std::vector<FactLine> all;
    bool same = true;
    const std::vector<FactLine> first = lines_of_case(cases.front()->*stated);
    for (const Case* one : cases) {
      std::vector<FactLine> lines = lines_of_case(one->*stated);
      same = same && lines == first;
      for (FactLine& line : lines) {
        std::string label = in(one->label);
        append(label, line.label, " · ");
        line.label = std::move(label);
        all.push_back(std::move(line));
      }
    }
    return same ? first : all;
  }

  struct Merged {
    const Evidence* evidence;
    Cases of;
  };

  // Each paper once, with the cases that need it.
  std::vector<Merged> merged(const Cases& cases) const {
    std::vector<Merged> all;
    for (const Case* one : cases) {
      for (const Evidence& evidence : one->evidence) {
        if (!has_begun(evidence.provenance, day_)) continue;
        const auto same = std::ranges::find_if(
            all, [&](const Merged& other) { return *other.evidence == evidence && other.of.back() != one; });
        if (same != all.end()) {
          same->of.push_back(one);
        } else {
          all.push_back({&evidence, {one}});
        }
      }
    }
    return all;
  }

  bool is_online(const std::string& id) const {
    const auto channel = std::ranges::find(guide_.channels, id, &Channel::id);
    return channel != guide_.channels.end() && channel->kind == Channel::Kind::online;
  }

  bool is_only_online(const Evidence& evidence) const {
    const bool any_other = std::ranges::any_of(
        guide_.channels, [](const Channel& channel) { return channel.kind != Channel::Kind::online; });
    return any_other && !evidence.channels.empty() &&
           std::ranges::all_of(evidence.channels, [&](const std::string& id) { return is_online(id); });
  }

  std::string handling(const Evidence& evidence) const {
    if (evidence.handling == Evidence::Handling::show) return std::string(words_.show);
    if (evidence.originals > 0 && evidence.copies > 0) {
      return filled(words_.originals_and_copies, evidence.originals, evidence.copies);
    }
    if (evidence.originals > 0) return filled(words_.originals, evidence.originals);
    if (evidence.copies > 0) return filled(words_.copies, evidence.copies);
    return std::string(words_.submit);
  }

  PaperLine paper_line(const Evidence& evidence, const Cases& of, const Cases& cases) const {
    std::string note = in(evidence.note);
    const std::string channels = channel_names(evidence.channels);
    if (note.empty() && !channels.empty()) note = filled(words_.only_channel, channels);
    if (of.size() < cases.size()) {
      std::string labels;
      for (const Case* one : of) append(labels, in(one->label), ", ");
      append(note, filled(words_.only_case, labels), " · ");
    }
    const bool certain = is_certain(evidence.provenance, day_);
    return {in(evidence.name), std::move(note),
            certain ? handling(evidence) : std::string(words_.needs_check), !certain};
  }

  const Guide& guide_;
  Date day_;
  const Words& words_;
};

std::string current_code(const Guide& one) {
  const auto current =
      std::ranges::find(one.codes, guide::ProcedureCode::Role::current, &guide::ProcedureCode::role);
  return current == one.codes.end() ? std::string() : current->code;
}

}  // namespace

Result<LeafletText> leaflet_text(const Guide& one, const guide::Content& content, const std::string& case_id,
                                 Date day, const Words& words) {
  const Teller teller(one, day, words);
  TRY(const Cases cases, teller.cases(case_id));
  LeafletText text;
  text.title = teller.in(one.title);
  if (!case_id.empty()) text.context = teller.in(cases.front()->label);
  text.description = teller.in(one.description);
  if (guide::is_past_review(one, day)) text.warnings.emplace_back(words.past_review);
  if (contains(content.local_text_in_question, one.id)) text.warnings.emplace_back(words.local_in_question);
  text.papers = teller.papers(cases, text.more_online);
  text.facts = {teller.fee(cases), teller.time(cases), teller.where(), teller.output()};
  std::erase_if(text.facts, [](const Fact& fact) { return fact.lines.empty(); });
  for (const guide::ComingChange& change : one.coming_changes) {
    if (day < change.from) {
      text.changes.push_back(filled(words.change_from, day_text(change.from), teller.in(change.text)));
    }
  }
  text.code = current_code(one);
  text.checked =
      one.checked_on ? filled(words.checked, day_text(*one.checked_on)) : std::string(words.not_checked);
  text.sources = teller.sources(cases);
  return text;
}

}  // namespace conglang::board
