#pragma once
// What the commands that sign have in common: a repository, a folder of keys, what opens them, and --json.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>

#include "content/base/result.h"
#include "sync/repository/key_folder.h"
#include "sync/repository/sign.h"
#include "sync/repository/tree.h"

namespace conglang::cli {

struct RepositoryOptions {
  std::filesystem::path repo;
  std::filesystem::path keys;
  std::filesystem::path passphrase_file;
  bool json = false;

  void declare_repo(CLI::App& command);
  /// --keys, --passphrase-file and --json.
  void declare_keys(CLI::App& command);

  repository::Tree tree() const { return repository::Tree(repo); }
  /// Errors: read_passphrase's.
  Result<repository::KeyFolder> key_folder() const;
};

/// One line on standard output.
void print_line(const nlohmann::ordered_json& object);

nlohmann::ordered_json to_json(const repository::Signed& change);

/// What the change is and what it still lacks, in words.
void print_signed(const repository::Signed& change);

/// A public key from the file that `keys new` wrote. Errors: not_found, io, parse; the message names the
/// file.
Result<tuf::PublicKey> read_public_key(const std::filesystem::path& path);

}  // namespace conglang::cli
