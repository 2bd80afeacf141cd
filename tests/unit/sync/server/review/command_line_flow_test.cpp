// What people begin, sign and publish at the command line, beside the desk.

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "sync/repository/pending.h"
#include "sync/server/review/proposals.h"
#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;
namespace fs = std::filesystem;

namespace {

constexpr const char* kNotice = "communes/09784/notices/cat-nuoc.json";

const std::string kNoticeOfWater = R"({
  "type": "Notice", "id": "cat-nuoc", "from": "2026-06-01", "until": "2026-06-30",
  "title": {"vi": "Cắt nước"}, "body": [{"vi": "Thứ hai cắt nước cả ngày."}],
  "provenance": {"confidence": "verified", "source": "Ủy ban nhân dân xã"}
})";

// The notice, with other words in it.
std::string with_words(const std::string& notice, const std::string& words) {
  Json content = Json::parse(notice);
  content["body"] = Json::array({Json{{"vi", words}}});
  return content.dump(2);
}

// An publishes the notice with `conglang publish`: it waits for a second signature.
void propose_at_command_line(const DeskScene& scene, const std::string& notice) {
  scene.put(kNotice, notice);
  for (const char* part : {"national", "provinces"}) fs::remove_all(scene.bundle() / part);
  const auto published =
      repository::publish(scene.tree, scene.staff.at("an").person->keys, scene.bundle(), scene.now);
  if (!published) FAIL(published.error().message);
}

void publish_at_command_line(const DeskScene& scene, const std::string& notice) {
  propose_at_command_line(scene, notice);
  REQUIRE(repository::sign_waiting(scene.tree, scene.staff.at("binh").person->keys, kCommuneRole, scene.now));
  REQUIRE(repository::publish_waiting(scene.tree, scene.keys, scene.now));
}

}  // namespace

TEST_CASE("a signature from the command line counts like one from a browser", "[review]") {
  const DeskScene scene;
  const std::int64_t id = scene.approved_draft();
  const Said made = scene.propose(id);
  REQUIRE(scene.sign(made.body, "an").status == 200);
  REQUIRE(repository::sign_waiting(scene.tree, scene.staff.at("chi").person->keys, kCommuneRole, scene.now));
  scene.tick();
  CHECK(scene.state(id) == "published");
}

TEST_CASE("a change made at the command line waits at the desk too", "[review]") {
  const DeskScene scene;
  propose_at_command_line(scene, kNoticeOfWater);
  scene.tick();
  const Said list = scene.get("/api/proposals", "binh");
  REQUIRE(list.body.size() == 1);
  CHECK(list.body[0]["kind"] == "command-line");
  const Said whole = scene.get(fmt::format("/api/proposals/{}", list.body[0]["id"].get<int>()), "binh");
  REQUIRE(scene.sign(whole.body, "binh").status == 200);
  CHECK(scene.on_kiosk(kNotice) == kNoticeOfWater);
}

TEST_CASE(
    "what a command line proposed is checked as a draft is: listed with the reason, signed by nobody here",
    "[review][security]") {
  const DeskScene scene;
  const auto [bytes, reason] = GENERATE(
      table<std::string, std::string>({{"{}", kNotice},
                                       {with_words(kNoticeOfWater, "Hỏi bà Lan, số 0912 345 678."), kNotice},
                                       {std::string((1U << 20U) + 1, ' '), "1048576"}}));
  propose_at_command_line(scene, bytes);
  scene.tick();
  const Said list = scene.get("/api/proposals", "binh");
  REQUIRE(list.body.size() == 1);
  CAPTURE(list.bytes.substr(0, 2000));
  CHECK(list.body[0]["note"].get<std::string>().find(reason) != std::string::npos);
  const std::string path = fmt::format("/api/proposals/{}", list.body[0]["id"].get<int>());
  const Said refused = scene.sign(scene.get(path, "binh").body, "binh");
  CHECK(refused.status >= 413);
  SECTION("and enough signatures from elsewhere do not publish it from here") {
    REQUIRE(
        repository::sign_waiting(scene.tree, scene.staff.at("chi").person->keys, kCommuneRole, scene.now));
    scene.tick();
    CHECK(scene.get(path, "binh").body["state"] == "waiting");
    CHECK(scene.on_kiosk(kNotice) != bytes);
  }
  SECTION("and dropped, it leaves the way free") {
    REQUIRE(scene.post(path + "/drop", "binh").status == 200);
    CHECK(scene.propose(scene.approved_draft()).status == 201);
  }
}

TEST_CASE("neither an earlier version nor today's is signed once more with what lint would refuse in a draft",
          "[review][security]") {
  const DeskScene scene;
  publish_at_command_line(scene, "{}");
  const auto version_now = [&] { return scene.read(scene.now).listed(kCommuneRole)->version; };
  const std::int64_t broken = version_now();
  const Said again = scene.post("/api/proposals", "an", {{"again", true}});
  CHECK(again.status == 422);
  CHECK(again.code() == "content");
  publish_at_command_line(scene, kNoticeOfWater);
  const std::int64_t mended = version_now();
  const Said back = scene.post("/api/proposals", "binh", {{"rollbackTo", broken}});
  CHECK(back.status == 422);
  CHECK(back.code() == "content");
  publish_at_command_line(scene, with_words(kNoticeOfWater, "Nước có lại từ chiều."));
  CHECK(scene.post("/api/proposals", "binh", {{"rollbackTo", mended}}).status == 201);
}
