#include "kiosk/platform/picture_loader.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <semaphore>

#include "kiosk/picture/png_file.h"

using namespace conglang;
using namespace conglang::platform;
using screens::PictureOrder;

namespace {

const Result<std::string>& sample() {
  static const Result<std::string> kBytes = picture::encode_png(raster::Image(64, 64));
  return kBytes;
}

picture::Order order(const std::string& file) {
  return PictureOrder{file, 8, 8, screens::Fit::cover, 0};
}

struct Loader {
  std::counting_semaphore<> arrived{0};
  PictureLoader loader{[this] { arrived.release(); }};

  bool waits() { return arrived.try_acquire_for(std::chrono::seconds(20)); }
};

}  // namespace

TEST_CASE("pictures are decoded on another thread, in the order they were asked for", "[platform]") {
  Loader test;
  std::atomic<bool> elsewhere = false;
  test.loader.read_by([&, here = std::this_thread::get_id()](const std::string&) {
    elsewhere = std::this_thread::get_id() != here;
    return sample();
  });
  for (const char* file : {"a.png", "b.png", "c.png"}) test.loader.ask(order(file));
  for (int i = 0; i < 3; ++i) REQUIRE(test.waits());
  const auto loaded = test.loader.take();
  REQUIRE(loaded.size() == 3);
  CHECK(picture::file_of(loaded[0].order) == "a.png");
  CHECK(picture::file_of(loaded[2].order) == "c.png");
  CHECK(loaded[1].image->width == 8);
  CHECK(elsewhere);
  CHECK(test.loader.take().empty());
}

TEST_CASE("a picture that is not there, or broken, comes back as an error", "[platform]") {
  Loader test;
  test.loader.read_by([](const std::string& file) -> Result<std::string> {
    if (file == "broken.png") return std::string("not a picture");
    return fail(Errc::not_found, "no such picture");
  });
  test.loader.ask(order("broken.png"));
  test.loader.ask(order("missing.png"));
  REQUIRE(test.waits());
  REQUIRE(test.waits());
  const auto loaded = test.loader.take();
  REQUIRE(loaded.size() == 2);
  CHECK(loaded[0].image.error().code == Errc::invalid);
  CHECK(loaded[1].image.error().code == Errc::not_found);
}

TEST_CASE("what was asked of other content is not answered with it", "[platform]") {
  Loader test;
  std::binary_semaphore begun{0};
  std::binary_semaphore go_on{0};
  test.loader.read_by([&](const std::string&) {
    begun.release();
    go_on.acquire();
    return sample();
  });
  test.loader.ask(order("old.png"));
  test.loader.ask(order("older.png"));
  begun.acquire();
  test.loader.read_by([](const std::string&) { return sample(); });
  go_on.release();
  test.loader.ask(order("new.png"));
  REQUIRE(test.waits());
  const auto loaded = test.loader.take();
  REQUIRE(loaded.size() == 1);
  CHECK(picture::file_of(loaded[0].order) == "new.png");
}
