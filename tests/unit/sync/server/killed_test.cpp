// What the server answered that it has, it has, at whatever moment it was killed: drafts, signatures that
// wait for others, reports of kiosks.

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <thread>

#include "tests/unit/sync/server/staffed_office.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;
using std::chrono::milliseconds;

namespace {

// A kill may cut an answer in two: then it was none.
bool answered(const Told& told, int status) {
  return told.status == status && !told.body.is_null();
}

/// Somebody who writes one notice, save after save. What got no answer is sent again, as the desk does.
class Writer {
 public:
  Writer(const StaffedOffice& office, int number) {
    const Told made = office.browser("an").post(
        "/api/drafts",
        {{"path", fmt::format("communes/09784/notices/viet-{}.json", number)}, {"title", "Họp thôn"}});
    REQUIRE(made.status == 201);
    draft_ = fmt::format("/api/drafts/{}", made.body["id"].get<int>());
    revision_ = made.body["revision"];
    sent_ = accepted_ = made.body["content"];
  }

  void work(const StaffedOffice& office) {
    if (sent_ == accepted_) sent_["title"]["vi"] = fmt::format("Họp thôn, lần {}", ++saves_);
    const Told told =
        office.browser("an").put(draft_, {{"revision", revision_}, {"content", sent_}, {"note", "viết"}});
    if (!answered(told, 200)) return;
    revision_ = told.body["revision"];
    accepted_ = sent_;
  }

  /// What was accepted last is there, or what was on its way after it.
  void check(const StaffedOffice& office) {
    const Told told = office.browser("an").get(draft_);
    REQUIRE(told.status == 200);
    CAPTURE(told.body["content"].dump(), accepted_.dump(), sent_.dump());
    CHECK((told.body["content"] == accepted_ || told.body["content"] == sent_));
    CHECK(told.body["revision"] >= revision_);
  }
  int saves() const { return saves_; }

 private:
  std::string draft_;
  json revision_;
  json accepted_;
  json sent_;
  int saves_ = 0;
};

/// A kiosk that tells of one page opened, report after report.
class Kiosk {
 public:
  explicit Kiosk(std::string token) : token_(std::move(token)) {}

  bool report(const StaffedOffice& office) {
    const json entry = {{"day", format_date(local_date(clock_now()))},
                        {"kind", "use"},
                        {"subject", "khai-sinh"},
                        {"action", "opened"},
                        {"n", 1}};
    const json report = {{"id", fmt::format("u-{}", accepted_ + 1)},
                         {"kind", "usage"},
                         {"body", {{"entries", json::array({entry})}, {"lost", 0}}}};
    const Told told = office.machine(token_).post("/api/reports", {{"reports", json::array({report})}});
    if (!answered(told, 200) || told.body["accepted"].size() != 1) return false;
    ++accepted_;
    return true;
  }
  int accepted() const { return accepted_; }

 private:
  std::string token_;
  int accepted_ = 0;
};

/// An and Bình, who propose one notice after another and sign it.
class Signers {
 public:
  void work(const StaffedOffice& office) {
    const Told open = office.browser("an").get("/api/proposals");
    if (!answered(open, 200)) return;
    if (open.body.empty()) {
      propose(office);
    } else {
      sign(office, open.body[0]["id"].get<int>());
    }
  }

  void check(const StaffedOffice& office) const {
    const std::set<std::string> published = office.published();
    for (const auto& [id, wanted] : signatures_) {
      const Told told = office.browser("an").get(fmt::format("/api/proposals/{}", id));
      REQUIRE(told.status == 200);
      CAPTURE(id, told.raw.body.substr(0, 3000));
      for (const std::string& key : wanted) CHECK(keys_in(told.body).contains(key));
      CHECK((told.body["state"] == "waiting" || told.body["state"] == "published"));
    }
    for (const auto& [id, path] : published_) {
      CHECK(office.browser("an").get(fmt::format("/api/proposals/{}", id)).body["state"] == "published");
      CHECK(published.contains(path));
    }
  }
  std::size_t signatures() const {
    std::size_t count = 0;
    for (const auto& entry : signatures_) count += entry.second.size();
    return count;
  }
  std::size_t published() const { return published_.size(); }

 private:
  static std::set<std::string> keys_in(const json& proposal) {
    std::set<std::string> keys;
    for (const json& one : proposal["signatures"]) keys.insert(one["keyId"].get<std::string>());
    return keys;
  }

  void propose(const StaffedOffice& office) {
    const std::int64_t draft = office.approved_notice(fmt::format("ky-{}", ++notices_));
    if (draft == 0) return;
    const Told made = office.browser("an").post("/api/proposals", {{"drafts", {draft}}});
    if (answered(made, 201)) signatures_[made.body["id"].get<int>()];
  }

  void sign(const StaffedOffice& office, int id) {
    const Told whole = office.browser("an").get(fmt::format("/api/proposals/{}", id));
    if (!answered(whole, 200) || whole.body["state"] != "waiting") return;
    for (const char* name : {"an", "binh"}) {
      if (keys_in(whole.body).contains(office.key_of(name))) continue;
      const Told told = office.sign(name, whole.body);
      if (!answered(told, 200)) return;
      signatures_[id].insert(office.key_of(name));
      if (told.body["state"] == "published") published_[id] = whole.body["changes"][0]["path"];
    }
  }

  std::map<int, std::set<std::string>> signatures_;  ///< that were answered, by proposal
  std::map<int, std::string> published_;             ///< the path of each that was said to be public
  int notices_ = 0;
};

// All of them at once, until the server is killed at some moment.
void work_until_killed(StaffedOffice& office, std::vector<Writer>& writers, std::vector<Kiosk>& kiosks,
                       Signers& signers, milliseconds after) {
  std::atomic<bool> stop = false;
  std::vector<std::jthread> threads;
  for (Writer& one : writers)
    threads.emplace_back([&] {
      while (!stop) one.work(office);
    });
  for (Kiosk& one : kiosks)
    threads.emplace_back([&] {
      while (!stop) one.report(office);
    });
  threads.emplace_back([&] {
    while (!stop) signers.work(office);
  });
  std::this_thread::sleep_for(after);
  office.kill();
  stop = true;
}

}  // namespace

TEST_CASE("killed at random moments under load, every draft, signature and report that was accepted is there",
          "[desk]") {
  constexpr int kKills = 5;
  constexpr int kMostKills = 20;  // a machine that is busy gets less done between two
  constexpr std::size_t kSignatures = 4;
  StaffedOffice office;
  std::vector<Writer> writers;
  for (int i = 0; i < 3; ++i) writers.emplace_back(office, i);
  std::vector<Kiosk> kiosks;
  for (const char* code : {"K7MP3XR4", "W4HN9CTE"}) kiosks.emplace_back(office.claim_kiosk(code));
  Signers signers;
  std::mt19937 random(std::random_device{}());
  std::uniform_int_distribution<int> moment(100, 1500);
  const auto is_enough = [&] { return signers.signatures() >= kSignatures && signers.published() > 0; };
  for (int kill = 0; kill < kKills || (kill < kMostKills && !is_enough()); ++kill) {
    const milliseconds after(moment(random));
    CAPTURE(kill, after.count());
    work_until_killed(office, writers, kiosks, signers, after);
    office.start();
    for (Writer& one : writers) one.check(office);
    signers.check(office);
  }
  int reports = 0;
  for (Kiosk& one : kiosks) {
    REQUIRE(one.report(office));  // with the one that may have been on its way
    reports += one.accepted();
  }
  CHECK(office.browser("chi").get("/api/usage").body["all"]["opened"] == reports);
  CHECK(office.office.command({"verify-audit"}).status == 0);
  CAPTURE(reports, signers.signatures(), signers.published());
  for (const Writer& one : writers) CHECK(one.saves() > 5);
  CHECK(reports > 20);
  CHECK(is_enough());
}
