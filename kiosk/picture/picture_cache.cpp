#include "kiosk/picture/picture_cache.h"

#include <algorithm>

namespace conglang::picture {
namespace {

std::size_t bytes_of(const raster::Image& image) {
  return image.argb.size() * sizeof(raster::Argb);
}

screens::Pictures::Answer there(ImTextureData& texture) {
  return {screens::Pictures::State::there, texture.GetTexRef(), texture.Width, texture.Height};
}

}  // namespace

PictureCache::Answer PictureCache::picture(const screens::PictureOrder& order) {
  const Entry& entry = entry_of(order);
  return entry.texture != nullptr ? there(*entry.texture) : Answer{entry.state, {}, 0, 0};
}

PictureCache::Answer PictureCache::panorama(const screens::PanoramaView& view) {
  const Entry& entry = entry_of(PanoramaOrder{std::string(view.file)});
  if (entry.state != State::there) return {entry.state, {}, 0, 0};
  const raster::Gaze gaze =
      raster::within({view.yaw, view.pitch, view.fov}, entry.sphere, view.width, view.height);
  look(entry.sphere, view, gaze);
  return there(*outlook_.texture);
}

PictureCache::Entry& PictureCache::entry_of(const Order& order) {
  const auto [found, is_new] = entries_.try_emplace(order);
  found->second.last_frame = ImGui::GetFrameCount();
  if (is_new) {
    if (Answered answer = ask_(order)) put(order, *std::move(answer));
  }
  return found->second;
}

// Coarse while the gaze moves, sharp at the first sight and when it rests.
void PictureCache::look(const raster::Image& sphere, const screens::PanoramaView& view,
                        const raster::Gaze& gaze) {
  const bool same_frame = outlook_.texture != nullptr && outlook_.file == view.file &&
                          outlook_.view.width == view.width && outlook_.view.height == view.height;
  const bool moved = same_frame && outlook_.gaze != gaze;
  outlook_.last_frame = ImGui::GetFrameCount();
  if (same_frame && !moved && !outlook_.coarse) return;
  if (!same_frame) {
    close_outlook();
    outlook_.file = view.file;
    outlook_.view = raster::Image(view.width, view.height);
    outlook_.last_frame = ImGui::GetFrameCount();
  }
  outlook_.gaze = gaze;
  outlook_.coarse = moved;
  const auto draw = moved ? raster::draw_panorama_coarsely : raster::draw_panorama;
  draw(sphere, gaze, outlook_.view.pixels());
  if (outlook_.texture == nullptr) {
    outlook_.texture = &textures_.make(outlook_.view);
  } else {
    textures_.change(*outlook_.texture, outlook_.view);
  }
}

void PictureCache::close_outlook() {
  if (outlook_.texture != nullptr) textures_.drop(*outlook_.texture);
  outlook_ = {};
}

bool PictureCache::wants_frame() const {
  return outlook_.coarse && outlook_.last_frame == ImGui::GetFrameCount();
}

void PictureCache::put(const Order& order, Result<raster::Image> image) {
  const auto found = entries_.find(order);
  if (found == entries_.end() || found->second.state == State::there) return;
  Entry& entry = found->second;
  entry.state = image ? State::there : State::unusable;
  if (!image) return;
  entry.bytes = bytes_of(*image);
  bytes_ += entry.bytes;
  if (std::holds_alternative<PanoramaOrder>(order)) {
    entry.sphere = *std::move(image);
  } else {
    entry.texture = &textures_.make(*image);
  }
  make_room();
}

void PictureCache::make_room() {
  while (bytes_ > budget_bytes_) {
    const auto oldest = std::ranges::min_element(entries_, {}, [](const auto& entry) {
      return std::pair(entry.second.bytes == 0, entry.second.last_frame);
    });
    // What the last frame showed, the next one shows most likely.
    if (oldest == entries_.end() || oldest->second.bytes == 0 ||
        oldest->second.last_frame >= ImGui::GetFrameCount() - 1) {
      return;
    }
    erase(oldest);
  }
}

void PictureCache::drop(Entry& entry) {
  if (entry.texture != nullptr) textures_.drop(*entry.texture);
  bytes_ -= entry.bytes;
}

std::map<Order, PictureCache::Entry>::iterator PictureCache::erase(std::map<Order, Entry>::iterator entry) {
  if (std::holds_alternative<PanoramaOrder>(entry->first)) close_outlook();
  drop(entry->second);
  return entries_.erase(entry);
}

void PictureCache::forget_unseen() {
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    entry = entry->second.last_frame < ImGui::GetFrameCount() ? erase(entry) : std::next(entry);
  }
}

void PictureCache::forget() {
  close_outlook();
  for (auto& [order, entry] : entries_) drop(entry);
  entries_.clear();
}

}  // namespace conglang::picture
