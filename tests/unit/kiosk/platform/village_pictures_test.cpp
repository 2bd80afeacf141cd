#include "kiosk/platform/village_pictures.h"

#include <imgui.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <semaphore>

#include "content/base/file.h"
#include "content/database/guide_database.h"
#include "kiosk/picture/fonts.h"
#include "kiosk/picture/imgui_session.h"
#include "kiosk/picture/png_file.h"
#include "kiosk/raster/raster.h"
#include "tests/folders.h"
#include "tests/support/sample_bundle.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::platform::VillagePictures;
using conglang::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

using State = screens::Pictures::State;

// A machine whose content has one good picture and one broken one.
struct Machine {
  TemporaryFolder data;
  picture::ImGuiSession session;
  Result<screens::Fonts> fonts = picture::load_fonts(CONGLANG_BIN_DIR "/../share/conglang");
  std::counting_semaphore<> arrived{0};
  VillagePictures pictures{data.path(), 1UL << 20U, [this] { arrived.release(); }};

  void show_generation(int number) {
    const std::string good = *picture::encode_png(raster::Image(8, 8));
    const std::string broken = "not a picture";
    guide::Content content =
        guide::assemble(testing::sample_bundle(), testing::kSampleCommune).value().content;
    content.pictures = {{"cho-que.png", guide::Picture::Format::png, 8, 8, broken.size()},
                        {"dinh.png", guide::Picture::Format::png, 8, 8, good.size()}};
    const fs::path path = data / ("guides-" + std::to_string(number) + ".db");
    const auto built =
        database::build(path, content, {"09784", number, "2026-11-23T00:00:00Z"},
                        {.pictures = {{"cho-que.png", broken}, {"dinh.png", good}}, .recordings = {}});
    INFO((built ? std::string() : built.error().message));
    REQUIRE(built);
    pictures.show_content(path);
  }
  // What becomes of the picture when a page asks for it.
  State look_at(const std::string& file, int side) {
    const screens::PictureOrder order{file, side, side, screens::Fit::cover, 0};
    frame(order);
    REQUIRE(arrived.try_acquire_for(std::chrono::seconds(20)));
    pictures.take_arrived();
    return frame(order);
  }
  std::vector<std::string> reports() const {
    std::vector<std::string> names;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(data / "outbox", none))
      names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
  }

 private:
  State frame(const screens::PictureOrder& order) {
    ImGui::GetIO().DisplaySize = {100, 100};
    ImGui::GetIO().DeltaTime = 1;
    ImGui::NewFrame();
    const State state = pictures.shown().picture(order).state;
    ImGui::Render();
    raster::serve_textures(ImGui::GetPlatformIO().Textures);
    return state;
  }
};

}  // namespace

TEST_CASE("a broken picture is reported once a content, however often and large it is asked for",
          "[platform]") {
  Machine machine;
  machine.show_generation(7);
  CHECK(machine.look_at("dinh.png", 20) == State::there);
  CHECK(machine.reports().empty());
  CHECK(machine.look_at("cho-que.png", 20) == State::unusable);
  CHECK(machine.look_at("cho-que.png", 40) == State::unusable);
  REQUIRE(machine.reports() == std::vector<std::string>{"picture-guides-7-cho-que-png.report.json"});
  const fs::path path = machine.data / "outbox" / machine.reports().front();
  const auto report = nlohmann::json::parse(read_file(path, 4096).value_or(""));
  CHECK(report["report"] == "picture");
  CHECK(report["file"] == "cho-que.png");
  CHECK(report["active"] == "guides-7.db");
  CHECK_FALSE(report["error"].get<std::string>().empty());

  fs::remove(path);  // the agent took it away
  CHECK(machine.look_at("cho-que.png", 60) == State::unusable);
  CHECK(machine.reports().empty());
  machine.show_generation(8);
  CHECK(machine.look_at("cho-que.png", 20) == State::unusable);
  CHECK(machine.reports() == std::vector<std::string>{"picture-guides-8-cho-que-png.report.json"});
}

TEST_CASE("a picture that the content does not have is reported too", "[platform]") {
  Machine machine;
  machine.show_generation(7);
  CHECK(machine.look_at("khong-co.webp", 20) == State::unusable);
  CHECK(machine.reports() == std::vector<std::string>{"picture-guides-7-khong-co-webp.report.json"});
}
