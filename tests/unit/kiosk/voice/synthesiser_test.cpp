// The real espeak-ng, and programs in its place that do what must not harm the kiosk.

#include "kiosk/voice/synthesiser.h"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <fstream>

#include "content/text/spoken.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::voice;
using std::chrono::milliseconds;

namespace {

/// A program of one line of shell.
std::string stand_in(const testing::TemporaryFolder& folder, const std::string& line) {
  const std::string path = folder.path() / "voice";
  std::ofstream(path) << "#!/bin/sh\n" << line << "\n";
  ::chmod(path.c_str(), 0755);
  return path;
}

double seconds(const Sound& sound) {
  return static_cast<double>(sound.samples.size()) / sound.rate;
}

}  // namespace

TEST_CASE("a sentence becomes sound that is far from clipping", "[voice]") {
  const Synthesiser synthesiser;
  for (const char* text : {"Lệ phí: 8.000 đồng. Gọi 115.", "Trung tâm hành chính công, từ ngày 23/11/2026.",
                           "Áo, ấm, ạ! Ồ, ố, ộ! À á ả ã ạ."}) {
    const auto sound = synthesiser.say({speak(text), "vi", Pace::normal});
    REQUIRE(sound);
    CHECK(seconds(*sound) > 1);
    int peak = 0;
    for (const std::int16_t sample : sound->samples) peak = std::max(peak, std::abs(int{sample}));
    CHECK(peak > 3'000);
    CHECK(peak < 29'000);
  }
}

TEST_CASE("slower is slower, and each language has its voice", "[voice]") {
  const Synthesiser synthesiser;
  const auto normal = synthesiser.say({"giấy chứng sinh", "vi", Pace::normal});
  const auto slow = synthesiser.say({"giấy chứng sinh", "vi", Pace::slow});
  REQUIRE(normal);
  REQUIRE(slow);
  CHECK(seconds(*slow) > 1.2 * seconds(*normal));
  CHECK(synthesiser.speaks("vi"));
  CHECK(synthesiser.speaks("en"));
  CHECK_FALSE(synthesiser.speaks("qqq"));
}

TEST_CASE("a text is never an option of the voice's program, nor a command", "[voice]") {
  const testing::TemporaryFolder folder;
  const Synthesiser synthesiser;
  CHECK(synthesiser.say({"--help; touch " + (folder.path() / "made").string(), "vi", Pace::normal}));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "made"));
  CHECK(synthesiser.say({std::string(kMaxSentenceBytes + 1, 'a'), "vi", Pace::normal}).error().code ==
        Errc::too_large);
}

TEST_CASE("a voice that is missing, crashes, fails, hangs, babbles or never ends is an error", "[voice]") {
  const testing::TemporaryFolder folder;
  const auto said = [&](const std::string& line) {
    return Synthesiser(stand_in(folder, line), milliseconds{300}).say({"xin chào", "vi", Pace::normal});
  };
  CHECK(Synthesiser("/no/such/voice").say({"a", "vi", Pace::normal}).error().code == Errc::not_found);
  CHECK(said("kill -SEGV $$").error().message.find("signal 11") != std::string::npos);
  CHECK(said("espeak-ng --stdout a; kill -KILL $$").error().code == Errc::io);
  CHECK(said("exit 3").error().message.find("status 3") != std::string::npos);
  CHECK(said("exec sleep 60").error().message.find("in time") != std::string::npos);
  CHECK(said("echo not a sound").error().code == Errc::parse);
  CHECK(said("exec cat /dev/zero").error().code != Errc::parse);
  CHECK(said("exit 0").error().code == Errc::parse);
  CHECK(Synthesiser().say({"xin chào", "vi", Pace::normal}));
}
