#include "sync/agent/ending.h"

#include <signal.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

using namespace conglang::agent;
using namespace std::chrono_literals;

TEST_CASE("a signal that asks to end is noticed, once and from then on", "[agent]") {
  sigset_t before;
  ::pthread_sigmask(SIG_BLOCK, nullptr, &before);
  for (const int signal : {SIGTERM, SIGINT}) {
    EndingSignals ending;
    CHECK_FALSE(ending.arrived());
    CHECK_FALSE(ending.wait(1ms));
    REQUIRE(::kill(::getpid(), signal) == 0);
    CHECK(ending.wait(10min));
    CHECK(ending.arrived());
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}
