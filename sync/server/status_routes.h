#pragma once
// What looks after the server asks: is it well (/healthz), and its numbers (/metrics, on this machine only).

#include "sync/server/api/metrics.h"
#include "sync/server/api/router.h"
#include "sync/server/store/store.h"

namespace conglang::server {

void add_status_routes(Router& router, Store& store, Metrics& metrics);

}  // namespace conglang::server
