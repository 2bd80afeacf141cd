#include "sync/server/fleet/judge.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::server::fleet;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Instant kNow = *parse_instant("2026-11-27T08:00:00Z");

KioskFacts well() {
  KioskFacts kiosk;
  kiosk.claimed_at = kNow - hours(1000);
  kiosk.heard_at = kNow - minutes(10);
  kiosk.last_success = kNow - minutes(11);
  kiosk.disk_free_megabytes = 20'000;
  kiosk.skew_seconds = 2;
  kiosk.temperature = 55;
  kiosk.short_runs = 1;
  return kiosk;
}

}  // namespace

TEST_CASE("a kiosk that reports and has nothing to tell is well", "[fleet][judge]") {
  const Verdict verdict = judge(well(), kNow);
  CHECK(verdict.state == "well");
  CHECK(verdict.troubles.empty());
  CHECK(verdict.words.vi == "Chạy tốt, báo lúc 14:50 ngày 27/11/2026.");
  CHECK(verdict.words.en == "Well, last heard at 14:50 on 2026-11-27.");
}

TEST_CASE("silence is told after an hour, and hides what was known before it", "[fleet][judge]") {
  KioskFacts kiosk = well();
  kiosk.disk_free_megabytes = 10;
  kiosk.heard_at = kNow - minutes(59);
  CHECK(judge(kiosk, kNow).state == "disk");
  kiosk.heard_at = kNow - hours(1);
  CHECK(judge(kiosk, kNow).state == "silent");
  CHECK(judge(kiosk, kNow).troubles.size() == 1);
  kiosk.heard_at = kNow - hours(24 * 5);
  CHECK(judge(kiosk, kNow).words.vi == "Không trả lời đã 5 ngày, lần cuối lúc 15:00 ngày 22/11/2026.");
}

TEST_CASE("a kiosk that was just enrolled is awaited, and missed after an hour", "[fleet][judge]") {
  KioskFacts kiosk;
  kiosk.claimed_at = kNow - minutes(59);
  CHECK(judge(kiosk, kNow).state == "new");
  CHECK(judge(kiosk, kNow + minutes(1)).state == "silent");
}

TEST_CASE("each trouble has its state and its sentence in both languages", "[fleet][judge]") {
  const auto state = [](const auto& change) {
    KioskFacts kiosk = well();
    change(kiosk);
    const Verdict verdict = judge(kiosk, kNow);
    CHECK(verdict.words.vi.ends_with("."));
    CHECK(verdict.words.en.ends_with("."));
    return verdict.state;
  };
  CHECK(state([](KioskFacts& kiosk) { kiosk.short_runs = 4; }) == "crashing");
  CHECK(state([](KioskFacts& kiosk) { kiosk.crashed_at = kNow - hours(23); }) == "crashing");
  CHECK(state([](KioskFacts& kiosk) { kiosk.crashed_at = kNow - hours(24); }) == "well");
  CHECK(state([](KioskFacts& kiosk) { kiosk.turned_away = true; }) == "rolledBack");
  CHECK(state([](KioskFacts& kiosk) { kiosk.disk_free_megabytes = 499; }) == "disk");
  CHECK(state([](KioskFacts& kiosk) { kiosk.disk_free_megabytes = std::nullopt; }) == "well");
  CHECK(state([](KioskFacts& kiosk) { kiosk.last_success = kNow - hours(24); }) == "stale");
  CHECK(state([](KioskFacts& kiosk) { kiosk.last_success = std::nullopt; }) == "stale");
  CHECK(state([](KioskFacts& kiosk) { kiosk.set_aside = 1; }) == "setAside");
  CHECK(state([](KioskFacts& kiosk) { kiosk.refused = 1; }) == "setAside");
  CHECK(state([](KioskFacts& kiosk) { kiosk.damaged = 1; }) == "setAside");
  CHECK(state([](KioskFacts& kiosk) { kiosk.settings_problem_at = kNow; }) == "settings");
  CHECK(state([](KioskFacts& kiosk) { kiosk.skew_seconds = -301; }) == "clock");
  CHECK(state([](KioskFacts& kiosk) { kiosk.skew_seconds = 300; }) == "well");
  CHECK(state([](KioskFacts& kiosk) { kiosk.temperature = 85; }) == "hot");
}

TEST_CASE("of several troubles the gravest is the state and all are told", "[fleet][judge]") {
  KioskFacts kiosk = well();
  kiosk.skew_seconds = 3600;
  kiosk.set_aside = 2;
  kiosk.turned_away = true;
  const Verdict verdict = judge(kiosk, kNow);
  CHECK(verdict.state == "rolledBack");
  CHECK(verdict.troubles == std::vector{Trouble::rolled_back, Trouble::set_aside, Trouble::clock});
  CHECK(verdict.words.vi ==
        "Đang hiện bản nội dung trước; bản mới nhất bị bỏ qua. 2 tệp nội dung không dùng được. Đồng hồ chạy "
        "nhanh 60 phút.");
}

TEST_CASE("a retired kiosk has no troubles", "[fleet][judge]") {
  KioskFacts kiosk = well();
  kiosk.heard_at.reset();
  kiosk.retired_at = kNow;
  CHECK(judge(kiosk, kNow + hours(100)).state == "retired");
  CHECK(judge(kiosk, kNow + hours(100)).troubles.empty());
}

TEST_CASE("every trouble has a name of its own and words", "[fleet][judge]") {
  for (int i = 0; i <= static_cast<int>(Trouble::hot); ++i) {
    const auto trouble = static_cast<Trouble>(i);
    CHECK(trouble_named(trouble_name(trouble)) == trouble);
    CHECK_FALSE(trouble_words(trouble).vi.empty());
  }
  CHECK_FALSE(trouble_named("well"));
}
