#pragma once
// A signed repository in memory, for tests that play its part: honest by default, and every value that it
// signs is public, so that a test can make it lie. Keys are the same in every run.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/time.h"
#include "sync/tuf/metadata.h"
#include "sync/tuf/signing_key.h"

namespace conglang::testing {

/// 2026-06-01T00:00:00Z: the time at which simulated repositories are made.
inline constexpr Instant kSimulatorNow{std::chrono::seconds{1780272000}};

class RepositorySimulator {
 public:
  /// Root, timestamp, snapshot and empty targets, version 1, published.
  RepositorySimulator();

  /// What is signed next. Change anything, then call publish() or one of the publish_ functions.
  tuf::Root root;
  tuf::Timestamp timestamp;
  tuf::Snapshot snapshot;
  std::map<std::string, tuf::Targets> roles;  ///< "targets" and delegated roles

  /// Who signs each role: all of them do. A key that is here need not be one that the delegator names.
  std::map<std::string, std::vector<tuf::SigningKey>> signers;

  /// What is served: "metadata/timestamp.json", "targets/a/<sha256>.b". Tamper at will.
  std::map<std::string, std::string> files;

  /// A new key that signs `role` and that root (for top-level roles) or `targets` trusts for it.
  void add_key(const std::string& role);
  /// Takes all keys from a top-level role and gives it a new one. Call publish_root() after it.
  void replace_keys(const std::string& role);
  /// A delegated role with a new key and no targets. `parent` is a role that is there.
  tuf::DelegatedRole& delegate(const std::string& parent, const std::string& name,
                               std::vector<std::string> paths, bool terminating = false);
  /// Makes `bytes` a target of `role` and serves them.
  void set_target(const std::string& role, const std::string& path, std::string_view bytes);

  /// The next version of each role in `roles`, of snapshot and of timestamp.
  void publish();
  /// The next version of root, signed by the keys before and after replace_keys.
  void publish_root();
  /// Each signs and serves what is there as it is, with the version that it says.
  void publish_role(const std::string& role);
  void publish_snapshot();
  void publish_timestamp();

  const std::string& metadata(const std::string& name) const { return files.at("metadata/" + name); }
  std::string& metadata(const std::string& name) { return files.at("metadata/" + name); }
  /// Role `role` as it is served now.
  std::string& role_file(const std::string& role);

  /// Writes all that is served below `folder`.
  void write_to(const std::filesystem::path& folder) const;

 private:
  tuf::SigningKey new_key();
  void publish_root_as_it_is();

  int keys_made_ = 0;
  std::vector<tuf::SigningKey> retired_root_keys_;
};

}  // namespace conglang::testing
