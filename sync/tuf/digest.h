#pragma once
// Lengths and digests: what a signed file says about the bytes of another. A FileCheck takes the bytes as
// they arrive, so that a large file is hashed while it streams and one too long is refused at its first byte
// too many.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::tuf {

/// Lower-case hexadecimal digests.
std::string sha256_hex(std::string_view bytes);
std::string sha512_hex(std::string_view bytes);

enum class HashAlgorithm { sha256, sha512 };

/// A digest of bytes that come piece by piece.
class Hasher {
 public:
  explicit Hasher(HashAlgorithm algorithm);
  ~Hasher();
  Hasher(Hasher&&) noexcept;
  Hasher& operator=(Hasher&&) noexcept;

  void update(std::string_view bytes);

  /// The digest of all bytes so far, in lower-case hexadecimal; at most once, and no update after it.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The digests a signed file states for another. Empty: not stated.
struct Hashes {
  std::string sha256;
  std::string sha512;

  bool empty() const { return sha256.empty() && sha512.empty(); }

  /// The digest that names the content in a repository and in a store: SHA-256 where it is stated.
  const std::string& name() const { return sha256.empty() ? sha512 : sha256; }
  bool operator==(const Hashes&) const = default;
};

/// Checks a stream of bytes against a length and digests; every digest stated must match.
class FileCheck {
 public:
  /// `name` is for messages. Without `length` any length passes, without hashes any bytes.
  FileCheck(std::string name, std::optional<std::int64_t> length, const Hashes& hashes);

  /// Takes the next bytes. Errors: too_large, at the first byte past the length.
  Result<void> update(std::string_view bytes);

  /// The verdict over all bytes; at most once. Errors: bad_hash, naming the file and what differs.
  Result<void> finish();

 private:
  std::string name_;
  std::optional<std::int64_t> length_;
  Hashes hashes_;
  std::int64_t taken_ = 0;
  std::optional<Hasher> sha256_;
  std::optional<Hasher> sha512_;
};

/// FileCheck over bytes at hand. Errors: bad_hash.
Result<void> check_file(std::string_view name, std::string_view bytes, std::optional<std::int64_t> length,
                        const Hashes& hashes);

}  // namespace conglang::tuf
