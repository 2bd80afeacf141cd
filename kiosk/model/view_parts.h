#pragma once
// The small parts that the views of several pages are made of.

#include <string>

namespace conglang::kiosk {

/// neutral: a fact. good: free, fresh, done. warning: amber with the warning icon. danger: red, for what
/// threatens life or goods.
enum class Tone { neutral, good, warning, danger };

struct ChipView {
  Tone tone = Tone::neutral;
  std::string icon;  ///< may be empty
  std::string text;

  bool operator==(const ChipView&) const = default;
};

/// A text with numbers that only the screen knows: "Còn {n} việc nữa", "Xem tiếp {n}/{of}".
struct Pattern {
  std::string text;

  bool operator==(const Pattern&) const = default;
  std::string with(int n, int of = 0) const;
};

/// A telephone number and whose it is.
struct NumberView {
  std::string icon;
  std::string label;
  std::string phone;

  bool operator==(const NumberView&) const = default;
};

/// One of a page's pictures at a time.
struct PicturesView {
  std::string file;  ///< guide::PictureUse::file; empty: the page has none
  std::string alt;   ///< what it shows, for who cannot see it
  int index = 0;     ///< from 0
  int count = 0;

  bool operator==(const PicturesView&) const = default;
};

}  // namespace conglang::kiosk
