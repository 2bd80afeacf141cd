#pragma once
// Files read whole within a bound, and files written so that a power cut leaves the old or the new, never a
// mixture: a temporary file beside the target, fsync, rename, fsync of the folder, all by descriptor.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/file_descriptor.h"
#include "content/base/result.h"

namespace conglang {

/// The whole file.
/// Errors: not_found; too_large, over `max_bytes`; io. Each message names the path.
Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t max_bytes);

/// Durable before it is visible: after success the file is `bytes`, even across a power cut. The folder must
/// exist. `mode` is given to a new file.
/// Errors: no_space; io. The old file, if any, is then as it was, and nothing temporary is left.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                                   unsigned mode = 0644);

/// Opens `path` with the flags of open(2); O_CLOEXEC is added. Errors: not_found, no_space, io.
Result<FileDescriptor> open_file(const std::filesystem::path& path, int flags, unsigned mode = 0644);

/// Writes all of `bytes` where the descriptor stands. `path` is for messages. Errors: no_space, io; a part
/// may have been written.
Result<void> write_all(const FileDescriptor& file, std::string_view bytes, const std::filesystem::path& path);

/// Takes all bytes out of an open file; what is written next is its first. Errors: no_space, io.
Result<void> empty_file(const FileDescriptor& file, const std::filesystem::path& path);

/// Makes what was written to `from` durable, and then its new name `to`, in the same folder, which it
/// replaces. `file` is `from`, open. Errors: no_space, io; `to` is then as it was, or already new.
Result<void> rename_durably(const FileDescriptor& file, const std::filesystem::path& from,
                            const std::filesystem::path& to);

/// Makes the names in `folder` durable. Errors: io.
Result<void> sync_folder(const std::filesystem::path& folder);

/// Makes `folder` and its parents. Errors: no_space, io.
Result<void> make_folders(const std::filesystem::path& folder);

/// Paths of the regular files below `folder`, relative to it, with `/`, in byte order. Symbolic links are
/// refused, not followed.
/// Errors: not_found; io; forbidden, for a symbolic link.
Result<std::vector<std::string>> list_files(const std::filesystem::path& folder);

}  // namespace conglang
