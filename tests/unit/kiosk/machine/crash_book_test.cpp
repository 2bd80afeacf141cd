#include "kiosk/machine/crash_book.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::machine;
using conglang::testing::TemporaryFolder;

namespace {

// A start that crashes. Returns what was decided for it.
Start crash(const TemporaryFolder& data, const std::string& active) {
  return decide(begin_run(data.path()), active);
}

}  // namespace

TEST_CASE("new content that crashes three times is turned away from, once", "[machine][crash]") {
  const TemporaryFolder data;
  REQUIRE(settle_run(data.path(), "guides-1.db"));
  for (int i = 0; i < 3; ++i) CHECK(crash(data, "guides-2.db") == Start::normal);
  CHECK(crash(data, "guides-2.db") == Start::turn_back);
  REQUIRE(blame(data.path(), "guides-2.db"));
  CHECK(crash(data, "guides-2.db") == Start::normal);
  CHECK(crash(data, "guides-2.db") == Start::safe_page);
}

TEST_CASE("crashes with content that has worked lead to the safe page, not to older content",
          "[machine][crash]") {
  const TemporaryFolder data;
  REQUIRE(settle_run(data.path(), "guides-2.db"));
  for (int i = 0; i < 5; ++i) CHECK(crash(data, "guides-2.db") == Start::normal);
  CHECK(crash(data, "guides-2.db") == Start::safe_page);
}

TEST_CASE("the very first content has nothing before it to turn back to", "[machine][crash]") {
  const TemporaryFolder data;
  for (int i = 0; i < 5; ++i) CHECK(crash(data, "guides-1.db") == Start::normal);
  CHECK(crash(data, "guides-1.db") == Start::safe_page);
}

TEST_CASE("a run that lives, or is told to end, does not count", "[machine][crash]") {
  const TemporaryFolder data;
  for (int i = 0; i < 20; ++i) {
    CHECK(crash(data, "guides-1.db") == Start::normal);
    const auto ended = i % 2 == 0 ? end_run(data.path()) : settle_run(data.path(), "guides-1.db");
    REQUIRE(ended);
  }
}

TEST_CASE("the safe page gives way to one more try, which leads back to it when it fails",
          "[machine][crash]") {
  const TemporaryFolder data;
  for (int i = 0; i < 6; ++i) crash(data, "guides-1.db");
  REQUIRE(try_again_after_safe_page(data.path()));
  CHECK(crash(data, "guides-1.db") == Start::normal);
  CHECK(crash(data, "guides-1.db") == Start::safe_page);
}

TEST_CASE("a damaged book is an empty one", "[machine][crash]") {
  const TemporaryFolder data;
  for (const char* text : {"", "nonsense", "[]", R"({"shortRuns":-5})", R"({"shortRuns":"x"})"}) {
    REQUIRE(write_file_atomically(data / "crashes.json", text));
    CHECK(read_crash_book(data.path()) == CrashBook{});
  }
}
