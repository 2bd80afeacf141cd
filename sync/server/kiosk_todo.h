#pragma once
// What the desk knows of the fleet besides its own pages: kiosks with trouble as something to do, and a
// month's usage as one page of paper.

#include <functional>
#include <string>

#include "sync/server/review/review_desk.h"
#include "sync/server/store/store.h"

namespace conglang::server {

/// The alarms that have not ended, of the caller's commune; none for an operator, who has the fleet's page.
TodoSource kiosks_to_look_after(const Store& store);

}  // namespace conglang::server
