#include "kiosk/platform/speaker.h"

#include <spdlog/spdlog.h>

#include "kiosk/voice/slower.h"

namespace conglang::platform {
namespace {

voice::Pace pace_of(kiosk::Pace pace) {
  return pace == kiosk::Pace::slow ? voice::Pace::slow : voice::Pace::normal;
}

// The same recording at another pace.
bool is_other_pace(const kiosk::SpeechView& before, const kiosk::SpeechView& now) {
  return !now.recording.empty() && before.recording == now.recording && before.pace != now.pace;
}

}  // namespace

Speaker::Speaker(Voices voices, std::function<void()> wake)
    : voices_(std::move(voices)),
      wake_(std::move(wake)),
      device_([this] {
        const std::scoped_lock lock(mutex_);
        played_to_end_ = playing_;
        wake_();
      }),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

Speaker::~Speaker() {
  device_.stop();
}

void Speaker::work(const std::stop_token& stop) {
  for (;;) {
    std::unique_lock lock(mutex_);
    if (!job_given_.wait(lock, stop, [this] { return job_.has_value(); })) return;
    const Job job = *std::exchange(job_, std::nullopt);
    lock.unlock();
    Made made{job.saying, job.from, make(job)};
    lock.lock();
    made_.push_back(std::move(made));
    lock.unlock();
    wake_();
  }
}

Result<voice::Sound> Speaker::make(const Job& job) const {
  if (job.recording.empty()) return voices_.synthesiser.say(job.sentence);
  if (!job.bytes_of) return fail(Errc::not_found, "there is no content to take it from");
  TRY(const std::string bytes, job.bytes_of(job.recording));
  TRY(voice::Sound sound, voices_.recordings.read(bytes));
  return job.sentence.pace == voice::Pace::slow ? voice::slower(sound) : std::move(sound);
}

void Speaker::read_by(BytesOf bytes_of) {
  const std::scoped_lock lock(mutex_);
  bytes_of_ = std::move(bytes_of);
}

void Speaker::order(const kiosk::SpeechView& view, double from) {
  const std::scoped_lock lock(mutex_);
  job_ = Job{view.saying,
             {view.sentence.spoken, view.language, pace_of(view.pace)},
             view.recording,
             bytes_of_,
             from};
  job_given_.notify_one();
}

void Speaker::want(const std::optional<kiosk::SpeechView>& wanted) {
  if (wanted == wanted_) return;
  const std::optional<kiosk::SpeechView> before = std::exchange(wanted_, wanted);
  if (!wanted) return device_.stop();
  if (!before || before->saying != wanted->saying) {
    device_.set_paused(true);
    const bool goes_on = before && is_other_pace(*before, *wanted) && playing_ == before->saying;
    return order(*wanted, goes_on ? device_.position() : 0);
  }
  if (before->loudness != wanted->loudness) device_.set_loudness(wanted->loudness);
  if (before->paused != wanted->paused) device_.set_paused(wanted->paused);
}

kiosk::Action Speaker::ended() const {
  return kiosk::SpeechEnded{wanted_->saying, wanted_->last};
}

kiosk::Action Speaker::failed(const Error& error) const {
  if (wanted_->recording.empty()) {
    spdlog::error("a sentence is left out: {}", error.message);
    return ended();
  }
  spdlog::error("recording {} cannot be played, the machine's voice reads instead: {}", wanted_->recording,
                error.message);
  return kiosk::RecordingFailed{wanted_->saying, wanted_->recording};
}

void Speaker::play(const Made& made, std::vector<kiosk::Action>& events) {
  if (!wanted_ || made.saying != wanted_->saying) return;  // something else is wanted by now
  if (!made.sound) return events.push_back(failed(made.sound.error()));
  {
    const std::scoped_lock lock(mutex_);
    playing_ = made.saying;
  }
  if (const auto played = device_.play(*made.sound, wanted_->loudness, made.from); !played) {
    spdlog::error("reading aloud ends: {}", played.error().message);
    return look_for_device();
  }
  device_.set_paused(wanted_->paused);
}

std::vector<kiosk::Action> Speaker::events() {
  std::deque<Made> made;
  int played_to_end = 0;
  {
    const std::scoped_lock lock(mutex_);
    made.swap(made_);
    played_to_end = std::exchange(played_to_end_, 0);
  }
  std::vector<kiosk::Action> events;
  if (wanted_ && played_to_end == wanted_->saying) events.push_back(ended());
  for (const Made& one : made) play(one, events);
  events.insert(events.end(), pending_.begin(), pending_.end());
  pending_.clear();
  return events;
}

void Speaker::look_for_device() {
  const bool there = device_.is_there();
  if (has_sound_ == there) return;
  has_sound_ = there;
  if (!there) spdlog::warn("no loudspeaker: reading aloud is off until one is found");
  pending_.push_back(kiosk::SoundMoved{there});
}

}  // namespace conglang::platform
