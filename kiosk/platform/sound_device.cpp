#include "kiosk/platform/sound_device.h"

#include <SDL.h>

#include <algorithm>
#include <optional>

namespace conglang::platform {
namespace {

constexpr Uint16 kBlock = 1024;  // samples; 46 ms at the voice's rate

/// SDL's audio system for as long as a device is needed: some drivers look for devices all the time.
struct AudioSystem {
  bool open = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
  AudioSystem() = default;
  ~AudioSystem() {
    if (open) SDL_QuitSubSystem(SDL_INIT_AUDIO);
  }
  AudioSystem(const AudioSystem&) = delete;
  AudioSystem& operator=(const AudioSystem&) = delete;
};

}  // namespace

struct SoundDevice::Parts {
  std::function<void()> on_end;
  std::optional<AudioSystem> system;
  SDL_AudioDeviceID id = 0;
  voice::Sound original;  // as it came, for another loudness
  voice::Sound sound;     // as it plays; with `at` guarded by SDL's lock of the device
  std::size_t at = 0;
  bool ended = false;

  static void SDLCALL fill(void* parts, Uint8* stream, int bytes) {
    static_cast<Parts*>(parts)->fill(reinterpret_cast<Sint16*>(stream), static_cast<std::size_t>(bytes) / 2);
  }

  void fill(Sint16* out, std::size_t wanted) {
    const std::size_t count = std::min(wanted, sound.samples.size() - at);
    std::copy_n(sound.samples.begin() + static_cast<std::ptrdiff_t>(at), count, out);
    std::fill_n(out + count, wanted - count, Sint16{0});
    at += count;
    if (ended || at < sound.samples.size()) return;
    ended = true;
    on_end();
  }

  bool open(int rate) {
    if (!system) system.emplace();
    if (!system->open) return false;
    SDL_AudioSpec wanted{};
    wanted.freq = rate;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = kBlock;
    wanted.callback = fill;
    wanted.userdata = this;
    id = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
    return id != 0;
  }

  void close() {
    if (id != 0) SDL_CloseAudioDevice(id);
    id = 0;
    system.reset();
  }
};

SoundDevice::SoundDevice(std::function<void()> on_end) : parts_(std::make_unique<Parts>()) {
  parts_->on_end = std::move(on_end);
}

SoundDevice::~SoundDevice() {
  stop();
}

Result<void> SoundDevice::play(const voice::Sound& sound, int loudness, double from) {
  Parts& parts = *parts_;
  if (parts.id != 0 && (is_lost() || parts.original.rate != sound.rate)) parts.close();
  if (parts.id == 0 && !parts.open(sound.rate)) {
    parts.close();
    return fail(Errc::io, "no loudspeaker can be opened: {}; is one plugged in?", SDL_GetError());
  }
  voice::Sound scaled = voice::at_loudness(sound, loudness);
  SDL_LockAudioDevice(parts.id);
  parts.original = sound;
  std::swap(parts.sound, scaled);
  parts.at =
      static_cast<std::size_t>(static_cast<double>(parts.sound.samples.size()) * std::clamp(from, 0.0, 1.0));
  parts.ended = false;
  SDL_UnlockAudioDevice(parts.id);
  SDL_PauseAudioDevice(parts.id, 0);
  return {};
}

double SoundDevice::position() const {
  const Parts& parts = *parts_;
  if (parts.id == 0 || parts.sound.samples.empty()) return 0;
  SDL_LockAudioDevice(parts.id);
  const double position = static_cast<double>(parts.at) / static_cast<double>(parts.sound.samples.size());
  SDL_UnlockAudioDevice(parts.id);
  return position;
}

void SoundDevice::set_loudness(int loudness) {
  if (parts_->id == 0) return;
  voice::Sound scaled = voice::at_loudness(parts_->original, loudness);
  SDL_LockAudioDevice(parts_->id);
  std::swap(parts_->sound, scaled);
  SDL_UnlockAudioDevice(parts_->id);
}

void SoundDevice::set_paused(bool paused) {
  if (parts_->id != 0) SDL_PauseAudioDevice(parts_->id, paused ? 1 : 0);
}

void SoundDevice::stop() {
  parts_->close();
}

bool SoundDevice::is_lost() const {
  return parts_->id != 0 && SDL_GetAudioDeviceStatus(parts_->id) == SDL_AUDIO_STOPPED;
}

bool SoundDevice::is_there() {
  if (parts_->id != 0) return !is_lost();
  const bool there = parts_->open(voice::Sound().rate);
  parts_->close();
  return there;
}

}  // namespace conglang::platform
