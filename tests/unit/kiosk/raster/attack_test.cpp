// Draw data that no honest program makes. The pixels lie within a larger buffer whose margin must stay as it
// was; with the sanitizers, reads out of bounds are found too.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <random>

#include "kiosk/raster/raster.h"
#include "tests/support/draw_list.h"

using namespace conglang;
using namespace conglang::raster;
using conglang::testing::HandMadeDrawing;
using conglang::testing::HandMadeTexture;

namespace {

constexpr int kSide = 24;
constexpr int kMargin = 8;
constexpr Argb kGuard = 0x12345678;
constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kHuge = std::numeric_limits<float>::max();
constexpr float kTiny = std::numeric_limits<float>::denorm_min();

// Pixels with a guarded margin on all four sides.
struct Guarded {
  Image all{kSide + 2 * kMargin, kSide + 2 * kMargin};
  Guarded() { std::ranges::fill(all.argb, kGuard); }

  Pixels target() {
    const Pixels outer = all.pixels();
    return {outer.row(kMargin) + kMargin, kSide, kSide, outer.stride};
  }
  std::ptrdiff_t guards() const { return std::ranges::count(all.argb, kGuard); }
  std::ptrdiff_t drawn() const { return static_cast<std::ptrdiff_t>(all.argb.size()) - guards(); }
  bool margin_is_whole() {
    Guarded clean;
    const Pixels inside = target();
    for (int y = 0; y < kSide; ++y) std::fill_n(inside.row(y), kSide, kGuard);
    return all == clean.all;
  }
};

}  // namespace

TEST_CASE("attack: indices beyond the vertices, and commands beyond the indices", "[raster][security]") {
  HandMadeTexture white(ImTextureFormat_Alpha8, 4, 4);
  HandMadeDrawing drawing(white, kSide, kSide);
  drawing.rectangle({0, 0}, {4, 4}, IM_COL32_WHITE);
  for (const int index : {4, 5, 1000, 65535}) {
    for (int i = 0; i < 6; ++i) drawing.index(static_cast<ImDrawIdx>(index));
  }
  Guarded guarded;
  draw(drawing.data(), guarded.target());
  CHECK(guarded.drawn() == 16);

  drawing.command().ElemCount = 0xFFFFFFFF;
  draw(drawing.data(), guarded.target());
  drawing.command().IdxOffset = 0xFFFFFFF0;
  draw(drawing.data(), guarded.target());
  drawing.command().IdxOffset = 3;
  drawing.command().VtxOffset = 0xFFFFFFF0;
  draw(drawing.data(), guarded.target());
  CHECK(guarded.drawn() == 16);
  CHECK(guarded.margin_is_whole());
}

TEST_CASE("attack: a number of indices that makes no triangles", "[raster][security]") {
  HandMadeTexture white(ImTextureFormat_Alpha8, 4, 4);
  for (unsigned count = 0; count < 8; ++count) {
    HandMadeDrawing drawing(white, kSide, kSide);
    drawing.rectangle({0, 0}, {4, 4}, IM_COL32_WHITE);
    drawing.list().IdxBuffer.resize(static_cast<int>(std::min(count, 6U)));
    drawing.command().ElemCount = count;
    Guarded guarded;
    draw(drawing.data(), guarded.target());
    CHECK(guarded.drawn() == (count < 3 ? 0 : count < 6 ? 10 : 16));
    CHECK(guarded.margin_is_whole());
  }
}

TEST_CASE("attack: coordinates that are no numbers draw nothing", "[raster][security]") {
  HandMadeTexture white(ImTextureFormat_Alpha8, 4, 4);
  for (const float bad : {kNan, kInfinity, -kInfinity}) {
    HandMadeDrawing drawing(white, kSide, kSide);
    drawing.rectangle({bad, 0}, {8, 8}, IM_COL32_WHITE);
    drawing.rectangle({0, 0}, {8, bad}, IM_COL32_WHITE);
    drawing.rectangle({0, 0}, {8, 8}, IM_COL32_WHITE, {bad, 0}, {1, 1});
    drawing.triangle({ImDrawVert{{bad, bad}, {0, 0}, IM_COL32_WHITE},
                      ImDrawVert{{9, 0}, {0, 0}, IM_COL32_BLACK},
                      ImDrawVert{{0, 9}, {0, 0}, IM_COL32_WHITE}});
    Guarded guarded;
    draw(drawing.data(), guarded.target());
    CHECK(guarded.drawn() == 0);
  }
}

TEST_CASE("attack: a clip rectangle that is huge, turned round or no number stays within the pixels",
          "[raster][security]") {
  HandMadeTexture white(ImTextureFormat_Alpha8, 4, 4);
  struct Clip {
    ImVec4 clip;
    bool draws;
  };
  for (const Clip& one : {Clip{{-kHuge, -kHuge, kHuge, kHuge}, true},
                          Clip{{-kInfinity, -kInfinity, kInfinity, kInfinity}, true},
                          Clip{{20, 20, 4, 4}, false}, Clip{{100, 100, 200, 200}, false},
                          Clip{{-200, -200, -100, -100}, false}, Clip{{kNan, kNan, kNan, kNan}, false}}) {
    HandMadeDrawing drawing(white, kSide, kSide);
    drawing.command().ClipRect = one.clip;
    drawing.rectangle({-kHuge, -kHuge}, {kHuge, kHuge}, IM_COL32_WHITE);
    drawing.triangle({ImDrawVert{{-kHuge, -kHuge}, {0, 0}, IM_COL32_WHITE},
                      ImDrawVert{{kHuge, -kHuge}, {0, 0}, IM_COL32_BLACK},
                      ImDrawVert{{0, kHuge}, {0, 0}, IM_COL32_WHITE}});
    Guarded guarded;
    draw(drawing.data(), guarded.target());
    CHECK(guarded.drawn() == (one.draws ? kSide * kSide : 0));
    CHECK(guarded.margin_is_whole());
  }
}

TEST_CASE("attack: texture coordinates far outside read the nearest texel or none", "[raster][security]") {
  for (const ImTextureFormat format : {ImTextureFormat_Alpha8, ImTextureFormat_RGBA32}) {
    HandMadeTexture white(format, 4, 4);
    for (const float far : {-kHuge, -1e9F, -5.0F, 5.0F, 1e9F, kHuge, kTiny}) {
      HandMadeDrawing drawing(white, kSide, kSide);
      drawing.rectangle({2, 2}, {8, 8}, IM_COL32_WHITE, {far, far}, {far, far});
      drawing.rectangle({2, 2}, {8, 8}, IM_COL32_WHITE, {far, 0}, {far + 1, 1});
      drawing.rectangle({2, 2}, {8, 8}, IM_COL32_WHITE, {-far, far}, {far, 1});
      drawing.triangle({ImDrawVert{{0, 0}, {far, 0}, IM_COL32_WHITE},
                        ImDrawVert{{9, 0}, {0, far}, IM_COL32_BLACK},
                        ImDrawVert{{0, 9}, {-far, 0}, IM_COL32_WHITE}});
      Guarded guarded;
      draw(drawing.data(), guarded.target());
      CHECK(guarded.margin_is_whole());
    }
  }
}

TEST_CASE("attack: a texture without pixels, or none at all, draws nothing", "[raster][security]") {
  HandMadeTexture white(ImTextureFormat_Alpha8, 4, 4);
  HandMadeDrawing drawing(white, kSide, kSide);
  drawing.rectangle({2, 2}, {8, 8}, IM_COL32_WHITE);
  Guarded guarded;
  drawing.command().TexRef = ImTextureRef(ImTextureID{1234});
  draw(drawing.data(), guarded.target());
  drawing.command().TexRef = white.data().GetTexRef();
  white.data().DestroyPixels();
  draw(drawing.data(), guarded.target());
  CHECK(guarded.drawn() == 0);
}

TEST_CASE("attack: ten thousand lists of random bits write nothing outside", "[raster][security]") {
  std::mt19937 random(20261124);  // the same every time
  const auto any = [&random] {
    constexpr float kOdd[] = {kNan, kInfinity, -kInfinity, kHuge, -kHuge, kTiny,
                              0,    -1,        kSide,      1e9F,  -1e9F,  0.5F};
    const auto pick = random() % 40;
    if (pick < std::size(kOdd)) return kOdd[pick];
    return static_cast<float>(random() % 4000) / 100 - 8;
  };
  HandMadeTexture texture(ImTextureFormat_Alpha8, 4, 4);
  Guarded guarded;
  for (int round = 0; round < 10000; ++round) {
    HandMadeDrawing drawing(texture, kSide, kSide);
    drawing.command().ClipRect = {any(), any(), any(), any()};
    if (round % 2 == 0) drawing.command().ClipRect = {0, 0, kSide, kSide};
    for (int i = 0; i < 6; ++i) {
      drawing.list().VtxBuffer.push_back({{any(), any()}, {any(), any()}, static_cast<ImU32>(random())});
    }
    drawing.rectangle({any(), any()}, {any(), any()}, static_cast<ImU32>(random()), {any(), any()},
                      {any(), any()});
    for (int i = 0; i < 9; ++i) drawing.index(static_cast<ImDrawIdx>(random() % 11));
    draw(drawing.data(), guarded.target());
  }
  CHECK(guarded.margin_is_whole());
}
