#pragma once
// Opening a file below a folder, whatever stands in the folder: no symbolic link is followed at any
// component, no "..", no absolute path leads out. The kernel's openat2 does it where it is allowed, else each
// component is opened by itself.

#include <filesystem>
#include <string>

#include "content/base/file_descriptor.h"
#include "content/base/result.h"

namespace conglang {

/// A folder to open below. `folder` itself may be a link: it is the operator's word.
/// Errors: not_found, io.
Result<FileDescriptor> open_folder(const std::filesystem::path& folder);

enum class Resolve {
  by_kernel,     ///< openat2; by component where the kernel or a sandbox refuses that call
  by_component,  ///< Linux before 5.6
};

/// The regular file at `path`, relative to `folder`, open for reading.
/// Errors: not_found (also a folder, a device, an unreadable file); forbidden, a symbolic link, an absolute
/// path or ".."; no_space, no descriptor is left; io.
Result<FileDescriptor> open_beneath(const FileDescriptor& folder, const std::string& path,
                                    Resolve resolve = Resolve::by_kernel);

}  // namespace conglang
