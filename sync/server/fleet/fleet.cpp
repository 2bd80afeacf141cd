#include "sync/server/fleet/fleet.h"

#include <map>

#include "sync/server/fleet/parts.h"
#include "sync/server/fleet/reports.h"

namespace conglang::server::fleet {

Result<void> Fleet::look_round(Instant now) {
  return store().write([&](Transaction& transaction) -> Result<void> {
    TRY_VOID(fleet::look_round(transaction, now));
    return forget_old_reports(transaction, now);
  });
}

Result<std::string> Fleet::metrics(Instant now) const {
  std::map<std::string, int> states;
  std::int64_t refused = 0;
  std::int64_t reports = 0;
  const auto work = [&](Transaction& transaction) -> Result<void> {
    TRY(const auto kiosks, kiosks_of(transaction, "", false));
    for (const Kiosk& kiosk : kiosks) {
      ++states[judge(kiosk.facts, now).state];
      refused += kiosk.refused_entries;
    }
    TRY(const auto count, transaction.row("SELECT COUNT(*) FROM reports"));
    reports = count->integer(0);
    return {};
  };
  TRY_VOID(surroundings_.store.read(work));
  std::string text =
      "# HELP conglang_kiosks Kiosks of the province by state.\n# TYPE conglang_kiosks gauge\n";
  for (const auto& [state, count] : states)
    text += fmt::format("conglang_kiosks{{state=\"{}\"}} {}\n", state, count);
  text += fmt::format(
      "# HELP conglang_reports_kept Reports of kiosks that are kept.\n# TYPE conglang_reports_kept gauge\n"
      "conglang_reports_kept {}\n"
      "# HELP conglang_usage_refused_total Counters that were refused at the door.\n"
      "# TYPE conglang_usage_refused_total counter\nconglang_usage_refused_total {}\n",
      reports, refused);
  return text;
}

void add_fleet_endpoints(Router& router, Fleet& fleet) {
  add_device_endpoints(router, fleet);
  add_kiosk_endpoints(router, fleet);
  add_usage_endpoints(router, fleet);
}

}  // namespace conglang::server::fleet
