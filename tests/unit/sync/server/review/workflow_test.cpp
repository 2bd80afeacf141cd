#include "sync/server/review/workflow.h"

#include <fmt/format.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>

using namespace conglang::server;

namespace {

constexpr std::array<const char*, kMoves> kMoveNames = {
    "save",    "submit",  "take_back", "ask_changes", "approve", "schedule",  "publish_now",
    "discard", "propose", "drop",      "rework",      "publish", "supersede", "take_off"};

// Every step that exists: "move from" -> to, and who may take it. "author" here is one who did not write it,
// "writer" an author who did; a reviewer, admin or operator who wrote it is "own reviewer" and so on.
struct Allowed {
  const char* to;
  std::set<std::string> who;
};

const std::set<std::string> kEverybody = {"writer", "author",       "own reviewer", "reviewer", "own admin",
                                          "admin",  "own operator", "operator",     "server"};
const std::set<std::string> kReviewers = {"own reviewer", "reviewer", "own admin", "admin",
                                          "own operator", "operator", "server"};
const std::set<std::string> kOtherReviewers = {"reviewer", "admin", "operator", "server"};
const std::set<std::string> kWriterOrReviewer = {"writer", "own reviewer", "reviewer", "own admin",
                                                 "admin",  "own operator", "operator", "server"};
const std::set<std::string> kServer = {"server"};

const std::map<std::string, Allowed>& table() {
  static const std::map<std::string, Allowed> kTable = {
      {"save draft", {"draft", kEverybody}},
      {"save changes-asked", {"changes-asked", kEverybody}},
      {"submit draft", {"submitted", kEverybody}},
      {"submit changes-asked", {"submitted", kEverybody}},
      {"take_back submitted", {"draft", kWriterOrReviewer}},
      {"take_back approved", {"draft", kWriterOrReviewer}},
      {"take_back scheduled", {"draft", kWriterOrReviewer}},
      {"ask_changes submitted", {"changes-asked", kOtherReviewers}},
      {"ask_changes approved", {"changes-asked", kOtherReviewers}},
      {"approve submitted", {"approved", kOtherReviewers}},
      {"schedule approved", {"scheduled", kReviewers}},
      {"schedule scheduled", {"scheduled", kReviewers}},
      {"publish_now draft", {"approved", kReviewers}},
      {"publish_now submitted", {"approved", kReviewers}},
      {"publish_now changes-asked", {"approved", kReviewers}},
      {"publish_now scheduled", {"approved", kReviewers}},
      {"discard draft", {"discarded", kWriterOrReviewer}},
      {"discard submitted", {"discarded", kWriterOrReviewer}},
      {"discard changes-asked", {"discarded", kWriterOrReviewer}},
      {"discard approved", {"discarded", kWriterOrReviewer}},
      {"discard scheduled", {"discarded", kWriterOrReviewer}},
      {"propose approved", {"signing", kEverybody}},
      {"propose scheduled", {"signing", kServer}},
      {"drop signing", {"approved", kServer}},
      {"rework approved", {"changes-asked", kServer}},
      {"rework scheduled", {"changes-asked", kServer}},
      {"rework signing", {"changes-asked", kServer}},
      {"publish signing", {"published", kServer}},
      {"supersede published", {"superseded", kServer}},
      {"take_off published", {"withdrawn", kServer}},
  };
  return kTable;
}

std::map<std::string, Actor> actors() {
  return {{"writer", {Role::author, true}},
          {"author", {Role::author, false}},
          {"own reviewer", {Role::reviewer, true}},
          {"reviewer", {Role::reviewer, false}},
          {"own admin", {Role::commune_admin, true}},
          {"admin", {Role::commune_admin, false}},
          {"own operator", {Role::province_operator, true}},
          {"operator", {Role::province_operator, false}},
          {"server", {std::nullopt, false}}};
}

}  // namespace

TEST_CASE("every step from every state by every role is as the table says, and no other",
          "[review][security]") {
  for (int m = 0; m < kMoves; ++m) {
    for (int s = 0; s < kStates; ++s) {
      const auto state = static_cast<State>(s);
      const std::string step =
          fmt::format("{} {}", kMoveNames[static_cast<std::size_t>(m)], state_name(state));
      const auto expected = table().find(step);
      for (const auto& [name, actor] : actors()) {
        CAPTURE(step, name);
        const Outcome outcome = take(static_cast<Move>(m), {state, false}, actor);
        const bool allowed = expected != table().end() && expected->second.who.contains(name);
        CHECK((outcome.verdict == Verdict::allowed) == allowed);
        CHECK(state_name(outcome.position.state) == (allowed ? expected->second.to : state_name(state)));
        if (expected == table().end()) CHECK(outcome.verdict == Verdict::wrong_state);
      }
    }
  }
}

TEST_CASE("attack: nobody approves what they wrote, whatever their role", "[review][security]") {
  for (const Role role : {Role::author, Role::reviewer, Role::commune_admin, Role::province_operator}) {
    const Outcome outcome = take(Move::approve, {State::submitted, false}, {role, true});
    CHECK(outcome.verdict != Verdict::allowed);
    CHECK(outcome.position.state == State::submitted);
  }
}

TEST_CASE("what goes out without a review stays flagged until somebody else has looked at it",
          "[review][security]") {
  const Actor pusher{Role::reviewer, false, true};
  const Actor writer{Role::reviewer, true, false};
  const Actor other{Role::reviewer, false, false};
  Position position = take(Move::publish_now, {State::draft, false}, pusher).position;
  CHECK(position == Position{State::approved, true});
  for (const Move move : {Move::propose, Move::publish, Move::supersede}) {
    for (const Actor& own : {pusher, writer, Actor{Role::author, false, false}}) {
      CHECK(take(Move::approve, position, own).verdict != Verdict::allowed);
    }
    CHECK(take(Move::approve, position, other).position == Position{position.state, false});
    position = take(move, position, {}).position;
    CHECK(position.unreviewed);
  }
  CHECK(take(Move::approve, position, other).position == Position{State::superseded, false});
}

TEST_CASE("a draft that is taken back is reviewed anew", "[review]") {
  const Actor reviewer{Role::reviewer, false, false};
  const Position taken = take(Move::take_back, {State::approved, true}, reviewer).position;
  CHECK(taken == Position{State::draft, false});
  const Position submitted = take(Move::submit, taken, reviewer).position;
  CHECK(take(Move::approve, submitted, reviewer).position == Position{State::approved, false});
}

TEST_CASE("publishing before the instant it was scheduled for skips no review", "[review]") {
  const Actor reviewer{Role::reviewer, true, false};
  CHECK(take(Move::publish_now, {State::scheduled, false}, reviewer).position ==
        Position{State::approved, false});
}

TEST_CASE("states have names that read back, and nobody takes the server's steps", "[review]") {
  for (int s = 0; s < kStates; ++s) {
    const auto state = static_cast<State>(s);
    CHECK(state_named(state_name(state)) == state);
  }
  CHECK_FALSE(state_named("Draft"));
  for (int m = 0; m < kMoves; ++m) {
    const auto move = static_cast<Move>(m);
    if (is_for_people(move)) continue;
    for (int s = 0; s < kStates; ++s)
      CHECK(take(move, {static_cast<State>(s), false}, {Role::province_operator, false}).verdict !=
            Verdict::allowed);
  }
}
