#include "kiosk/machine/diagnosis.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "content/base/file.h"
#include "kiosk/machine/machine_status.h"
#include "kiosk/machine/pin.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::machine;
using conglang::testing::TemporaryFolder;

namespace {

DiagnosisFacts facts() {
  return {"0.1.0", {*parse_instant("2026-11-23T09:20:00Z"), true}, 7, 1920, 1080, "gpu", 15.6, false};
}

}  // namespace

TEST_CASE("the diagnosis file says how the machine is, and where it lies", "[machine]") {
  const TemporaryFolder data;
  REQUIRE(write_file_atomically(data / "sync-status.json",
                                R"({"lastTry":"2026-11-23T09:00:00Z","error":"no answer"})"));
  const auto path = write_diagnosis(data.path(), {}, facts());
  REQUIRE(path);
  CHECK(*path == data / "conglang-2026-11-23T092000Z.json");
  const auto read = nlohmann::json::parse(read_file(*path, 1UL << 20U).value_or(""));
  CHECK(read["generation"] == 7);
  CHECK(read["screen"]["by"] == "gpu");
  CHECK(read["screen"]["inches"] == 15.6);
  CHECK(read["screen"]["isLargeEnough"] == false);
  CHECK(read["sync"]["error"] == "no answer");
  CHECK(read["system"]["diskFreeBytes"].get<std::int64_t>() > 0);
}

TEST_CASE("attack: the diagnosis file gives away PIN, tokens or passwords", "[machine][security]") {
  const TemporaryFolder data;
  REQUIRE(set_pin(data.path(), "271828"));
  REQUIRE(write_file_atomically(data / "kiosk.json",
                                R"({"place":"thuong-thap","commune":"09784","token":"secret-token"})"));
  const std::string text = describe_machine(data.path(), facts());
  CHECK(text.find("thuong-thap") != std::string::npos);
  CHECK(text.find("secret-token") == std::string::npos);
  const auto pin = nlohmann::json::parse(read_file(pin_file(data.path()), 4096).value_or(""));
  CHECK(text.find(pin["scrypt"].get<std::string>()) == std::string::npos);
  CHECK(text.find(pin["salt"].get<std::string>()) == std::string::npos);
}

TEST_CASE("a status that cannot be read is as if the agent had never tried", "[machine]") {
  const TemporaryFolder data;
  CHECK_FALSE(read_status(data.path(), 3).last_try);
  REQUIRE(
      write_file_atomically(data / "sync-status.json", "{\"lastTry\": 7, \"refused\": 3, \"error\": []}"));
  const auto status = read_status(data.path(), 3);
  CHECK_FALSE(status.last_try);
  CHECK(status.generation == 3);
  CHECK(status.free_megabytes > 0);
}
