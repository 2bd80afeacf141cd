// What needs the `conglang` tool: pictures made anew and drafts drawn.

#include "sync/server/review/tool.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>

#include "content/guide/picture.h"
#include "sync/tuf/digest.h"
#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;
namespace fs = std::filesystem;

namespace {

constexpr const char* kTool = CONGLANG_BIN_DIR "/conglang";
constexpr const char* kAlt = "%C4%90%C3%ACnh%20l%C3%A0ng";  // "Đình làng"

struct ToolScene : DeskScene {
  ToolScene() {
    tool = kTool;
    restart();
  }
  Said upload(const std::string& bytes, const std::string& type, const char* alt = kAlt) const {
    return send("POST", "/api/pictures", "an", bytes, type, {{"X-Conglang-Alt", alt}});
  }
};

std::string starter_picture() {
  return read_file(fs::path(CONGLANG_SOURCE_DIR) / "content/starter/communes/09784/pictures/gao.png", 1 << 20)
      .value();
}

// A PNG that says it is `side` pixels wide and high, in a few bytes.
std::string bomb(std::uint32_t side) {
  std::string png = starter_picture();
  for (const std::size_t at : {16U, 20U}) {
    for (unsigned i = 0; i < 4; ++i) png[at + i] = static_cast<char>((side >> (24 - 8 * i)) & 0xFFU);
  }
  return png;
}

}  // namespace

TEST_CASE("a picture is made anew and shown, and needs words for who cannot see it", "[review]") {
  const ToolScene scene;
  CHECK(scene.upload(starter_picture(), "image/png", "").code() == "alt");
  CHECK(scene.upload(starter_picture(), "image/png", "%20").code() == "alt");
  const Said added = scene.upload(starter_picture(), "image/png");
  CAPTURE(added.bytes);
  REQUIRE(added.status == 201);
  CHECK(added.body["alt"] == "Đình làng");
  const std::string file = added.body["file"].get<std::string>();
  CHECK(guide::is_picture_name(file));
  const Said shown = scene.get("/api/pictures/" + file, "binh");
  CHECK(shown.status == 200);
  CHECK(shown.bytes.size() == added.body["bytes"].get<std::size_t>());
  CHECK(shown.bytes != starter_picture());
  CHECK(scene.get("/api/pictures/" + file + "?commune=00004", "la").status == 404);
}

TEST_CASE("attack: bombs, broken files and other files are no pictures", "[review][security]") {
  const ToolScene scene;
  for (const std::string& bytes :
       {bomb(8000), bomb(60000), bomb(0xFFFFFFFF), starter_picture().substr(0, 200),
        std::string("MZ\x90\x00", 4), std::string("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        std::string("PK\x03\x04"), std::string("\xff\xd8\xff"), std::string(), std::string("GIF89a")}) {
    CAPTURE(bytes.size());
    const Said refused = scene.upload(bytes, "image/png");
    CHECK(refused.status == 422);
    CHECK(refused.code() == "picture");
  }
  CHECK(scene.upload(starter_picture(), "text/html").status == 422);
  CHECK(scene.count("SELECT COUNT(*) FROM pictures") == 0);
}

TEST_CASE("attack: what hides behind a picture's last byte does not come along", "[review][security]") {
  const ToolScene scene;
  const Said added = scene.upload(starter_picture() + "<script>alert(1)</script>", "image/png");
  REQUIRE(added.status == 201);
  const Said shown = scene.get("/api/pictures/" + added.body["file"].get<std::string>(), "an");
  CHECK(shown.bytes.find("script") == std::string::npos);
}

TEST_CASE("a draft is drawn by the kiosk's own renderer, upright and wide", "[review]") {
  const ToolScene scene;
  const std::int64_t id = scene.draft("an", "Bản mới.");
  const std::string target = fmt::format("/api/drafts/{}/preview/", id);
  const Said wide = scene.get(target + "landscape.png", "binh");
  CAPTURE(wide.bytes.substr(0, 300));
  REQUIRE(wide.status == 200);
  CHECK(wide.bytes.starts_with("\x89PNG"));
  const Said tall = scene.get(target + "portrait.png?page=steps&lang=en", "binh");
  CHECK(tall.status == 200);
  CHECK(tall.bytes != wide.bytes);
  CHECK(scene.get(target + "landscape.png?page=--help%20x&lang=..", "binh").bytes == wide.bytes);
}

TEST_CASE("a tool that hangs is ended, and one that is not there is said so", "[review]") {
  const server::Tool sleeper("/bin/sleep");
  const auto late = sleeper.run({"60"}, std::chrono::milliseconds(200));
  REQUIRE_FALSE(late);
  CHECK(late.error().code == Errc::network);
  const server::Tool missing("/nonexistent/conglang");
  const auto none = missing.run({}, std::chrono::seconds(5));
  CHECK((!none || none->status == 127));
  const server::Tool echo("/bin/echo");
  const auto said = echo.run({"$(id); `id`"}, std::chrono::seconds(5));
  REQUIRE(said);
  CHECK(said->output == "$(id); `id`\n");  // no shell
}
