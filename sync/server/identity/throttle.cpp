#include "sync/server/identity/throttle.h"

#include <algorithm>
#include <chrono>

#include "sync/server/identity/refusal.h"

namespace conglang::server::throttle {
namespace {

using std::chrono::seconds;

constexpr seconds kFirstWait{5};
constexpr seconds kLongestWait{900};
constexpr seconds kForgottenAfter{86400};

seconds wait_after(std::int64_t failures, int free) {
  seconds wait{0};
  for (std::int64_t over = failures - free; over > 0 && wait < kLongestWait; --over)
    wait = wait == seconds(0) ? kFirstWait : wait * 2;
  return std::min(wait, kLongestWait);
}

tl::unexpected<Error> too_soon(seconds wait) {
  return refuse({.status = 429,
                 .code = "too-many-attempts",
                 .vi = fmt::format("Đăng nhập sai nhiều lần: hãy đợi {} giây rồi thử lại.", wait.count()),
                 .en = fmt::format("Too many failed attempts: wait {} seconds and try again.", wait.count()),
                 .retry_after = wait});
}

}  // namespace

std::string of_name(std::string_view name) {
  return fmt::format("name:{}", name);
}

std::string of_address(std::string_view numeric_address) {
  std::size_t end = 0;
  const bool ipv6 = numeric_address.find(':') != std::string_view::npos;
  for (int group = 0; ipv6 && group < 4 && end != std::string_view::npos; ++group)
    end = numeric_address.find(':', group == 0 ? 0 : end + 1);
  if (!ipv6 || numeric_address.substr(0, end).find("::") != std::string_view::npos)
    return fmt::format("address:{}", numeric_address);
  return fmt::format("address:{}::", numeric_address.substr(0, end));
}

Result<void> count(Transaction& transaction, std::string_view subject, int free, Instant now) {
  TRY_VOID(transaction.run("DELETE FROM attempts WHERE last_at < ?", now - kForgottenAfter));
  TRY(const auto known, transaction.row("SELECT failures, free_at FROM attempts WHERE subject = ?", subject));
  if (known && instant_of(*known, 1) > now) return too_soon(instant_of(*known, 1) - now);
  const std::int64_t failures = (known ? known->integer(0) : 0) + 1;
  const Instant free_at = now + wait_after(failures, free);
  if (known) {
    TRY_VOID(transaction.run("UPDATE attempts SET failures = ?, last_at = ?, free_at = ? WHERE subject = ?",
                             failures, now, free_at, subject));
    return {};
  }
  TRY_VOID(transaction.run("INSERT INTO attempts (subject, failures, last_at, free_at) VALUES (?, ?, ?, ?)",
                           subject, failures, now, free_at));
  return {};
}

Result<void> forgive(Transaction& transaction, std::string_view subject) {
  TRY_VOID(transaction.run("DELETE FROM attempts WHERE subject = ?", subject));
  return {};
}

Result<void> take_back(Transaction& transaction, std::string_view subject, Instant now) {
  TRY_VOID(transaction.run(
      "UPDATE attempts SET failures = failures - 1, free_at = ? WHERE subject = ? AND failures > 0", now,
      subject));
  return {};
}

}  // namespace conglang::server::throttle
