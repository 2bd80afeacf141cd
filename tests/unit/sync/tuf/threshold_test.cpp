#include "sync/tuf/threshold.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/tuf/signing_key.h"

using namespace conglang;
using namespace conglang::tuf;

namespace {

constexpr std::string_view kMessage = "signed bytes";

struct Scene {
  std::vector<SigningKey> signing;
  Keys keys;
  RoleKeys role;
  std::vector<Signature> signatures;

  explicit Scene(int count) {
    for (int i = 0; i < count; ++i) {
      signing.push_back(
          std::move(SigningKey::from_seed(std::string(32, static_cast<char>('a' + i)))).value());
      const PublicKey& key = signing.back().public_key();
      keys.emplace(key.id(), key);
      role.key_ids.push_back(key.id());
    }
  }

  void sign(std::size_t i) { signatures.push_back({role.key_ids[i], signing[i].sign(kMessage)}); }
  Result<void> check() const { return check_threshold("f.json", kMessage, signatures, role, keys); }
};

}  // namespace

TEST_CASE("a threshold of two is met by two keys", "[tuf]") {
  Scene scene(3);
  scene.role.threshold = 2;
  scene.sign(0);
  const auto one = scene.check();
  REQUIRE_FALSE(one);
  CHECK(one.error().code == Errc::bad_signature);
  CHECK(one.error().message.find("f.json: 1 of its keys signed it, 2 must") != std::string::npos);
  scene.sign(2);
  CHECK(scene.check());
}

TEST_CASE("attack: one key under two ids counts once", "[tuf][security]") {
  Scene scene(1);
  scene.role.threshold = 2;
  scene.sign(0);
  scene.keys.emplace("alias", scene.signing[0].public_key());
  scene.role.key_ids.emplace_back("alias");
  scene.signatures.push_back({"alias", scene.signing[0].sign(kMessage)});
  CHECK_FALSE(scene.check());
}

TEST_CASE("attack: a key that the role does not name does not count", "[tuf][security]") {
  Scene scene(2);
  scene.sign(1);
  scene.role.key_ids.pop_back();
  CHECK_FALSE(scene.check());
}

TEST_CASE("attack: a signature under another key's id does not count", "[tuf][security]") {
  Scene scene(2);
  scene.signatures.push_back({scene.role.key_ids[0], scene.signing[1].sign(kMessage)});
  CHECK_FALSE(scene.check());
}

TEST_CASE("attack: thousands of bad signatures cost no verification", "[tuf][security]") {
  Scene scene(1);
  for (int i = 0; i < 20000; ++i)
    scene.signatures.push_back({"id" + std::to_string(i), std::string(64, 'x')});
  CHECK_FALSE(scene.check());
  scene.sign(0);
  CHECK(scene.check());
}

TEST_CASE("attack: keys that cannot be used never reach a threshold together", "[tuf][security]") {
  Scene scene(0);
  scene.role.threshold = 1;
  CHECK_FALSE(scene.check());
  scene.role.key_ids = {"missing"};
  scene.signatures = {{"missing", ""}};
  CHECK_FALSE(scene.check());
}
