#include "sync/client/blob_store.h"

#include <system_error>

#include "content/base/file.h"
#include "sync/client/folder_names.h"
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
  return folder_ / file.hashes.name();
}

bool BlobStore::has(const tuf::TargetFile& file) const {
  std::error_code error;
  const auto length = fs::file_size(path_of(file), error);
  return !error && length == static_cast<std::uintmax_t>(file.length);
}

Result<void> BlobStore::check_space(const std::vector<Download>& downloads) const {
  std::uintmax_t needed = 0;
  for (const Download& one : downloads) {
    needed += static_cast<std::uintmax_t>(one.file.length - bytes_already_there(one.destination, one.file));
  }
  std::error_code error;
  const fs::space_info space = fs::space(folder_, error);
  if (error || needed <= space.available) return {};
  return fail(Errc::no_space, "{}: {} bytes are needed for new content and {} are free; free some space",
              folder_.string(), needed, space.available);
}

Result<std::size_t> BlobStore::fetch_missing(Fetcher& fetcher, const std::vector<WantedBlob>& wanted,
                                             const DownloadWatch& watch) const {
  std::vector<Download> downloads;
  std::set<std::string, std::less<>> seen;
  for (const WantedBlob& blob : wanted) {
    if (has(blob.file) || !seen.insert(blob.file.hashes.name()).second) continue;
    downloads.push_back({blob.path, blob.name, blob.file, path_of(blob.file)});
  }
  TRY_VOID(check_space(downloads));
  TRY_VOID(download_all(fetcher, downloads, CutOff::keep, watch));
  return downloads.size();
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
