#include "sync/agent/status.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::agent;

TEST_CASE("a status stored is the status loaded", "[agent]") {
  const testing::TemporaryFolder data;
  const Status status{"2026-11-24T01:00:00Z",
                      "2026-11-24T00:00:00Z",
                      "metadata/timestamp.json: hỏng",
                      7,
                      true,
                      {{"metadata/commune-09784.json", "", "expired"}},
                      {{"communes/09784/patches/khai-sinh.json", "khai-sinh", "does not fit"}},
                      {{"communes/09784/pictures/a.jpg", "", "media come at night"}},
                      {{"guides-6.db", "", "damaged"}},
                      {{"province", "no network"}},
                      26};
  REQUIRE(store_status(data.path(), status));
  CHECK(load_status(data.path()) == status);
}

TEST_CASE("a status that is missing or damaged is an empty one", "[agent]") {
  const testing::TemporaryFolder data;
  CHECK(load_status(data.path()) == Status{});
  for (const char* bytes :
       {"", "[]", "{\"generation\":\"x\",\"refused\":[1,{\"path\":2}],\"lastTry\":5}", "{"}) {
    REQUIRE(write_file_atomically(data / "sync-status.json", bytes));
    const Status status = load_status(data.path());
    CHECK(status.generation == 0);
    CHECK(status.last_try.empty());
  }
}
