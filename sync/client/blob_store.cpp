#include "sync/client/blob_store.h"

#include <system_error>

#include "content/base/file.h"
#include "sync/client/folder_names.h"
#include "sync/client/verified_download.h"
#include "sync/tuf/digest.h"

namespace conglang::client {
namespace {

namespace fs = std::filesystem;

void remove_quietly(const fs::path& path) {
  std::error_code ignored;
  fs::remove(path, ignored);
}

}  // namespace

BlobStore::BlobStore(fs::path folder) : folder_(std::move(folder)) {}

Result<BlobStore> BlobStore::open(const fs::path& folder) {
  TRY_VOID(make_folders(folder));
  return BlobStore(folder);
}

fs::path BlobStore::path_of(const tuf::TargetFile& file) const {
  return folder_ / file.hashes.sha256;
}

bool BlobStore::has(const tuf::TargetFile& file) const {
  std::error_code error;
  const auto length = fs::file_size(path_of(file), error);
  return !error && length == static_cast<std::uintmax_t>(file.length);
}

Result<void> BlobStore::fetch(Fetcher& fetcher, const std::string& path, const std::string& name,
                              const tuf::TargetFile& file) const {
  if (file.hashes.sha256.empty()) {
    return fail(Errc::invalid, "{}: no SHA-256 was signed for it; its publisher must add one", name);
  }
  if (has(file)) return {};
  return download(fetcher, path, name, file, path_of(file), CutOff::keep);
}

Result<std::string> BlobStore::read(const std::string& name, const tuf::TargetFile& file) const {
  TRY(std::string bytes, read_file(path_of(file), static_cast<std::uintmax_t>(file.length)));
  if (const auto checked = tuf::check_file(name, bytes, file.length, file.hashes); !checked) {
    remove_quietly(path_of(file));
    return tl::unexpected<Error>(checked.error());
  }
  return bytes;
}

void BlobStore::keep_only(const std::set<std::string, std::less<>>& hashes) const {
  for (const std::string& name : folder_names(folder_)) {
    if (!hashes.contains(name)) remove_quietly(folder_ / name);
  }
}

}  // namespace conglang::client
