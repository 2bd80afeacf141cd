// A province's afternoon: 3,000 kiosks that poll every 60 s and report every 15 min, beside 100 people who
// write at the desk, on one server. What a desk call takes without and with the kiosks, and whether every
// counter, word and step that somebody was told is accepted is there in the end. `bench_fleet [TIMES
// [SECONDS]]`: so many times as many kiosks a second (usual: 1), for so long (usual: 60).

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "content/base/file.h"
#include "content/guide/bundle.h"
#include "sync/repository/create.h"
#include "sync/repository/publish.h"
#include "sync/tuf/digest.h"
#include "tests/folders.h"
#include "tests/support/desk_server.h"

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
constexpr double kStaffCallEvery =
    5;                        // somebody who writes: what they typed, saved by itself; now and then a page
constexpr int kThreads = 16;  // of the load

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

// A published tree of the starter's content, and the online keys that a server has.
class Province {
 public:
  explicit Province(Instant now) {
    constexpr tuf::ScryptCost kCheap{16, 1, 1};  // not what is measured
    const repository::Tree tree(folder_ / "repo");
    const repository::KeyFolder keys(folder_ / "keys", kPassphrase, kCheap);
    must(repository::create_repository(tree, keys, kCommune, now));
    const std::filesystem::path starter = std::filesystem::path(CONGLANG_SOURCE_DIR) / "content/starter";
    const std::vector<std::string> paths = list_files(starter).value();
    for (const std::string& path : paths) {
      if (!guide::parse_bundle_path(path)) continue;
      must(make_folders((folder_ / "bundle" / path).parent_path()));
      must(write_file_atomically(folder_ / "bundle" / path, read_file(starter / path, kMostOfFile).value()));
    }
    const auto published = repository::publish(tree, keys, folder_ / "bundle", now);
    if (!published) give_up(published.error());
    must(make_folders(online()));
    for (const char* role : {"snapshot", "timestamp"})
      std::filesystem::copy_file(keys.key_path(role), online() / (std::string(role) + ".pem"));
    must(write_file_atomically(online() / "root.json", keys.trusted_root().value()));
    must(write_file_atomically(online() / "passphrase", kPassphrase));
  }

  std::filesystem::path tree() const { return folder_ / "repo"; }
  std::filesystem::path online() const { return folder_ / "online"; }

 private:
  static constexpr const char* kPassphrase = "a passphrase of the bench";
  static constexpr std::uintmax_t kMostOfFile = 16UL << 20U;  // the catalogue is the largest

  [[noreturn]] static void give_up(const Error& error) {
    fmt::print(stderr, "{}\n", error.message);
    std::exit(1);
  }
  static void must(const Result<void>& done) {
    if (!done) give_up(done.error());
  }

  TemporaryFolder folder_;
};

// One of the staff: writes a notice, which is saved as they type, looks at a page now and then, sends it to a
// colleague, and begins the next.
class Author {
 public:
  Author(DeskServer& server, int number) : number_(number), browser_(sign_in(server, number)) {}

  bool call() {
    const std::lock_guard lock(mutex_);
    if (writing_ < 0) return begin();
    const int turn = turn_++ % 8;
    if (turn == 7) return submit();
    if (turn == 3) return browser_.get("/api/todo").status == 200;
    return save();
  }

  /// What was accepted and is not there, as it was accepted.
  int lost() {
    int lost = 0;
    for (const auto& [id, kept] : accepted_) {
      const json draft = browser_.get("/api/drafts/" + std::to_string(id)).body;
      const bool there = draft.is_object() && draft.value("note", "") == kept.note &&
                         draft["content"]["body"][0]["vi"] == kept.note &&
                         (!kept.submitted || draft["state"] == "submitted");
      if (!there) ++lost;
    }
    return lost;
  }
  std::size_t drafts() const { return accepted_.size(); }
  int saves() const { return saves_; }
  int submitted() const { return submitted_; }

 private:
  struct Kept {
    std::string note;
    bool submitted = false;
  };

  static Browser sign_in(DeskServer& server, int number) {
    const std::string name = "can.bo." + std::to_string(number);
    add_account(server.store(), name, {server::Role::author}, kCommune, server.now());
    return server.browser(name);
  }

  bool begin() {
    const std::string id = fmt::format("bai-{}-{}", number_, accepted_.size());
    const Told made =
        browser_.post("/api/drafts", {{"path", fmt::format("communes/{}/notices/{}.json", kCommune, id)},
                                      {"from", "empty"},
                                      {"title", "Cắt nước"}});
    if (made.status >= 300) return false;
    writing_ = made.body["id"].get<std::int64_t>();
    revision_ = made.body["revision"].get<std::int64_t>();
    content_ = made.body["content"];
    content_["from"] = "2026-11-20";
    content_["until"] = "2026-12-20";
    content_["provenance"] = {{"confidence", "verified"}, {"source", "Thông báo của Trạm cấp nước"}};
    return save();
  }

  bool save() {
    const std::string words = fmt::format("Cắt nước từ 8 giờ để sửa ống, lần ghi {}.", ++typed_);
    content_["body"] = json::array({{{"vi", words}}});
    const Told told = browser_.put("/api/drafts/" + std::to_string(writing_),
                                   {{"revision", revision_}, {"content", content_}, {"note", words}});
    if (told.status != 200) return false;
    revision_ = told.body["revision"].get<std::int64_t>();
    accepted_[writing_] = {words, false};
    ++saves_;
    return true;
  }

  bool submit() {
    const Told told =
        browser_.post(fmt::format("/api/drafts/{}/submit", writing_), {{"revision", revision_}});
    if (told.status != 200) return false;
    accepted_[writing_].submitted = true;
    ++submitted_;
    writing_ = -1;
    return true;
  }

  std::mutex mutex_;
  int number_;
  Browser browser_;
  std::int64_t writing_ = -1;
  std::int64_t revision_ = 0;
  json content_;
  int turn_ = 0;
  int typed_ = 0;
  int saves_ = 0;
  int submitted_ = 0;
  std::map<std::int64_t, Kept> accepted_;
};

class Staff {
 public:
  explicit Staff(DeskServer& server) {
    for (int i = 0; i < kStaff; ++i) authors_.push_back(std::make_unique<Author>(server, i));
  }

  bool call(int i) const { return authors_[static_cast<std::size_t>(i % kStaff)]->call(); }

  /// Prints what was accepted; how much of it is lost.
  int count() const {
    std::size_t drafts = 0;
    int saves = 0;
    int submitted = 0;
    int lost = 0;
    for (const auto& author : authors_) {
      drafts += author->drafts();
      saves += author->saves();
      submitted += author->submitted();
      lost += author->lost();
    }
    fmt::print("drafts begun {}, saves accepted {}, sent to a colleague {}: {}\n", drafts, saves, submitted,
               lost == 0 ? "nothing lost" : fmt::format("{} LOST", lost));
    return lost;
  }

 private:
  std::vector<std::unique_ptr<Author>> authors_;
};

}  // namespace

int main(int argc, char** argv) {
  const double times = argc > 1 ? std::atof(argv[1]) : 1;
  const double seconds = argc > 2 ? std::atof(argv[2]) : 60;
  const Province province(*parse_instant("2026-11-27T00:00:00Z"));
  DeskServer server({.repository = province.tree(), .keys = province.online()});
  if (!server.store().write(add_kiosks)) return 1;
  const Staff staff(server);
  const auto desk_call = [&](int i) { return staff.call(i); };
  // Everybody has begun a draft before anything is measured.
  for (int i = 0; i < kStaff; ++i)
    if (!desk_call(i)) return 1;
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
  const int lost = staff.count();
  fmt::print("desk calls beside an idle server's: median {:.2f} x, 99 % {:.2f} x\n",
             busy.percent(0.5) / idle.percent(0.5), busy.percent(0.99) / idle.percent(0.99));
  return accepted == counted && lost == 0 ? 0 : 1;
}
