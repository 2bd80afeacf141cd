#include "sync/agent/courier_thread.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <random>
#include <utility>

#include "content/base/random.h"
#include "sync/agent/pause.h"

namespace conglang::agent {
namespace {

using std::chrono::milliseconds;

// A machine with a month of reports does not pour them out in one breath.
constexpr milliseconds kBetweenPosts{500};

// On a metered line nobody is asked every minute whether there is something new.
constexpr std::chrono::seconds kMeteredInterval{15 * 60};

Instant system_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace

struct CourierThread::Running {
  std::atomic<bool> ended = false;
  std::mutex mutex;
  std::condition_variable_any wake;
  std::chrono::seconds interval{kDefaultInterval};
  std::unique_ptr<client::CurlApiLine> line;
  std::unique_ptr<Courier> courier;

  void run(const std::stop_token& stop);
};

void CourierThread::Running::run(const std::stop_token& stop) {
  std::mt19937 random(std::random_device{}());
  std::uniform_real_distribution<double> chance(0, 1);
  const auto sleep = [&](milliseconds pause) {
    std::unique_lock lock(mutex);
    wake.wait_for(lock, stop, pause, [&stop] { return stop.stop_requested(); });
  };
  // After a power cut a whole province wakes up in the same second.
  if (courier->enrolment().has_token())
    sleep(std::chrono::duration_cast<milliseconds>(interval * chance(random)));
  int failures = 0;
  while (!stop.stop_requested()) {
    const Round round = courier->round(system_now());
    failures = round.succeeded ? 0 : failures + 1;
    milliseconds pause = round.at_once ? kBetweenPosts : next_pause(interval, failures, chance(random));
    pause = std::max<milliseconds>(pause, round.retry_after);
    sleep(pause);
  }
}

CourierThread::CourierThread(std::unique_ptr<Running> running)
    : running_(std::move(running)), thread_([this](const std::stop_token& stop) { running_->run(stop); }) {}

CourierThread::~CourierThread() {
  running_->ended = true;
}

Result<std::unique_ptr<CourierThread>> CourierThread::start(const client::CurlLibrary& library,
                                                            const std::string& server,
                                                            client::CurlOptions line, CourierOptions options,
                                                            CourierPace pace) {
  auto running = std::make_unique<Running>();
  const bool metered = options.metered_bytes_per_day.has_value();
  running->interval = metered ? std::max(pace.interval, kMeteredInterval) : pace.interval;
  line.cancelled = [&ended = running->ended] { return ended.load(); };
  TRY(running->line, client::CurlApiLine::create(library, server, std::move(line)));
  Enrolment enrolment(options.data, random_bytes);
  running->courier = std::make_unique<Courier>(std::move(options), *running->line, std::move(enrolment));
  return std::unique_ptr<CourierThread>(new CourierThread(std::move(running)));
}

}  // namespace conglang::agent
