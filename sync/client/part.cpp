#include "sync/client/part.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "content/base/file.h"

namespace conglang::client {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPartEnding = ".part";

tuf::FileCheck check_of(const Download& download) {
  return {download.name, download.file.length, download.file.hashes};
}

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
      opened_(std::move(opened)),
      check_(check_of(download)) {}

Result<Part> Part::open(const Download& download, const DownloadWatch& watch) {
  // A link in its place is not written through.
  TRY(FileDescriptor opened, open_file(part_path(download.destination), O_RDWR | O_CREAT | O_NOFOLLOW));
  Part part(download, watch, std::move(opened));
  TRY_VOID(part.check_earlier_bytes());
  return part;
}

Result<void> Part::check_earlier_bytes() {
  const auto length = download_->file.length;
  if (::lseek(opened_.get(), 0, SEEK_END) > length) return start_over();
  TRY(const std::string earlier, read_file(path_, static_cast<std::uintmax_t>(length)));
  size_ = static_cast<std::int64_t>(earlier.size());
  continued_ = size_ > 0;
  return check_.update(earlier);
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
  TRY_VOID(check_.update(bytes));
  TRY_VOID(write_all(opened_, bytes, path_));
  size_ += count;
  return {};
}

Result<void> Part::start_over() {
  TRY_VOID(empty_file(opened_, path_));
  size_ = 0;
  continued_ = false;
  check_ = check_of(*download_);
  return {};
}

void Part::begin_writing() const {
  static_cast<void>(::sync_file_range(opened_.get(), 0, 0, SYNC_FILE_RANGE_WRITE));  // only a hint
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
