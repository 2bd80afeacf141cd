#include "kiosk/platform/village_pictures.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <utility>

#include "content/database/guide_database.h"
#include "kiosk/machine/outbox.h"

namespace conglang::platform {
namespace {

constexpr std::size_t kLongestName = 64;

// "picture-guides-7-dinh-png": the server takes an id that is made of it, short and of plain letters.
std::string report_name(const std::filesystem::path& content, const std::string& file) {
  std::string name = fmt::format("picture-{}-{}", content.stem().string(), file).substr(0, kLongestName);
  std::ranges::replace_if(
      name, [](unsigned char c) { return std::isalnum(c) == 0; }, '-');
  return name;
}

}  // namespace

VillagePictures::VillagePictures(std::filesystem::path data, std::size_t budget_bytes,
                                 std::function<void()> arrived)
    : data_(std::move(data)),
      loader_(std::move(arrived)),
      cache_(budget_bytes, [this](const picture::Order& order) {
        loader_.ask(order);
        return picture::PictureCache::Answered();
      }) {}

void VillagePictures::show_content(const std::filesystem::path& database) {
  content_ = database.filename().string();
  loader_.read_by([database](const std::string& file) { return database::load_picture(database, file); });
  cache_.forget();
  reported_.clear();
}

void VillagePictures::take_arrived() {
  for (PictureLoader::Loaded& loaded : loader_.take()) {
    const std::string& file = picture::file_of(loaded.order);
    if (!loaded.image && reported_.insert(file).second) report(file, loaded.image.error());
    cache_.put(loaded.order, std::move(loaded.image));
  }
}

// Its place on the page stays empty.
void VillagePictures::report(const std::string& file, const Error& why) const {
  spdlog::warn("picture {} cannot be shown: {}", file, why.message);
  const nlohmann::json report = {
      {"report", "picture"}, {"file", file}, {"active", content_}, {"error", why.message}};
  const auto put =
      machine::put_report(data_, report_name(content_, file),
                          report.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  if (!put) spdlog::error("{}", put.error().message);
}

}  // namespace conglang::platform
