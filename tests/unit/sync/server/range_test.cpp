#include "sync/server/range.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace conglang::server;

TEST_CASE("one range of bytes is selected as asked and cut at the end of the file", "[range]") {
  CHECK(select_range("bytes=0-0", 10) == Selection(Part{0, 1}));
  CHECK(select_range("bytes=2-5", 10) == Selection(Part{2, 4}));
  CHECK(select_range("bytes=7-", 10) == Selection(Part{7, 3}));
  CHECK(select_range("bytes=-3", 10) == Selection(Part{7, 3}));
  CHECK(select_range("bytes=-30", 10) == Selection(Part{0, 10}));
  CHECK(select_range("bytes=9-99", 10) == Selection(Part{9, 1}));
}

TEST_CASE("a range that starts behind the end is unsatisfiable", "[range]") {
  CHECK(select_range("bytes=10-", 10) == Selection(Unsatisfiable{}));
  CHECK(select_range("bytes=0-", 0) == Selection(Unsatisfiable{}));
  CHECK(select_range("bytes=-0", 10) == Selection(Unsatisfiable{}));
  CHECK(select_range("bytes=-5", 0) == Selection(Unsatisfiable{}));
}

TEST_CASE("attack: ranges that are reversed, several, malformed or of another unit give the whole file",
          "[range]") {
  for (const char* header : {"bytes=5-2", "bytes=0-1,4-5", "bytes=0-9,0-9,0-9,0-9", "bytes=-",
                             "bytes=", "bytes=a-b", "bytes=0x1-2", "bytes=+1-2", "bytes= 1-2", "bytes=1 -2",
                             "bytes=1-2-3", "bytes=--5", "lines=1-2", "1-2", "", "bytes"}) {
    INFO(header);
    CHECK(select_range(header, 10) == Selection(Whole{}));
  }
}

TEST_CASE("attack: numbers beyond 64 bits neither wrap around nor reach outside the file", "[range]") {
  const std::string huge(400, '9');
  CHECK(select_range("bytes=0-18446744073709551615", 10) == Selection(Part{0, 10}));
  CHECK(select_range("bytes=0-18446744073709551616", 10) == Selection(Part{0, 10}));
  CHECK(select_range("bytes=3-" + huge, 10) == Selection(Part{3, 7}));
  CHECK(select_range("bytes=-" + huge, 10) == Selection(Part{0, 10}));
  CHECK(select_range("bytes=" + huge + "-", 10) == Selection(Unsatisfiable{}));
  CHECK(select_range("bytes=" + huge + "-1", 10) == Selection(Whole{}));
  CHECK(select_range("bytes=18446744073709551615-18446744073709551615", 10) == Selection(Unsatisfiable{}));
}
