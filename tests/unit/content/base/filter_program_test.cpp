// Programs as filters, and programs that do what must not harm who started them.

#include "content/base/filter_program.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using std::chrono::milliseconds;

namespace {

Result<std::string> shell(const std::string& line, std::string_view input = {},
                          milliseconds limit = milliseconds{5'000}) {
  return run_filter({{"sh", "-c", line}, limit, 100'000, 64UL << 20U}, input);
}

}  // namespace

TEST_CASE("a filter gets all of its input and its output comes whole", "[filter]") {
  const std::string text(90'000, 'x');
  CHECK(shell("cat", text) == text);
  CHECK(shell("tr a-z A-Z", "làng") == "LàNG");
  CHECK(shell("true", text) == "");
}

TEST_CASE("input is never an option, nor a command", "[filter][security]") {
  CHECK(run_filter({{"cat"}, milliseconds{5'000}, 100}, "--help; touch x") == "--help; touch x");
}

TEST_CASE("attack: a filter that is missing, crashes, fails, hangs or never ends is an error",
          "[filter][security]") {
  CHECK(run_filter({{"/no/such/program"}, milliseconds{100}, 10}, "").error().code == Errc::not_found);
  CHECK(shell("exit 127").error().code == Errc::not_found);
  CHECK(shell("exit 3").error().message == "sh ended with status 3");
  CHECK(shell("kill -SEGV $$").error().message == "sh crashed with signal 11");
  CHECK(shell("sleep 60", "", milliseconds{200}).error().message == "sh did not answer in time");
  CHECK(shell("cat /dev/zero").error().code == Errc::too_large);
}

TEST_CASE("attack: a filter that asks for more memory than it may have gets none", "[filter][security]") {
  const auto taking = [](const char* bytes) {
    return shell(std::string("sleep 0.2; exec dd if=/dev/zero of=/dev/null count=1 bs=") + bytes);
  };
  CHECK(taking("1M"));
  CHECK_FALSE(taking("200M"));
}
