#pragma once
// The loudspeaker, by SDL. Open only while something sounds: an open device wakes the machine many times a
// second. One sound at a time, paused and resumed where it is.

#include <functional>
#include <memory>

#include "content/base/result.h"
#include "kiosk/voice/sound.h"

namespace conglang::platform {

class SoundDevice {
 public:
  /// `on_end`: called from the audio thread when the last sample of a sound has been handed over.
  explicit SoundDevice(std::function<void()> on_end);
  ~SoundDevice();
  SoundDevice(const SoundDevice&) = delete;
  SoundDevice& operator=(const SoundDevice&) = delete;

  /// Plays `sound` at loudness 1 to voice::kLoudest instead of what plays now; `from`: where it begins, a
  /// share of its length.
  /// Errors: io, there is no device, or it is in use.
  Result<void> play(const voice::Sound& sound, int loudness, double from = 0);

  /// How much of the sound has been handed over, as a share of its length.
  double position() const;

  /// Of the sound that plays; nothing happens without one.
  void set_loudness(int loudness);
  void set_paused(bool paused);

  /// Silence, and the device closed.
  void stop();

  /// True while a device is open that has been taken away since.
  bool is_lost() const;

  /// Whether a device can be opened now. Opens and closes one, if none is open.
  bool is_there();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace conglang::platform
