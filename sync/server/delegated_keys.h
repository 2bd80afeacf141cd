#pragma once
// Which keys the repository itself, verified from its root, says may sign for a commune. What the database
// says about a key is the office's book; this is what kiosks go by.

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "sync/repository/tree.h"

namespace conglang::server {

class DelegatedKeys {
 public:
  explicit DelegatedKeys(repository::Tree tree) : tree_(std::move(tree)) {}

  /// Key ids of role commune-<code>; empty when it has none, or the tree does not verify.
  std::vector<std::string> of(const std::string& commune);

 private:
  using ByRole = std::map<std::string, std::vector<std::string>>;
  ByRole load() const;

  repository::Tree tree_;
  std::mutex mutex_;
  std::string timestamp_;  ///< what `roles_` was loaded under
  ByRole roles_;
};

}  // namespace conglang::server
