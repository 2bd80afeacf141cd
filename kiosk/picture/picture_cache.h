#pragma once
// The pictures that have been asked for, at the sizes they were asked for, within a budget of memory: what
// was not drawn for longest goes first. Who decodes them, and on which thread, is not this one's business.

#include <functional>
#include <map>
#include <optional>

#include "kiosk/picture/decode.h"
#include "kiosk/picture/texture_store.h"
#include "kiosk/raster/panorama.h"

namespace conglang::picture {

/// Belongs to ImGui's current context and must end before it.
class PictureCache final : public screens::Pictures {
 public:
  using Answered = std::optional<Result<raster::Image>>;

  /// `ask` is called once for each order that is not there, until it is dropped. It answers at once, or with
  /// nothing and by put() later. `budget_bytes`: held, unless a single frame shows more.
  PictureCache(std::size_t budget_bytes, std::function<Answered(const Order&)> ask)
      : budget_bytes_(budget_bytes), ask_(std::move(ask)) {}

  Answer picture(const screens::PictureOrder& order) override;
  Answer panorama(const screens::PanoramaView& view) override;

  /// The answer to an order: the picture, or why there is none. One that nobody waits for is let go.
  void put(const Order& order, Result<raster::Image> image);

  /// Everything that the last frame did not ask for goes. Not within a frame.
  void forget_unseen();

  /// Everything goes: the files may be others now. Not within a frame.
  void forget();

  /// True when the last frame showed a panorama coarsely because it was being turned.
  bool wants_frame() const;

  std::size_t bytes() const { return bytes_; }

 private:
  struct Entry {
    State state = State::coming;
    ImTextureData* texture = nullptr;  ///< of a picture
    raster::Image sphere;              ///< of a panorama
    std::size_t bytes = 0;
    int last_frame = 0;
  };
  // The one panorama that is looked at.
  struct Outlook {
    std::string file;
    raster::Gaze gaze;
    raster::Image view;
    ImTextureData* texture = nullptr;
    bool coarse = false;
    int last_frame = 0;
  };

  Entry& entry_of(const Order& order);
  void look(const raster::Image& sphere, const screens::PanoramaView& view, const raster::Gaze& gaze);
  void close_outlook();
  void make_room();
  std::map<Order, Entry>::iterator erase(std::map<Order, Entry>::iterator entry);
  void drop(Entry& entry);

  std::size_t budget_bytes_;
  std::function<Answered(const Order&)> ask_;
  TextureStore textures_;
  std::map<Order, Entry> entries_;
  std::size_t bytes_ = 0;
  Outlook outlook_;
};

}  // namespace conglang::picture
