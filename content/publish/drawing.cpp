#include "content/publish/drawing.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "content/base/filter_program.h"
#include "content/base/utf8.h"
#include "content/guide/bundle.h"

namespace conglang::publish {
namespace {

constexpr std::string_view kDrawing = ".svg";
constexpr std::size_t kMaxPngBytes = 16UL << 20U;
constexpr std::size_t kMaxMemory = 512UL << 20U;
constexpr std::chrono::seconds kLimit{10};

constexpr std::string_view kSpace = " \t\r\n";

// A value as it stands after "=" or "(": without the space and the quote before it.
std::string_view value_at(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(kSpace, at);
  if (at == std::string_view::npos) return {};
  if (text[at] == '"' || text[at] == '\'') ++at;
  at = std::min(text.find_first_not_of(kSpace, at), text.size());
  return text.substr(at);
}

bool stays_within(std::string_view value) {
  return value.starts_with('#') || value.starts_with("data:image/png;") ||
         value.starts_with("data:image/jpeg;");
}

// Every "href =" and "url(" leads to the file itself.
bool refers_to_itself_only(std::string_view svg) {
  for (std::size_t at = 0; (at = svg.find("href", at)) != std::string_view::npos;) {
    at += 4;
    const std::size_t sign = svg.find_first_not_of(kSpace, at);
    if (sign != std::string_view::npos && svg[sign] == '=' && !stays_within(value_at(svg, sign + 1)))
      return false;
  }
  for (std::size_t at = 0; (at = svg.find("url(", at)) != std::string_view::npos;) {
    at += 4;
    if (!stays_within(value_at(svg, at))) return false;
  }
  return true;
}

// What may do harm to who reads it, before anything is drawn. An entity may hold itself ten times over, a
// style sheet or an included file lies elsewhere; a drawing program writes none of them.
Result<void> check_svg(std::string_view svg) {
  constexpr std::array<std::string_view, 4> kForbidden{"<!ENTITY", "@import", "<?xml-stylesheet",
                                                       "xi:include"};
  if (svg.size() > kMaxDrawingBytes) {
    return fail(Errc::too_large, "bản vẽ nặng {} byte, quá {} byte; bớt chi tiết, hoặc lưu thành PNG",
                svg.size(), kMaxDrawingBytes);
  }
  if (!is_valid_utf8(svg) || svg.find('\0') != std::string_view::npos ||
      svg.find("<svg") == std::string_view::npos) {
    return fail(Errc::invalid, "không phải bản vẽ SVG (UTF-8); lưu lại bằng chương trình vẽ");
  }
  for (const std::string_view word : kForbidden) {
    if (svg.find(word) != std::string_view::npos)
      return fail(Errc::invalid, "bản vẽ có \"{}\", thứ không được nhận; lưu lại thành \"Plain SVG\"", word);
  }
  if (!refers_to_itself_only(svg)) {
    return fail(Errc::invalid, "bản vẽ dẫn tới tệp hoặc trang ở ngoài; nhúng vào bản vẽ rồi lưu lại");
  }
  return {};
}

}  // namespace

std::optional<std::string> picture_path_of_drawing(std::string_view path) {
  if (!path.ends_with(kDrawing)) return std::nullopt;
  std::string picture(path.substr(0, path.size() - kDrawing.size()));
  picture += ".png";
  const auto parsed = guide::parse_bundle_path(picture);
  const bool is_picture = parsed && parsed->kind == guide::BundlePath::Kind::picture;
  return is_picture ? std::optional(std::move(picture)) : std::nullopt;
}

Result<std::string> draw_svg(std::string_view svg) {
  TRY_VOID(check_svg(svg));
  const std::string side = std::to_string(kDrawingSidePx);
  auto png = run_filter(
      {{"rsvg-convert", "--keep-aspect-ratio", "--width", side, "--height", side, "--format", "png"},
       kLimit,
       kMaxPngBytes,
       kMaxMemory},
      svg);
  if (png) return png;
  if (png.error().code == Errc::not_found)
    return fail(Errc::not_found, "chưa có chương trình rsvg-convert; cài gói librsvg2-bin");
  if (png.error().code == Errc::too_large)
    return fail(Errc::too_large, "bản vẽ thành ảnh quá lớn; bớt chi tiết");
  return fail(Errc::invalid,
              "không vẽ được bản vẽ này ({}); mở bằng chương trình vẽ, lưu thành \"Plain SVG\"",
              png.error().message);
}

}  // namespace conglang::publish
