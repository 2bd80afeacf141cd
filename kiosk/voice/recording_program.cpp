// conglang-recording: an Ogg file (Opus or Vorbis) on standard input becomes a WAV file of one channel on
// standard output. It belongs to conglang-kiosk, which starts it for each recording that is to be heard.

#include <sndfile.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "content/base/handle.h"
#include "kiosk/voice/confined.h"
#include "kiosk/voice/recording.h"

namespace {

using conglang::Errc;
using conglang::fail;
using conglang::Handle;
using conglang::Result;
using conglang::voice::kMaxRecordingSeconds;
using conglang::voice::Sound;

constexpr std::size_t kMaxInputBytes = 4UL << 20U;
constexpr std::size_t kMoreMemory = 256UL << 20U;
constexpr unsigned kSeconds = 10;
constexpr int kMostChannels = 2;
constexpr int kWantedRate = 24'000;  // speech has nothing above

Result<std::string> read_input() {
  std::string bytes(kMaxInputBytes, '\0');
  const std::size_t length = std::fread(bytes.data(), 1, bytes.size(), stdin);
  if (length == bytes.size()) return fail(Errc::too_large, "the recording is larger than any may be");
  bytes.resize(length);
  return bytes;
}

/// Bytes as libsndfile reads a file.
struct Source {
  const std::string& bytes;
  sf_count_t at = 0;

  static Source& of(void* source) { return *static_cast<Source*>(source); }
  sf_count_t size() const { return static_cast<sf_count_t>(bytes.size()); }

  static sf_count_t length(void* source) { return of(source).size(); }
  static sf_count_t tell(void* source) { return of(source).at; }
  static sf_count_t write(const void*, sf_count_t, void*) { return 0; }
  static sf_count_t seek(sf_count_t offset, int whence, void* source) {
    Source& self = of(source);
    const sf_count_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self.at : self.size();
    self.at = std::clamp<sf_count_t>(from + offset, 0, self.size());
    return self.at;
  }
  static sf_count_t read(void* target, sf_count_t count, void* source) {
    Source& self = of(source);
    const sf_count_t length = std::clamp<sf_count_t>(count, 0, self.size() - self.at);
    std::copy_n(self.bytes.data() + self.at, length, static_cast<char*>(target));
    self.at += length;
    return length;
  }
};

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

Result<Sound> decode(const std::string& bytes) {
  Source source{bytes};
  SF_VIRTUAL_IO calls{Source::length, Source::seek, Source::read, Source::write, Source::tell};
  SF_INFO info{};
  const Handle<SNDFILE, sf_close> file(sf_open_virtual(&calls, SFM_READ, &info, &source));
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

Result<void> write_output(const std::string& wav) {
  for (std::size_t at = 0; at < wav.size();) {
    const ssize_t count = ::write(STDOUT_FILENO, wav.data() + at, wav.size() - at);
    if (count < 0) return fail(Errc::io, "nobody listens");
    at += static_cast<std::size_t>(count);
  }
  return {};
}

Result<void> convert() {
  TRY(const std::string bytes, read_input());
  TRY_VOID(conglang::voice::confine_process(kMoreMemory, kSeconds));
  TRY(const Sound sound, decode(bytes));
  return write_output(write_wav(sound));
}

}  // namespace

int main() {
  const auto converted = convert();
  if (!converted) {
    const std::string why = "conglang-recording: " + converted.error().message + "\n";
    static_cast<void>(!::write(STDERR_FILENO, why.data(), why.size()));
  }
  ::_exit(converted ? 0 : 1);  // nothing that runs at an end is allowed any more
}
