#pragma once
// The folder of private keys: one encrypted file a role (root.pem, targets.pem, snapshot.pem, timestamp.pem,
// commune-09784.pem), mode 0600, and root.json, the root that this publisher trusts. It is never served.

#include <filesystem>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "sync/tuf/signing_key.h"

namespace conglang::repository {

class KeyFolder {
 public:
  /// `passphrase` opens every key of the folder; nothing is read yet. `cost` is for keys made here.
  KeyFolder(std::filesystem::path folder, std::string passphrase, const tuf::ScryptCost& cost = {})
      : folder_(std::move(folder)), passphrase_(std::move(passphrase)), cost_(cost) {}

  /// Makes a key for `role` and stores it. Errors: conflict, when there is one already; io, no_space.
  Result<tuf::SigningKey> create(std::string_view role) const;

  /// Errors: not_found, naming the file and the role that needs it; forbidden, wrong passphrase; io; invalid.
  Result<tuf::SigningKey> load(std::string_view role) const;

  /// The root this publisher starts its trust from. Errors: not_found, conflict (writing over one), io.
  Result<std::string> trusted_root() const;
  Result<void> store_trusted_root(std::string_view bytes) const;

  std::filesystem::path key_path(std::string_view role) const;
  const std::filesystem::path& path() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::string passphrase_;
  tuf::ScryptCost cost_;
};

}  // namespace conglang::repository
