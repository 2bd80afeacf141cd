#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/preview_draft.h"
#include "content/cli/preview_view.h"
#include "content/cli/progress.h"
#include "kiosk/picture/assets.h"
#include "kiosk/picture/page_painter.h"
#include "kiosk/picture/png_file.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang preview khai-sinh --content content/starter --png khai-sinh\n"
    "  conglang preview content/starter/communes/09784/notices/cat-nuoc.json --png anh/\n"
    "  conglang preview nhap/khai-sinh.json --content content/starter --page steps --case dung-han --png "
    "anh/\n"
    "Ảnh ngang 1920x1080 và ảnh đứng 1080x1920, đúng như trên màn hình ở nhà văn hóa. /\n"
    "Both pictures are drawn by the kiosk's own program; no display is needed.";

struct Shape {
  const char* name;
  picture::Panel panel;
};
constexpr Shape kShapes[] = {{"landscape", {1920, 1080, 21.5}}, {"portrait", {1080, 1920, 21.5}}};

// OUT, OUT.png, or a folder; and what is put behind it.
fs::path picture_path(const std::string& out, const std::string& id, const char* shape) {
  std::error_code error;
  fs::path stem = out;
  if (out.ends_with('/') || fs::is_directory(stem, error)) {
    stem /= id;
  } else if (stem.extension() == ".png") {
    stem.replace_extension();
  }
  return stem.string() + "-" + shape + ".png";
}

class PreviewCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "preview", "Xem trước một trang trên màn hình / shows a draft as the kiosk will show it");
    command
        ->add_option("guide", draft_.guide,
                     "Tệp bản nháp .json, hoặc mã bài / a draft's file, or a guide's id")
        ->required();
    command->add_option("--content", draft_.content,
                        "Thư mục có national/ và communes/ / folder of the guides");
    command->add_option("--commune", draft_.commune, "Mã xã / the commune's code");
    command->add_option("--place", page_.place, "Nhà văn hóa / the cultural house's id");
    command
        ->add_option(
            "--page", page_.page,
            "Trang / which page. Bài hướng dẫn / guide: guide, case, steps, qr. Thông báo / notice: "
            "own, list, urgent, rest. Di sản / heritage: own, panorama. Sản vật / product: own, list, "
            "payment. Nhà văn hóa / place: own, rest, contacts, wifi, zalo, zalo-code")
        ->transform(CLI::CheckedTransformer(preview_pages()).description(""));
    command->add_option("--case", page_.case_id, "Trường hợp / the case's id; all of them without it");
    command->add_option("--turn", turn_, "Lật sang màn hình thứ mấy của trang / which screenful, from 1")
        ->check(CLI::Range(1, 99));
    command->add_option("--lang", page_.language, "Tiếng / language: vi, en");
    command->add_option("--theme", page_.theme, "Nền / theme: light, contrast")
        ->transform(CLI::CheckedTransformer(std::map<std::string, kiosk::Theme>{
            {"light", kiosk::Theme::light}, {"contrast", kiosk::Theme::contrast}}));
    command->add_option("--text", page_.text_size, "Cỡ chữ / text size: normal, large, largest")
        ->transform(CLI::CheckedTransformer(
            std::map<std::string, kiosk::TextSize>{{"normal", kiosk::TextSize::normal},
                                                   {"large", kiosk::TextSize::large},
                                                   {"largest", kiosk::TextSize::largest}}));
    command->add_option("--on", day_, "Như vào ngày NĂM-THÁNG-NGÀY / as on that day, YYYY-MM-DD");
    command->add_option("--png", png_, "Ghi OUT-landscape.png và OUT-portrait.png / writes both pictures")
        ->required();
    command->add_flag("--json", json_, "In kết quả dạng JSON / one JSON object on standard output");
    command->footer(kExample);
    return command;
  }

  Result<void> run() override {
    TRY_VOID(set_day());
    const Waiting waiting("Vẽ / drawing");
    page_.turn = turn_ - 1;
    const auto draft = read_draft(draft_);
    if (!draft) return refuse(draft.error());
    for (const std::string& remark : draft->remarks) fmt::print(stderr, "{}\n", remark);
    TRY(const fs::path assets, picture::find_assets());
    TRY(const kiosk::Strings strings, picture::load_strings(assets));
    TRY(const kiosk::View view, page_of(*draft, page_, strings));
    TRY(const Json pictures, draw(view, assets, *draft));
    if (json_) print(Json{{"guide", draft->id}, {"remarks", draft->remarks}, {"pictures", pictures}});
    return {};
  }

 private:
  Result<void> set_day() {
    page_.now = system_now();
    if (day_.empty()) return {};
    const auto day = parse_date(day_);
    if (!day) return fail(Errc::bad_usage, "--on {}: cần dạng 2026-07-18", day_);
    page_.now = std::chrono::sys_days(*day) + std::chrono::hours(9) - kVietnamOffset;
    page_.is_now_given = true;
    return {};
  }

  // Each problem on a line of its own, so that an editor finds the place.
  Result<void> refuse(const Error& error) const {
    if (error.code != Errc::invalid && error.code != Errc::parse) return tl::unexpected(error);
    fmt::print(stderr, "{}\n", error.message);
    if (json_) print(Json{{"guide", draft_.guide}, {"error", error.message}});
    return fail(error.code,
                "bản nháp chưa đọc được; sửa các chỗ trên rồi xem lại / the draft does not read yet");
  }

  Result<Json> draw(const kiosk::View& view, const fs::path& assets, const Draft& draft) const {
    TRY(picture::PagePainter painter, picture::PagePainter::open(assets));
    painter.show_pictures([&draft](const std::string& file) -> Result<std::string> {
      const auto found = draft.pictures.find(file);
      if (found == draft.pictures.end()) return fail(Errc::not_found, "không có trong pictures/");
      return found->second;
    });
    Json pictures = Json::array();
    for (const Shape& shape : kShapes) {
      screens::Inspection drawn;
      painter.frame(view, shape.panel, &drawn);
      TRY(const std::string png, picture::encode_png(painter.picture()));
      const fs::path path = picture_path(png_, draft.id, shape.name);
      if (path.has_parent_path()) TRY_VOID(make_folders(path.parent_path()));
      TRY_VOID(write_file_atomically(path, png));
      if (!json_) fmt::print("{}\n", path.string());
      pictures.push_back(about(shape, path, drawn));
    }
    for (const std::string& unusable : painter.unusable_pictures()) fmt::print(stderr, "{}\n", unusable);
    return pictures;
  }

  // `texts` is what stands on the picture, line by line, for whoever cannot look at it.
  static Json about(const Shape& shape, const fs::path& path, const screens::Inspection& drawn) {
    Json texts = Json::array();
    for (const auto& text : drawn.texts) texts.push_back(text.text);
    return {{"path", path.string()},
            {"orientation", shape.name},
            {"width", shape.panel.width},
            {"height", shape.panel.height},
            {"texts", std::move(texts)}};
  }

  static void print(const Json& json) {
    fmt::print("{}\n", json.dump(-1, ' ', false, Json::error_handler_t::replace));
  }

  DraftRequest draft_;
  PageRequest page_;
  int turn_ = 1;
  std::string day_;
  std::string png_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_preview_command() {
  return std::make_unique<PreviewCommand>();
}

}  // namespace conglang::cli
