#include "sync/tuf/digest.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::tuf;

namespace {

// FIPS 180-4 examples, "abc".
constexpr const char* kSha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr const char* kSha512 =
    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
    "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

}  // namespace

TEST_CASE("digests are the standard's", "[tuf]") {
  CHECK(sha256_hex("abc") == kSha256);
  CHECK(sha512_hex("abc") == kSha512);
}

TEST_CASE("a digest of pieces is the digest of the whole", "[tuf]") {
  Hasher hasher(HashAlgorithm::sha256);
  hasher.update("a");
  hasher.update("");
  hasher.update("bc");
  CHECK(hasher.finish() == kSha256);
}

TEST_CASE("a file that has the length and every digest stated passes", "[tuf]") {
  CHECK(check_file("f", "abc", 3, {kSha256, kSha512}));
  CHECK(check_file("f", "abc", std::nullopt, {"", kSha512}));
  CHECK(check_file("f", "abc", 3, {}));
  CHECK(check_file("f", "", 0, {}));
}

TEST_CASE("attack: one true digest does not cover for a false one", "[tuf][security]") {
  const std::string false512 = std::string("0") + (kSha512 + 1);
  const auto checked = check_file("file.json", "abc", 3, {kSha256, false512});
  REQUIRE_FALSE(checked);
  CHECK(checked.error().code == Errc::bad_hash);
  CHECK(checked.error().message.find("file.json") != std::string::npos);
  CHECK_FALSE(check_file("f", "abd", 3, {kSha256, ""}));
}

TEST_CASE("attack: a file that is too short or too long is refused", "[tuf][security]") {
  CHECK(check_file("f", "ab", 3, {}).error().code == Errc::bad_hash);
  CHECK(check_file("f", "abcd", 3, {}).error().code == Errc::bad_hash);
}

TEST_CASE("attack: an endless file is refused at its first byte too many", "[tuf][security]") {
  FileCheck check("endless", 5, {});
  CHECK(check.update("12345"));
  const auto more = check.update("6");
  REQUIRE_FALSE(more);
  CHECK(more.error().code == Errc::too_large);
}

TEST_CASE("lengths over 2 GiB are counted", "[tuf]") {
  FileCheck check("large", (std::int64_t{1} << 31) + 1, {});
  const std::string piece(std::size_t{1} << 20, 'x');
  for (int i = 0; i < 2048; ++i) REQUIRE(check.update(piece));
  CHECK(check.update("x"));
  CHECK_FALSE(check.update("x"));
}
