#include "content/guide/guide_rules.h"

#include <algorithm>
#include <set>

#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

using Ids = std::set<std::string_view>;

template <typename Items>
Ids check_unique_ids(const Items& items, std::string_view list, Problems& problems) {
  Ids ids;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id.empty() || ids.insert(items[i].id).second) continue;
    problems.add(fmt::format("/{}/{}/id", list, i),
                 fmt::format("\"{}\" đã dùng cho mục khác; đặt tên khác", items[i].id));
  }
  return ids;
}

void check_channels_exist(const Ids& channels, const std::vector<std::string>& used,
                          const std::string& pointer, Problems& problems) {
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (channels.contains(used[i])) continue;
    problems.add(fmt::format("{}/channels/{}", pointer, i),
                 fmt::format("không có cách nộp \"{}\" trong \"channels\" của bài", used[i]));
  }
}

template <typename Items>
void check_channels_of(const Ids& channels, const Items& items, const std::string& pointer,
                       Problems& problems) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    check_channels_exist(channels, items[i].channels, fmt::format("{}/{}", pointer, i), problems);
  }
}

void check_cases(const Guide& guide, const Ids& channels, Problems& problems) {
  check_unique_ids(guide.cases, "cases", problems);
  const bool asked = guide.cases.size() > 1;
  if (asked && guide.case_question.empty()) {
    problems.add("", "có nhiều trường hợp thì phải có \"caseQuestion\" để hỏi người dân");
  }
  for (std::size_t i = 0; i < guide.cases.size(); ++i) {
    const Case& one = guide.cases[i];
    const std::string pointer = fmt::format("/cases/{}", i);
    if (asked && one.label.empty()) {
      problems.add(pointer, "có nhiều trường hợp thì mỗi trường hợp phải có \"label\"");
    }
    check_channels_of(channels, one.evidence, pointer + "/evidence", problems);
    check_channels_of(channels, one.costs, pointer + "/costs", problems);
    check_channels_of(channels, one.processing_times, pointer + "/processingTimes", problems);
  }
}

void check_status(const Guide& guide, Problems& problems) {
  const bool replaced = guide.status == Guide::Status::replaced;
  if (replaced && guide.replaced_by.empty()) {
    problems.add("/status", "\"replaced\" thì phải có \"replacedBy\": tên bài thay thế");
  }
  if (!replaced && !guide.replaced_by.empty()) {
    problems.add("/replacedBy", "chỉ ghi khi \"status\" là \"replaced\"");
  }
  if (!guide.id.empty() && guide.replaced_by == guide.id) {
    problems.add("/replacedBy", "một bài không thể thay cho chính nó");
  }
}

}  // namespace

void check_rules(const Guide& guide, Problems& problems) {
  check_status(guide, problems);
  check_cases(guide, check_unique_ids(guide.channels, "channels", problems), problems);
  for (std::size_t i = 0; i < guide.links.size(); ++i) {
    check_link_shape(guide.links[i], fmt::format("/links/{}", i), problems);
  }
  if (guide.valid_from && guide.valid_until && *guide.valid_until < *guide.valid_from) {
    problems.add("/validUntil", "sớm hơn \"validFrom\"");
  }
}

}  // namespace conglang::guide
