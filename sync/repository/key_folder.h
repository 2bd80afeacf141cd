#pragma once
// The folder of one person's or machine's private keys: an encrypted file for each (root.pem, targets.pem,
// snapshot.pem, timestamp.pem, commune-09784.pem; a second key of a role, made for a rotation, is
// root+2.pem), mode 0600, and root.json, the root that this publisher trusts. It is never served.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

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

  /// Makes a further key for `role` beside those it has. Errors: io, no_space.
  Result<tuf::SigningKey> create_another(std::string_view role) const;

  /// Every key of `role`, oldest first; never empty. Errors: not_found, naming the file and the role that
  /// needs it; forbidden, wrong passphrase; io; invalid.
  Result<std::vector<tuf::SigningKey>> load(std::string_view role) const;

  /// A key file and the role it is for.
  struct Entry {
    std::string role;
    std::filesystem::path path;
  };
  /// All of them, by role, then oldest first. Reads no key. Errors: not_found, io.
  Result<std::vector<Entry>> list() const;

  /// The root this publisher starts its trust from. Errors: not_found, conflict (writing over one), io.
  Result<std::string> trusted_root() const;
  Result<void> store_trusted_root(std::string_view bytes) const;

  /// Of the `number`th key of `role`, counted from 1.
  std::filesystem::path key_path(std::string_view role, int number = 1) const;
  const std::filesystem::path& path() const { return folder_; }

 private:
  Result<tuf::SigningKey> create_at(const std::filesystem::path& path) const;
  Result<tuf::SigningKey> load_from(const std::filesystem::path& path, std::string_view role) const;

  std::filesystem::path folder_;
  std::string passphrase_;
  tuf::ScryptCost cost_;
};

}  // namespace conglang::repository
