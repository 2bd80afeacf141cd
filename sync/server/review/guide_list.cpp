#include "sync/server/review/guide_list.h"

#include <algorithm>
#include <utility>

namespace conglang::server {
namespace {

using guide::BundlePath;

Json parse(const std::string* bytes) {
  if (bytes == nullptr) return nullptr;
  Json value = Json::parse(*bytes, nullptr, false);
  return value.is_object() ? value : Json();
}

std::string national_path(std::string_view id) {
  return fmt::format("national/guides/{}.json", id);
}

std::string patch_path(const Published& published, std::string_view id) {
  return fmt::format("communes/{}/patches/{}.json", published.commune, id);
}

// The nation's guide with what the provinces add: the layer a commune's patch is of.
Json guide_above(const Published& published, std::string_view id) {
  Json above = parse(published.find(national_path(id)));
  for (const auto& [path, bytes] : published.files) {
    const auto parsed = guide::parse_bundle_path(path);
    if (!parsed || parsed->layer != BundlePath::Layer::province || parsed->id != id) continue;
    if (parsed->kind == BundlePath::Kind::patch && above.is_object()) above.merge_patch(parse(&bytes));
    if (parsed->kind == BundlePath::Kind::guide && !above.is_object()) above = parse(&bytes);
  }
  return above;
}

Json merged_with(Json above, const Json& patch) {
  if (above.is_object() && patch.is_object()) above.merge_patch(patch);
  return above;
}

std::optional<Date> day_in(const Json& content, const char* name) {
  const auto found = content.find(name);
  if (found == content.end() || !found->is_string()) return std::nullopt;
  return parse_date(found->get<std::string>());
}

Json day_or_null(const Json& content, const char* name) {
  const auto day = content.is_object() ? day_in(content, name) : std::nullopt;
  return day ? Json(format_date(*day)) : Json();
}

Json title_of(const Json& content, const std::string& kind, const std::string& id) {
  for (const char* name : {"title", "name"}) {
    if (!content.is_object()) break;
    const auto found = content.find(name);
    if (found == content.end() || !found->is_object() || !found->contains("vi")) continue;
    const Json& vi = (*found)["vi"];
    if (!vi.is_string()) continue;
    const auto en = found->find("en");
    return {{"vi", vi}, {"en", en != found->end() && en->is_string() ? *en : vi}};
  }
  const auto [vi, en] = untitled(kind, id);
  return {{"vi", vi}, {"en", en}};
}

std::optional<GuideEntry> entry_of(const Published& published, const std::string& path,
                                   const BundlePath& parsed) {
  const std::string kind(kind_name(parsed.kind));
  if (kind.empty() || parsed.kind == BundlePath::Kind::patch) return std::nullopt;
  if (parsed.layer == BundlePath::Layer::commune) {
    Json content = parse(published.find(path));
    if (!content.is_object()) return std::nullopt;
    return GuideEntry{entry_id(kind, parsed.id), path, path, kind, false, std::move(content)};
  }
  // The province's notices are the province's to change.
  if (parsed.kind != BundlePath::Kind::guide) return std::nullopt;
  const std::string patch = patch_path(published, parsed.id);
  const Json own = parse(published.find(patch));
  Json content = merged_with(guide_above(published, parsed.id), own);
  if (!content.is_object()) return std::nullopt;
  const bool patched = own.is_object();
  return GuideEntry{parsed.id, patched ? patch : path, patch, patched ? "patch" : "guide",
                    !patched,  std::move(content)};
}

Json to_json(const GuideEntry& entry, Date today) {
  return {{"id", entry.id},
          {"path", entry.path},
          {"draftPath", entry.draft_path},
          {"title", title_of(entry.content, entry.kind, entry.id)},
          {"kind", entry.kind},
          {"layer", entry.is_national ? "national" : "commune"},
          {"state", "published"},
          {"checkedOn", day_or_null(entry.content, "checkedOn")},
          {"reviewBy", day_or_null(entry.content, "reviewBy")},
          {"from", day_or_null(entry.content, "from")},
          {"until", day_or_null(entry.content, "until")},
          {"freshness", freshness(entry.content, today)},
          {"who", ""},
          {"draft", nullptr}};
}

void put_draft(Json& entry, const Draft& draft, const std::map<std::int64_t, std::string>& names) {
  const auto who = names.find(draft.author_id);
  entry["state"] = state_name(draft.position.state);
  entry["draft"] = draft.id;
  entry["who"] = who == names.end() ? "" : who->second;
}

Json entry_of_draft(const Draft& draft, Date today) {
  const auto parsed = guide::parse_bundle_path(draft.path);
  const std::string id = parsed ? entry_id(draft.kind, parsed->id) : draft.path;
  const GuideEntry entry{id, draft.path, draft.path, draft.kind, false, parse(&draft.content)};
  return to_json(entry, today);
}

}  // namespace

std::string entry_id(std::string_view kind, std::string_view id) {
  if (kind == "guide" || kind == "patch") return std::string(id);
  return fmt::format("{}.{}", kind, id);
}

std::string freshness(const Json& content, Date today) {
  constexpr int kDueDays = 30;
  if (!content.is_object()) return "fresh";
  if (const auto until = day_in(content, "until")) return *until < today ? "stale" : "fresh";
  const auto review = day_in(content, "reviewBy");
  if (!review) return "fresh";
  if (*review < today) return "stale";
  return days_between(today, *review) <= kDueDays ? "due" : "fresh";
}

std::vector<GuideEntry> guide_entries(const Published& published) {
  std::vector<GuideEntry> entries;
  for (const auto& file : published.files) {
    const auto parsed = guide::parse_bundle_path(file.first);
    if (!parsed) continue;
    if (auto entry = entry_of(published, file.first, *parsed)) entries.push_back(std::move(*entry));
  }
  std::ranges::sort(entries, {}, [](const GuideEntry& one) {
    return std::pair(one.id.find('.') != std::string::npos, one.id);
  });
  return entries;
}

std::vector<const Draft*> gone_pages(const Published& published, const std::vector<Draft>& removals) {
  std::vector<const Draft*> gone;
  for (const Draft& removal : removals) {
    const bool is_known =
        std::ranges::any_of(gone, [&](const Draft* one) { return one->path == removal.path; });
    if (!is_known && removal.kind != "patch" && published.find(removal.path) == nullptr)
      gone.push_back(&removal);
  }
  return gone;
}

Json guide_list(const Published& published, const std::vector<Draft>& open,
                const std::vector<Draft>& removals, const std::map<std::int64_t, std::string>& names,
                Date today) {
  std::map<std::string, const Draft*> by_path;
  for (const Draft& draft : open) by_path.emplace(draft.path, &draft);
  Json list = Json::array();
  for (const GuideEntry& entry : guide_entries(published)) {
    Json json = to_json(entry, today);
    if (const auto found = by_path.find(entry.draft_path); found != by_path.end()) {
      put_draft(json, *found->second, names);
      by_path.erase(found);
    }
    list.push_back(std::move(json));
  }
  for (const Draft* removal : gone_pages(published, removals)) {
    if (by_path.contains(removal->path)) continue;
    list.push_back(entry_of_draft(*removal, today));
    list.back()["state"] = state_name(State::withdrawn);
  }
  for (const auto& entry : by_path) {
    Json json = entry_of_draft(*entry.second, today);
    put_draft(json, *entry.second, names);
    list.push_back(std::move(json));
  }
  return list;
}

std::optional<Json> guide_view(const Published& published, const std::string& id) {
  for (const GuideEntry& entry : guide_entries(published)) {
    if (entry.id != id) continue;
    const bool layered = entry.draft_path.find("/patches/") != std::string::npos;
    return Json{{"id", entry.id},
                {"path", entry.path},
                {"draftPath", entry.draft_path},
                {"kind", entry.kind},
                {"national", layered ? guide_above(published, id) : Json()},
                {"commune", parse(published.find(entry.draft_path))},
                {"merged", entry.content}};
  }
  return std::nullopt;
}

}  // namespace conglang::server
