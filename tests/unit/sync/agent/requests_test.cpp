#include "sync/agent/requests.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::agent;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& data, const std::string& name, const std::string& bytes) {
  REQUIRE(make_folders(data / "outbox"));
  REQUIRE(write_file_atomically(data / "outbox" / name, bytes));
}

}  // namespace

TEST_CASE("every request is taken once, as it was put", "[agent]") {
  const testing::TemporaryFolder data;
  CHECK(take_requests(data.path()).requests.empty());
  for (const Request& request :
       {Request(SyncNow{}), Request(TurnBack{}), Request(ImportTree{"/media/thẻ nhớ"})}) {
    REQUIRE(put_request(data.path(), request));
    REQUIRE(put_request(data.path(), request));
    CHECK(take_requests(data.path()).requests == std::vector<Request>{request});
    CHECK(take_requests(data.path()).requests.empty());
  }
}

TEST_CASE("what else lies in the outbox stays there", "[agent]") {
  const testing::TemporaryFolder data;
  put(data.path(), "counters-2026-11-24.json", "{}");
  CHECK(take_requests(data.path()).problems.empty());
  CHECK(fs::exists(data / "outbox" / "counters-2026-11-24.json"));
}

TEST_CASE("attack: files that are no request are reported once and carried out never", "[agent][security]") {
  const testing::TemporaryFolder data;
  put(data.path(), "a.request.json", "{");
  put(data.path(), "b.request.json", "[]");
  put(data.path(), "c.request.json", R"({"request":"import","path":"relative"})");
  put(data.path(), "d.request.json", R"({"request":"erase"})");
  put(data.path(), "e.request.json", R"({"request":7})");
  put(data.path(), "f.request.json", std::string(100000, ' '));
  fs::create_symlink("/dev/zero", data / "outbox" / "g.request.json");
  REQUIRE(::mkfifo((data / "outbox" / "h.request.json").c_str(), 0600) == 0);
  const TakenRequests taken = take_requests(data.path());
  CHECK(taken.requests.empty());
  CHECK(taken.problems.size() == 8);
  CHECK(take_requests(data.path()).problems.empty());
}

TEST_CASE("attack: a folder named like a request holds nobody up", "[agent][security]") {
  const testing::TemporaryFolder data;
  fs::create_directories(data / "outbox" / "a.request.json" / "full");
  REQUIRE(put_request(data.path(), SyncNow{}));
  const TakenRequests taken = take_requests(data.path());
  CHECK(taken.requests.size() == 1);
  CHECK(taken.problems.size() == 1);
}
