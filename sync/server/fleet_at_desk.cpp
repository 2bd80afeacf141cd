#include "sync/server/fleet_at_desk.h"

#include "content/base/file.h"
#include "sync/server/fleet/kiosks.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/published_folder.h"

namespace conglang::server {
namespace {

constexpr std::int64_t kMostAlarms = 50;
constexpr std::chrono::seconds kPatience{20};
constexpr std::uintmax_t kMaxPdf = 8UL * 1024 * 1024;

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

Result<std::string> draw(const ReviewDesk& desk, const std::string& usage) {
  TRY(const ScratchFolder folder, ScratchFolder::make(desk.options.scratch / "usage"));
  TRY_VOID(write_beside(folder.path(), "usage.json", usage));
  const auto out = folder.path() / "usage.pdf";
  TRY(const ToolRun run,
      desk.tool.run({"usage-report", (folder.path() / "usage.json").string(), "--out", out.string()},
                    kPatience));
  if (run.status != 0) {
    const std::string why = without_folder(run.output, folder.path());
    return refuse({.status = 422, .code = "pdf", .vi = "Chưa in được: " + why, .en = "Not drawn: " + why});
  }
  return read_file(out, kMaxPdf);
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

std::function<Result<std::string>(const std::string& usage)> usage_page(const ReviewDesk& desk) {
  if (!desk.tool.is_there()) return {};
  return [&desk](const std::string& usage) { return draw(desk, usage); };
}

}  // namespace conglang::server
