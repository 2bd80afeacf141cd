#include "sync/client/part.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

#include "content/base/file.h"
#include "sync/tuf/digest.h"

namespace conglang::client {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPartEnding = ".part";
constexpr std::size_t kChunkBytes = 128UL * 1024;  // stays in a core's cache between reading and hashing

tl::unexpected<Error> refused(std::string_view doing, const fs::path& path, int error) {
  const bool is_full = error == ENOSPC || error == EDQUOT;
  return fail(is_full ? Errc::no_space : Errc::io, "{} {}: {}", doing, path.string(),
              std::generic_category().message(error));
}

}  // namespace

fs::path part_path(const fs::path& destination) {
  return destination.string() + kPartEnding;
}

Part::Part(const Download& download, const DownloadWatch& watch, FileDescriptor opened)
    : download_(&download),
      watch_(&watch),
      path_(part_path(download.destination)),
      opened_(std::move(opened)) {}

Result<Part> Part::open(const Download& download, const DownloadWatch& watch) {
  // A link in its place is not written through.
  TRY(FileDescriptor opened, open_file(part_path(download.destination), O_RDWR | O_CREAT | O_NOFOLLOW));
  Part part(download, watch, std::move(opened));
  part.size_ = ::lseek(part.opened_.get(), 0, SEEK_END);
  part.continued_ = part.size_ > 0;
  if (part.size_ < 0 || part.size_ > download.file.length) {
    TRY_VOID(part.start_over());
  }
  return part;
}

Result<void> Part::begin(Delivery delivery) {
  if (delivery == Delivery::whole && size_ > 0) return start_over();
  return {};
}

Result<void> Part::take(std::string_view bytes) {
  const auto count = static_cast<std::int64_t>(bytes.size());
  if (watch_->allow) {
    TRY_VOID(watch_->allow(count));
  }
  if (size_ + count > download_->file.length) {
    return fail(Errc::too_large, "{}: is longer than the {} bytes that were signed for it", download_->name,
                download_->file.length);
  }
  TRY_VOID(write_all(opened_, bytes, path_));
  size_ += count;
  return {};
}

Result<void> Part::start_over() {
  TRY_VOID(empty_file(opened_, path_));
  size_ = 0;
  continued_ = false;
  return {};
}

Result<void> Part::verify() const {
  tuf::FileCheck check(download_->name, download_->file.length, download_->file.hashes);
  std::string chunk(kChunkBytes, '\0');
  for (::off_t at = 0;;) {
    const ssize_t got = ::pread(opened_.get(), chunk.data(), chunk.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return refused("reading", path_, errno);
    if (got == 0) return check.finish();
    TRY_VOID(check.update(std::string_view(chunk).substr(0, static_cast<std::size_t>(got))));
    at += got;
  }
}

Result<void> Part::make_durable() const {
  while (::fsync(opened_.get()) != 0) {
    if (errno != EINTR) return refused("syncing", path_, errno);
  }
  return {};
}

Result<void> Part::take_name() const {
  while (::rename(path_.c_str(), download_->destination.c_str()) != 0) {
    if (errno != EINTR) return refused("writing", download_->destination, errno);
  }
  return {};
}

void Part::remove() const {
  std::error_code ignored;
  fs::remove(path_, ignored);
}

}  // namespace conglang::client
