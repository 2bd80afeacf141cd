#include "sync/server/identity/password.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/server/identity/refusal.h"

using namespace conglang;
using namespace conglang::server;

namespace {

constexpr PasswordCost kCheap{16, 1, 1};

}  // namespace

TEST_CASE("a password is known again by its hash, another is not", "[identity]") {
  const std::string hashed = hash_password("đường làng rợp bóng", kCheap).value();
  CHECK(hashed.starts_with("scrypt:16:1:1:"));
  CHECK(is_password("đường làng rợp bóng", hashed).value());
  CHECK_FALSE(is_password("đường làng rợp bong", hashed).value());
  CHECK_FALSE(is_password("", hashed).value());
}

TEST_CASE("the same letters are the same password however they are composed", "[identity]") {
  const std::string composed = "l\xc3\xa0ng xanh m\xc3\xa1t";  // à, á
  const std::string apart = "la\xcc\x80ng xanh ma\xcc\x81t";   // a with a mark
  CHECK(is_password(apart, hash_password(composed, kCheap).value()).value());
}

TEST_CASE("two hashes of one password differ", "[identity]") {
  CHECK(hash_password("đường làng", kCheap).value() != hash_password("đường làng", kCheap).value());
}

TEST_CASE("a damaged hash is nobody's password", "[identity]") {
  for (const char* hashed :
       {"", "scrypt", "scrypt:16:1:1:00:00", "plain:đường làng", "scrypt:0:0:0::", "scrypt:16:1:1:zz:zz"}) {
    INFO(hashed);
    CHECK_FALSE(is_password("", hashed).value());
    CHECK_FALSE(is_password("đường làng", hashed).value());
  }
}

TEST_CASE("passwords that are guessed first are refused with the reason", "[identity]") {
  for (const char* weak : {"", "ngắn quá", "aaaaaaaaaaaa", "0123456789", "1234567890", "qwertyuiop",
                           "matkhau123", "MatKhau1234", "passwordpassword", "toi la lan.tran"}) {
    INFO(weak);
    const auto refused = check_password(weak, "lan.tran");
    REQUIRE_FALSE(refused);
    const Refusal refusal = refusal_of(refused.error());
    CHECK(refusal.status == 422);
    CHECK(refusal.code == "weak-password");
    CHECK(refusal.field == "password");
    CHECK_FALSE(refusal.vi.empty());
  }
  CHECK_FALSE(check_password(std::string(300, 'x') + "yz", "lan.tran"));
  CHECK(check_password("mười ký tự", "lan.tran"));
  CHECK(check_password("đường làng rợp bóng", "lan.tran"));
}
