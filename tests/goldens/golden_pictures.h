#pragma once
// The golden pictures of this Debian release: screens drawn headlessly with the kiosk's own rasteriser, at
// half their size, and how far a picture may be from its golden one.

#include <filesystem>
#include <functional>
#include <string>

#include "kiosk/raster/pixels.h"

namespace conglang::goldens {

/// Draws every picture, one after the other, and calls `visit` with its name ("home-portrait").
void draw_all(const std::function<void(const std::string& name, const raster::Image& picture)>& visit);

/// tests/data/golden/<codename>: the pictures of the Debian release that this runs on, else of the oldest.
std::filesystem::path golden_folder();

/// A pixel counts as different when a channel is more than kTolerance off; letters drawn by another version
/// of FreeType stay below it. Returns how many do; all, for another size.
inline constexpr int kTolerance = 40;
std::size_t different_pixels(const raster::Image& one, const raster::Image& other);

/// One in a thousand may differ: a moved letter is more.
inline std::size_t allowed_differences(const raster::Image& picture) {
  return picture.argb.size() / 1000;
}

}  // namespace conglang::goldens
