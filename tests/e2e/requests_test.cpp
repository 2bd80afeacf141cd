// What a running agent is asked by others on its machine: a stick, a step back, a try at once.

#include <signal.h>

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/e2e/village.h"

using namespace conglang;
using namespace conglang::testing;

namespace {

Finished agent_tool(const Village& village, Arguments words) {
  words.insert(words.begin(), {program("conglang-sync"), "--data", village.data().string()});
  return run(words);
}

void rename_guide(Village& village, const std::string& title) {
  village.edit("national/guides/khai-sinh.json",
               [&](nlohmann::json& guide) { guide["title"]["vi"] = title; });
  village.publish();
}

}  // namespace

TEST_CASE("a stick is taken without a server, and a second time it is as new as what is here", "[e2e]") {
  Village village;
  village.kill_server();
  const Finished imported = agent_tool(village, {"import", village.repository().string()});
  INFO(imported.output);
  CHECK(imported.status == 0);
  CHECK(village.active_database() == "guides-1.db\n");
  CHECK(agent_tool(village, {"import", village.repository().string()}).status == 0);
  CHECK(agent_tool(village, {"import", "/nowhere"}).says("/nowhere: holds no repository"));
}

TEST_CASE("a running agent turns back and takes a stick when it is asked", "[e2e]") {
  Village village;
  REQUIRE(village.sync().status == 0);
  rename_guide(village, "Tên mới");
  const auto agent = village.start_agent();
  REQUIRE(eventually([&] { return village.active_database() == "guides-2.db\n"; }));
  const Finished asked = agent_tool(village, {"rollback"});
  INFO(asked.output);
  CHECK(asked.status == 0);
  CHECK(asked.says("it was asked"));
  CHECK(eventually([&] { return village.active_database() == "guides-1.db\n"; }));
  // Several polls later it is still the older one.
  CHECK(agent->wait_for_output("turned away from; guides-1.db stays", std::chrono::seconds(20)));
  CHECK(village.active_database() == "guides-1.db\n");

  village.kill_server();
  rename_guide(village, "Tên khác");
  CHECK(agent_tool(village, {"import", village.repository().string()}).says("it was asked"));
  CHECK(eventually([&] { return village.active_database() == "guides-3.db\n"; }));
  CHECK(agent->stop(SIGTERM) == 0);
}
