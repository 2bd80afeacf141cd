#include "sync/tuf/names.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace conglang::tuf;

TEST_CASE("metadata and targets are named as consistent snapshots ask", "[tuf]") {
  CHECK(metadata_name("commune-09784") == "commune-09784.json");
  CHECK(versioned_metadata_name("root", 12) == "12.root.json");
  CHECK(hashed_target_path("communes/09784/place/x.json", "abc") == "communes/09784/place/abc.x.json");
  CHECK(hashed_target_path("x.json", "abc") == "abc.x.json");
}

TEST_CASE("attack: a role's name never leaves its folder", "[tuf][security]") {
  CHECK(metadata_name("../../etc/passwd") == "..%2F..%2Fetc%2Fpasswd.json");
  CHECK(versioned_metadata_name("a\\b?c#d%e", 1) == "1.a%5Cb%3Fc%23d%25e.json");
  CHECK(metadata_name(std::string("\0x", 2)) == "%00x.json");
  CHECK(metadata_name("xã") == "x%C3%A3.json");
}

TEST_CASE("a path of plain letters is safe", "[tuf]") {
  const char* path = GENERATE("a", "national/guides/khai-sinh.json", "a/b_c~d.e", "...", "a/..b");
  CHECK(is_safe_target_path(path));
}

TEST_CASE("attack: a target path that leaves the folder or is not plain is not safe", "[tuf][security]") {
  const char* path = GENERATE("", "/etc/passwd", "../a", "a/../b", "a/..", ".", "a//b", "a/", "a b", "a\\b",
                              "a?b", "a#b", "a%2e", "xã.json", "a\nb");
  CHECK_FALSE(is_safe_target_path(path));
}
