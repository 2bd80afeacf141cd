// conglang-recording: an Ogg file (Opus or Vorbis) on standard input becomes a WAV file of one channel on
// standard output; conglang-kiosk starts it for each recording that is to be heard.
//   conglang-recording --anew SENT MADE
// makes a recording as a kiosk plays it of what somebody sent; conglang-server starts it. Its status says why
// there is none: 2, no sound; 3, too long; 4, silent; 1, anything else.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/file.h"
#include "kiosk/voice/anew.h"
#include "kiosk/voice/confined.h"
#include "kiosk/voice/memory_file.h"
#include "kiosk/voice/recording.h"

namespace {

using conglang::Errc;
using conglang::Error;
using conglang::fail;
using conglang::FileDescriptor;
using conglang::Result;
using conglang::voice::kMaxRecordingSeconds;
using conglang::voice::Sound;

constexpr std::size_t kMaxInputBytes = 4UL << 20U;
constexpr std::size_t kMoreMemory = 256UL << 20U;
constexpr unsigned kSeconds = 10;
constexpr unsigned kSecondsAnew = 25;
constexpr int kMostChannels = 2;
constexpr int kWantedRate = 24'000;  // speech has nothing above

Result<std::string> read_input() {
  std::string bytes(kMaxInputBytes, '\0');
  const std::size_t length = std::fread(bytes.data(), 1, bytes.size(), stdin);
  if (length == bytes.size()) return fail(Errc::too_large, "the recording is larger than any may be");
  bytes.resize(length);
  return bytes;
}

/// One sample for each `step` frames: their mean over all channels.
class Mixer {
 public:
  explicit Mixer(const SF_INFO& info)
      : channels_(info.channels), step_(std::max(1, (info.samplerate + kWantedRate / 2) / kWantedRate)) {
    sound_.rate = info.samplerate / step_;
  }

  void add(const std::int16_t* frame) {
    for (int channel = 0; channel < channels_; ++channel) sum_ += frame[channel];
    if (++frames_ < step_) return;
    sound_.samples.push_back(static_cast<std::int16_t>(sum_ / (step_ * channels_)));
    sum_ = frames_ = 0;
  }

  Sound take() { return std::move(sound_); }

 private:
  int channels_;
  int step_;
  int sum_ = 0;
  int frames_ = 0;
  Sound sound_;
};

Result<Sound> decode(std::string bytes) {
  conglang::voice::MemoryFile source{std::move(bytes)};
  SF_INFO info{};
  const auto file = open_sound(source, SFM_READ, info);
  if (!file || (info.format & SF_FORMAT_TYPEMASK) != SF_FORMAT_OGG)
    return fail(Errc::parse, "the recording is no Ogg file of Opus or Vorbis");
  if (info.channels < 1 || info.channels > kMostChannels || info.samplerate < 8'000 ||
      info.samplerate > 48'000)
    return fail(Errc::parse, "the recording must have one or two channels, 8 to 48 kHz");
  Mixer mixer(info);
  std::vector<std::int16_t> frames(static_cast<std::size_t>(info.channels) * 4096);
  sf_count_t left = static_cast<sf_count_t>(info.samplerate) * kMaxRecordingSeconds;
  while (const sf_count_t count = sf_readf_short(file.get(), frames.data(), 4096)) {
    if (count < 0 || sf_error(file.get()) != SF_ERR_NO_ERROR)
      return fail(Errc::parse, "the recording is broken");
    if ((left -= count) < 0) return fail(Errc::too_large, "the recording is longer than any may be");
    for (sf_count_t i = 0; i < count; ++i) mixer.add(frames.data() + i * info.channels);
  }
  return mixer.take();
}

Result<void> write_to(int file, std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t count = ::write(file, bytes.data() + at, bytes.size() - at);
    if (count < 0) return fail(Errc::io, "what was made cannot be written");
    at += static_cast<std::size_t>(count);
  }
  return {};
}

Result<void> convert() {
  TRY(std::string bytes, read_input());
  TRY_VOID(conglang::voice::confine_process(kMoreMemory, kSeconds));
  TRY(const Sound sound, decode(std::move(bytes)));
  return write_to(STDOUT_FILENO, write_wav(sound));
}

Result<void> make_anew(const char* sent, const char* made) {
  TRY(std::string bytes, conglang::read_file(sent, conglang::voice::kMaxSentRecordingBytes));
  TRY(const FileDescriptor out, conglang::open_file(made, O_WRONLY | O_CREAT | O_EXCL, 0600));
  TRY_VOID(conglang::voice::confine_process(kMoreMemory, kSecondsAnew));
  TRY(const std::string recording, conglang::voice::recording_anew(std::move(bytes)));
  return write_to(out.get(), recording);
}

int status_of(const Error& error) {
  switch (error.code) {
    case Errc::parse:
      return 2;
    case Errc::too_large:
      return 3;
    case Errc::invalid:
      return 4;
    default:
      return 1;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool anew = argc == 4 && std::string_view(argv[1]) == "--anew";
  const auto done = anew ? make_anew(argv[2], argv[3]) : convert();
  if (!done) {
    const std::string why = "conglang-recording: " + done.error().message + "\n";
    static_cast<void>(!::write(STDERR_FILENO, why.data(), why.size()));
  }
  // Nothing that runs at an end is allowed any more.
  ::_exit(done ? 0 : anew ? status_of(done.error()) : 1);
}
