#include "kiosk/model/pictures.h"

#include <algorithm>

#include "kiosk/model/heritage.h"
#include "kiosk/model/products.h"
#include "kiosk/model/wording.h"

namespace conglang::kiosk {
namespace {

void turn(int& picture, const std::vector<guide::PictureUse>& pictures) {
  const auto count = static_cast<int>(flat_pictures(pictures).size());
  if (count > 1) picture = (picture + 1) % count;
}

}  // namespace

std::vector<const guide::PictureUse*> flat_pictures(const std::vector<guide::PictureUse>& pictures) {
  std::vector<const guide::PictureUse*> flat;
  for (const guide::PictureUse& picture : pictures)
    if (!picture.panorama) flat.push_back(&picture);
  return flat;
}

PicturesView pictures_view(const std::vector<guide::PictureUse>& pictures, int shown, const Words& words) {
  const auto flat = flat_pictures(pictures);
  if (flat.empty()) return {};
  const auto count = static_cast<int>(flat.size());
  const int index = std::clamp(shown, 0, count - 1);
  const guide::PictureUse& picture = *flat[static_cast<std::size_t>(index)];
  return {picture.file, in(picture.alt, words), index, count};
}

void next_picture(State& state) {
  Page& page = state.visit.trail.back().page;
  if (auto* heritage = std::get_if<HeritagePage>(&page)) {
    if (const guide::Heritage* found = find_heritage(state, heritage->id))
      turn(heritage->picture, found->pictures);
  } else if (auto* product = std::get_if<ProductPage>(&page)) {
    if (const guide::Product* found = find_product(state, product->id))
      turn(product->picture, found->pictures);
  }
}

}  // namespace conglang::kiosk
