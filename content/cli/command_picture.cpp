#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "content/base/file.h"
#include "content/cli/commands.h"
#include "content/guide/picture.h"
#include "kiosk/picture/decode.h"
#include "kiosk/picture/jpeg_file.h"
#include "kiosk/picture/png_file.h"
#include "kiosk/raster/scale.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxSentBytes = 16UL * 1024 * 1024;
constexpr int kLongSidePx = 1600;  ///< what a screen shows of a picture
constexpr int kPanoramaRatio = 2;  ///< from this shape on it is looked around in, and keeps its width
constexpr std::uintmax_t kSmallPngBytes = 200UL * 1024;

// Bytes of strangers: whatever they do to a decoder, it ends soon and takes little.
void limit_this_process() {
  const auto limit = [](auto resource, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
  };
  limit(RLIMIT_CPU, 15);
  limit(RLIMIT_AS, 1024UL * 1024 * 1024);
  limit(RLIMIT_FSIZE, 16UL * 1024 * 1024);
  limit(RLIMIT_CORE, 0);
}

raster::Image sized(raster::Image image) {
  const int longest = std::max(image.width, image.height);
  const bool panorama = image.width >= kPanoramaRatio * image.height;
  const int most = panorama ? picture::kPanoramaWidthPx : kLongSidePx;
  if (longest <= most) return image;
  const auto side = [&](int of) {
    return std::max(1, static_cast<int>(static_cast<long>(of) * most / longest));
  };
  return raster::scaled_to(image, {0, 0, image.width, image.height}, side(image.width), side(image.height));
}

// What is transparent stands on white, since a screen's page does.
void on_white(raster::Image& image) {
  for (raster::Argb& pixel : image.argb) {
    const unsigned alpha = pixel >> 24U;
    if (alpha == 255) continue;
    raster::Argb solid = raster::kOpaque;
    for (const unsigned shift : {16U, 8U, 0U}) {
      const unsigned value = (pixel >> shift) & 0xFFU;
      solid |= ((value * alpha + 255U * (255U - alpha)) / 255U) << shift;
    }
    pixel = solid;
  }
}

struct Made {
  std::string bytes;
  const char* extension = ".jpg";
};

// A drawing stays a small PNG; anything else becomes a JPEG, as good as its size allows.
Result<Made> encoded(const raster::Image& image, bool was_png) {
  if (was_png) {
    TRY(std::string png, picture::encode_png(image));
    if (png.size() <= kSmallPngBytes) return Made{std::move(png), ".png"};
  }
  for (const int quality : {85, 75, 60, 45}) {
    TRY(std::string jpeg, picture::encode_jpeg(image, quality));
    if (jpeg.size() <= guide::kMaxPictureBytes) return Made{std::move(jpeg), ".jpg"};
  }
  return fail(Errc::too_large, "ảnh này quá nhiều chi tiết; hãy chụp lại hoặc cắt bớt / too much detail");
}

class PictureCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "picture",
        "Làm lại một ảnh cho vừa màn hình, không kèm dữ liệu gì khác / makes a picture anew: "
        "upright, sized, without anything else that its file held");
    command->add_option("FILE", file_, "Ảnh JPEG, PNG hoặc WebP / the picture")->required();
    command->add_option("--out", out_, "Ghi OUT.jpg hoặc OUT.png / writes one of these")->required();
    command->add_flag("--json", json_, "In kết quả dạng JSON / one JSON object on standard output");
    command->footer("Ví dụ / example:\n  conglang picture anh.jpg --out pictures/dinh-lang");
    return command;
  }

  Result<void> run() override {
    limit_this_process();
    TRY(const std::string bytes, read_file(file_, kMaxSentBytes));
    auto decoded = picture::decode(bytes, picture::PanoramaOrder{file_.string()});
    if (!decoded) return with_context(std::move(decoded).error(), file_.string());
    raster::Image image = sized(std::move(*decoded));
    on_white(image);
    TRY(const Made made, encoded(image, bytes.starts_with("\x89PNG")));
    const fs::path path = out_.string() + made.extension;
    TRY_VOID(write_file_atomically(path, made.bytes));
    report(path, image, made.bytes.size());
    return {};
  }

 private:
  void report(const fs::path& path, const raster::Image& image, std::size_t bytes) const {
    if (!json_) {
      fmt::print("{} ({} x {}, {} byte)\n", path.string(), image.width, image.height, bytes);
      return;
    }
    const nlohmann::ordered_json line = {
        {"path", path.string()}, {"width", image.width}, {"height", image.height}, {"bytes", bytes}};
    fmt::print("{}\n", line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

  fs::path file_;
  fs::path out_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_picture_command() {
  return std::make_unique<PictureCommand>();
}

}  // namespace conglang::cli
