#pragma once
// Sheets of paper (ISO 216) and places on them, in millimetres from the upper left corner.

namespace conglang::board {

enum class Paper { a3, a4, a5 };
enum class Orientation { portrait, landscape };

inline constexpr double kPointsPerMm = 72.0 / 25.4;
inline constexpr double kMarginMm = 10.0;  ///< what office printers can print, with room to spare
inline constexpr double kBleedMm = 3.0;

struct Size {
  double width = 0;
  double height = 0;

  bool operator==(const Size&) const = default;
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  bool operator==(const Box&) const = default;
};

constexpr Size size_of(Paper paper, Orientation orientation) {
  const Size upright = paper == Paper::a3   ? Size{297, 420}
                       : paper == Paper::a4 ? Size{210, 297}
                                            : Size{148, 210};
  return orientation == Orientation::portrait ? upright : Size{upright.height, upright.width};
}

/// Lengths beside those on A3, which the designs are drawn for.
constexpr double scale_of(Paper paper) {
  return paper == Paper::a3 ? 1.0 : paper == Paper::a4 ? 0.7071 : 0.5;
}

}  // namespace conglang::board
