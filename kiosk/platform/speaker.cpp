#include "kiosk/platform/speaker.h"

#include <spdlog/spdlog.h>

namespace conglang::platform {
namespace {

voice::Pace pace_of(kiosk::Pace pace) {
  return pace == kiosk::Pace::slow ? voice::Pace::slow : voice::Pace::normal;
}

}  // namespace

Speaker::Speaker(voice::Synthesiser synthesiser, std::function<void()> wake)
    : synthesiser_(std::move(synthesiser)),
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
    Made made{job.saying, synthesiser_.say(job.sentence)};
    lock.lock();
    made_.push_back(std::move(made));
    lock.unlock();
    wake_();
  }
}

void Speaker::order(const kiosk::SpeechView& view) {
  const std::scoped_lock lock(mutex_);
  job_ = Job{view.saying, {view.sentence.spoken, view.language, pace_of(view.pace)}};
  job_given_.notify_one();
}

void Speaker::want(const std::optional<kiosk::SpeechView>& wanted) {
  if (wanted == wanted_) return;
  const std::optional<kiosk::SpeechView> before = std::exchange(wanted_, wanted);
  if (!wanted) return device_.stop();
  if (!before || before->saying != wanted->saying) {
    device_.set_paused(true);
    return order(*wanted);
  }
  if (before->loudness != wanted->loudness) device_.set_loudness(wanted->loudness);
  if (before->paused != wanted->paused) device_.set_paused(wanted->paused);
}

kiosk::Action Speaker::ended() const {
  return kiosk::SpeechEnded{wanted_->saying, wanted_->last};
}

void Speaker::play(const Made& made, std::vector<kiosk::Action>& events) {
  if (!wanted_ || made.saying != wanted_->saying) return;  // something else is wanted by now
  if (!made.sound) {
    spdlog::error("a sentence is left out: {}", made.sound.error().message);
    return events.push_back(ended());
  }
  {
    const std::scoped_lock lock(mutex_);
    playing_ = made.saying;
  }
  if (const auto played = device_.play(*made.sound, wanted_->loudness); !played) {
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
