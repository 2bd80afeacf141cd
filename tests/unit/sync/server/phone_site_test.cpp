#include "sync/server/phone_site.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::PhoneSite;
using server::ShortLinks;

namespace {

/// A phone that asks a scene's server.
struct Phone {
  Phone(DeskScene& scene, ShortLinks short_links) : site(scene.desk->content) {
    add_phone_routes(*scene.router, site, short_links);
  }
  PhoneSite site;
};

std::string header(const Said& said, const std::string& name) {
  for (const http::Header& one : said.headers)
    if (one.name == name) return one.value;
  return {};
}

void publish_text(const DeskScene& scene, const std::string& text) {
  const Said proposed = scene.propose(scene.approved_draft(text));
  CAPTURE(proposed.bytes);
  REQUIRE(proposed.status < 300);
  const server::Json whole =
      scene.get(fmt::format("/api/proposals/{}", proposed.body["id"].get<int>()), "binh").body;
  REQUIRE(scene.sign(whole, "binh").status == 200);
  REQUIRE(scene.sign(whole, "chi").status == 200);
}

}  // namespace

TEST_CASE("a guide's page for phones says what is published, in both languages, and nothing of a draft",
          "[server]") {
  DeskScene scene;
  const Phone phone(scene, ShortLinks::off);
  const Said before = scene.get("/g/09784/khai-sinh", "");
  CHECK(before.status == 200);
  CHECK(header(before, "Content-Type") == "text/html; charset=utf-8");
  CHECK(scene.get("/g/09784/khai-sinh.html", "").bytes == before.bytes);
  CHECK(scene.get("/g/09784/en/khai-sinh", "").bytes.find("lang=\"en\"") != std::string::npos);
  CHECK(scene.get("/g/09784/index.html", "").bytes.find("khai-sinh.html") != std::string::npos);
  CHECK(header(scene.get("/g/09784/icon.svg", ""), "Content-Type") == "image/svg+xml");

  scene.draft("an", "Chưa ai duyệt câu này.");
  CHECK(scene.get("/g/09784/khai-sinh", "").bytes == before.bytes);
}

TEST_CASE("what is written in a guide stays text on its page for phones, and the page may run nothing",
          "[server][security]") {
  DeskScene scene;
  const Phone phone(scene, ShortLinks::off);
  publish_text(scene, "Nhớ: 1 < 2 & \"3\" > 2.");
  const Said page = scene.get("/g/09784/khai-sinh", "");
  CHECK(page.bytes.find("Nhớ: 1 &lt; 2 &amp; ") != std::string::npos);
  const std::string policy = header(page, "Content-Security-Policy");
  CHECK(policy.starts_with("default-src 'none'; img-src 'self'; style-src 'sha256-"));
  CHECK(policy.find("unsafe") == std::string::npos);
}

TEST_CASE("no other page than those of a commune's guides is served to phones", "[server][security]") {
  DeskScene scene;
  const Phone phone(scene, ShortLinks::off);
  for (const char* path : {"/g/09784/khong-co", "/g/99999/khai-sinh", "/g/09784/..%2f..%2fserver.db",
                           "/g/..%2f09784/khai-sinh", "/g/09784/pages.json", "/g/09784/en/..%2fkhai-sinh"}) {
    INFO(path);
    const Said said = scene.get(path, "");
    CHECK(said.status >= 400);
    CHECK(said.status < 500);
  }
}

TEST_CASE("a short link leads to a guide's own portal and nowhere else, and is off until it is wanted",
          "[server][security]") {
  DeskScene scene;
  SECTION("off") {
    const Phone phone(scene, ShortLinks::off);
    CHECK(scene.get("/t/khai-sinh", "").status == 404);
  }
  SECTION("on") {
    const Phone phone(scene, ShortLinks::on);
    const Said by_id = scene.get("/t/khai-sinh", "");
    CHECK(by_id.status == 302);
    CHECK(header(by_id, "Location").starts_with("https://dichvucong.gov.vn/"));
    CHECK(header(scene.get("/t/1.001193", ""), "Location") == header(by_id, "Location"));
    for (const char* attack :
         {"/t/https:%2f%2fevil.example", "/t/%2f%2fevil.example", "/t/khai-sinh?to=https://evil.example",
          "/t/khai-sinh%0d%0aLocation:%20https:%2f%2fevil.example", "/t/.."}) {
      INFO(attack);
      CHECK(header(scene.get(attack, ""), "Location").find("evil") == std::string::npos);
    }
  }
}
