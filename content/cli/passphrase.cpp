#include "content/cli/passphrase.h"

#include <algorithm>

#include "content/base/file.h"
#include "sync/tuf/signing_key.h"

namespace conglang::cli {
namespace {

constexpr std::uintmax_t kMaxPassphraseBytes = 1024;

Result<std::string> first_line(const std::filesystem::path& path) {
  TRY(std::string line, read_file(path, kMaxPassphraseBytes));
  line.resize(std::min(line.size(), line.find_first_of("\r\n")));
  if (line.empty())
    return fail(Errc::bad_usage, "{}: its first line is empty; write the passphrase there", path.string());
  return line;
}

}  // namespace

Result<std::string> read_passphrase(const std::filesystem::path& file, const std::filesystem::path& keys) {
  if (!file.empty()) return first_line(file);
  auto line = first_line(keys / "passphrase");
  if (!line && line.error().code == Errc::not_found) {
    return fail(Errc::not_found, "{}: there is no passphrase file; name yours with --passphrase-file",
                (keys / "passphrase").string());
  }
  return line;
}

Result<NewPassphrase> passphrase_for_new_keys(const std::filesystem::path& file,
                                              const std::filesystem::path& keys) {
  auto given = read_passphrase(file, keys);
  if (given) return NewPassphrase{std::move(*given), false};
  if (!file.empty() || given.error().code != Errc::not_found) {
    return tl::unexpected<Error>(std::move(given).error());
  }
  TRY(std::string drawn, tuf::random_passphrase());
  TRY_VOID(make_folders(keys));
  TRY_VOID(write_file_atomically(keys / "passphrase", drawn + "\n", 0600));
  return NewPassphrase{std::move(drawn), true};
}

}  // namespace conglang::cli
