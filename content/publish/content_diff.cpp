#include "content/publish/content_diff.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "content/guide/emergency_json.h"
#include "content/guide/guide_json.h"
#include "content/guide/heritage_json.h"
#include "content/guide/json_document.h"
#include "content/guide/notice_json.h"
#include "content/guide/product_json.h"
#include "content/guide/sector_json.h"
#include "content/publish/field_words.h"

namespace conglang::publish {
namespace {

using guide::BundlePath;
using Json = nlohmann::ordered_json;
using Kind = BundlePath::Kind;

Json parse(std::string_view bytes) {
  return Json::parse(bytes.begin(), bytes.end(), nullptr, false);
}

// "khai-sinh" for a national guide; else the path without what every path has.
std::string name_of_item(const BundlePath& path, std::string_view file) {
  if (path.layer == BundlePath::Layer::national) return path.id;
  std::string_view name = file.substr(file.find('/') + 1);
  if (name.ends_with(".json")) name.remove_suffix(std::string_view(".json").size());
  return std::string(name);
}

class Differ {
 public:
  Differ(std::string item, const HouseNames& houses, std::vector<Change>& out)
      : item_(std::move(item)), houses_(houses), out_(out) {}

  void compare(const Json& before, const Json& after) {
    if (before == after) return;
    if (before.is_object() && after.is_object()) return compare_objects(before, after);
    if (before.is_array() && after.is_array()) return compare_lists(before, after);
    note(Change::Kind::changed, &before, &after);
  }

 private:
  void note(Change::Kind kind, const Json* before, const Json* after) {
    Change change{kind, item_, pointer_, field_words(steps_), {}, {}};
    if (before != nullptr) change.before = value_words(*before);
    if (after != nullptr) change.after = value_words(*after);
    out_.push_back(std::move(change));
  }

  // Runs `look` one step further in.
  template <typename Look>
  void inside(FieldStep step, const std::string& pointer_step, Look look) {
    const std::size_t length = pointer_.size();
    pointer_ += pointer_step;
    steps_.push_back(std::move(step));
    look();
    steps_.pop_back();
    pointer_.resize(length);
  }

  // Under "places" of the kiosks' settings, keys are ids of houses.
  FieldStep step_into(const std::string& key) const {
    const bool is_house = !steps_.empty() && steps_.back().key == "places";
    const auto house = is_house ? houses_.find(key) : houses_.end();
    return {key, house == houses_.end() ? "" : house->second};
  }

  void compare_objects(const Json& before, const Json& after) {
    for (const auto& [key, value] : after.items()) {
      if (key == "$schema") continue;
      const auto old = before.find(key);
      const Json* old_value = old == before.end() ? nullptr : &*old;
      const Json* new_value = &value;
      inside(step_into(key), guide::pointer_step(key), [&] { part(old_value, new_value); });
    }
    for (const auto& [key, value] : before.items()) {
      if (key == "$schema" || after.contains(key)) continue;
      const Json* old_value = &value;
      inside(step_into(key), guide::pointer_step(key), [&] { part(old_value, nullptr); });
    }
  }

  // A part that may be on one side only; of a list, each item is told.
  void part(const Json* before, const Json* after) {
    const Json none = Json::array();
    if (before == nullptr && after->is_array()) return compare_lists(none, *after);
    if (after == nullptr && before->is_array()) return compare_lists(*before, none);
    if (before == nullptr) return note(Change::Kind::added, nullptr, after);
    if (after == nullptr) return note(Change::Kind::withdrawn, before, nullptr);
    compare(*before, *after);
  }

  // Items that are equal, then of one name, then what is left in order, are the same item. A change of order
  // alone is none.
  void compare_lists(const Json& before, const Json& after) {
    std::vector<std::optional<std::size_t>> old_of(after.size());
    std::vector<bool> taken(before.size(), false);
    const auto pair_up = [&](auto same) {
      for (std::size_t i = 0; i < after.size(); ++i) {
        for (std::size_t j = 0; !old_of[i] && j < before.size(); ++j) {
          if (taken[j] || !same(before[j], after[i])) continue;
          old_of[i] = j;
          taken[j] = true;
        }
      }
    };
    pair_up([](const Json& a, const Json& b) { return a == b; });
    pair_up(
        [](const Json& a, const Json& b) { return !item_name(a).empty() && item_name(a) == item_name(b); });
    pair_up([](const Json& a, const Json& b) {
      return item_name(a).empty() && item_name(b).empty() && a.is_object();
    });
    for (std::size_t i = 0; i < after.size(); ++i) {
      const Json* old_value = old_of[i] ? &before[*old_of[i]] : nullptr;
      item(old_value, &after[i], i);
    }
    for (std::size_t j = 0; j < before.size(); ++j) {
      if (!taken[j]) item(&before[j], nullptr, j);
    }
  }

  void item(const Json* before, const Json* after, std::size_t index) {
    // What is new or gone is told as a whole: its name would stand there twice.
    const bool both = before != nullptr && after != nullptr;
    const bool is_case = !steps_.empty() && steps_.back().key == "cases";
    inside({{}, both || is_case ? item_name(after != nullptr ? *after : *before) : ""},
           fmt::format("/{}", index), [&] {
             if (both) return compare(*before, *after);
             note(after != nullptr ? Change::Kind::added : Change::Kind::withdrawn, before, after);
           });
  }

  std::string item_;
  const HouseNames& houses_;
  std::vector<Change>& out_;
  std::string pointer_;
  std::vector<FieldStep> steps_;
};

}  // namespace

Result<Items> items_of(const guide::Files& files) {
  Items items;
  for (const auto& [file, bytes] : files) {
    const auto path = guide::parse_bundle_path(file);
    if (!path || path->kind == Kind::picture || path->kind == Kind::recording) continue;
    TRY_VOID(guide::parse_document(bytes, file));
    // A guide is compared as it reads, so that a default left out is no change.
    const auto guide = path->kind == Kind::guide ? guide::read_guide(bytes, file) : fail(Errc::not_found, "");
    items.emplace(name_of_item(*path, file), parse(guide ? write_guide(*guide) : bytes));
  }
  return items;
}

Items items_of(const guide::Content& content) {
  Items items;
  for (const auto& one : content.guides) items.emplace(one.id, parse(write_guide(one)));
  for (const auto& one : content.retired) items.emplace(one.id, parse(write_guide(one)));
  for (const auto& one : content.places) items.emplace("place/" + one.id, parse(write_place(one)));
  for (const auto& one : content.notices) items.emplace("notices/" + one.id, parse(write_notice(one)));
  for (const auto& one : content.heritage) items.emplace("heritage/" + one.id, parse(write_heritage(one)));
  for (const auto& one : content.products) items.emplace("products/" + one.id, parse(write_product(one)));
  if (content.emergency) items.emplace("screen", parse(write_emergency(*content.emergency)));
  items.emplace("links", parse(write_link_policy(content.link_policy)));
  items.emplace("topics", parse(guide::write_topics({content.topics, content.most_asked})));
  items.emplace("sectors", parse(write_sectors(content.sectors)));
  return items;
}

std::vector<Change> diff_items(const Items& before, const Items& after, const HouseNames& houses) {
  std::vector<Change> changes;
  Items all = before;
  all.insert(after.begin(), after.end());
  for (const auto& entry : all) {
    const auto old = before.find(entry.first);
    const auto now = after.find(entry.first);
    if (old == before.end()) {
      changes.push_back({Change::Kind::added, entry.first, {}, {}, {}, value_words(entry.second)});
    } else if (now == after.end()) {
      changes.push_back({Change::Kind::withdrawn, entry.first, {}, {}, value_words(entry.second), {}});
    } else {
      Differ(entry.first, houses, changes).compare(old->second, now->second);
    }
  }
  return changes;
}

std::string to_line(const Change& change) {
  const std::string where =
      change.field.empty() ? change.item : fmt::format("{}: {}", change.item, change.field);
  if (change.kind == Change::Kind::added)
    return guide::printable(fmt::format("{}: thêm {}", where, change.after));
  if (change.kind == Change::Kind::withdrawn)
    return guide::printable(fmt::format("{}: bỏ {}", where, change.before));
  return guide::printable(fmt::format("{}: {} → {}", where, change.before, change.after));
}

}  // namespace conglang::publish
