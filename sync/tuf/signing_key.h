#pragma once
// The private half: ed25519 keys that sign metadata, and their encrypted file form. A key's bytes leave this
// class only encrypted. Clients never need this file.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "sync/tuf/keys.h"

namespace conglang::tuf {

/// How dear each guess of a passphrase is, in scrypt's terms: memory is 128 * n * r bytes.
struct ScryptCost {
  std::uint64_t n = 16384;
  std::uint64_t r = 8;
  std::uint64_t p = 5;
};

class SigningKey {
 public:
  ~SigningKey();
  SigningKey(SigningKey&&) noexcept;
  SigningKey& operator=(SigningKey&&) noexcept;

  /// A new random key. Errors: internal, when the system has no randomness to give.
  static Result<SigningKey> generate();

  /// The key of a 32-byte seed, the same each time. Errors: invalid, for a seed of another length.
  static Result<SigningKey> from_seed(std::string_view seed);

  /// Reads what to_pem wrote, or any ed25519 PKCS#8 PEM encrypted with `passphrase`.
  /// Errors: forbidden, for a wrong passphrase or a damaged file; invalid, for another kind of key.
  static Result<SigningKey> from_pem(const std::string& pem, const std::string& passphrase);

  /// Encrypted PKCS#8: AES-256-CBC under scrypt with a random salt.
  /// Errors: bad_usage, for an empty passphrase; internal.
  Result<std::string> to_pem(const std::string& passphrase, const ScryptCost& cost = {}) const;

  /// The 64 raw bytes of the signature over `message`.
  std::string sign(std::string_view message) const;

  const PublicKey& public_key() const { return public_key_; }

 private:
  struct Private;  // keeps OpenSSL out of this header
  SigningKey(std::unique_ptr<Private> key, PublicKey public_key);
  static Result<SigningKey> adopt(std::unique_ptr<Private> key);

  std::unique_ptr<Private> key_;
  PublicKey public_key_;
};

/// 32 random bytes as hexadecimal, for a passphrase that no person types. Errors: internal.
Result<std::string> random_passphrase();

}  // namespace conglang::tuf
