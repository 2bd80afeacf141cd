#include "sync/tuf/signing_key.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <nlohmann/json.hpp>

#include "content/base/handle.h"
#include "content/base/hex.h"

namespace conglang::tuf {
namespace {

constexpr std::size_t kKeyBytes = 32;
constexpr std::size_t kSignatureBytes = 64;
constexpr int kSaltBytes = 16;

using Memory = Handle<BIO, BIO_free_all>;

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

// OpenSSL asks for the passphrase here; one longer than it takes fails instead of being cut.
int give_passphrase(char* buffer, int size, int /*writing*/, void* passphrase) {
  const auto& text = *static_cast<const std::string*>(passphrase);
  if (text.size() > static_cast<std::size_t>(size)) return -1;
  std::copy(text.begin(), text.end(), buffer);
  return static_cast<int>(text.size());
}

Handle<X509_SIG, X509_SIG_free> encrypt(EVP_PKEY* key, const std::string& passphrase,
                                        const ScryptCost& cost) {
  const Handle<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free> plain(EVP_PKEY2PKCS8(key));
  std::array<unsigned char, kSaltBytes> salt{};
  if (!plain || RAND_bytes(salt.data(), kSaltBytes) != 1) return nullptr;
  Handle<X509_ALGOR, X509_ALGOR_free> scheme(
      PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), salt.data(), kSaltBytes, nullptr, cost.n, cost.r, cost.p));
  if (!scheme) return nullptr;
  Handle<X509_SIG, X509_SIG_free> encrypted(
      PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), scheme.get()));
  if (encrypted) static_cast<void>(scheme.release());  // now owned by what was made
  return encrypted;
}

}  // namespace

struct SigningKey::Private {
  Handle<EVP_PKEY, EVP_PKEY_free> pkey;
};

SigningKey::SigningKey(std::unique_ptr<Private> key, PublicKey public_key)
    : key_(std::move(key)), public_key_(std::move(public_key)) {}
SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;

Result<SigningKey> SigningKey::adopt(std::unique_ptr<Private> key) {
  ERR_clear_error();
  EVP_PKEY* const pkey = key->pkey.get();
  if (pkey == nullptr || EVP_PKEY_is_a(pkey, "ED25519") != 1) {
    return fail(Errc::invalid, "the key is not an ed25519 private key");
  }
  std::string raw(kKeyBytes, '\0');
  std::size_t length = raw.size();
  EVP_PKEY_get_raw_public_key(pkey, reinterpret_cast<unsigned char*>(raw.data()), &length);
  TRY(PublicKey public_key,
      PublicKey::parse(
          {{"keytype", "ed25519"}, {"scheme", "ed25519"}, {"keyval", {{"public", to_hex(raw)}}}}));
  return SigningKey(std::move(key), std::move(public_key));
}

Result<SigningKey> SigningKey::generate() {
  auto key = std::make_unique<Private>();
  key->pkey.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  if (!key->pkey) return fail(Errc::internal, "the system gave no randomness for a key; try again");
  return adopt(std::move(key));
}

Result<SigningKey> SigningKey::from_seed(std::string_view seed) {
  if (seed.size() != kKeyBytes) return fail(Errc::invalid, "a seed has {} bytes", kKeyBytes);
  auto key = std::make_unique<Private>();
  key->pkey.reset(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, data_of(seed), seed.size()));
  return adopt(std::move(key));
}

Result<SigningKey> SigningKey::from_pem(const std::string& pem, const std::string& passphrase) {
  const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  std::string secret = passphrase;
  auto key = std::make_unique<Private>();
  key->pkey.reset(PEM_read_bio_PrivateKey(memory.get(), nullptr, give_passphrase, &secret));
  if (!key->pkey) {
    ERR_clear_error();
    return fail(Errc::forbidden, "the passphrase does not open the key, or the file is damaged");
  }
  return adopt(std::move(key));
}

Result<std::string> SigningKey::to_pem(const std::string& passphrase, const ScryptCost& cost) const {
  if (passphrase.empty()) return fail(Errc::bad_usage, "a key is not stored without a passphrase");
  const auto encrypted = encrypt(key_->pkey.get(), passphrase, cost);
  const Memory memory(BIO_new(BIO_s_mem()));
  if (!encrypted || PEM_write_bio_PKCS8(memory.get(), encrypted.get()) != 1) {
    ERR_clear_error();
    return fail(Errc::internal, "OpenSSL could not encrypt the key");
  }
  char* text = nullptr;
  const long length = BIO_get_mem_data(memory.get(), &text);
  return std::string(text, static_cast<std::size_t>(length));
}

std::string SigningKey::sign(std::string_view message) const {
  const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
  std::string signature(kSignatureBytes, '\0');
  std::size_t length = signature.size();
  [[maybe_unused]] const bool good =
      EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_->pkey.get()) == 1 &&
      EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length,
                     data_of(message), message.size()) == 1;
  assert(good && length == kSignatureBytes);
  return signature;
}

Result<std::string> random_passphrase() {
  std::string bytes(kKeyBytes, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size())) != 1) {
    return fail(Errc::internal, "the system gave no randomness for a passphrase; try again");
  }
  return to_hex(bytes);
}

}  // namespace conglang::tuf
