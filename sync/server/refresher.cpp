#include "sync/server/refresher.h"

#include "content/base/file.h"
#include "sync/repository/lifetimes.h"

namespace conglang::server {
namespace {

constexpr std::uintmax_t kMaxPassphraseBytes = 4096;

Result<std::string> first_line(const std::filesystem::path& file) {
  TRY(const std::string text, read_file(file, kMaxPassphraseBytes));
  const std::string line = text.substr(0, text.find('\n'));
  if (line.empty()) return fail(Errc::bad_usage, "{}: its first line is empty", file.string());
  return line;
}

}  // namespace

Result<repository::KeyFolder> online_keys(const std::filesystem::path& folder,
                                          const std::filesystem::path& passphrase_file) {
  TRY(std::string passphrase, first_line(passphrase_file.empty() ? folder / "passphrase" : passphrase_file));
  repository::KeyFolder keys(folder, std::move(passphrase));
  TRY(const auto entries, keys.list());
  for (const auto& entry : entries) {
    if (entry.role == "snapshot" || entry.role == "timestamp") continue;
    return fail(Errc::forbidden,
                "{}: a server holds the keys of snapshot and timestamp alone; keep that of {} elsewhere",
                entry.path.string(), entry.role);
  }
  for (const char* role : {"snapshot", "timestamp"}) TRY_VOID(keys.load(role));
  TRY_VOID(keys.trusted_root());
  return keys;
}

Refresher::Refresher(repository::Tree tree, repository::KeyFolder keys, Options options, Look look)
    : tree_(std::move(tree)),
      keys_(std::move(keys)),
      options_(std::move(options)),
      look_(std::move(look)),
      every_([this] { return work(); }) {}

Every::Pause Refresher::work() {
  const auto refreshed = repository::refresh(tree_, keys_, options_.clock());
  look_(refreshed);
  return refreshed ? options_.every : options_.again;
}

bool is_alarming(const Result<repository::Refreshed>& refreshed, Instant now) {
  if (!refreshed || !refreshed->expiring.empty()) return true;
  return refreshed->timestamp_expires - now < repository::kTimestampLifetime / 2;
}

}  // namespace conglang::server
