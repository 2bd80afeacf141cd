// A published tree behind plain nginx, with no program of ours on the server.

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "tests/e2e/village.h"
#include "tests/support/nginx.h"

using namespace conglang;
using namespace conglang::testing;

TEST_CASE("a kiosk follows a tree that plain nginx serves, over https", "[e2e]") {
  Village village;
  village.kill_server();
  const Nginx nginx(village.repository());
  const nlohmann::json policy = {{"ca_file", nginx.certificate()}};
  REQUIRE(write_file_atomically(village.data() / "sync.json", policy.dump()));
  const auto sync = [&] {
    return run({program("conglang-sync"), "--data", village.data(), "--url", nginx.url(), "--once"});
  };
  const Finished first = sync();
  INFO(first.output);
  REQUIRE(first.status == 0);
  CHECK(village.active_database() == "guides-1.db\n");
  village.edit("national/guides/khai-sinh.json",
               [](nlohmann::json& guide) { guide["title"]["vi"] = "Tên sau"; });
  village.publish();
  const Finished second = sync();
  INFO(second.output);
  REQUIRE(second.status == 0);
  CHECK(village.active_database() == "guides-2.db\n");
  const std::string log = nginx.log();
  INFO(log);
  CHECK(log.find("HTTP/2.0 GET /targets/national/guides/") != std::string::npos);
  CHECK(log.find("HTTP/1") == std::string::npos);
}
