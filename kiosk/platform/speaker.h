#pragma once
// Makes what the view says audible. Synthesis happens on a thread of its own, the sound is handed to the
// device by the main thread; the two exchange plain values. Everything here but the callbacks is for the main
// thread.

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
#include "kiosk/voice/synthesiser.h"

namespace conglang::platform {

class Speaker {
 public:
  /// `wake`: called from any thread when events() has something to tell.
  Speaker(voice::Synthesiser synthesiser, std::function<void()> wake);
  ~Speaker();
  Speaker(const Speaker&) = delete;
  Speaker& operator=(const Speaker&) = delete;

  /// From now on `wanted` is to be heard, nothing for nothing. To be called whenever the view changed.
  void want(const std::optional<kiosk::SpeechView>& wanted);

  /// What has happened since: sentences that ended (SpeechEnded), a device lost or found (SoundMoved). A
  /// sentence that could not be said has ended: reading goes on with the next.
  std::vector<kiosk::Action> events();

  /// Looks whether there is a device; events() tells when that has changed. Costs some milliseconds.
  void look_for_device();

 private:
  struct Job {
    int saying = 0;
    voice::Sentence sentence;
  };
  struct Made {
    int saying = 0;
    Result<voice::Sound> sound;
  };

  void work(const std::stop_token& stop);
  void order(const kiosk::SpeechView& view);
  void play(const Made& made, std::vector<kiosk::Action>& events);
  kiosk::Action ended() const;

  voice::Synthesiser synthesiser_;
  std::function<void()> wake_;
  std::optional<kiosk::SpeechView> wanted_;
  std::optional<bool> has_sound_;  ///< as last told
  std::vector<kiosk::Action> pending_;

  std::mutex mutex_;
  std::condition_variable_any job_given_;
  std::optional<Job> job_;  ///< the newest only: what is not wanted any more is not made
  std::deque<Made> made_;
  int played_to_end_ = 0;  ///< `saying` of the sentence that ended
  int playing_ = 0;

  SoundDevice device_;
  std::jthread worker_;  ///< last: it ends before what it uses
};

}  // namespace conglang::platform
