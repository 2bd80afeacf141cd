#include "sync/tuf/keys.h"

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "content/base/handle.h"
#include "content/base/hex.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/digest.h"

namespace conglang::tuf {
namespace {

using nlohmann::json;
using Pkey = Handle<EVP_PKEY, EVP_PKEY_free>;

constexpr std::size_t kEd25519Bytes = 32;
constexpr int kMinRsaBits = 2048;

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

// What a key object's public part comes to.
struct Material {
  std::string value;
  std::string der;
};

std::string to_der(EVP_PKEY* key) {
  unsigned char* der = nullptr;
  const int length = i2d_PUBKEY(key, &der);
  if (length <= 0) return {};
  std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length));
  OPENSSL_free(der);
  return bytes;
}

Pkey from_pem(const std::string& pem) {
  const Handle<BIO, BIO_free_all> bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  Pkey key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
  ERR_clear_error();
  return key;
}

// The y coordinates, little-endian, of the points whose order divides 8, the curve's cofactor. For them a
// signature can be made that fits any message. Computed as [L]Q for points Q of every class.
constexpr std::array<std::string_view, 5> kSmallOrder = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
};

// `y` is 2^255 - 19 or more: a second spelling of a point, by which one key could pass for two.
bool is_over_modulus(std::string_view y) {
  const auto byte = [y](std::size_t i) { return static_cast<unsigned char>(y[i]); };
  if (byte(31) != 0x7f || byte(0) < 0xed) return false;
  for (std::size_t i = 1; i < 31; ++i) {
    if (byte(i) != 0xff) return false;
  }
  return true;
}

Result<Material> read_ed25519(const std::string& text) {
  const auto raw = from_hex(text);
  if (!raw || raw->size() != kEd25519Bytes) {
    return fail(Errc::invalid, "an ed25519 key is 64 hexadecimal digits");
  }
  std::string y = *raw;
  y[31] = static_cast<char>(y[31] & 0x7f);  // the top bit is the sign of x
  if (is_over_modulus(y)) return fail(Errc::invalid, "the ed25519 key is not in its canonical encoding");
  if (std::find(kSmallOrder.begin(), kSmallOrder.end(), to_hex(y)) != kSmallOrder.end()) {
    return fail(Errc::invalid, "the ed25519 key is a point of small order, for which anybody can sign");
  }
  const Pkey key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, data_of(*raw), raw->size()));
  if (!key) return fail(Errc::invalid, "the ed25519 key cannot be read");
  return Material{"ed25519:" + *raw, to_der(key.get())};
}

// A big number of the key as hexadecimal, empty when it has none of that name.
std::string number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &number) != 1) return {};
  const Handle<BIGNUM, BN_free> owner(number);
  char* digits = BN_bn2hex(number);
  std::string text = digits == nullptr ? "" : digits;
  OPENSSL_free(digits);
  return text;
}

Result<Material> read_ecdsa_p256(const std::string& pem) {
  const Pkey key = from_pem(pem);
  if (!key || EVP_PKEY_is_a(key.get(), "EC") != 1) {
    return fail(Errc::invalid, "the ECDSA key is not a public EC key in PEM");
  }
  std::array<char, 64> group{};
  std::size_t length = 0;
  if (EVP_PKEY_get_group_name(key.get(), group.data(), group.size(), &length) != 1 ||
      std::string_view(group.data(), length) != "prime256v1") {
    return fail(Errc::invalid, "the ECDSA key is not on the curve P-256");
  }
  return Material{"p256:" + number_of(key.get(), OSSL_PKEY_PARAM_EC_PUB_X) + ":" +
                      number_of(key.get(), OSSL_PKEY_PARAM_EC_PUB_Y),
                  to_der(key.get())};
}

Result<Material> read_rsa(const std::string& pem) {
  const Pkey key = from_pem(pem);
  if (!key || EVP_PKEY_is_a(key.get(), "RSA") != 1) {
    return fail(Errc::invalid, "the RSA key is not a public RSA key in PEM");
  }
  if (EVP_PKEY_get_bits(key.get()) < kMinRsaBits) {
    return fail(Errc::invalid, "the RSA key has {} bits, fewer than {}", EVP_PKEY_get_bits(key.get()),
                kMinRsaBits);
  }
  return Material{"rsa:" + number_of(key.get(), OSSL_PKEY_PARAM_RSA_N) + ":" +
                      number_of(key.get(), OSSL_PKEY_PARAM_RSA_E),
                  to_der(key.get())};
}

Result<Material> read_material(std::string_view type, std::string_view scheme, const std::string& text) {
  if (type == "ed25519" && scheme == "ed25519") return read_ed25519(text);
  if (type == "rsa" && scheme == "rsassa-pss-sha256") return read_rsa(text);
  // "ecdsa" is what the reference implementation writes; the specification has the longer name.
  if ((type == "ecdsa" || type == "ecdsa-sha2-nistp256") && scheme == "ecdsa-sha2-nistp256") {
    return read_ecdsa_p256(text);
  }
  return fail(Errc::invalid, "keys of type {} with scheme {} are not known here", type, scheme);
}

std::optional<std::string> text_of(const json& object, const char* name) {
  const auto member = object.find(name);
  if (member == object.end() || !member->is_string()) return std::nullopt;
  return member->get<std::string>();
}

bool set_pss(EVP_PKEY_CTX* context) {
  // The salt's length is read from the signature: signers use the digest's or the longest.
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1 &&
         EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_AUTO) == 1;
}

}  // namespace

Result<PublicKey> PublicKey::parse(const json& object) {
  if (!object.is_object()) return fail(Errc::parse, "a key is not an object");
  const auto type = text_of(object, "keytype");
  const auto scheme = text_of(object, "scheme");
  const auto keyval = object.find("keyval");
  if (!type || !scheme || keyval == object.end() || !keyval->is_object()) {
    return fail(Errc::parse, "a key needs keytype, scheme and keyval");
  }
  const auto text = text_of(*keyval, "public");
  PublicKey key;
  TRY(const std::string canonical, canonical_json(object));
  key.id_ = sha256_hex(canonical);
  key.object_ = object.dump(-1, ' ', false, json::error_handler_t::replace);
  key.scheme_ = *scheme;
  if (!text) {
    key.unusable_ = "the key has no public value";
  } else if (auto material = read_material(*type, *scheme, *text)) {
    key.value_ = std::move(material->value);
    key.der_ = std::move(material->der);
  } else {
    key.unusable_ = std::move(material.error().message);
  }
  return key;
}

void PublicKey::check_listed_as(std::string_view id) {
  if (id == id_) return;
  unusable_ = fmt::format("the key listed as {} has the id {}", id, id_);
  value_.clear();
  der_.clear();
}

bool PublicKey::verify(std::string_view message, std::string_view signature) const {
  if (der_.empty() || signature.empty()) return false;
  const unsigned char* der = data_of(der_);
  const Pkey key(d2i_PUBKEY(nullptr, &der, static_cast<long>(der_.size())));
  const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* parameters = nullptr;  // owned by the context
  const EVP_MD* digest = scheme_ == "ed25519" ? nullptr : EVP_sha256();
  const bool good = EVP_DigestVerifyInit(context.get(), &parameters, digest, nullptr, key.get()) == 1 &&
                    (scheme_ != "rsassa-pss-sha256" || set_pss(parameters)) &&
                    EVP_DigestVerify(context.get(), data_of(signature), signature.size(), data_of(message),
                                     message.size()) == 1;
  ERR_clear_error();
  return good;
}

}  // namespace conglang::tuf
