#include "sync/server/review/new_content.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "content/guide/guide_json.h"
#include "content/guide/notice_json.h"
#include "content/publish/new_draft.h"

namespace conglang::server {
namespace {

using Json = nlohmann::json;

constexpr const char* kTopics = "national/topics.json";

std::string first_topic(const Published& published) {
  const std::string* bytes = published.find(kTopics);
  const auto topics = bytes == nullptr ? fail(Errc::not_found, "") : guide::read_topics(*bytes, kTopics);
  return topics && !topics->topics.empty() ? topics->topics.front().id : "khac";
}

std::string skeleton(const char* type, const DraftPath& path, const std::string& title) {
  return Json{{"type", type}, {"id", path.id}, {"name", {{"vi", title}}}}.dump();
}

}  // namespace

std::string new_content(const DraftPath& path, const std::string& title, const Published& published,
                        Date today) {
  const std::string name = title.empty() ? path.id : title;
  if (path.kind == "patch") return "{}";
  if (path.kind == "guide") {
    const auto guide = publish::new_guide({path.id, name, "", "0.000000", "", first_topic(published)});
    if (guide) return write_guide(*guide);
  }
  if (path.kind == "notice") {
    const Date until{std::chrono::sys_days(today) + std::chrono::days(7)};
    const auto notice =
        publish::new_notice({path.id, name, "Nội dung thông báo", "Ủy ban nhân dân xã", today, until});
    if (notice) return write_notice(*notice);
  }
  if (path.kind == "place") return skeleton("Place", path, name);
  if (path.kind == "product") return skeleton("Product", path, name);
  return skeleton(path.kind == "heritage" ? "Heritage" : "PublicService", path, name);
}

}  // namespace conglang::server
