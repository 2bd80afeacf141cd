#include "content/cli/progress.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace std::chrono_literals;

namespace {

// What `work` writes on standard error, which is a file meanwhile.
template <typename Work>
std::string on_standard_error(const Work& work) {
  const testing::TemporaryFolder folder;
  const int before = ::dup(STDERR_FILENO);
  const int file = ::open((folder / "error").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  REQUIRE(::dup2(file, STDERR_FILENO) >= 0);
  work();
  ::dup2(before, STDERR_FILENO);
  ::close(before);
  ::close(file);
  constexpr std::uintmax_t kMaxBytes = 10'000;
  auto written = read_file(folder / "error", kMaxBytes);
  REQUIRE(written);
  return *written;
}

}  // namespace

TEST_CASE("work that is done within the first second says nothing", "[cli]") {
  CHECK(on_standard_error([] {
          const cli::Waiting waiting("Vẽ");
          cli::Progress progress(3, "Soát");
          progress.step(3);
        }).empty());
}

TEST_CASE("longer work tells again and again that it goes on", "[cli]") {
  const std::string told = on_standard_error([] {
    const cli::Waiting waiting("Vẽ / drawing", 20ms);
    std::this_thread::sleep_for(200ms);
  });
  CHECK(told.starts_with("Vẽ / drawing 0 s\nVẽ / drawing 0 s\n"));
}

TEST_CASE("counted work tells how much of it is done, once a second", "[cli]") {
  const std::string told = on_standard_error([] {
    cli::Progress progress(3, "Soát / checking");
    progress.step();
    std::this_thread::sleep_for(1010ms);
    progress.step();
    progress.step();
  });
  CHECK(told == "Soát / checking 2/3\n");
}
