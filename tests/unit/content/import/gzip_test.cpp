#include "content/import/gzip.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/hex.h"

using namespace conglang;
using namespace conglang::import;

namespace {

constexpr std::size_t kMebibyte = 1024UL * 1024;

// "một\nhai\n"
std::string two_lines() {
  return from_hex("1f8b0800000000000203cb7db87b66095746622617007d9b7c220a000000").value_or("");
}

// One mebibyte of zeros in 1,051 bytes.
std::string zeros() {
  return from_hex("1f8b0800000000000203edc13101000000c2a0f54f6d085fa0").value_or("") +
         std::string(1016, '\0') + from_hex("3e031cea38a700001000").value_or("");
}

}  // namespace

TEST_CASE("a gzip file is unpacked, and all its members", "[import]") {
  REQUIRE(is_gzip(two_lines()));
  CHECK_FALSE(is_gzip("{\"code\":\"1\"}"));
  CHECK(unpack_gzip(two_lines(), 100, "a.gz") == "một\nhai\n");
  CHECK(unpack_gzip(two_lines() + two_lines(), 100, "a.gz") == "một\nhai\nmột\nhai\n");
  CHECK(unpack_gzip(zeros(), kMebibyte, "a.gz") == std::string(kMebibyte, '\0'));
}

TEST_CASE("attack: a gzip file that unpacks to more than was allowed is stopped at that size", "[import]") {
  const auto one = unpack_gzip(zeros(), kMebibyte - 1, "bomb.gz");
  REQUIRE_FALSE(one);
  CHECK(one.error().code == Errc::too_large);
  CHECK(one.error().message.find("bomb.gz") != std::string::npos);
  std::string many;
  for (int i = 0; i < 20000; ++i) many += zeros();  // 20 GB, if anybody unpacked it
  const auto all = unpack_gzip(many, 64 * kMebibyte, "bomb.gz");
  REQUIRE_FALSE(all);
  CHECK(all.error().code == Errc::too_large);
}

TEST_CASE("attack: a gzip file cut off or changed at any byte is refused or unpacks to the same",
          "[import]") {
  const std::string good = two_lines();
  for (std::size_t length = 0; length < good.size(); ++length) {
    const auto cut = unpack_gzip(good.substr(0, length), 100, "cut.gz");
    REQUIRE_FALSE(cut);
    CHECK(cut.error().code == Errc::parse);
  }
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string changed = good;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    const auto unpacked = unpack_gzip(changed, 100, "changed.gz");
    if (unpacked) CHECK(*unpacked == "một\nhai\n");  // a byte of the header that says nothing
  }
  CHECK_FALSE(unpack_gzip(good + "more", 100, "more.gz"));
}
