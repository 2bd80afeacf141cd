#pragma once
// What is published, read from the repository tree with every signature and hash checked, layer by layer as a
// commune's kiosks see it. A tree that holds no national layer (it comes from another repository) is
// completed from a folder of guides; what a commune says comes from the tree alone.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/guide/bundle.h"
#include "content/guide/lint/finding.h"
#include "content/publish/layer_check.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/tree.h"
#include "sync/tuf/metadata.h"

namespace conglang::server {

/// The layers of one commune at one moment.
struct Published {
  std::int64_t timestamp = 0;                              ///< version of the tree's
  std::string commune;                                     ///< its code
  guide::Files files;                                      ///< national, provinces', this commune's, by path
  std::map<std::string, std::string, std::less<>> hashes;  ///< SHA-256 of those that the tree holds, by path
  std::int64_t role_version = 0;  ///< of the commune's role; 0: it has published nothing
  publish::Shelf above;           ///< what the commune's files are held against
  std::set<std::string> errors;   ///< of lint in the commune's files as they are, by error_key()

  const std::string* find(std::string_view path) const;
  /// Empty for a file that is not published.
  std::string hash_of(std::string_view path) const;
};

/// What tells one finding from another, whatever line it stands on.
std::string error_key(const guide::Finding& finding);

/// Shared by the threads that answer: each holds on to what it read while another reads what came since.
using PublishedNow = std::shared_ptr<const Published>;

class PublishedContent {
 public:
  /// `keys`: of the server, for the root that it trusts. `fallback`: a folder with national/ and provinces/;
  /// may be empty.
  PublishedContent(repository::Tree tree, const repository::KeyFolder& keys, std::filesystem::path fallback);

  /// What is published for `commune` now, read again only when something was. Errors: invalid, `commune` is
  /// no code; TrustedSet's, io, for a tree that is not whole.
  Result<PublishedNow> of(const std::string& commune);

  /// The version of the tree's timestamp. Errors: as of().
  Result<std::int64_t> timestamp() const;

  /// The communes that the tree knows, by role or by files, in order.
  Result<std::vector<std::string>> communes() const;

  /// What `commune`'s role said in `version`. Errors: not_found, there is no such version any more; parse.
  Result<tuf::Targets> role_in(const std::string& commune, std::int64_t version) const;

  /// The file at `path` as `commune` had it in `version`, its hash checked. Errors: not_found, that version
  /// had none, or `conglang gc` took it away; as role_in().
  Result<std::string> file_in(const std::string& commune, std::int64_t version,
                              const std::string& path) const;

  const repository::Tree& tree() const { return tree_; }
  const repository::KeyFolder& keys() const { return keys_; }

 private:
  Result<Published> read(const std::string& commune) const;

  repository::Tree tree_;
  const repository::KeyFolder& keys_;
  std::filesystem::path fallback_;
  std::mutex mutex_;
  std::string timestamp_;  ///< the bytes of timestamp.json that `kept_` is of
  std::map<std::string, PublishedNow, std::less<>> kept_;
};

}  // namespace conglang::server
