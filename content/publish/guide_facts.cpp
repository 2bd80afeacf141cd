#include "content/publish/guide_facts.h"

#include <algorithm>

namespace conglang::publish {
namespace {

using guide::Guide;
using guide::Problems;

// A resident is never surprised by a fee: each way to file has one. An item without channels is for all.
void check_every_channel_has_cost(const Guide& one, const std::vector<guide::Cost>& costs,
                                  const std::string& pointer, Problems& problems) {
  for (const guide::Channel& channel : one.channels) {
    const bool told = std::any_of(costs.begin(), costs.end(), [&](const guide::Cost& cost) {
      return cost.channels.empty() ||
             std::find(cost.channels.begin(), cost.channels.end(), channel.id) != cost.channels.end();
    });
    if (!told) problems.add(pointer, fmt::format("chưa ghi lệ phí cho cách nộp \"{}\"", channel.id));
  }
}

void check_cases(const Guide& one, Problems& problems) {
  for (std::size_t i = 0; i < one.cases.size(); ++i) {
    const guide::Case& in_case = one.cases[i];
    const std::string pointer = fmt::format("/cases/{}", i);
    if (in_case.costs.empty()) problems.add(pointer, "thiếu \"costs\": lệ phí, hoặc ghi là miễn phí");
    if (in_case.processing_times.empty())
      problems.add(pointer, "thiếu \"processingTimes\": bao lâu thì xong");
    if (!in_case.costs.empty()) {
      check_every_channel_has_cost(one, in_case.costs, pointer + "/costs", problems);
    }
  }
}

void check_links(const Guide& one, const guide::LinkPolicy& policy, Problems& problems) {
  for (std::size_t i = 0; i < one.links.size(); ++i) {
    const guide::Link& link = one.links[i];
    const auto checked = link.template_id.empty() ? check_link(policy, link.url)
                                                  : expand_link(policy, link.template_id, link.code);
    if (!checked) problems.add(fmt::format("/links/{}", i), checked.error().message);
  }
}

void check_life_events(const Guide& one, const std::set<std::string>& topics, Problems& problems) {
  for (std::size_t i = 0; i < one.life_events.size(); ++i) {
    if (topics.contains(one.life_events[i])) continue;
    problems.add(fmt::format("/lifeEvents/{}", i),
                 fmt::format("không có chủ đề \"{}\" trong national/topics.json", one.life_events[i]));
  }
}

}  // namespace

void check_facts(const Guide& one, const Surroundings& around, Problems& problems) {
  if (!one.replaced_by.empty() && !around.guides.contains(one.replaced_by)) {
    problems.add("/replacedBy", fmt::format("không có bài \"{}\"", one.replaced_by));
  }
  if (around.topics) check_life_events(one, *around.topics, problems);
  if (one.status != Guide::Status::in_force) return;  // not shown: what it lacks harms nobody
  if (one.life_events.empty())
    problems.add("", "thiếu \"lifeEvents\": bài phải nằm trong ít nhất một chủ đề");
  if (one.legal_resources.empty()) problems.add("", "thiếu \"legalResources\": căn cứ pháp lý");
  if (one.channels.empty()) problems.add("", "thiếu \"channels\": nộp ở đâu");
  if (one.links.empty()) problems.add("", "thiếu \"links\": địa chỉ để quét mã");
  check_cases(one, problems);
  if (around.policy) check_links(one, *around.policy, problems);
}

}  // namespace conglang::publish
