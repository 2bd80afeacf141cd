#pragma once
// A thread that decodes pictures, so that a touch never waits for one. Orders go in, pixels come out; it
// knows nothing of the screen.

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/picture/decode.h"

namespace conglang::platform {

class PictureLoader {
 public:
  using BytesOf = std::function<Result<std::string>(const std::string& file)>;
  struct Loaded {
    picture::Order order;
    Result<raster::Image> image;
  };

  /// `arrived` is called from the loader's thread whenever take() has something new. It may touch nothing of
  /// the screen but its event queue.
  explicit PictureLoader(std::function<void()> arrived);

  /// Finishes the picture at hand and ends.
  ~PictureLoader();
  PictureLoader(const PictureLoader&) = delete;
  PictureLoader& operator=(const PictureLoader&) = delete;

  /// From now on the bytes of files come from `bytes_of`, called on the loader's thread. What was ordered
  /// before is not answered any more.
  void read_by(BytesOf bytes_of);

  void ask(picture::Order order);
  std::vector<Loaded> take();

 private:
  void work(const std::stop_token& stop);
  void finish(const picture::Order& order, Result<raster::Image> image, int generation);

  std::function<void()> arrived_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<picture::Order> orders_;
  std::vector<Loaded> loaded_;
  BytesOf bytes_of_;
  int generation_ = 0;   ///< of bytes_of_
  std::jthread thread_;  ///< last, so that it ends before what it uses
};

}  // namespace conglang::platform
