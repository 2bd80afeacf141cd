#include "sync/server/identity/password.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "content/base/hex.h"
#include "content/base/utf8.h"
#include "sync/server/identity/refusal.h"

namespace conglang::server {
namespace {

constexpr std::size_t kFewestCharacters = 10;
constexpr std::size_t kMostBytes = 256;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::uint64_t kMaxMemory = 128UL << 20U;

const unsigned char* data_of(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

Result<std::string> scrypt(std::string_view password, std::string_view salt, const PasswordCost& cost) {
  TRY(const std::string composed, to_nfc(password));
  std::string hash(kHashBytes, '\0');
  if (EVP_PBE_scrypt(composed.data(), composed.size(), data_of(salt), salt.size(), cost.n, cost.r, cost.p,
                     kMaxMemory, reinterpret_cast<unsigned char*>(hash.data()), hash.size()) != 1) {
    return fail(Errc::internal, "scrypt cannot be computed: is there {} MiB of memory?",
                (128 * cost.n * cost.r) >> 20U);
  }
  return hash;
}

struct Hashed {
  PasswordCost cost;
  std::string salt;
  std::string hash;
};

std::uint64_t number(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<Hashed> parse(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(':');
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  if (parts.size() != 6 || parts[0] != "scrypt") return std::nullopt;
  Hashed hashed{{number(parts[1]), number(parts[2]), number(parts[3])},
                from_hex(parts[4]).value_or(""),
                from_hex(parts[5]).value_or("")};
  if (hashed.salt.size() != kSaltBytes || hashed.hash.size() != kHashBytes) return std::nullopt;
  return hashed;
}

tl::unexpected<Error> weak(std::string vi, std::string en) {
  return refuse({.status = 422,
                 .code = "weak-password",
                 .vi = std::move(vi),
                 .en = std::move(en),
                 .field = "password"});
}

std::string folded(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

// What lists of leaked passwords begin with, made longer by repeating or going on.
bool is_guessed_first(const std::string& lower) {
  static constexpr std::array<std::string_view, 9> kRows = {
      "01234567890123456789",       "98765432109876543210", "qwertyuiopasdfghjklzxcvbnm",
      "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb", "passwordpasswordpassword",
      "matkhaumatkhaumatkhau",      "password123456789",    "matkhau123456789"};
  if (lower.find_first_not_of(lower.front()) == std::string::npos) return true;
  return std::ranges::any_of(kRows, [&](std::string_view row) { return row.find(lower) != row.npos; });
}

}  // namespace

Result<void> check_password(std::string_view password, std::string_view name) {
  const auto characters = to_code_points(password);
  if (!characters || characters->size() < kFewestCharacters)
    return weak("Mật khẩu phải có ít nhất 10 ký tự.", "A password has at least 10 characters.");
  if (password.size() > kMostBytes) return weak("Mật khẩu quá dài.", "The password is too long.");
  const std::string lower = folded(password);
  if (is_guessed_first(lower)) {
    return weak("Mật khẩu này bị đoán ra đầu tiên: hãy chọn mật khẩu khác.",
                "This password is guessed first: choose another.");
  }
  if (!name.empty() && lower.find(folded(name)) != std::string::npos)
    return weak("Mật khẩu không được chứa tên đăng nhập.", "A password must not hold the sign-in name.");
  return {};
}

Result<std::string> hash_password(std::string_view password, const PasswordCost& cost) {
  std::string salt(kSaltBytes, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), static_cast<int>(salt.size())) != 1)
    return fail(Errc::internal, "the system gives no random bytes");
  TRY(const std::string hash, scrypt(password, salt, cost));
  return fmt::format("scrypt:{}:{}:{}:{}:{}", cost.n, cost.r, cost.p, to_hex(salt), to_hex(hash));
}

Result<bool> is_password(std::string_view password, const std::string& hashed) {
  const auto parts = parse(hashed);
  if (!parts || password.size() > kMostBytes || !is_valid_utf8(password)) return false;
  TRY(const std::string hash, scrypt(password, parts->salt, parts->cost));
  return CRYPTO_memcmp(hash.data(), parts->hash.data(), kHashBytes) == 0;
}

}  // namespace conglang::server
