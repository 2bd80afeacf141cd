#pragma once
// Where the passphrase of a key folder comes from: the file named by --passphrase-file, or else the file
// `passphrase` beside the keys, which init makes when it is given none.

#include <filesystem>
#include <string>

#include "content/base/result.h"

namespace conglang::cli {

/// The first line of `file`, or of KEYS/passphrase when `file` is empty.
/// Errors: not_found, saying both ways to give one; bad_usage, for an empty line; io.
Result<std::string> read_passphrase(const std::filesystem::path& file, const std::filesystem::path& keys);

struct NewPassphrase {
  std::string text;
  bool drawn = false;  ///< at random, and stored
};

/// As read_passphrase, but when there is neither file it draws a passphrase and writes it to KEYS/passphrase,
/// mode 0600, before any key is encrypted with it. Errors: bad_usage, io, no_space.
Result<NewPassphrase> passphrase_for_new_keys(const std::filesystem::path& file,
                                              const std::filesystem::path& keys);

}  // namespace conglang::cli
