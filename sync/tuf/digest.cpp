#include "sync/tuf/digest.h"

#include <openssl/evp.h>

#include <array>
#include <cassert>
#include <utility>

#include "content/base/handle.h"
#include "content/base/hex.h"

namespace conglang::tuf {
namespace {

// OpenSSL's digests fail only for want of memory, which ends the program elsewhere too.
void must_succeed([[maybe_unused]] int result) {
  assert(result == 1);
}

std::string digest_hex(HashAlgorithm algorithm, std::string_view bytes) {
  Hasher hasher(algorithm);
  hasher.update(bytes);
  return hasher.finish();
}

}  // namespace

struct Hasher::State {
  Handle<EVP_MD_CTX, EVP_MD_CTX_free> context{EVP_MD_CTX_new()};
};

Hasher::Hasher(HashAlgorithm algorithm) : state_(std::make_unique<State>()) {
  const EVP_MD* digest = algorithm == HashAlgorithm::sha256 ? EVP_sha256() : EVP_sha512();
  must_succeed(EVP_DigestInit_ex(state_->context.get(), digest, nullptr));
}

Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::update(std::string_view bytes) {
  must_succeed(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()));
}

std::string Hasher::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  must_succeed(EVP_DigestFinal_ex(state_->context.get(), digest.data(), &length));
  return to_hex({reinterpret_cast<const char*>(digest.data()), length});
}

std::string sha256_hex(std::string_view bytes) {
  return digest_hex(HashAlgorithm::sha256, bytes);
}
std::string sha512_hex(std::string_view bytes) {
  return digest_hex(HashAlgorithm::sha512, bytes);
}

FileCheck::FileCheck(std::string name, std::optional<std::int64_t> length, const Hashes& hashes)
    : name_(std::move(name)), length_(length), hashes_(hashes) {
  if (!hashes_.sha256.empty()) sha256_.emplace(HashAlgorithm::sha256);
  if (!hashes_.sha512.empty()) sha512_.emplace(HashAlgorithm::sha512);
}

Result<void> FileCheck::update(std::string_view bytes) {
  taken_ += static_cast<std::int64_t>(bytes.size());
  if (length_ && taken_ > *length_) {
    return fail(Errc::too_large, "{}: is longer than the {} bytes that were signed for it", name_, *length_);
  }
  if (sha256_) sha256_->update(bytes);
  if (sha512_) sha512_->update(bytes);
  return {};
}

Result<void> FileCheck::finish() {
  if (length_ && taken_ != *length_) {
    return fail(Errc::bad_hash, "{}: has {} bytes, {} were signed", name_, taken_, *length_);
  }
  if (sha256_ && sha256_->finish() != hashes_.sha256) {
    return fail(Errc::bad_hash, "{}: its SHA-256 is not the one that was signed", name_);
  }
  if (sha512_ && sha512_->finish() != hashes_.sha512) {
    return fail(Errc::bad_hash, "{}: its SHA-512 is not the one that was signed", name_);
  }
  return {};
}

Result<void> check_file(std::string_view name, std::string_view bytes, std::optional<std::int64_t> length,
                        const Hashes& hashes) {
  FileCheck check(std::string(name), length, hashes);
  if (!check.update(bytes)) {
    return fail(Errc::bad_hash, "{}: has {} bytes, {} were signed", name, bytes.size(), *length);
  }
  return check.finish();
}

}  // namespace conglang::tuf
