// Reading aloud for real: espeak-ng in its own process, SDL's audio written to a file or to nowhere.

#include "kiosk/platform/speaker.h"

#include <SDL.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <condition_variable>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "content/base/file.h"
#include "tests/support/sample_recording.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::platform::Speaker;
using std::chrono::milliseconds;

namespace {

/// An environment variable for as long as a test runs.
class Setting {
 public:
  Setting(std::string name, const std::string& value) : name_(std::move(name)) {
    ::setenv(name_.c_str(), value.c_str(), 1);
  }
  ~Setting() { ::unsetenv(name_.c_str()); }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;

 private:
  std::string name_;
};

/// A speaker and its events, as the main loop takes them.
class Listener {
 public:
  explicit Listener(platform::Voices voices = {})
      : speaker(std::move(voices), [this] {
          const std::scoped_lock lock(mutex_);
          awake_ = true;
          woken_.notify_one();
        }) {}

  /// The next event, or nothing within `limit`.
  std::optional<Action> next(milliseconds limit = milliseconds{20'000}) {
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
      auto events = speaker.events();
      if (!events.empty()) return events.front();
      std::unique_lock lock(mutex_);
      if (!woken_.wait_until(lock, end, [this] { return awake_; })) return std::nullopt;
      awake_ = false;
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;

 public:
  Speaker speaker;
};

SpeechView sentence(const std::string& text, int saying) {
  SpeechView view;
  view.sentence = {text, text};
  view.language = "vi";
  view.loudness = kLoudest;
  view.saying = saying;
  return view;
}

SpeechView recording(const std::string& file, int saying) {
  SpeechView view = sentence("", saying);
  view.recording = file;
  return view;
}

bool has_failed(const std::optional<Action>& action, int saying) {
  return action && std::holds_alternative<RecordingFailed>(*action) &&
         std::get<RecordingFailed>(*action).saying == saying;
}

bool has_ended(const std::optional<Action>& action, int saying) {
  return action && std::holds_alternative<SpeechEnded>(*action) &&
         std::get<SpeechEnded>(*action).saying == saying;
}

std::vector<std::int16_t> samples_in(const std::filesystem::path& file) {
  const auto bytes = read_file(file, 64'000'000);
  REQUIRE(bytes);
  std::vector<std::int16_t> samples(bytes->size() / 2);
  std::memcpy(samples.data(), bytes->data(), samples.size() * 2);
  return samples;
}

int peak_of(const std::vector<std::int16_t>& samples) {
  int peak = 0;
  for (const std::int16_t sample : samples) peak = std::max(peak, std::abs(int{sample}));
  return peak;
}

}  // namespace

TEST_CASE("what is wanted is heard to its end, at its loudest without clipping", "[platform]") {
  const testing::TemporaryFolder folder;
  const Setting driver("SDL_AUDIODRIVER", "disk");
  const Setting file("SDL_DISKAUDIOFILE", (folder / "heard.raw").string());
  const Setting pace("SDL_DISKAUDIODELAY", "1");
  {
    Listener listener;
    listener.speaker.want(sentence("giấy chứng sinh, nộp một bản chính", 1));
    CHECK(has_ended(listener.next(), 1));
    listener.speaker.want(std::nullopt);
  }
  const auto samples = samples_in(folder / "heard.raw");
  CHECK(samples.size() > 22'050);
  CHECK(peak_of(samples) == voice::kHighestPeak);
}

TEST_CASE("a pause lasts, and going on comes to the end", "[platform]") {
  const Setting driver("SDL_AUDIODRIVER", "dummy");
  Listener listener;
  SpeechView view = sentence("ạ", 5);
  view.paused = true;
  listener.speaker.want(view);
  CHECK_FALSE(listener.next(milliseconds{1'200}));
  view.paused = false;
  view.loudness = 1;
  listener.speaker.want(view);
  CHECK(has_ended(listener.next(), 5));
}

TEST_CASE("a newer sentence takes the place of the one before", "[platform]") {
  const Setting driver("SDL_AUDIODRIVER", "dummy");
  Listener listener;
  listener.speaker.want(
      sentence("một câu dài, rất dài, dài lắm, để nghe cho hết cũng phải mất mấy giây đồng hồ", 1));
  listener.speaker.want(sentence("ạ", 2));
  CHECK(has_ended(listener.next(), 2));
}

TEST_CASE("a voice that crashes costs its sentence and nothing else", "[platform]") {
  const testing::TemporaryFolder folder;
  const std::string crashing = folder / "voice";
  std::ofstream(crashing) << "#!/bin/sh\nkill -SEGV $$\n";
  std::filesystem::permissions(crashing, std::filesystem::perms::owner_all);
  const Setting driver("SDL_AUDIODRIVER", "dummy");
  Listener listener{{.synthesiser = voice::Synthesiser(crashing)}};
  listener.speaker.want(sentence("ạ", 1));
  CHECK(has_ended(listener.next(), 1));
  listener.speaker.want(sentence("ạ", 2));
  CHECK(has_ended(listener.next(), 2));
}

TEST_CASE("a loudspeaker that is not there is told, and told again when it comes", "[platform]") {
  Listener listener;
  const auto sound = [&]() -> std::optional<bool> {
    listener.speaker.look_for_device();
    const auto events = listener.speaker.events();
    if (events.empty()) return std::nullopt;
    return std::get<SoundMoved>(events.front()).there;
  };
  {
    const Setting driver("SDL_AUDIODRIVER", "no-such-driver");
    CHECK(sound() == false);
    CHECK_FALSE(sound());
    listener.speaker.want(sentence("ạ", 1));
    CHECK_FALSE(listener.next(milliseconds{500}));
    listener.speaker.want(std::nullopt);
  }
  const Setting driver("SDL_AUDIODRIVER", "dummy");
  CHECK(sound() == true);
  CHECK_FALSE(sound());
}

TEST_CASE("a recording is heard whole, as loud as the machine's voice", "[platform][recording]") {
  const testing::TemporaryFolder folder;
  const Setting driver("SDL_AUDIODRIVER", "disk");
  const Setting file("SDL_DISKAUDIOFILE", (folder / "heard.raw").string());
  const Setting pace("SDL_DISKAUDIODELAY", "1");
  {
    Listener listener;
    listener.speaker.read_by([](const std::string&) { return testing::make_recording(2); });
    listener.speaker.want(recording("dinh.opus", 1));
    CHECK(has_ended(listener.next(), 1));
    listener.speaker.want(std::nullopt);
  }
  const auto samples = samples_in(folder / "heard.raw");
  CHECK(samples.size() > 2 * 24'000 - 1'000);
  CHECK(peak_of(samples) == voice::kHighestPeak);
}

TEST_CASE("a recording that is said more slowly goes on where it was", "[platform][recording]") {
  const Setting driver("SDL_AUDIODRIVER", "dummy");
  Listener listener;
  listener.speaker.read_by([](const std::string&) { return testing::make_recording(4); });
  SpeechView view = recording("dinh.opus", 1);
  listener.speaker.want(view);
  CHECK_FALSE(listener.next(milliseconds{2'500}));
  view.pace = kiosk::Pace::slow;
  view.saying = 2;
  listener.speaker.want(view);
  const auto begun = std::chrono::steady_clock::now();
  CHECK(has_ended(listener.next(), 2));
  CHECK(std::chrono::steady_clock::now() - begun < milliseconds{4'500});  // of 5,600 for the whole
}

TEST_CASE("a recording that is missing or broken is told, and the next thing is heard",
          "[platform][recording]") {
  const Setting driver("SDL_AUDIODRIVER", "dummy");
  Listener listener;
  listener.speaker.want(recording("dinh.opus", 1));
  CHECK(has_failed(listener.next(), 1));
  listener.speaker.read_by([](const std::string&) -> Result<std::string> { return std::string("OggS"); });
  listener.speaker.want(recording("dinh.opus", 2));
  CHECK(has_failed(listener.next(), 2));
  listener.speaker.want(sentence("ạ", 3));
  CHECK(has_ended(listener.next(), 3));
}
