#include "kiosk/model/papers.h"

#include <algorithm>

#include "kiosk/model/validity.h"

namespace conglang::kiosk {
namespace {

/// A second paper of the same name, e.g. an original in one case and a copy in the other, gets "#2".
std::string free_id(const std::vector<Paper>& papers, const guide::Evidence& evidence) {
  const std::string name(evidence.name.in("vi"));
  std::string id = name;
  for (int n = 2; std::ranges::find(papers, id, &Paper::id) != papers.end(); ++n)
    id = name + "#" + std::to_string(n);
  return id;
}

void add(std::vector<Paper>& papers, const guide::Evidence& evidence, const guide::Case& of) {
  const auto same = std::ranges::find_if(
      papers, [&](const Paper& paper) { return *paper.evidence == evidence && paper.cases.back() != &of; });
  if (same != papers.end())
    same->cases.push_back(&of);
  else
    papers.push_back({free_id(papers, evidence), &evidence, {&of}});
}

bool is_online(const guide::Channel& channel) {
  return channel.kind == guide::Channel::Kind::online;
}

/// True for a paper of online channels in a guide that has others too.
bool is_only_online(const guide::Guide& guide, const guide::Evidence& evidence) {
  if (evidence.channels.empty() || std::ranges::all_of(guide.channels, is_online)) return false;
  return std::ranges::all_of(evidence.channels, [&](const std::string& id) {
    const auto channel = std::ranges::find(guide.channels, id, &guide::Channel::id);
    return channel != guide.channels.end() && is_online(*channel);
  });
}

std::vector<Paper> papers_of(const guide::Guide& guide, std::string_view case_id, Date today, bool online) {
  std::vector<Paper> papers;
  for (const guide::Case* one : chosen_cases(guide, case_id))
    for (const guide::Evidence& evidence : one->evidence)
      if (is_only_online(guide, evidence) == online &&
          standing(evidence.provenance, today) != Standing::not_yet)
        add(papers, evidence, *one);
  return papers;
}

}  // namespace

std::vector<const guide::Case*> chosen_cases(const guide::Guide& guide, std::string_view case_id) {
  const auto chosen = std::ranges::find(guide.cases, case_id, &guide::Case::id);
  if (chosen != guide.cases.end()) return {&*chosen};
  std::vector<const guide::Case*> all;
  for (const guide::Case& one : guide.cases) all.push_back(&one);
  return all;
}

std::vector<Paper> papers_to_bring(const guide::Guide& guide, std::string_view case_id, Date today) {
  return papers_of(guide, case_id, today, false);
}

std::vector<Paper> papers_online(const guide::Guide& guide, std::string_view case_id, Date today) {
  return papers_of(guide, case_id, today, true);
}

std::string question_id(const guide::Evidence& evidence) {
  return evidence.only_if ? std::string(evidence.only_if->in("vi")) : std::string();
}

}  // namespace conglang::kiosk
