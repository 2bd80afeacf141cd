#pragma once

#include "content/guide/bundle.h"

namespace conglang::guide {

/// The most that one commune may bring: more would crowd out a kiosk's memory and disk.
inline constexpr std::size_t kMaxLocalFileBytes = 1024UL * 1024;
inline constexpr std::size_t kMaxPicturesBytes = 48UL * 1024 * 1024;
inline constexpr std::size_t kMaxRecordingsBytes = 32UL * 1024 * 1024;

/// Adds the files of province `code` to `assembled`, which holds the nation's content.
void add_province(const Files& files, std::string_view code, Assembled& assembled);

/// Adds the files of commune `code` to `assembled`, which holds the layers above.
void add_commune(const Files& files, std::string_view code, Assembled& assembled);

}  // namespace conglang::guide
