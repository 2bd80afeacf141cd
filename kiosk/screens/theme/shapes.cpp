#include "kiosk/screens/theme/shapes.h"

#include <cstring>

namespace conglang::screens {
namespace {

ImFontAtlasRectId add(const Raster& raster) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.TexPixelsUseColors = true;
  ImFontAtlasRect place;
  const ImFontAtlasRectId id = atlas.AddCustomRect(raster.width, raster.height, &place);
  if (id == ImFontAtlasRectId_Invalid || atlas.TexData->Format != ImTextureFormat_RGBA32) return id;
  const auto bytes = static_cast<std::size_t>(raster.width) * sizeof(ImU32);
  for (int y = 0; y < raster.height; ++y) {
    std::memcpy(atlas.TexData->GetPixelsAt(place.x, place.y + y), raster.row(y), bytes);
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
  return picture(discs_.emplace(radius, add(raster_disc(radius))).first->second);
}

EavePictures Shapes::eave(const EaveShape& eave) {
  if (eave_ != eave) {
    for (ImFontAtlasRectId& slice : slices_) {
      if (slice != ImFontAtlasRectId_Invalid) ImGui::GetIO().Fonts->RemoveCustomRect(slice);
    }
    slices_[0] = add(raster_eave(eave, EaveSlice::left));
    slices_[1] = add(raster_eave(eave, EaveSlice::middle));
    slices_[2] = add(raster_eave(eave, EaveSlice::right));
    eave_ = eave;
  }
  return {picture(slices_[0]), picture(slices_[1]), picture(slices_[2])};
}

}  // namespace conglang::screens
