#include "content/publish/picture_rules.h"

#include "content/guide/lint/json_walk.h"
#include "content/publish/drawing.h"

namespace conglang::publish {

using guide::RuleId;

void PictureShelf::add(const std::string& path, std::string_view file, std::string_view bytes,
                       FindingBook& book) {
  const auto picture = guide::inspect_picture(bytes, file);
  if (!picture) {
    const bool big = picture.error().code == Errc::too_large;
    book.note(big ? RuleId::picture_too_big : RuleId::picture_format, path, picture.error().message);
  }
  by_file_.emplace(file, Kept{path, picture ? std::optional(*picture) : std::nullopt});
}

std::optional<std::string> PictureShelf::draw(const std::string& path, std::string_view file,
                                              std::string_view bytes, FindingBook& book) {
  auto png = draw_svg(bytes);
  if (png) {
    add(path, file, *png, book);
    return std::move(*png);
  }
  const bool big = png.error().code == Errc::too_large;
  book.note(big ? RuleId::picture_too_big : RuleId::picture_format, path, png.error().message);
  by_file_.emplace(file, Kept{path, std::nullopt});
  return std::nullopt;
}

void PictureShelf::lint_uses(const guide::Document& page, guide::Report& report) {
  guide::for_each_value(page.root, [&](const nlohmann::json& use, const std::string& pointer) {
    const std::string_view file = guide::string_member(use, "file");
    if (file.empty() || guide::without_indices(pointer) != "/pictures") return;
    used_.emplace(file);
    const auto found = by_file_.find(file);
    if (found == by_file_.end()) {
      report.add(RuleId::picture_missing, pointer + "/file",
                 fmt::format("không có ảnh \"{}\" trong thư mục pictures/ của xã; chép ảnh vào, hoặc sửa tên",
                             file));
      return;
    }
    const auto panorama = use.find("panorama");
    const bool wide = panorama != use.end() && *panorama == true;
    if (!found->second.picture || wide || !is_only_panorama(*found->second.picture)) return;
    report.add(
        RuleId::picture_too_big, pointer + "/file",
        fmt::format("ảnh rộng {} điểm chỉ dùng làm ảnh toàn cảnh; thêm \"panorama\": true, hoặc thu nhỏ ảnh",
                    found->second.picture->width_px));
  });
}

void PictureShelf::lint_unused(FindingBook& book) const {
  for (const auto& entry : by_file_) {
    if (used_.contains(entry.first)) continue;
    book.note(RuleId::picture_unused, entry.second.path, "chưa trang nào dùng ảnh này; bỏ ra cho nhẹ gói");
  }
}

}  // namespace conglang::publish
