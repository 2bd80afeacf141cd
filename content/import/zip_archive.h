#pragma once
// A ZIP archive in memory, by libzip: members are read by their exact name into memory and never onto the
// disk, so no name in it can reach a file. What it unpacks to is bounded, member by member and in all.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::import {

inline constexpr std::size_t kMaxZipMemberBytes = 16UL * 1024 * 1024;
inline constexpr std::size_t kMaxZipBytes = 48UL * 1024 * 1024;  ///< of all that is read of one archive

class ZipArchive {
 public:
  /// `bytes` must outlive the archive. `where` is in front of every message.
  /// Errors: parse, no ZIP archive, or damaged.
  static Result<ZipArchive> open(std::string_view bytes, std::string_view where);

  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  /// The member `name`, unpacked; nothing when there is none.
  /// Errors: parse, damaged; too_large, over a limit above; forbidden, encrypted.
  Result<std::optional<std::string>> read(const std::string& name);

 private:
  struct Handle;
  ZipArchive(std::unique_ptr<Handle> handle, std::string where);

  std::unique_ptr<Handle> handle_;
  std::string where_;
  std::size_t taken_ = 0;
};

}  // namespace conglang::import
