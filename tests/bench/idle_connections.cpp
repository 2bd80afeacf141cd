// What 500 idle and slow connections cost everybody else: the time of a request with none of them and with
// all of them, and the ratio. Each slow connection sends a byte a second, as the test of the same name does.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "sync/server/http/server.h"
#include "tests/support/raw_http.h"

namespace {

using namespace conglang;
using Microseconds = std::chrono::duration<double, std::micro>;

constexpr int kCrowd = 500;
constexpr int kRequests = 2000;

struct Times {
  double median_us = 0;
  double p99_us = 0;
};

Times measure(std::uint16_t port) {
  std::vector<double> times;
  for (int i = 0; i < kRequests; ++i) {
    const auto start = std::chrono::steady_clock::now();
    const auto answer = testing::get(port, "/");
    if (answer.status != 200) fmt::print("a request was answered {}\n", answer.status);
    times.push_back(Microseconds(std::chrono::steady_clock::now() - start).count());
  }
  std::ranges::sort(times);
  return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

void print(const char* what, const Times& times) {
  fmt::print("{:<34} median {:8.1f} us   99 % {:8.1f} us\n", what, times.median_us, times.p99_us);
  std::fflush(stdout);
}

}  // namespace

int main() {
  const std::string page(4096, 'x');
  const auto server = http::Server::start({}, [&page](const http::Request&) {
    return http::Response{200, {}, page};
  });
  if (!server) {
    fmt::print(stderr, "{}\n", server.error().message);
    return 1;
  }
  const std::uint16_t port = (*server)->port();
  const Times alone = measure(port);
  print("alone", alone);

  std::vector<std::unique_ptr<testing::RawConnection>> crowd;
  for (int i = 0; i < kCrowd; ++i) {
    crowd.push_back(std::make_unique<testing::RawConnection>(port));
    crowd.back()->send("GET /slow HTTP/1.1\r\nX: ");
  }
  std::jthread byte_a_second([&crowd](const std::stop_token& stop) {
    for (std::size_t tick = 0; !stop.stop_requested(); ++tick) {
      // A tenth of the slow half every tenth of a second.
      for (std::size_t i = tick % 10; i < crowd.size() / 2; i += 10) crowd[i]->send("x");
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
  });
  const Times crowded = measure(port);
  print("beside 500 idle and slow ones", crowded);
  fmt::print("ratio of the medians: {:.2f}\n", crowded.median_us / alone.median_us);
  return 0;
}
