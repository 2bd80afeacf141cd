// How a commune sets its kiosks, through the desk: content like another.

#include "content/guide/kiosk_settings.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;

namespace {

constexpr const char* kSettings = "communes/09784/settings/kiosks.json";

Said save(const DeskScene& scene, const Said& begun, const Json& content) {
  return scene.ask("PUT", fmt::format("/api/drafts/{}", begun.body["id"].get<int>()), "an",
                   {{"revision", begun.body["revision"]}, {"content", content}, {"note", "giờ mùa đông"}});
}

}  // namespace

TEST_CASE("settings are written, told in words, approved, signed by two, and are what a kiosk then follows",
          "[review][settings]") {
  const DeskScene scene;
  const Said begun = scene.post("/api/drafts", "an", {{"path", kSettings}});
  CAPTURE(begun.bytes);
  REQUIRE(begun.status == 201);
  CHECK(begun.body["kind"] == "settings");
  CHECK(begun.body["title"]["vi"] == "Cài đặt màn hình");
  const Said saved = save(scene, begun,
                          {{"all", {{"hours", "06:00-21:00"}, {"nightBrightness", 40}}},
                           {"places", {{"thuong-thap", {{"rotation", 90}}}}}});
  REQUIRE(saved.status == 200);
  CHECK(saved.body["findings"].empty());
  const auto id = begun.body["id"].get<std::int64_t>();
  REQUIRE(scene.step(id, "submit", "an").status == 200);
  REQUIRE(scene.step(id, "approve", "binh").status == 200);
  const Said made = scene.propose(id);
  CAPTURE(made.bytes);
  REQUIRE(made.status == 201);
  scene.sign(made.body, "an");
  REQUIRE(scene.sign(made.body, "chi").body["state"] == "published");
  const auto followed = guide::read_kiosk_settings(scene.on_kiosk(kSettings), kSettings);
  REQUIRE(followed);
  CHECK(followed->of("thuong-thap").rotation == 90);
  CHECK(followed->of("thuong-thap").night_brightness == 40);

  const Json list = scene.get("/api/guides", "an").body;
  const auto row = std::ranges::find_if(list, [](const Json& one) { return one["kind"] == "settings"; });
  REQUIRE(row != list.end());
  CHECK((*row)["title"]["vi"] == "Cài đặt màn hình");
  CHECK(scene.get("/api/guides/settings.kiosks", "an").body["history"].size() == 1);

  const Said again = scene.post("/api/drafts", "an", {{"path", kSettings}});
  Json content = again.body["content"];
  content["all"]["nightBrightness"] = 30;
  content["places"]["thuong-thap"]["rotation"] = 270;
  REQUIRE(save(scene, again, content).status == 200);
  const Said told = scene.get(fmt::format("/api/drafts/{}/difference", again.body["id"].get<int>()), "binh");
  REQUIRE(told.body.size() == 2);
  CHECK(told.body[0]["label"]["vi"] == "mọi màn hình: độ sáng ngoài giờ mở cửa");
  CHECK(told.body[0]["before"] == "40");
  CHECK(told.body[0]["after"] == "30");
  CHECK(told.body[1]["label"]["vi"] == "Nhà văn hóa thôn Thượng Tháp: xoay màn hình");
  CHECK(told.body[1]["label"]["en"] == "places, Thuong Thap Village House, rotation");
}

TEST_CASE("settings that a kiosk could not follow are told to who writes them and go no further",
          "[review][settings]") {
  const DeskScene scene;
  const Said begun = scene.post("/api/drafts", "an", {{"path", kSettings}});
  const Said saved =
      save(scene, begun, {{"all", {{"brightness", 5}, {"hours", "06:00-"}, {"language", "?"}}}});
  REQUIRE(saved.body["findings"].size() == 3);
  CHECK(saved.body["findings"][0]["field"] == "/all/brightness");
  CHECK(scene.step(begun.body["id"].get<int>(), "submit", "an").status == 422);
}

TEST_CASE("attack: nobody writes settings of another commune, nor another file beside them",
          "[review][security]") {
  const DeskScene scene;
  CHECK(scene.post("/api/drafts", "la", {{"path", kSettings}}).status == 403);
  for (const char* path :
       {"communes/09784/settings/other.json", "communes/09784/settings/../settings/kiosks.json",
        "provinces/01/settings/kiosks.json", "national/settings/kiosks.json"}) {
    CAPTURE(path);
    CHECK(scene.post("/api/drafts", "an", {{"path", path}}).status == 422);
  }
}
