#include "content/import/ledger.h"

#include <fmt/format.h>

#include <array>
#include <utility>
#include <vector>

#include "content/guide/json_document.h"

namespace conglang::import {
namespace {

constexpr std::array<std::string_view, 5> kNames{"unknown", "omitted", "kept", "changed", "doubtful"};

struct Place {
  const nlohmann::json* value;
  std::string pointer;
  std::size_t depth;
};

bool is_leaf(const Place& place) {
  return !place.value->is_structured() || place.value->empty() || place.depth >= kMaxRecordDepth;
}

void add_children(const Place& place, std::vector<Place>& open) {
  std::size_t index = 0;
  for (auto it = place.value->begin(); it != place.value->end(); ++it, ++index) {
    const std::string step =
        place.value->is_object() ? guide::pointer_step(it.key()) : fmt::format("/{}", index);
    open.push_back({&*it, place.pointer + step, place.depth + 1});
  }
}

void raise(LedgerEntry& entry, const LedgerEntry& news) {
  if (!news.to.empty() && entry.to.find(news.to) == std::string::npos) {
    entry.to += entry.to.empty() ? news.to : ", " + news.to;
  }
  if (news.fate <= entry.fate) return;
  entry.fate = news.fate;
  entry.why = news.why;
}

}  // namespace

std::string_view name_of(Fate fate) {
  return kNames[static_cast<std::size_t>(fate)];
}

void FateCounts::operator+=(const FateCounts& other) {
  kept += other.kept;
  changed += other.changed;
  doubtful += other.doubtful;
  omitted += other.omitted;
  unknown += other.unknown;
}

Ledger::Ledger(const nlohmann::json& record) {
  std::vector<Place> open{{&record, "", 0}};
  while (!open.empty()) {
    const Place place = std::move(open.back());
    open.pop_back();
    if (is_leaf(place)) {
      entries_[place.pointer];
    } else {
      add_children(place, open);
    }
  }
}

void Ledger::mark(const std::string& pointer, const LedgerEntry& entry) {
  const auto exact = entries_.find(pointer);
  if (exact != entries_.end()) raise(exact->second, entry);
  const std::string below = pointer + "/";
  for (auto it = entries_.lower_bound(below); it != entries_.end() && it->first.starts_with(below); ++it) {
    raise(it->second, entry);
  }
}

void Ledger::remark(std::string pointer, LedgerEntry entry) {
  raise(entries_[std::move(pointer)], entry);
}

FateCounts Ledger::counts() const {
  FateCounts counts;
  for (const auto& entry : entries_) {
    switch (entry.second.fate) {
      case Fate::unknown:
        ++counts.unknown;
        break;
      case Fate::omitted:
        ++counts.omitted;
        break;
      case Fate::kept:
        ++counts.kept;
        break;
      case Fate::changed:
        ++counts.changed;
        break;
      case Fate::doubtful:
        ++counts.doubtful;
        break;
    }
  }
  return counts;
}

}  // namespace conglang::import
