#pragma once
// Pictures that staff send. What is published is never what was sent: every picture is decoded and written
// anew by `conglang picture`, in a process of its own with limits, so nothing that hides in a file gets
// further: no EXIF with a house's coordinates, no second file, no bomb.

#include <map>
#include <string>
#include <string_view>

#include "sync/server/api/router.h"
#include "sync/server/review/tool.h"
#include "sync/server/store/store.h"

namespace conglang::server {

inline constexpr std::size_t kMaxUploadBytes = 12UL * 1024 * 1024;  ///< a phone's photograph

struct StoredPicture {
  std::string path;  ///< "communes/09784/pictures/anh-1f3a9c20.jpg"
  std::int64_t width = 0;
  std::int64_t height = 0;
  std::string bytes;
  std::string alt;
};

/// Makes `bytes` a picture of `commune`. `alt`: what it shows. `scratch`: a folder to work in. Errors:
/// refused 422, no alt text, no picture, or one that is broken or too large; 413, the commune's pictures are
/// too many; 503, the tool is busy or not there.
Result<StoredPicture> add_picture(Store& store, const Tool& tool, const std::filesystem::path& scratch,
                                  const std::string& commune, std::string_view bytes, const std::string& alt,
                                  const Account& account, Instant now);

/// Errors: refused 404.
Result<StoredPicture> find_picture(const Store& store, const std::string& commune, const std::string& file);

/// Those that were sent here and that `content` names, bytes by path.
Result<std::map<std::string, std::string>> pictures_named(const Store& store, const std::string& commune,
                                                          const std::string& content);

}  // namespace conglang::server
