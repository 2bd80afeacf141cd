#pragma once
// Public keys and signatures. Two keys are the same when their public values are, whatever ids or spellings a
// file gives them: a threshold counts values. A key that cannot be used (unknown type, small order, too
// short) stays in its file, since an old client must survive a new kind of key, but no signature by it ever
// counts.

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::tuf {

class PublicKey {
 public:
  /// `object`: a TUF key object. ed25519 (hexadecimal; small-order points and non-canonical encodings are
  /// unusable), ecdsa-sha2-nistp256 and rsassa-pss-sha256 of at least 2048 bits (PEM).
  /// Errors: parse, when `object` is no key object at all.
  static Result<PublicKey> parse(const nlohmann::json& object);

  /// SHA-256 over the canonical form of the whole key object, unknown fields included.
  /// Source: TUF 1.0.34, section 4.2, KEYID.
  const std::string& id() const { return id_; }

  /// Makes the key unusable when a file lists it under another id than its own: two files could else mean two
  /// keys by one id. Source: section 4.3, "Clients MUST calculate each KEYID to verify this is correct".
  void check_listed_as(std::string_view id);

  /// The whole key object as JSON text.
  const std::string& object() const { return object_; }

  /// Equal exactly when the public values are. Empty for a key that cannot be used.
  const std::string& value() const { return value_; }

  /// Why no signature by this key counts; empty for a good key.
  const std::string& unusable() const { return unusable_; }

  /// True when `signature` (raw bytes) over `message` is by this key; false for an unusable key.
  bool verify(std::string_view message, std::string_view signature) const;

  bool operator==(const PublicKey& other) const { return object_ == other.object_; }

 private:
  PublicKey() = default;

  std::string id_;
  std::string object_;
  std::string scheme_;
  std::string value_;
  std::string der_;  ///< SubjectPublicKeyInfo
  std::string unusable_;
};

}  // namespace conglang::tuf
