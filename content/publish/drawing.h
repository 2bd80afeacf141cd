#pragma once
// Drawings of a commune, SVG, become pictures when a bundle is made: a kiosk gets PNG and never sees an SVG,
// a language with links, scripts and entities. Drawn by rsvg-convert (librsvg) in a process of its own,
// within limits of time and memory; what asks for anything outside the file is refused before.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::publish {

inline constexpr std::size_t kMaxDrawingBytes = 512UL * 1024;

/// A drawing fills a square of that side, whatever size it says it has.
inline constexpr int kDrawingSidePx = 1600;

/// The path in a bundle of the picture that the drawing at `path` of a folder of guides becomes:
/// communes/<code>/pictures/<slug>.svg to the same with ".png". Nothing for any other path.
std::optional<std::string> picture_path_of_drawing(std::string_view path);

/// The drawing as a PNG file.
/// Errors: too_large, over kMaxDrawingBytes, or too much to draw; invalid, no SVG, or one that refers to what
/// is not in the file; not_found, rsvg-convert is not installed; io.
Result<std::string> draw_svg(std::string_view svg);

}  // namespace conglang::publish
