#include "kiosk/screens/theme/shapes.h"

#include <cstring>

namespace conglang::screens {
namespace {

// White with `bytes` as alpha, in either of the formats that ImGui's textures have.
void write_row(const std::uint8_t* bytes, int count, ImTextureFormat format, void* pixels) {
  if (format == ImTextureFormat_Alpha8) {
    std::memcpy(pixels, bytes, static_cast<std::size_t>(count));
    return;
  }
  auto* const rgba = static_cast<ImU32*>(pixels);
  for (int i = 0; i < count; ++i) rgba[i] = IM_COL32(255, 255, 255, bytes[i]);
}

ImFontAtlasRectId add(const Coverage& coverage) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect place;
  const ImFontAtlasRectId id = atlas.AddCustomRect(coverage.width, coverage.height, &place);
  if (id == ImFontAtlasRectId_Invalid) return id;
  for (int y = 0; y < coverage.height; ++y) {
    write_row(coverage.row(y), coverage.width, atlas.TexData->Format,
              atlas.TexData->GetPixelsAt(place.x, place.y + y));
  }
  return id;
}

Picture picture(ImFontAtlasRectId id) {
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFontAtlasRect place;
  if (!atlas.GetCustomRect(id, &place)) return {atlas.TexRef, atlas.TexUvWhitePixel, atlas.TexUvWhitePixel};
  return {atlas.TexRef, place.uv0, place.uv1};
}

}  // namespace

Picture Shapes::disc(int radius) {
  const auto known = discs_.find(radius);
  if (known != discs_.end()) return picture(known->second);
  return picture(discs_.emplace(radius, add(cover_disc(radius))).first->second);
}

EavePictures Shapes::eave(const EaveShape& eave, EaveSlice slice) {
  if (eave_ != eave) make_eave(eave);
  EavePictures pictures;
  for (std::size_t layer = 0; layer < kEaveLayers; ++layer) {
    pictures[layer] = picture(slices_[static_cast<std::size_t>(slice)][layer]);
  }
  return pictures;
}

// The old places are given up last, so that they are free until the next frame: one that is taken again at
// once is never found free, and ImGui's count of how often it was taken runs over
// (picture/imgui_session.cpp).
void Shapes::make_eave(const EaveShape& eave) {
  const auto old = slices_;
  for (const EaveSlice slice : {EaveSlice::left, EaveSlice::middle, EaveSlice::right}) {
    const auto layers = cover_eave(eave, slice);
    for (std::size_t layer = 0; layer < kEaveLayers; ++layer)
      slices_[static_cast<std::size_t>(slice)][layer] = add(layers[layer]);
  }
  if (eave_) {
    for (const auto& layers : old)
      for (const ImFontAtlasRectId place : layers) ImGui::GetIO().Fonts->RemoveCustomRect(place);
  }
  eave_ = eave;
}

}  // namespace conglang::screens
