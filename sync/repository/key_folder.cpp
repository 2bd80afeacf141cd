#include "sync/repository/key_folder.h"

#include "content/base/file.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMaxPemBytes = 16UL * 1024;
constexpr unsigned kOwnerOnly = 0600;

}  // namespace

fs::path KeyFolder::key_path(std::string_view role) const {
  return folder_ / (tuf::percent_encode(role) + ".pem");
}

Result<tuf::SigningKey> KeyFolder::create(std::string_view role) const {
  const fs::path path = key_path(role);
  if (fs::exists(fs::symlink_status(path))) {
    return fail(Errc::conflict, "{}: there is a key already; it is never overwritten", path.string());
  }
  TRY(tuf::SigningKey key, tuf::SigningKey::generate());
  TRY(const std::string pem, key.to_pem(passphrase_, cost_));
  TRY_VOID(write_file_atomically(path, pem, kOwnerOnly));
  return key;
}

Result<tuf::SigningKey> KeyFolder::load(std::string_view role) const {
  const fs::path path = key_path(role);
  auto pem = read_file(path, kMaxPemBytes);
  if (!pem && pem.error().code == Errc::not_found) {
    return fail(Errc::not_found, "{}: the key of role {} is not there; publish where it is kept",
                path.string(), role);
  }
  if (!pem) return tl::unexpected<Error>(std::move(pem).error());
  auto key = tuf::SigningKey::from_pem(*pem, passphrase_);
  if (!key) return with_context(std::move(key).error(), path.string());
  return key;
}

Result<std::string> KeyFolder::trusted_root() const {
  return read_file(folder_ / "root.json", static_cast<std::uintmax_t>(tuf::kMaxRootBytes));
}

Result<void> KeyFolder::store_trusted_root(std::string_view bytes) const {
  const fs::path path = folder_ / "root.json";
  if (fs::exists(fs::symlink_status(path))) {
    return fail(Errc::conflict, "{}: there is a trusted root already; it is never overwritten",
                path.string());
  }
  return write_file_atomically(path, bytes);
}

}  // namespace conglang::repository
