#include "sync/server/status_routes.h"

namespace conglang::server {
namespace {

Result<void> answers(Transaction& transaction) {
  TRY_VOID(transaction.row("SELECT COUNT(*) FROM accounts"));
  return {};
}

bool is_this_machine(const http::Request& request) {
  return request.peer == "::1" || request.peer.starts_with("127.");
}

}  // namespace

void add_status_routes(Router& router, Store& store, Metrics& metrics) {
  router.add_open("GET", "/healthz", [&store](const Ask&) -> Result<Answer> {
    const auto read = store.read([](Transaction& transaction) { return answers(transaction); });
    return Answer{read ? 200 : 503, {{"well", read.has_value()}}};
  });
  router.add_open("GET", "/metrics", [&metrics](const Ask& ask) -> Result<Answer> {
    if (!is_this_machine(ask.http)) {
      return refuse({.status = 403,
                     .code = "forbidden",
                     .vi = "Số liệu của máy chủ chỉ đọc được ngay trên máy chủ.",
                     .en = "The server's numbers are read on the server itself."});
    }
    Answer answer;
    answer.raw = Raw{"text/plain; version=0.0.4; charset=utf-8", metrics.text()};
    return answer;
  });
}

}  // namespace conglang::server
