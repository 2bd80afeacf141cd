#include "sync/client/rollout.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace conglang;
using namespace conglang::client;

namespace {

std::string rollout(int percent, const std::string& salt) {
  return fmt::format(R"({{"rollout":{{"percent":{},"salt":"{}"}}}})", percent, salt);
}

int machines_now(int percent, const std::string& salt) {
  int now = 0;
  for (int machine = 0; machine < 1000; ++machine) {
    now += turn_of(rollout(percent, salt), "kiosk-" + std::to_string(machine)) == Turn::now ? 1 : 0;
  }
  return now;
}

}  // namespace

TEST_CASE("a rollout reaches its share of the machines, none or all", "[client]") {
  CHECK(machines_now(0, "a") == 0);
  CHECK(machines_now(100, "a") == 1000);
  const int tenth = machines_now(10, "a");
  CHECK(tenth > 70);
  CHECK(tenth < 130);
}

TEST_CASE("a machine decides the same way each time and is not always among the first", "[client]") {
  bool first_of_one = false;
  bool later_in_another = false;
  for (int salt = 0; salt < 50; ++salt) {
    const auto turn = turn_of(rollout(50, std::to_string(salt)), "kiosk-1");
    CHECK(turn == turn_of(rollout(50, std::to_string(salt)), "kiosk-1"));
    (turn == Turn::now ? first_of_one : later_in_another) = true;
  }
  CHECK(first_of_one);
  CHECK(later_in_another);
}

TEST_CASE("a machine that a small share reached is in every greater one", "[client]") {
  for (int machine = 0; machine < 100; ++machine) {
    const std::string name = std::to_string(machine);
    bool reached = false;
    for (int percent = 0; percent <= 100; percent += 5) {
      const bool now = turn_of(rollout(percent, "s"), name) == Turn::now;
      CHECK((now || !reached));
      reached = now;
    }
  }
}

TEST_CASE("without a rollout, and for a safety fix, it is everybody's turn", "[client]") {
  CHECK(turn_of("", "m") == Turn::now);
  CHECK(turn_of("{}", "m") == Turn::now);
  CHECK(turn_of(R"({"rollout":{"percent":0,"salt":"s"},"safety":true})", "m") == Turn::now);
  CHECK(turn_of(R"({"rollout":{"percent":0,"salt":"s"},"safety":false})", "m") == Turn::later);
}

TEST_CASE("attack: a rollout of the wrong shape is refused by name, not taken for everybody",
          "[client][security]") {
  for (const char* custom :
       {R"({"rollout":7})", R"({"rollout":{}})", R"({"rollout":{"percent":-1,"salt":"s"}})",
        R"({"rollout":{"percent":101,"salt":"s"}})", R"({"rollout":{"percent":"50","salt":"s"}})",
        R"({"rollout":{"percent":50}})"}) {
    INFO(custom);
    const auto turn = turn_of(custom, "m");
    REQUIRE_FALSE(turn);
    CHECK(turn.error().code == Errc::invalid);
    CHECK(turn.error().message.find("custom.rollout") != std::string::npos);
  }
}
