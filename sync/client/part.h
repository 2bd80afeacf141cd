#pragma once
// A file of content under way: what is in its .part file, and the check of exactly those bytes.

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "content/base/file_descriptor.h"
#include "content/base/result.h"
#include "sync/client/verified_download.h"

namespace conglang::client {

std::filesystem::path part_path(const std::filesystem::path& destination);

class Part : public Sink {
 public:
  /// Takes over what an earlier attempt left. `download` and `watch` must outlive this.
  /// Errors: io, no_space.
  static Result<Part> open(const Download& download, const DownloadWatch& watch);

  Result<void> begin(Delivery delivery) override;
  /// Errors: too_large, at the first byte past the length that was signed; the watch's; io, no_space.
  Result<void> take(std::string_view bytes) override;

  /// Forgets all bytes. Errors: io, no_space.
  Result<void> start_over();
  /// The verdict over the bytes as they are in the file. Errors: bad_hash, too_large; io.
  Result<void> verify() const;
  /// Makes its bytes durable. Errors: io, no_space.
  Result<void> make_durable() const;
  /// Gives it the name of the file that it was meant to be; its bytes are durable, the name is not before its
  /// folder is synced. Errors: io, no_space.
  Result<void> take_name() const;
  void remove() const;

  std::int64_t size() const { return size_; }
  bool is_complete() const { return size_ == download_->file.length && size_ > 0; }
  /// True when its bytes are not all from this attempt.
  bool is_continued() const { return continued_; }
  const Download& download() const { return *download_; }

 private:
  Part(const Download& download, const DownloadWatch& watch, FileDescriptor opened);

  const Download* download_;
  const DownloadWatch* watch_;
  std::filesystem::path path_;
  FileDescriptor opened_;
  std::int64_t size_ = 0;
  bool continued_ = false;
};

}  // namespace conglang::client
