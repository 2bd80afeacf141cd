#include "sync/repository/key_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <tuple>

#include "content/base/file.h"
#include "content/base/hex.h"
#include "sync/tuf/limits.h"
#include "sync/tuf/names.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMaxPemBytes = 16UL * 1024;
constexpr unsigned kOwnerOnly = 0600;

// What percent_encode made, back again.
std::string percent_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = text[i] == '%' && i + 2 < text.size() ? from_hex(text.substr(i + 1, 2)) : std::nullopt;
    decoded += byte ? *byte : std::string(1, text[i]);
    if (byte) i += 2;
  }
  return decoded;
}

struct Name {
  std::string role;
  int number = 1;
};

// "root.pem", "root+2.pem"; a role's own "+" is percent-encoded.
std::optional<Name> read_name(const fs::path& path) {
  if (path.extension() != ".pem") return std::nullopt;
  const std::string stem = path.stem().string();
  const std::size_t plus = stem.find('+');
  Name name{percent_decode(stem.substr(0, plus)), 1};
  if (plus == std::string::npos) return name;
  const char* end = stem.data() + stem.size();
  const auto read = std::from_chars(stem.data() + plus + 1, end, name.number);
  if (read.ec != std::errc() || read.ptr != end || name.number < 2) return std::nullopt;
  return name;
}

}  // namespace

fs::path KeyFolder::key_path(std::string_view role, int number) const {
  const std::string stem = tuf::percent_encode(role);
  return folder_ / (number == 1 ? stem + ".pem" : fmt::format("{}+{}.pem", stem, number));
}

Result<tuf::SigningKey> KeyFolder::create(std::string_view role) const {
  const fs::path path = key_path(role);
  if (fs::exists(fs::symlink_status(path))) {
    return fail(Errc::conflict, "{}: there is a key already; it is never overwritten", path.string());
  }
  return create_at(path);
}

Result<tuf::SigningKey> KeyFolder::create_another(std::string_view role) const {
  int number = 1;
  while (fs::exists(fs::symlink_status(key_path(role, number)))) ++number;
  return create_at(key_path(role, number));
}

Result<tuf::SigningKey> KeyFolder::create_at(const fs::path& path) const {
  TRY(tuf::SigningKey key, tuf::SigningKey::generate());
  TRY(const std::string pem, key.to_pem(passphrase_, cost_));
  TRY_VOID(write_file_atomically(path, pem, kOwnerOnly));
  return key;
}

Result<tuf::SigningKey> KeyFolder::load_from(const fs::path& path, std::string_view role) const {
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

Result<std::vector<tuf::SigningKey>> KeyFolder::load(std::string_view role) const {
  std::vector<Entry> entries;
  if (auto listed = list()) entries = std::move(*listed);
  std::erase_if(entries, [role](const Entry& entry) { return entry.role != role; });
  if (entries.empty()) entries.push_back({std::string(role), key_path(role)});
  std::vector<tuf::SigningKey> keys;
  for (const Entry& entry : entries) {
    TRY(tuf::SigningKey key, load_from(entry.path, role));
    keys.push_back(std::move(key));
  }
  return keys;
}

Result<std::vector<KeyFolder::Entry>> KeyFolder::list() const {
  std::vector<std::pair<Name, fs::path>> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    if (auto name = read_name(entry->path())) found.emplace_back(std::move(*name), entry->path());
  }
  if (error == std::errc::no_such_file_or_directory) {
    return fail(Errc::not_found, "{}: there is no such folder of keys", folder_.string());
  }
  if (error) return fail(Errc::io, "listing {}: {}", folder_.string(), error.message());
  std::ranges::sort(found, {}, [](const auto& one) { return std::tuple(one.first.role, one.first.number); });
  std::vector<Entry> entries;
  for (auto& [name, path] : found) entries.push_back({std::move(name.role), std::move(path)});
  return entries;
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
