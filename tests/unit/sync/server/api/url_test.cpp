#include "sync/server/api/url.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang::server;
using Parts = std::vector<std::string>;

TEST_CASE("paths are taken apart as they are sent", "[desk]") {
  CHECK(path_parts("/api/drafts/7") == Parts{"api", "drafts", "7"});
  CHECK(path_parts("/a%2Fb") == Parts{"a%2Fb"});
  for (const char* odd : {"api", "//", "/a//b", "/a/", "/"}) CHECK_FALSE(path_parts(odd));
}

TEST_CASE("what is encoded is decoded once, and broken or hidden bytes are refused", "[desk]") {
  CHECK(percent_decoded("khai%20sinh") == "khai sinh");
  CHECK(percent_decoded("%C4%91%E1%BB%9Di") == "đời");
  CHECK(percent_decoded("%2525") == "%25");
  for (const char* odd : {"%", "%4", "%zz", "%00", "%0a", "%ff", "%c0%af", "a%7f"}) {
    INFO(odd);
    CHECK_FALSE(percent_decoded(odd));
  }
}

TEST_CASE("a query's values are found by name", "[desk]") {
  CHECK(query_value("a=1&b=2", "b") == "2");
  CHECK(query_value("a=x+y%2B", "a") == "x y+");
  CHECK(query_value("a&b=", "a") == "");
  CHECK(query_value("a&b=", "b") == "");
  CHECK_FALSE(query_value("ab=1", "a"));
  CHECK_FALSE(query_value("", "a"));
  CHECK_FALSE(query_value("a=%zz", "a"));
}
