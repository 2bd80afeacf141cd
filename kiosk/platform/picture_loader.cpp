#include "kiosk/platform/picture_loader.h"

#include <sys/resource.h>

#include <utility>

namespace conglang::platform {
namespace {

Result<raster::Image> load(const PictureLoader::BytesOf& bytes_of, const picture::Order& order) {
  TRY(const std::string bytes, bytes_of(picture::file_of(order)));
  return picture::decode(bytes, order);
}

}  // namespace

PictureLoader::PictureLoader(std::function<void()> arrived)
    : arrived_(std::move(arrived)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

PictureLoader::~PictureLoader() = default;

void PictureLoader::read_by(BytesOf bytes_of) {
  const std::lock_guard lock(mutex_);
  bytes_of_ = std::move(bytes_of);
  ++generation_;
  orders_.clear();
  loaded_.clear();
}

void PictureLoader::ask(picture::Order order) {
  {
    const std::lock_guard lock(mutex_);
    orders_.push_back(std::move(order));
  }
  wake_.notify_one();
}

std::vector<PictureLoader::Loaded> PictureLoader::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(loaded_, {});
}

void PictureLoader::work(const std::stop_token& stop) {
  // On Linux of this thread alone: the screen, and the display server, go first.
  constexpr int kBehindTheScreen = 10;
  ::setpriority(PRIO_PROCESS, 0, kBehindTheScreen);
  std::unique_lock lock(mutex_);
  while (wake_.wait(lock, stop, [this] { return !orders_.empty() && bytes_of_; })) {
    const picture::Order order = std::move(orders_.front());
    orders_.pop_front();
    const BytesOf bytes_of = bytes_of_;
    const int generation = generation_;
    lock.unlock();
    Result<raster::Image> image = load(bytes_of, order);
    finish(order, std::move(image), generation);
    lock.lock();
  }
}

void PictureLoader::finish(const picture::Order& order, Result<raster::Image> image, int generation) {
  {
    const std::lock_guard lock(mutex_);
    if (generation != generation_) return;
    loaded_.push_back({order, std::move(image)});
  }
  arrived_();
}

}  // namespace conglang::platform
