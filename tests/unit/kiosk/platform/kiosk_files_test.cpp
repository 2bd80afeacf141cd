#include "kiosk/platform/kiosk_files.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using conglang::testing::TemporaryFolder;

TEST_CASE("the configuration names the place and the panel", "[platform]") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "kiosk.json", R"({"place":"thuong-thap","diagonalInches":32})"));
  const auto config = platform::read_config(folder.path());
  REQUIRE(config);
  CHECK(*config == platform::KioskConfig{"thuong-thap", 32});
}

TEST_CASE("the panel is as large as configured, else as it tells itself, else as most are", "[platform]") {
  platform::KioskConfig config{"a", 32};
  CHECK(platform::diagonal_inches(config, 24.0) == 32);
  config.diagonal_inches.reset();
  CHECK(platform::diagonal_inches(config, 24.0) == 24);
  CHECK(platform::diagonal_inches(config, std::nullopt) == 21.5);
}

TEST_CASE("what the installer writes is a configuration, with phone pages and size or without",
          "[platform]") {
  const auto written = [](const std::string& pages, const std::string& inches) {
    const TemporaryFolder folder;
    const std::string path = folder / "kiosk.json";
    const auto run = testing::run({"bash", "-c", R"(. "$0"; kiosk_config 09784 thuong-thap "$1" "$2" >"$3")",
                                   CONGLANG_SOURCE_DIR "/install/lib/kiosk_config.sh", pages, inches, path});
    REQUIRE(run.status == 0);
    return platform::read_config(folder.path());
  };
  CHECK(written("", "") == platform::KioskConfig{"thuong-thap"});
  platform::KioskConfig whole{"thuong-thap", 15.6};
  whole.pages_url = "https://conglang.example/g/09784";
  CHECK(written(whole.pages_url, "15.6") == whole);
}

TEST_CASE("the configuration says how to draw and how the panel hangs", "[platform]") {
  const TemporaryFolder folder;
  const auto config_of = [&folder](const std::string& more) {
    REQUIRE(write_file_atomically(folder / "kiosk.json", R"({"place":"a",)" + more + "}"));
    return platform::read_config(folder.path());
  };
  CHECK(config_of(R"("draw":"gpu")")->drawing == platform::Drawing::renderer);
  CHECK(config_of(R"("draw":"memory")")->drawing == platform::Drawing::memory);
  CHECK(config_of(R"("draw":"opengl")").error().message.find("draw") != std::string::npos);
  CHECK(config_of(R"("rotation":0)")->rotation == raster::Rotation::none);
  CHECK(config_of(R"("rotation":90)")->rotation == raster::Rotation::quarter);
  CHECK(config_of(R"("rotation":180)")->rotation == raster::Rotation::half);
  CHECK(config_of(R"("rotation":270)")->rotation == raster::Rotation::three_quarters);
  CHECK(config_of(R"("rotation":45)").error().message.find("rotation") != std::string::npos);
  CHECK(config_of(R"("rotation":"up")").error().message.find("rotation") != std::string::npos);
}

TEST_CASE("a configuration without a place, or with a panel that cannot be, names the field", "[platform]") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "kiosk.json", "{}"));
  CHECK(platform::read_config(folder.path()).error().message.find("place") != std::string::npos);
  REQUIRE(write_file_atomically(folder / "kiosk.json", R"({"place":"a","diagonalInches":"big"})"));
  CHECK(platform::read_config(folder.path()).error().message.find("diagonalInches") != std::string::npos);
  REQUIRE(write_file_atomically(folder / "kiosk.json", R"({"place":"a","pagesUrl":"http://a.example/"})"));
  CHECK(platform::read_config(folder.path()).error().message.find("pagesUrl") != std::string::npos);
  REQUIRE(write_file_atomically(folder / "kiosk.json", "nonsense"));
  CHECK(platform::read_config(folder.path()).error().code == Errc::parse);
}

TEST_CASE("before the first activation there is no content, and that is no damage", "[platform]") {
  const TemporaryFolder folder;
  CHECK(platform::load_active_content(folder.path()).error().code == Errc::not_found);
}

TEST_CASE("attack: the pointer names a file outside the data folder", "[platform]") {
  const TemporaryFolder folder;
  for (const char* name : {"../guides-1.db", "/etc/passwd", ".hidden", ""}) {
    INFO(name);
    REQUIRE(write_file_atomically(folder / "current", std::string(name) + "\n"));
    CHECK(platform::load_active_content(folder.path()).error().code == Errc::invalid);
  }
}
