#include "content/links/visit_queue.h"

#include <catch2/catch_test_macros.hpp>

using conglang::links::Moment;
using conglang::links::VisitQueue;

namespace {

constexpr Moment kNow{std::chrono::seconds(100)};

}  // namespace

TEST_CASE("a host is visited by as many at once as allowed, and by the next when one has ended", "[links]") {
  VisitQueue queue(2);
  for (std::size_t item = 0; item < 3; ++item) queue.add(item, "a.vn", kNow);
  CHECK(queue.take(kNow) == 0U);
  CHECK(queue.take(kNow) == 1U);
  CHECK_FALSE(queue.take(kNow));
  CHECK_FALSE(queue.next_due());
  queue.ended("a.vn");
  CHECK(queue.take(kNow) == 2U);
  CHECK_FALSE(queue.take(kNow));
}

TEST_CASE("a busy host holds up no other", "[links]") {
  VisitQueue queue(1);
  queue.add(0, "a.vn", kNow);
  queue.add(1, "a.vn", kNow);
  queue.add(2, "b.vn", kNow);
  CHECK(queue.take(kNow) == 0U);
  CHECK(queue.take(kNow) == 2U);
  CHECK_FALSE(queue.take(kNow));
}

TEST_CASE("nothing is visited before its time, which is told", "[links]") {
  VisitQueue queue(1);
  const Moment later = kNow + std::chrono::seconds(2);
  queue.add(0, "a.vn", later + std::chrono::seconds(1));
  queue.add(1, "a.vn", later);
  CHECK_FALSE(queue.take(kNow));
  CHECK(queue.next_due() == later);
  CHECK(queue.take(later) == 1U);
  CHECK_FALSE(queue.next_due());
}
