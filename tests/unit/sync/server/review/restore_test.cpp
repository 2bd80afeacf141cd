// One page alone as it was: the rest of the commune stays, and nothing is shown that nobody approved and
// signed.

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;

namespace {

constexpr const char* kNotice = "communes/09784/notices/cat-nuoc.json";

void sign_and_publish(const DeskScene& scene, std::int64_t draft) {
  const Said made = scene.propose(draft);
  CAPTURE(made.bytes);
  REQUIRE(made.status == 201);
  scene.sign(made.body, "an");
  REQUIRE(scene.sign(made.body, "chi").body["state"] == "published");
}

void publish_patch(const DeskScene& scene, const std::string& text) {
  sign_and_publish(scene, scene.approved_draft(text));
}

void publish_notice(const DeskScene& scene, const std::string& title) {
  const Said made = scene.post("/api/drafts", "an", {{"path", kNotice}});
  Json content = made.body["content"];
  content["title"]["vi"] = title;
  const auto id = made.body["id"].get<std::int64_t>();
  REQUIRE(scene
              .ask("PUT", fmt::format("/api/drafts/{}", id), "an",
                   {{"revision", made.body["revision"]}, {"content", content}, {"note", "sửa"}})
              .status == 200);
  REQUIRE(scene.step(id, "submit", "an").status == 200);
  REQUIRE(scene.step(id, "approve", "binh").status == 200);
  sign_and_publish(scene, id);
}

Json history(const DeskScene& scene) {
  return scene.get("/api/guides/khai-sinh", "an").body["history"];
}

Said restore(const DeskScene& scene, const Json& version, const std::string& who = "an") {
  return scene.post("/api/restorations", who, {{"path", kPatch}, {"version", version}});
}

}  // namespace

TEST_CASE("one page comes back as an earlier version had it, through review and two signatures, and only it",
          "[review]") {
  const DeskScene scene;
  publish_patch(scene, "Bản thứ nhất.");
  const Json first = history(scene)[0]["version"];
  publish_patch(scene, "Bản thứ hai.");
  publish_notice(scene, "Cắt nước, bản sau");

  const Said begun = restore(scene, first);
  CAPTURE(begun.bytes);
  REQUIRE(begun.status == 201);
  CHECK(begun.body["state"] == "draft");
  CHECK(begun.body["content"]["description"]["vi"] == "Bản thứ nhất.");
  CHECK(begun.body["note"].get<std::string>().find(first.dump()) != std::string::npos);
  CHECK(scene.on_kiosk(kPatch).find("Bản thứ hai.") != std::string::npos);

  const auto id = begun.body["id"].get<std::int64_t>();
  const Said told = scene.get(fmt::format("/api/drafts/{}/difference", id), "binh");
  REQUIRE(told.body.size() == 1);
  CHECK(told.body[0]["before"] == "Bản thứ hai.");
  CHECK(told.body[0]["after"] == "Bản thứ nhất.");
  REQUIRE(scene.step(id, "submit", "an").status == 200);
  CHECK(scene.step(id, "approve", "an").status == 403);
  REQUIRE(scene.step(id, "approve", "binh").status == 200);
  sign_and_publish(scene, id);
  CHECK(scene.on_kiosk(kPatch).find("Bản thứ nhất.") != std::string::npos);
  CHECK(scene.on_kiosk(kNotice).find("Cắt nước, bản sau") != std::string::npos);
  CHECK(history(scene)[0]["version"].get<int>() > first.get<int>() + 2);
}

TEST_CASE("a page that was taken off the screens comes back from its history", "[review]") {
  const DeskScene scene;
  publish_patch(scene, "Còn dùng.");
  const Json version = history(scene)[0]["version"];
  const Said removal = scene.post("/api/removals", "an", {{"path", kPatch}, {"note", "gỡ"}});
  const auto id = removal.body["id"].get<std::int64_t>();
  REQUIRE(scene.step(id, "approve", "binh").status == 200);
  sign_and_publish(scene, id);
  REQUIRE(scene.on_kiosk(kPatch).empty());
  const Said begun = restore(scene, version);
  CAPTURE(begun.bytes);
  REQUIRE(begun.status == 201);
  CHECK(begun.body["content"]["description"]["vi"] == "Còn dùng.");
  for (const Json& finding : begun.body["findings"]) CHECK(finding["level"] != "error");
}

TEST_CASE(
    "a notice that was taken off is found in the list as withdrawn, with the history it comes back from",
    "[review]") {
  const DeskScene scene;
  publish_notice(scene, "Cắt nước, bản sau");
  const auto row_of = [&](const std::string& who) -> Json {
    for (const Json& one : scene.get("/api/guides?withdrawn=1", who).body)
      if (one["id"] == "notice.cat-nuoc") return one;
    return nullptr;
  };
  CHECK(row_of("an")["state"] == "published");
  const Said removal = scene.post("/api/removals", "an", {{"path", kNotice}, {"note", "gỡ"}});
  const auto id = removal.body["id"].get<std::int64_t>();
  REQUIRE(scene.step(id, "approve", "binh").status == 200);
  sign_and_publish(scene, id);
  const Json row = row_of("an");
  REQUIRE(row.is_object());
  CHECK(row["state"] == "withdrawn");
  CHECK(row["title"]["vi"] == "Cắt nước, bản sau");
  CHECK(row_of("la").is_null());
  CHECK(scene.get("/api/guides", "an").bytes.find("Cắt nước, bản sau") == std::string::npos);
  const Said page = scene.get("/api/guides/notice.cat-nuoc", "an");
  REQUIRE(page.status == 200);
  CHECK(page.body["merged"].is_null());
  CHECK(page.body["history"][0]["removed"] == true);
  CHECK(scene.get("/api/guides/notice.khong-co", "an").status == 404);
  CHECK(scene.get("/api/guides/notice.cat-nuoc", "la").status == 404);
  const Said begun = scene.post("/api/restorations", "an",
                                {{"path", kNotice}, {"version", page.body["history"][1]["version"]}});
  REQUIRE(begun.status == 201);
  CHECK(begun.body["content"]["title"]["vi"] == "Cắt nước, bản sau");
  CHECK(row_of("an")["state"] == "draft");
}

TEST_CASE("nobody's draft is written over, and what is shown already is not brought back", "[review]") {
  const DeskScene scene;
  publish_patch(scene, "Bản thứ nhất.");
  const Json first = history(scene)[0]["version"];
  CHECK(restore(scene, first).code() == "same");
  publish_patch(scene, "Bản thứ hai.");
  const std::int64_t draft = scene.draft("binh", "Lời đang viết.");
  const Said refused = restore(scene, first);
  CHECK(refused.status == 409);
  CHECK(refused.code() == "open-draft");
  CHECK(scene.get(fmt::format("/api/drafts/{}", draft), "an").body["content"]["description"]["vi"] ==
        "Lời đang viết.");
}

TEST_CASE("attack: no other commune's page, no made-up version, no path of another's", "[review][security]") {
  const DeskScene scene;
  publish_patch(scene, "Bản thứ nhất.");
  const Json first = history(scene)[0]["version"];
  publish_patch(scene, "Bản thứ hai.");
  const std::int64_t before = scene.count("SELECT COUNT(*) FROM drafts");
  CHECK(restore(scene, first, "la").status == 403);
  // An operator who names another commune is held to the path's own.
  const Said other =
      scene.post("/api/restorations", "la", {{"path", "national/guides/khai-sinh.json"}, {"version", first}});
  CHECK(other.status == 404);
  for (const Json& version : {Json(0), Json(-1), Json(9999), Json(first.get<int>() + 100000), Json("1"),
                              Json("../1"), Json(1.5), Json(nullptr), Json::array({1})}) {
    CAPTURE(version.dump());
    const Said refused = restore(scene, version);
    CHECK((refused.status == 404 || refused.status == 422));
  }
  for (const char* path :
       {"../../etc/passwd", "communes/00004/patches/khai-sinh.json", "communes/09784/pictures/gao.png",
        "emergency/screen.json", "national/links.json", "metadata/root.json", "communes/09784/../x.json"}) {
    CAPTURE(path);
    const Said refused = scene.post("/api/restorations", "an", {{"path", path}, {"version", first}});
    CHECK((refused.status == 403 || refused.status == 422));
  }
  CHECK(scene.count("SELECT COUNT(*) FROM drafts") == before);
}

TEST_CASE("attack: an earlier file that was altered on the server's disk does not come back",
          "[review][security]") {
  const DeskScene scene;
  publish_patch(scene, "Bản thứ nhất.");
  const Json first = history(scene)[0]["version"];
  const auto file = scene.tree.load(scene.root(), scene.now)->targets_found().at(kPatch).file;
  publish_patch(scene, "Bản thứ hai.");
  const auto blob = scene.tree.blob(kPatch, file.hashes.name());
  std::string bytes = read_file(blob, 1 << 20).value();
  bytes.replace(bytes.find("thứ nhất"), 9, "thứ chín");
  REQUIRE(write_file_atomically(blob, bytes));
  CHECK(restore(scene, first).status == 404);
}
