#pragma once
// People who sign, each with a folder of keys of their own, and the commune whose keys they share.

#include <string>
#include <vector>

#include "sync/repository/delegate.h"
#include "sync/repository/sign.h"
#include "tests/unit/sync/repository/scene.h"

namespace conglang::testing {

/// A person with one key for `role`, who trusts the scene's root.
struct Person {
  Person(const Scene& scene, const std::string& name, const std::string& role)
      : keys(scene.folder / name, "của " + name, kCheap) {
    REQUIRE(make_folders(keys.path()));
    REQUIRE(keys.store_trusted_root(scene.root()));
    auto key = keys.create(role);
    REQUIRE(key);
    public_key.push_back(key->public_key());
  }

  const tuf::PublicKey& half() const { return public_key.front(); }

  repository::KeyFolder keys;
  std::vector<tuf::PublicKey> public_key;  ///< one
};

/// A published commune 09784 that An and Bình sign together, with Chi as the third who can; its first key is
/// gone.
class TwoPersonScene : public Scene {
 public:
  TwoPersonScene() : an(*this, "an", kRole), binh(*this, "binh", kRole), chi(*this, "chi", kRole) {
    REQUIRE(publish());
    // Their keys sign what is published before they replace the key that did.
    REQUIRE(repository::sign_again(tree, an.keys, kRole, kMade));
    REQUIRE(repository::sign_waiting(tree, binh.keys, kRole, kMade));
    REQUIRE(repository::sign_waiting(tree, keys, kRole, kMade)->timestamp);
    REQUIRE(repository::delegate(tree, keys, {"09784", {an.half(), binh.half(), chi.half()}, 2}, kMade));
    std::filesystem::remove(keys.key_path(kRole));
    std::filesystem::remove_all(bundle() / "national");
  }

  static constexpr const char* kRole = "commune-09784";
  Person an;
  Person binh;
  Person chi;
};

}  // namespace conglang::testing
