#include "content/links/walk.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "content/base/utf8.h"

using namespace conglang;
using namespace conglang::links;
using client::Visit;
using std::chrono::milliseconds;

namespace {

constexpr const char* kStart = "https://dichvucong.gov.vn/a";

const guide::LinkPolicy& policy() {
  static const guide::LinkPolicy kPolicy{{{"dichvucong.gov.vn", true}}, {"https://zalo.me/g/thuong"}, {}};
  return kPolicy;
}

Visit answer(int status, std::string location = {}) {
  Visit visit;
  visit.status = status;
  visit.location = std::move(location);
  return visit;
}

Visit without_answer(Visit::Outcome outcome, std::string detail = {}) {
  Visit visit;
  visit.outcome = outcome;
  visit.detail = std::move(detail);
  return visit;
}

Verdict verdict_of(Walk& walk, const Visit& visit) {
  const auto next = walk.after(visit);
  REQUIRE(std::holds_alternative<Verdict>(next));
  return std::get<Verdict>(next);
}

Onward onward_of(Walk& walk, const Visit& visit) {
  const auto next = walk.after(visit);
  REQUIRE(std::holds_alternative<Onward>(next));
  return std::get<Onward>(next);
}

Walk fresh_walk(WalkRules rules = {}) {
  return Walk(kStart, policy(), rules);
}

}  // namespace

TEST_CASE("a page that answers is good, and nothing is to be done", "[links]") {
  Walk walk = fresh_walk();
  const Verdict verdict = verdict_of(walk, answer(200));
  CHECK(verdict == Verdict{Standing::good, kStart, 200, 1, "", ""});
}

TEST_CASE("attack: a redirect to where the link policy does not lead is refused and not followed",
          "[links]") {
  const auto target = GENERATE(
      as<std::string>{}, "https://evil.example/", "http://dichvucong.gov.vn/a", "https://127.0.0.1/",
      "https://[::1]/", "https://169.254.169.254/latest/meta-data", "https://2130706433/", "https://0x7f.1/",
      "https://dichvucong.gov.vn.evil.example/", "https://dichvucong.gov.vn@evil.example/",
      "https://dichvucong.gov.vn:8443/", "file:///etc/passwd", "gopher://dichvucong.gov.vn/",
      "https://dichvucong.gov.vn/\\evil.example", "https://zalo.me/g/another");
  CAPTURE(target);
  Walk walk = fresh_walk();
  const Verdict verdict = verdict_of(walk, answer(302, target));
  CHECK(verdict.standing == Standing::refused);
  CHECK(verdict.address == kStart);
  CHECK(verdict.vi.find(target) != std::string::npos);
}

TEST_CASE("a redirect within the link policy is followed; one for good tells the new address", "[links]") {
  Walk walk = fresh_walk();
  const std::string next = "https://moi.dichvucong.gov.vn/b";
  SECTION("for good") {
    CHECK(onward_of(walk, answer(301, next + "#top")) == Onward{next, milliseconds(0)});
    const Verdict verdict = verdict_of(walk, answer(200));
    CHECK(verdict.standing == Standing::moved);
    CHECK(verdict.address == next);
    CHECK(verdict.vi.find(next) != std::string::npos);
  }
  SECTION("for now") {
    CHECK(onward_of(walk, answer(308, "https://dichvucong.gov.vn/step")).url.ends_with("/step"));
    CHECK(onward_of(walk, answer(302, next)).url == next);
    CHECK(verdict_of(walk, answer(200)).standing == Standing::good);
  }
  SECTION("to a listed address") {
    CHECK(onward_of(walk, answer(302, "https://zalo.me/g/thuong")).url == "https://zalo.me/g/thuong");
  }
}

TEST_CASE("attack: redirects without end are given up", "[links]") {
  Walk walk = fresh_walk({.max_redirects = 2});
  onward_of(walk, answer(302, kStart));
  onward_of(walk, answer(302, kStart));
  CHECK(verdict_of(walk, answer(302, kStart)).standing == Standing::broken);
}

TEST_CASE("a redirect that names no place is broken", "[links]") {
  Walk walk = fresh_walk();
  CHECK(verdict_of(walk, answer(302, "")).standing == Standing::broken);
  Walk other = fresh_walk();
  CHECK(verdict_of(other, answer(304)).standing == Standing::broken);
}

TEST_CASE("trouble that may pass is tried again after longer and longer waits, then left open", "[links]") {
  const Visit trouble = GENERATE(
      answer(500), answer(503), answer(429), answer(408), without_answer(Visit::Outcome::no_connection),
      without_answer(Visit::Outcome::too_slow), without_answer(Visit::Outcome::unknown_host));
  Walk walk = fresh_walk({.max_tries = 4, .first_wait = milliseconds(100)});
  CHECK(onward_of(walk, trouble) == Onward{kStart, milliseconds(100)});
  CHECK(onward_of(walk, trouble) == Onward{kStart, milliseconds(200)});
  CHECK(onward_of(walk, trouble) == Onward{kStart, milliseconds(400)});
  const Verdict verdict = verdict_of(walk, trouble);
  CHECK(verdict.standing == Standing::no_answer);
  CHECK(verdict.tries == 4);
  CHECK(verdict.status == trouble.status);
}

TEST_CASE("a server that recovers is good, and the tries are counted anew after a redirect", "[links]") {
  Walk walk = fresh_walk({.max_tries = 2, .first_wait = milliseconds(1)});
  onward_of(walk, answer(503));
  CHECK(onward_of(walk, answer(302, "https://dichvucong.gov.vn/b")).wait == milliseconds(0));
  CHECK(onward_of(walk, answer(503)).wait == milliseconds(1));
  CHECK(verdict_of(walk, answer(200)).standing == Standing::good);
}

TEST_CASE("a wait that the server asks for is kept, but not one without end", "[links]") {
  Visit busy = answer(429);
  busy.retry_after = std::chrono::seconds(7);
  Walk walk = fresh_walk();
  CHECK(onward_of(walk, busy).wait == std::chrono::seconds(7));
  busy.retry_after = std::chrono::hours(24 * 365);
  CHECK(verdict_of(walk, busy).standing == Standing::no_answer);
}

TEST_CASE("each other outcome has its standing at once, with words in both languages", "[links]") {
  const auto [visit, standing] = GENERATE(table<Visit, Standing>({
      {answer(404), Standing::broken},
      {answer(410), Standing::broken},
      {answer(400), Standing::broken},
      {answer(401), Standing::unsure},
      {answer(403), Standing::unsure},
      {without_answer(Visit::Outcome::refused_address, "127.0.0.1"), Standing::refused},
      {without_answer(Visit::Outcome::bad_certificate), Standing::broken},
  }));
  Walk walk = fresh_walk();
  const Verdict verdict = verdict_of(walk, visit);
  CHECK(verdict.standing == standing);
  CHECK_FALSE(verdict.vi.empty());
  CHECK_FALSE(verdict.en.empty());
  CHECK(is_nfc(verdict.vi));
}
