#pragma once
// The pictures of the active content on the screen: the cache that screens draw from and the loader that
// fills it.

#include <filesystem>
#include <set>

#include "kiosk/picture/picture_cache.h"
#include "kiosk/platform/picture_loader.h"

namespace conglang::platform {

/// Belongs to ImGui's current context and must end before it.
class VillagePictures {
 public:
  /// `arrived` as PictureLoader's. `data`: the folder in whose outbox/ broken pictures are reported.
  VillagePictures(std::filesystem::path data, std::size_t budget_bytes, std::function<void()> arrived);

  /// The content is that of `database` from now on. Not within a frame.
  void show_content(const std::filesystem::path& database);

  /// Takes what was decoded; what cannot be shown is reported and logged, once a file of each content. Not
  /// within a frame.
  void take_arrived();

  /// As PictureCache's.
  void forget_unseen() { cache_.forget_unseen(); }

  screens::Pictures& shown() { return cache_; }
  bool wants_frame() const { return cache_.wants_frame(); }

 private:
  void report(const std::string& file, const Error& why) const;

  std::filesystem::path data_;
  std::string content_;  ///< name of the database that is shown
  PictureLoader loader_;
  picture::PictureCache cache_;
  std::set<std::string> reported_;
};

}  // namespace conglang::platform
