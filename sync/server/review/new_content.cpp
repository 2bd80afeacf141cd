#include "sync/server/review/new_content.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "content/guide/guide_json.h"
#include "content/guide/notice_json.h"
#include "content/guide/province_json.h"
#include "content/publish/new_draft.h"

namespace conglang::server {
namespace {

using Json = nlohmann::json;

constexpr const char* kTopics = "national/topics.json";
constexpr const char* kOffice = "Ủy ban nhân dân xã";

std::string first_topic(const Published& published) {
  const std::string* bytes = published.find(kTopics);
  const auto topics = bytes == nullptr ? fail(Errc::not_found, "") : guide::read_topics(*bytes, kTopics);
  return topics && !topics->topics.empty() ? topics->topics.front().id : "khac";
}

// What every page that tells something says of where it comes from, until its clerk says better.
Json unchecked() {
  return {{"confidence", "uncertain"}, {"source", kOffice}};
}

// The commune's name as its houses write it, else as the province does; null when neither does.
Json commune_name(const Published& published) {
  for (const auto& [path, bytes] : published.files) {
    const auto parsed = guide::parse_bundle_path(path);
    if (!parsed || parsed->kind != guide::BundlePath::Kind::place) continue;
    const Json house = Json::parse(bytes, nullptr, false);
    if (house.is_object() && house.contains("commune")) return house["commune"];
  }
  for (const auto& [path, bytes] : published.files) {
    const auto parsed = guide::parse_bundle_path(path);
    if (!parsed || parsed->kind != guide::BundlePath::Kind::province) continue;
    const auto province = guide::read_province(bytes, path);
    if (!province) continue;
    for (const guide::Commune& commune : province->communes) {
      if (commune.code == published.commune) return Json(commune.name.by_language);
    }
  }
  return nullptr;
}

Json skeleton(const DraftPath& path, const std::string& title, const Published& published) {
  const Json name = {{"vi", title}};
  if (path.kind == "heritage")
    return {{"type", "Heritage"}, {"id", path.id}, {"title", name}, {"provenance", unchecked()}};
  if (path.kind == "product")
    return {{"type", "Product"}, {"id", path.id}, {"name", name}, {"provenance", unchecked()}};
  if (path.kind == "place") {
    Json place = {{"id", path.id}, {"name", name}};
    if (Json commune = commune_name(published); !commune.is_null()) place["commune"] = std::move(commune);
    return place;
  }
  return {{"type", path.kind == "notice" ? "Notice" : "PublicService"}, {"id", path.id}, {"title", name}};
}

}  // namespace

std::string new_content(const DraftPath& path, const std::string& title, const Published& published,
                        Date today) {
  const std::string name = title.empty() ? path.id : title;
  if (path.kind == "patch" || path.kind == "settings") return "{}";
  if (path.kind == "guide") {
    const auto guide = publish::new_guide({path.id, name, "", "0.000000", "", first_topic(published)});
    if (guide) return write_guide(*guide);
  }
  if (path.kind == "notice") {
    const Date until{std::chrono::sys_days(today) + std::chrono::days(7)};
    const auto notice = publish::new_notice({path.id, name, "Nội dung thông báo", kOffice, today, until});
    if (notice) return write_notice(*notice);
  }
  return skeleton(path, name, published).dump();
}

}  // namespace conglang::server
