// A disk without room: what cannot be kept is refused, what was accepted stays, and with room again the same
// server goes on.

#include <catch2/catch_test_macros.hpp>

#include "tests/folders.h"
#include "tests/unit/sync/server/small_disk.h"
#include "tests/unit/sync/server/staffed_office.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;

namespace {

/// One draft that grows with each save.
class Page {
 public:
  explicit Page(const StaffedOffice& office) {
    const Told made = office.browser("an").post(
        "/api/drafts", {{"path", "communes/09784/notices/hop-thon.json"}, {"title", "Họp thôn"}});
    REQUIRE(made.status == 201);
    draft_ = fmt::format("/api/drafts/{}", made.body["id"].get<int>());
    revision_ = made.body["revision"];
    accepted_ = made.body["content"];
  }

  Told save(const StaffedOffice& office) {
    json content = accepted_;
    content["body"].push_back({{"vi", fmt::format("Đoạn {}. {}", ++saves_, std::string(500, 'x'))}});
    Told told =
        office.browser("an").put(draft_, {{"revision", revision_}, {"content", content}, {"note", "viết"}});
    if (told.status != 200) return told;
    revision_ = told.body["revision"];
    accepted_ = std::move(content);
    return told;
  }

  /// Saves until one is not accepted; the answer to that one.
  Told save_until_refused(const StaffedOffice& office, int most) {
    Told told = save(office);
    for (int i = 0; told.status == 200 && i < most; ++i) told = save(office);
    return told;
  }

  void check(const StaffedOffice& office) const {
    const Told told = office.browser("an").get(draft_);
    REQUIRE(told.status == 200);
    CHECK(told.body["content"] == accepted_);
    CHECK(told.body["revision"] == revision_);
  }

 private:
  std::string draft_;
  json revision_;
  json accepted_;
  int saves_ = 0;
};

void check_says_full(const Told& told) {
  CAPTURE(told.raw.body);
  CHECK(told.status == 503);
  CHECK(told.code() == "no-space");
  CHECK(told.body["error"]["message"]["vi"] == "Đĩa của máy chủ đã đầy: hãy báo người quản trị.");
  CHECK(told.raw.header("Retry-After"));
}

Told report(const StaffedOffice& office, const std::string& token, int number) {
  const json entry = {{"day", format_date(local_date(clock_now()))},
                      {"kind", "use"},
                      {"subject", "khai-sinh"},
                      {"action", "opened"},
                      {"n", 1}};
  const json report = {{"id", fmt::format("u-{}", number)},
                       {"kind", "usage"},
                       {"body", {{"entries", json::array({entry})}, {"lost", 0}}}};
  return office.machine(token).post("/api/reports", {{"reports", json::array({report})}});
}

// A call of the running program that changes a file finds the disk full, once.
void check_one_full_call() {
  constexpr int kMostSaves = 2000;
  StaffedOffice office;
  Page page(office);
  office.kill();
  office.office.place.inside = {"env",
                                std::string("LD_PRELOAD=") + CONGLANG_BIN_DIR + "/conglang_crash_shim.so",
                                "CONGLANG_CRASH_UNDER=" + office.office.place.data.string(),
                                "CONGLANG_CRASH_AT=200", "CONGLANG_CRASH_MODE=enospc"};
  office.start();
  check_says_full(page.save_until_refused(office, kMostSaves));
  page.check(office);
  CHECK(page.save(office).status == 200);
  page.check(office);
}

}  // namespace

TEST_CASE("a save that finds the disk full is refused, and the next one is accepted", "[desk]") {
  check_one_full_call();
}

TEST_CASE(
    "on a disk that is full to its last byte nothing that was accepted is lost, and with room it goes on",
    "[desk]") {
  constexpr int kMegabytes = 24;
  constexpr int kMostSaves = 500;
  const SmallDisk disk(kMegabytes);
  if (!disk.is_there()) {
    WARN("a disk of its own needs root or user namespaces: here only one call finds the disk full");
    return check_one_full_call();
  }
  StaffedOffice office(
      {.disk = disk.path(), .disk_from_here = disk.from_here(), .inside = disk.inside(), .more = {}});
  const std::string token = office.claim_kiosk("K7MP3XR4");
  Page page(office);
  const Told proposal =
      office.browser("an").post("/api/proposals", {{"drafts", {office.approved_notice("cat-nuoc")}}});
  CAPTURE(proposal.raw.body.substr(0, 2000));
  REQUIRE(proposal.status == 201);
  REQUIRE(office.sign("an", proposal.body).status == 200);

  disk.fill();
  check_says_full(page.save_until_refused(office, kMostSaves));
  check_says_full(office.sign("binh", proposal.body));
  int reports = 0;
  while (reports < kMostSaves && report(office, token, reports + 1).status == 200) ++reports;
  check_says_full(report(office, token, reports + 1));
  page.check(office);
  const std::string waiting = fmt::format("/api/proposals/{}", proposal.body["id"].get<int>());
  CHECK(office.browser("an").get(waiting).body["signatures"].size() == 1);
  CHECK(get(office.port, "/healthz").status == 200);
  CHECK(get(office.port, "/metadata/timestamp.json").status == 200);

  disk.free();
  CHECK(page.save(office).status == 200);
  page.check(office);
  const Told signed_now = office.sign("binh", proposal.body);
  CAPTURE(signed_now.raw.body);
  CHECK(signed_now.body["state"] == "published");
  CHECK(office.published().contains("communes/09784/notices/cat-nuoc.json"));
  CHECK(report(office, token, ++reports).status == 200);
  CHECK(office.browser("chi").get("/api/usage").body["all"]["opened"] == reports);
  CHECK(office.office.process->running());
  CHECK(office.office.command({"verify-audit"}).status == 0);
}
