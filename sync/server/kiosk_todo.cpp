#include "sync/server/kiosk_todo.h"

#include "sync/server/fleet/kiosks.h"

namespace conglang::server {
namespace {

constexpr std::int64_t kMostAlarms = 50;

Json item_of(const fleet::Alarm& alarm) {
  const fleet::Sentence words = fleet::trouble_words(alarm.kind);
  return {{"kind", "kiosk"},
          {"about", alarm.kiosk_name},
          {"text",
           {{"vi", fmt::format("Màn hình {}: {}", alarm.kiosk_name, words.vi)},
            {"en", fmt::format("Kiosk {}: {}", alarm.kiosk_name, words.en)}}},
          {"link", fmt::format("#/kiosks/{}", alarm.kiosk)},
          {"since", format_instant(alarm.since)}};
}

}  // namespace

TodoSource kiosks_to_look_after(const Store& store) {
  return [&store](const Caller& caller, Instant) -> Result<std::vector<Json>> {
    if (caller.account.commune.empty()) return std::vector<Json>();
    TRY(const auto alarms, store.read_and_get([&](Transaction& transaction) {
      return fleet::alarms_of(transaction, caller.account.commune, false, kMostAlarms);
    }));
    std::vector<Json> items;
    for (const fleet::Alarm& alarm : alarms) items.push_back(item_of(alarm));
    return items;
  };
}

}  // namespace conglang::server
