#include "sync/tuf/signing_key.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/hex.h"

using namespace conglang;
using tuf::SigningKey;

namespace {

// RFC 8032, section 7.1, test 1: the seed, its public key and its signature of nothing.
constexpr const char* kSeed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
constexpr const char* kPublic = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
constexpr const char* kSignature =
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
    "d25bf5f0595bbe24655141438e7a100b";

SigningKey seeded() {
  return std::move(SigningKey::from_seed(from_hex(kSeed).value())).value();
}

}  // namespace

TEST_CASE("a signature is the standard's", "[tuf]") {
  const SigningKey key = seeded();
  CHECK(key.public_key().value() == "ed25519:" + from_hex(kPublic).value());
  CHECK(to_hex(key.sign("")) == kSignature);
  CHECK(key.public_key().verify("message", key.sign("message")));
}

TEST_CASE("keys drawn twice differ", "[tuf]") {
  const auto one = SigningKey::generate();
  const auto two = SigningKey::generate();
  REQUIRE(one);
  REQUIRE(two);
  CHECK(one->public_key().value() != two->public_key().value());
  CHECK(tuf::random_passphrase() != tuf::random_passphrase());
}

TEST_CASE("a key comes back from its file with the right passphrase only", "[tuf]") {
  const SigningKey key = seeded();
  const auto pem = key.to_pem("mật khẩu");
  REQUIRE(pem);
  CHECK(pem->starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
  const auto read = SigningKey::from_pem(*pem, "mật khẩu");
  REQUIRE(read);
  CHECK(read->public_key() == key.public_key());
  CHECK(SigningKey::from_pem(*pem, "mat khau").error().code == Errc::forbidden);
  CHECK(SigningKey::from_pem(*pem, "").error().code == Errc::forbidden);
  CHECK(SigningKey::from_pem("", "x").error().code == Errc::forbidden);
}

TEST_CASE("a key file has a fresh salt, a dear passphrase, and no form without one", "[tuf][security]") {
  const SigningKey key = seeded();
  constexpr tuf::ScryptCost kCheap{16, 1, 1};
  CHECK(key.to_pem("a", kCheap) != key.to_pem("a", kCheap));
  const tuf::ScryptCost usual;
  CHECK(usual.n == 16384);
  CHECK(usual.r == 8);
  CHECK(usual.p == 5);
  CHECK(key.to_pem("").error().code == Errc::bad_usage);
}

TEST_CASE("a seed of another length is refused", "[tuf]") {
  CHECK(SigningKey::from_seed("short").error().code == Errc::invalid);
}
