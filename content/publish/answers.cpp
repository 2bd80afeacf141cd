#include "content/publish/answers.h"

#include <algorithm>

#include "content/guide/standing.h"

namespace conglang::publish {
namespace {

using guide::Channel;
using guide::Evidence;
using guide::Guide;
using guide::Text;

std::string grouped(std::int64_t amount, char separator) {
  std::string digits = std::to_string(amount);
  for (std::size_t right = 3; right < digits.size(); right += 4)
    digits.insert(digits.size() - right, 1, separator);
  return digits;
}

Text own_words(const guide::Cost& cost) {
  if (!cost.answer.empty()) return cost.answer;
  return cost.amount_vnd ? money(*cost.amount_vnd) : Text{};
}

Text own_words(const guide::ProcessingTime& time) {
  return time.answer;
}

template <typename Fact>
std::vector<Answer> answers_of(const Guide& guide, const std::vector<Fact>& facts, Date today) {
  std::vector<Answer> answers;
  for (const Fact* fact : guide::holding(facts, today)) {
    Answer answer{channel_names(guide, fact->channels), {}, {}, true};
    const Text words = own_words(*fact);
    if (!is_doubtful(fact->provenance, today) && !words.empty())
      answer = {std::move(answer.channels), words, fact->note, false};
    answers.push_back(std::move(answer));
  }
  if (answers.empty()) answers.push_back({{}, {}, {}, true});
  return answers;
}

bool is_online(const Channel& channel) {
  return channel.kind == Channel::Kind::online;
}

bool is_only_online(const Guide& guide, const Evidence& evidence) {
  if (evidence.channels.empty() || std::ranges::all_of(guide.channels, is_online)) return false;
  return std::ranges::all_of(evidence.channels, [&](const std::string& id) {
    const auto channel = std::ranges::find(guide.channels, id, &Channel::id);
    return channel != guide.channels.end() && is_online(*channel);
  });
}

std::vector<Paper>& behind(std::vector<RarePapers>& rare, const Text& question) {
  const auto found = std::ranges::find(rare, question, &RarePapers::question);
  if (found != rare.end()) return found->papers;
  rare.push_back({question, {}});
  return rare.back().papers;
}

void join(Text& text, const Text& addition) {
  Text joined;
  for (const auto& entry : text.by_language) joined.by_language[entry.first];
  for (const auto& entry : addition.by_language) joined.by_language[entry.first];
  for (auto& entry : joined.by_language) {
    entry.second = text.in(entry.first);
    if (!text.empty()) entry.second += ", ";
    entry.second += addition.in(entry.first);
  }
  text = std::move(joined);
}

}  // namespace

bool is_doubtful(const guide::Provenance& provenance, Date today) {
  return guide::standing(provenance, today) != guide::Standing::certain;
}

Text money(std::int64_t amount_vnd) {
  const bool free = amount_vnd == 0;
  Text text;
  text.by_language["vi"] = free ? "Miễn phí" : grouped(amount_vnd, '.') + " đ";
  text.by_language["en"] = free ? "Free" : grouped(amount_vnd, ',') + " VND";
  return text;
}

Text channel_names(const Guide& guide, const std::vector<std::string>& ids) {
  Text names;
  for (const Channel& channel : guide.channels)
    if (std::ranges::find(ids, channel.id) != ids.end()) join(names, channel.name);
  return names;
}

std::vector<Answer> fees_of(const Guide& guide, const guide::Case& one, Date today) {
  return answers_of(guide, one.costs, today);
}

std::vector<Answer> times_of(const Guide& guide, const guide::Case& one, Date today) {
  return answers_of(guide, one.processing_times, today);
}

std::vector<Exemption> exemptions_of(const guide::Case& one, Date today) {
  std::vector<Exemption> exemptions;
  for (const guide::Cost* cost : guide::holding(one.costs, today))
    for (const Text& text : cost->exemptions) {
      Exemption exemption{text, is_doubtful(cost->provenance, today)};
      if (std::ranges::find(exemptions, exemption) == exemptions.end())
        exemptions.push_back(std::move(exemption));
    }
  return exemptions;
}

Papers papers_of(const Guide& guide, const guide::Case& one, Date today) {
  Papers papers;
  for (const Evidence* evidence : begun(one.evidence, today)) {
    const Paper paper{evidence, is_doubtful(evidence->provenance, today)};
    if (is_only_online(guide, *evidence))
      papers.online.push_back(paper);
    else if (evidence->only_if)
      behind(papers.rare, *evidence->only_if).push_back(paper);
    else
      papers.always.push_back(paper);
  }
  return papers;
}

}  // namespace conglang::publish
