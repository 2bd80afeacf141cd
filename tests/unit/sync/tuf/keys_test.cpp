#include "sync/tuf/keys.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

#include "content/base/hex.h"
#include "tests/unit/sync/tuf/foreign_keys.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;
using tuf::PublicKey;

namespace {

PublicKey key(const char* type, const char* scheme, const std::string& value) {
  auto parsed = PublicKey::parse({{"keytype", type}, {"scheme", scheme}, {"keyval", {{"public", value}}}});
  REQUIRE(parsed);
  return std::move(*parsed);
}

PublicKey ed25519(const std::string& hex) {
  return key("ed25519", "ed25519", hex);
}

std::string bytes(const char* hex) {
  return from_hex(hex).value();
}

// RFC 8032, section 7.1, test 2.
constexpr const char* kEd25519 = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
constexpr const char* kEd25519Message = "72";
constexpr const char* kEd25519Signature =
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

}  // namespace

TEST_CASE("an ed25519 signature verifies, and only over its message", "[tuf]") {
  const PublicKey good = ed25519(kEd25519);
  CHECK(good.unusable().empty());
  CHECK(good.verify(bytes(kEd25519Message), bytes(kEd25519Signature)));
  CHECK_FALSE(good.verify("other", bytes(kEd25519Signature)));
  CHECK_FALSE(good.verify(bytes(kEd25519Message), ""));
  CHECK_FALSE(good.verify(bytes(kEd25519Message), bytes(kEd25519Signature) + "x"));
}

TEST_CASE("ECDSA P-256 and RSA-PSS signatures of other programs verify", "[tuf]") {
  const char* type = GENERATE("ecdsa", "ecdsa-sha2-nistp256");
  const PublicKey p256 = key(type, "ecdsa-sha2-nistp256", kP256Pem);
  CHECK(p256.verify("message", bytes(kP256Signature)));
  CHECK_FALSE(p256.verify("Message", bytes(kP256Signature)));
  const PublicKey rsa = key("rsa", "rsassa-pss-sha256", kRsaPem);
  CHECK(rsa.verify("message", bytes(kRsaPssSignature)));
  CHECK(rsa.verify("message", bytes(kRsaPssLongSaltSignature)));
  CHECK_FALSE(rsa.verify("Message", bytes(kRsaPssSignature)));
}

TEST_CASE("attack: a signature in another padding or by another kind of key does not count",
          "[tuf][security]") {
  CHECK_FALSE(key("rsa", "rsassa-pss-sha256", kRsaPem).verify("message", bytes(kRsaPkcs1Signature)));
  CHECK_FALSE(key("rsa", "rsassa-pss-sha256", kP256Pem).verify("message", bytes(kP256Signature)));
  CHECK_FALSE(key("ecdsa", "ecdsa-sha2-nistp256", kRsaPem).verify("message", bytes(kRsaPssSignature)));
}

TEST_CASE("attack: a small-order ed25519 key, for which anybody can sign, is unusable", "[tuf][security]") {
  const char* point = GENERATE("0000000000000000000000000000000000000000000000000000000000000000",
                               "0000000000000000000000000000000000000000000000000000000000000080",
                               "0100000000000000000000000000000000000000000000000000000000000000",
                               "0100000000000000000000000000000000000000000000000000000000000080",
                               "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                               "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                               "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                               "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                               "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                               "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff");
  const PublicKey bad = ed25519(point);
  CHECK(bad.unusable().find("small order") != std::string::npos);
  CHECK(bad.value().empty());
  // R = A = the neutral element and S = 0 satisfy the equation for every message.
  CHECK_FALSE(
      bad.verify("message", bytes("0100000000000000000000000000000000000000000000000000000000000000"
                                  "0000000000000000000000000000000000000000000000000000000000000000")));
}

TEST_CASE("attack: an ed25519 key in a second spelling is unusable", "[tuf][security]") {
  const char* point = GENERATE("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                               "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                               "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
  CHECK(ed25519(point).unusable().find("canonical") != std::string::npos);
}

TEST_CASE("attack: weak and foreign keys are unusable, and do not spoil their file", "[tuf][security]") {
  CHECK_FALSE(key("rsa", "rsassa-pss-sha256", kRsa1024Pem).unusable().empty());
  CHECK_FALSE(key("ecdsa", "ecdsa-sha2-nistp256", kP384Pem).unusable().empty());
  CHECK_FALSE(key("ecdsa", "ecdsa-sha2-nistp256", "not PEM").unusable().empty());
  CHECK_FALSE(key("dilithium", "dilithium3", "00").unusable().empty());
  CHECK_FALSE(key("rsa", "rsa-pkcs1v15-sha256", kRsaPem).unusable().empty());
  CHECK_FALSE(ed25519("3d40").unusable().empty());
  CHECK_FALSE(ed25519(std::string(64, 'g')).unusable().empty());
}

TEST_CASE("a key's value is the same however it is spelt", "[tuf]") {
  const PublicKey lower = ed25519(kEd25519);
  std::string shouted = kEd25519;
  for (char& c : shouted) c = c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
  CHECK(ed25519(shouted).value() == lower.value());
  CHECK(ed25519(shouted).id() != lower.id());
  const PublicKey p256 = key("ecdsa", "ecdsa-sha2-nistp256", kP256Pem);
  const PublicKey compressed = key("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256", kP256CompressedPem);
  CHECK(compressed.value() == p256.value());
  CHECK(compressed.verify("message", bytes(kP256Signature)));
}

TEST_CASE("a key's id covers the whole key object", "[tuf]") {
  const json object = {{"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", {{"public", kEd25519}}}};
  json extended = object;
  extended["owner"] = "@x";
  const auto plain = PublicKey::parse(object);
  const auto with_more = PublicKey::parse(extended);
  REQUIRE(plain);
  REQUIRE(with_more);
  CHECK(plain->id().size() == 64);
  CHECK(plain->id() != with_more->id());
  CHECK(plain->value() == with_more->value());
  CHECK(json::parse(with_more->object()) == extended);
}

TEST_CASE("attack: a key listed under another id than its own is unusable", "[tuf][security]") {
  PublicKey listed = ed25519(kEd25519);
  listed.check_listed_as(listed.id());
  CHECK(listed.unusable().empty());
  listed.check_listed_as("aa" + listed.id().substr(2));
  CHECK(listed.unusable().find(listed.id()) != std::string::npos);
  CHECK(listed.value().empty());
  // The id covers fields that no program here knows; as written by other programs.
  const auto foreign = PublicKey::parse(
      {{"keytype", "ecdsa"},
       {"keyval",
        {{"public",
          "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEohqIdE+yTl4OxpX8ZxNUPrg3SL9H\n"
          "BDnhZuceKkxy2oMhUOxhWweZeG3bfM1T4ZLnJimC6CAYVU5+F5jZCoftRw==\n-----END PUBLIC KEY-----\n"}}},
       {"scheme", "ecdsa-sha2-nistp256"},
       {"x-tuf-on-ci-keyowner", "@jku"}});
  CHECK(foreign.value().id() == "aa61e09f6af7662ac686cf0c6364079f63d3e7a86836684eeced93eace3acd81");
}

TEST_CASE("attack: a key of the wrong shape is an error", "[tuf][security]") {
  CHECK_FALSE(PublicKey::parse("ed25519"));
  CHECK_FALSE(PublicKey::parse(json::object()));
  CHECK_FALSE(PublicKey::parse({{"keytype", 1}, {"scheme", "ed25519"}, {"keyval", json::object()}}));
  CHECK_FALSE(PublicKey::parse({{"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", "00"}}));
  const auto odd =
      PublicKey::parse({{"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", {{"public", 7}}}});
  REQUIRE(odd);
  CHECK_FALSE(odd->unusable().empty());
}
