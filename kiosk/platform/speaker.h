#pragma once
// Makes what the view says audible: a recording, or a sentence by the machine's voice. The sound is made on a
// thread of its own and handed to the device by the main thread; the two exchange plain values. Everything
// here but the callbacks is for the main thread.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "kiosk/model/action.h"
#include "kiosk/model/views.h"
#include "kiosk/platform/sound_device.h"
#include "kiosk/voice/recording.h"
#include "kiosk/voice/synthesiser.h"

namespace conglang::platform {

/// What makes sound: the machine's voice, and the program that opens recordings.
struct Voices {
  voice::Synthesiser synthesiser = voice::Synthesiser();
  voice::RecordingReader recordings = voice::RecordingReader();
};

class Speaker {
 public:
  using BytesOf = std::function<Result<std::string>(const std::string& file)>;

  /// `wake`: called from any thread when events() has something to tell.
  Speaker(Voices voices, std::function<void()> wake);
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  /// From now on the bytes of recordings come from `bytes_of`, called on the speaker's thread.
  void read_by(BytesOf bytes_of);

  /// From now on `wanted` is to be heard, nothing for nothing. To be called whenever the view changed.
  void want(const std::optional<kiosk::SpeechView>& wanted);

  /// What has happened since: sentences that ended (SpeechEnded), recordings that cannot be played
  /// (RecordingFailed), a device lost or found (SoundMoved). A sentence that could not be said has ended:
  /// reading goes on with the next.
  std::vector<kiosk::Action> events();

  /// Looks whether there is a device; events() tells when that has changed. Costs some milliseconds.
  void look_for_device();

 private:
  struct Job {
    int saying = 0;
    voice::Sentence sentence;
    std::string recording;  ///< instead of the sentence, when it names one
    BytesOf bytes_of;
    double from = 0;  ///< where it begins: a share of its length
  };
  struct Made {
    int saying = 0;
    double from = 0;
    Result<voice::Sound> sound;
  };

  void work(const std::stop_token& stop);
  Result<voice::Sound> make(const Job& job) const;
  void order(const kiosk::SpeechView& view, double from);
  kiosk::Action failed(const Error& error) const;
  void play(const Made& made, std::vector<kiosk::Action>& events);
  kiosk::Action ended() const;

  Voices voices_;
  std::function<void()> wake_;
  std::optional<kiosk::SpeechView> wanted_;
  std::optional<bool> has_sound_;  ///< as last told
  std::vector<kiosk::Action> pending_;

  std::mutex mutex_;
  std::condition_variable_any job_given_;
  BytesOf bytes_of_;
  std::optional<Job> job_;  ///< the newest only: what is not wanted any more is not made
  std::deque<Made> made_;
  int played_to_end_ = 0;  ///< `saying` of the sentence that ended
  int playing_ = 0;

  SoundDevice device_;
  std::jthread worker_;  ///< last: it ends before what it uses
};

}  // namespace conglang::platform
