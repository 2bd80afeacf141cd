#include "kiosk/platform/first_content.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "content/guide/bundle.h"
#include "tests/support/starter_files.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::platform::FirstContent;
using conglang::testing::TemporaryFolder;

namespace {

// A data folder whose pointer names generation 1.
void activate_starter_content(const TemporaryFolder& data) {
  const auto assembled = guide::assemble(testing::starter_files(), "09784");
  REQUIRE(assembled);
  REQUIRE(database::build(data / "guides-1.db", assembled->content, {"09784", 1, ""}, assembled->pictures));
  REQUIRE(write_file_atomically(data / "current", "guides-1.db\n"));
}

}  // namespace

TEST_CASE("the first content is what DATA/current names, and is taken once", "[platform]") {
  const TemporaryFolder data;
  activate_starter_content(data);
  FirstContent first(data.path());
  const auto stored = first.take(data / "guides-1.db");
  REQUIRE(stored);
  REQUIRE(*stored);
  CHECK((*stored)->origin.generation == 1);
  CHECK_FALSE(first.take(data / "guides-1.db"));
}

TEST_CASE("the first content gives way to a pointer that was turned meanwhile", "[platform]") {
  const TemporaryFolder data;
  activate_starter_content(data);
  FirstContent first(data.path());
  CHECK_FALSE(first.take(data / "guides-2.db"));
}

TEST_CASE("the first content tells why it cannot be read, and is none before the first activation",
          "[platform]") {
  const TemporaryFolder data;
  CHECK_FALSE(FirstContent(data.path()).take(data / "guides-1.db"));
  REQUIRE(write_file_atomically(data / "current", "guides-1.db\n"));
  const auto missing = FirstContent(data.path()).take(data / "guides-1.db");
  REQUIRE(missing);
  REQUIRE_FALSE(*missing);
  CHECK(missing->error().code == Errc::not_found);
}
