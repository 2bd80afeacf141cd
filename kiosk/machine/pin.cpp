#include "kiosk/machine/pin.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <system_error>

#include "content/base/file.h"
#include "content/base/hex.h"
#include "kiosk/machine/pin_guard.h"

namespace conglang::machine {
namespace {

using nlohmann::json;

// RFC 7914's work factors. 32 MiB for a tenth of a second: a copied file costs its thief as much a guess.
constexpr std::uint64_t kCost = 1U << 15U;
constexpr std::uint64_t kBlock = 8;
constexpr std::uint64_t kParallel = 1;
constexpr std::uint64_t kMemory = 64UL << 20U;
constexpr std::size_t kSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kFewestDigits = 6;
constexpr std::size_t kMostDigits = 12;
constexpr std::uintmax_t kMaxFileBytes = 4096;

// True when each digit follows the one before by `step`.
bool is_run(std::string_view pin, int step) {
  return std::adjacent_find(pin.begin(), pin.end(),
                            [step](char one, char next) { return next - one != step; }) == pin.end();
}

Result<void> check_rules(std::string_view pin) {
  if (pin.find_first_not_of("0123456789") != std::string_view::npos || pin.size() < kFewestDigits ||
      pin.size() > kMostDigits) {
    return fail(Errc::invalid, "a PIN has {} to {} digits and nothing else", kFewestDigits, kMostDigits);
  }
  if (is_run(pin, 0) || is_run(pin, 1) || is_run(pin, -1))
    return fail(Errc::invalid, "a PIN such as 111111 or 123456 is guessed first; choose another");
  return {};
}

Result<std::string> hash(std::string_view pin, std::string_view salt) {
  std::string bytes(kHashBytes, '\0');
  const auto as_bytes = [](std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
  };
  if (EVP_PBE_scrypt(pin.data(), pin.size(), as_bytes(salt), salt.size(), kCost, kBlock, kParallel, kMemory,
                     reinterpret_cast<unsigned char*>(bytes.data()), bytes.size()) != 1) {
    return fail(Errc::internal, "scrypt cannot be computed: is there 64 MiB of memory?");
  }
  return bytes;
}

// Set by root, the file is still for the user that the screen runs as.
Result<void> give_to_owner_of(const std::filesystem::path& folder, const std::filesystem::path& file) {
  struct stat owner {};
  if (::geteuid() != 0 || ::stat(folder.c_str(), &owner) != 0) return {};
  if (::chown(file.c_str(), owner.st_uid, owner.st_gid) == 0) return {};
  return fail(Errc::io, "{}: cannot be given to the user of its folder; set the PIN as that user",
              file.string());
}

std::string bytes_of(const json& document, const char* name) {
  const auto found = document.find(name);
  if (found == document.end() || !found->is_string()) return {};
  return from_hex(found->get<std::string>()).value_or("");
}

}  // namespace

std::filesystem::path pin_file(const std::filesystem::path& data) {
  return data / "staff-pin.json";
}

Result<void> set_pin(const std::filesystem::path& data, std::string_view pin) {
  TRY_VOID(check_rules(pin));
  std::string salt(kSaltBytes, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), static_cast<int>(salt.size())) != 1)
    return fail(Errc::internal, "the system gives no random bytes");
  TRY(const std::string hashed, hash(pin, salt));
  const json document = {{"scrypt", to_hex(hashed)}, {"salt", to_hex(salt)}};
  TRY_VOID(write_file_atomically(pin_file(data), document.dump() + "\n", 0600));
  TRY_VOID(give_to_owner_of(data, pin_file(data)));
  return PinGuard::forget_attempts(data);
}

bool has_pin(const std::filesystem::path& data) {
  std::error_code ignored;
  return std::filesystem::exists(pin_file(data), ignored);
}

Result<bool> is_pin(const std::filesystem::path& data, std::string_view pin) {
  TRY(const std::string text, read_file(pin_file(data), kMaxFileBytes));
  const json document = json::parse(text, nullptr, false);
  const std::string salt = document.is_object() ? bytes_of(document, "salt") : std::string();
  const std::string expected = document.is_object() ? bytes_of(document, "scrypt") : std::string();
  if (salt.size() != kSaltBytes || expected.size() != kHashBytes) {
    return fail(Errc::parse, "{}: is damaged; set the PIN again with conglang-kiosk set-pin",
                pin_file(data).string());
  }
  TRY(const std::string hashed, hash(pin, salt));
  return CRYPTO_memcmp(hashed.data(), expected.data(), kHashBytes) == 0;
}

}  // namespace conglang::machine
