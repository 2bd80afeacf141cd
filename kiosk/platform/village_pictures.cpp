#include "kiosk/platform/village_pictures.h"

#include <spdlog/spdlog.h>

#include "content/database/guide_database.h"

namespace conglang::platform {

VillagePictures::VillagePictures(std::size_t budget_bytes, std::function<void()> arrived)
    : loader_(std::move(arrived)), cache_(budget_bytes, [this](const picture::Order& order) {
        loader_.ask(order);
        return picture::PictureCache::Answered();
      }) {}

void VillagePictures::show_content(const std::filesystem::path& database) {
  loader_.read_by([database](const std::string& file) { return database::load_picture(database, file); });
  cache_.forget();
  reported_.clear();
}

void VillagePictures::take_arrived() {
  for (PictureLoader::Loaded& loaded : loader_.take()) {
    const std::string& file = picture::file_of(loaded.order);
    if (!loaded.image && reported_.insert(file).second) {
      spdlog::warn("picture {} cannot be shown, its place stays empty: {}", file,
                   loaded.image.error().message);
    }
    cache_.put(loaded.order, std::move(loaded.image));
  }
}

}  // namespace conglang::platform
