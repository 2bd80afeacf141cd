#pragma once
// A repository on disk for these tests: keys, tree and a bundle to publish, all below one temporary folder.

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "content/base/file.h"
#include "sync/repository/create.h"
#include "sync/repository/publish.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

inline constexpr Instant kMade{std::chrono::seconds{1780272000}};  ///< 2026-06-01T00:00:00Z

/// So cheap that tests are quick; what is used outside of tests is the default.
inline constexpr tuf::ScryptCost kCheap{16, 1, 1};

class Scene {
 public:
  explicit Scene(Instant made = kMade) : tree(folder / "repo"), keys(folder / "keys", "mật khẩu", kCheap) {
    REQUIRE(repository::create_repository(tree, keys, "09784", made));
    put("national/links.json", "{}");
    put("national/guides/khai-sinh.json", "khai sinh");
    put("communes/09784/place/thuong-thap.json", "nhà văn hóa");
  }

  std::filesystem::path bundle() const { return folder / "bundle"; }

  void put(const std::string& path, std::string_view bytes) const {
    REQUIRE(make_folders((bundle() / path).parent_path()));
    REQUIRE(write_file_atomically(bundle() / path, bytes));
  }

  Result<repository::Published> publish(Instant now = kMade) const {
    return repository::publish(tree, keys, bundle(), now);
  }

  std::string root() const { return keys.trusted_root().value(); }

  tuf::TrustedSet read(Instant now = kMade) const {
    auto set = tree.load(root(), now);
    if (!set) FAIL(set.error().message);
    return std::move(*set);
  }

  /// Every file of the tree with its bytes.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> files;
    const auto paths = list_files(tree.path());
    REQUIRE(paths);
    for (const std::string& path : *paths) {
      files[path] = read_file(tree.path() / path, 1U << 20).value();
    }
    return files;
  }

  TemporaryFolder folder;
  repository::Tree tree;
  repository::KeyFolder keys;
};

}  // namespace conglang::testing
