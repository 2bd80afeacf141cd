#include "sync/server/fleet/fleet.h"

#include "sync/server/fleet/parts.h"
#include "sync/server/fleet/reports.h"

namespace conglang::server::fleet {

Result<void> Fleet::look_round(Instant now) {
  return store().write([&](Transaction& transaction) -> Result<void> {
    TRY_VOID(fleet::look_round(transaction, now));
    return forget_old_reports(transaction, now);
  });
}

Result<FleetFigures> Fleet::figures(Instant now) const {
  FleetFigures figures;
  for (const std::string_view state : kStates) figures.kiosks.emplace(state, 0);
  const auto count = [&](Transaction& transaction) -> Result<void> {
    TRY(const auto kiosks, kiosks_of(transaction, "", false));
    for (const Kiosk& kiosk : kiosks) {
      ++figures.kiosks[judge(kiosk.facts, now).state];
      figures.refused_counts += kiosk.refused_entries;
    }
    TRY(const auto reports, transaction.row("SELECT COUNT(*) FROM reports"));
    figures.reports = reports->integer(0);
    return {};
  };
  TRY_VOID(surroundings_.store.read(count));
  return figures;
}

void add_fleet_endpoints(Router& router, Fleet& fleet) {
  add_device_endpoints(router, fleet);
  add_kiosk_endpoints(router, fleet);
  add_usage_endpoints(router, fleet);
}

}  // namespace conglang::server::fleet
