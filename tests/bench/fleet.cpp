// A province's afternoon: 3,000 kiosks that poll every 60 s and report every 15 min, beside 100 people at the
// desk, on one server. What a desk call takes without and with the kiosks, and whether every counter that a
// kiosk was told is accepted is there in the end. `bench_fleet [TIMES [SECONDS]]`: so many times as many
// kiosks a second (usual: 1), for so long (usual: 60).

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "sync/tuf/digest.h"
#include "tests/support/desk_server.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/sample_bundle.h"

namespace {

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kKiosks = 3000;
constexpr int kStaff = 100;
constexpr double kPollEvery = 60;  // seconds
constexpr double kReportEvery = 15 * 60;
constexpr double kStaffCallEvery = 5;  // somebody who types: a saved draft, a list, a look at the fleet
constexpr int kThreads = 16;           // of the load

std::string token_of(int kiosk) {
  return "token-" + std::to_string(kiosk);
}

Result<void> add_kiosks(server::Transaction& transaction) {
  for (int kiosk = 0; kiosk < kKiosks; ++kiosk) {
    TRY_VOID(transaction.run(
        "INSERT INTO kiosks (commune, name, place, token_hash, token_used, claimed_by, claimed_at) "
        "VALUES (?, 'Máy', ?, ?, 1, 1, 0)",
        kCommune, "Thôn " + std::to_string(kiosk), tuf::sha256_hex(token_of(kiosk))));
  }
  return {};
}

// Calls of one kind as they are due, whether earlier ones have come back or not.
class Load {
 public:
  Load(double calls_a_second, double seconds, int threads, std::function<bool(int)> call)
      : call_(std::move(call)), gap_(1 / calls_a_second), count_(static_cast<int>(calls_a_second * seconds)) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
  }
  /// Waits for the last of them.
  void finish() { threads_.clear(); }

  int made() const { return next_ < count_ ? next_.load() : count_; }
  int failed() const { return failed_; }
  double percent(double part) {
    std::ranges::sort(times_);
    return times_.empty() ? 0
                          : times_[static_cast<std::size_t>(part * static_cast<double>(times_.size() - 1))];
  }

 private:
  void work() {
    for (int i = next_++; i < count_; i = next_++) {
      const auto due = begun_ + std::chrono::duration_cast<Clock::duration>(gap_ * i);
      std::this_thread::sleep_until(due);
      if (!call_(i)) ++failed_;
      // From when it was due: a call that waited for others has taken that long.
      const double took = Milliseconds(Clock::now() - due).count();
      const std::lock_guard lock(mutex_);
      times_.push_back(took);
    }
  }

  std::function<bool(int)> call_;
  std::chrono::duration<double> gap_;
  int count_;
  Clock::time_point begun_ = Clock::now();
  std::atomic<int> next_ = 0;
  std::atomic<int> failed_ = 0;
  std::mutex mutex_;
  std::vector<double> times_;
  std::vector<std::jthread> threads_;
};

json usage_report(int id, const std::string& day) {
  const json entry = {
      {"day", day}, {"kind", "use"}, {"subject", "khai-sinh"}, {"action", "opened"}, {"n", 1}};
  return {{"id", "u-" + std::to_string(id)},
          {"kind", "usage"},
          {"body", {{"entries", json::array({entry})}, {"lost", 0}}}};
}

json health_report(Instant now) {
  const std::string at = format_instant(now);
  return {{"id", "h"},
          {"kind", "health"},
          {"body", {{"version", "1"}, {"lastSuccess", at}, {"diskFreeMegabytes", 9000}}}};
}

Told as_kiosk(DeskServer& server, int kiosk, const json& reports) {
  Browser browser = server.stranger();
  browser.more_headers = "Authorization: Bearer " + token_of(kiosk) + "\r\n";
  return browser.post("/api/reports", {{"sentAt", format_instant(server.now())}, {"reports", reports}});
}

void print(const char* what, Load& load) {
  fmt::print("{:<28} {:>7} calls, {} failed   median {:7.2f} ms   99 % {:7.2f} ms\n", what, load.made(),
             load.failed(), load.percent(0.5), load.percent(0.99));
  std::fflush(stdout);
}

class Staff {
 public:
  explicit Staff(DeskServer& server) : browsers_(kStaff, server.browser("tac.gia")) {}

  bool call(int i) {
    Browser browser = browsers_[static_cast<std::size_t>(i % kStaff)];
    const char* const paths[] = {"/api/me", "/api/alarms", "/api/people", "/api/usage"};
    return browser.get(paths[i / kStaff % 4]).status < 500;
  }

 private:
  std::vector<Browser> browsers_;
};

}  // namespace

int main(int argc, char** argv) {
  const double times = argc > 1 ? std::atof(argv[1]) : 1;
  const double seconds = argc > 2 ? std::atof(argv[2]) : 60;
  TemporaryFolder folder;
  RepositorySimulator repository;
  for (const auto& [path, bytes] : sample_bundle())
    if (path.starts_with("national/")) repository.set_target("targets", path, bytes);
  repository.publish();
  repository.write_to(folder.path());
  DeskServer server({.repository = folder.path()});
  if (!server.store().write(add_kiosks)) return 1;
  Staff staff(server);
  const auto desk_call = [&](int i) { return staff.call(i); };
  const std::string day = format_date(local_date(server.now()));

  Load idle(kStaff / kStaffCallEvery, seconds, kThreads, desk_call);
  idle.finish();
  print("desk, nothing else", idle);

  std::atomic<int> accepted = 0;
  Load polls(times * kKiosks / kPollEvery, seconds, kThreads, [&](int i) {
    const bool told = as_kiosk(server, i % kKiosks, json::array()).status == 200;
    return told && get(server.port(), "/metadata/timestamp.json").status == 200;
  });
  Load reports(times * kKiosks / kReportEvery, seconds, kThreads, [&](int i) {
    const Told told =
        as_kiosk(server, i % kKiosks, json::array({usage_report(i, day), health_report(server.now())}));
    if (told.status != 200) return false;
    for (const json& id : told.body["accepted"])
      if (id.get<std::string>().starts_with("u-")) ++accepted;
    return true;
  });
  Load busy(kStaff / kStaffCallEvery, seconds, kThreads, desk_call);
  busy.finish();
  reports.finish();
  polls.finish();
  print("desk, beside 3,000 kiosks", busy);
  print("polls of kiosks", polls);
  print("reports of kiosks", reports);
  Browser admin = server.browser("quan.tri");
  const auto counted = admin.get("/api/usage").body["all"]["opened"].get<int>();
  fmt::print("counters accepted {}, counted {}: {}\n", accepted.load(), counted,
             accepted == counted ? "nothing lost" : "LOST");
  fmt::print("desk calls, 99 % beside an idle server's: {:.2f} x\n", busy.percent(0.99) / idle.percent(0.99));
  return accepted == counted ? 0 : 1;
}
