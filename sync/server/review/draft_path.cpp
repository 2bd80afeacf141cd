#include "sync/server/review/draft_path.h"

#include "content/guide/province.h"
#include "sync/server/identity/refusal.h"

namespace conglang::server {
namespace {

using guide::BundlePath;

tl::unexpected<Error> another_commune() {
  return refuse({.status = 403,
                 .code = "other-commune",
                 .vi = "Nội dung này không thuộc xã của bạn.",
                 .en = "This belongs to another commune than yours."});
}

}  // namespace

std::string_view kind_name(BundlePath::Kind kind) {
  switch (kind) {
    case BundlePath::Kind::guide:
      return "guide";
    case BundlePath::Kind::patch:
      return "patch";
    case BundlePath::Kind::notice:
      return "notice";
    case BundlePath::Kind::place:
      return "place";
    case BundlePath::Kind::heritage:
      return "heritage";
    case BundlePath::Kind::product:
      return "product";
    case BundlePath::Kind::settings:
      return "settings";
    default:
      return "";
  }
}

std::pair<std::string, std::string> untitled(std::string_view kind, const std::string& otherwise) {
  if (kind == "settings") return {"Cài đặt màn hình", "Settings of the kiosks"};
  return {otherwise, otherwise};
}

Result<std::string> commune_of(const Account& account, std::string_view named) {
  const bool is_operator = account.has(Role::province_operator);
  if (named.empty() && !account.commune.empty()) return account.commune;
  if (named.empty() || !guide::is_area_code(named)) {
    return refuse({.status = 422,
                   .code = "commune",
                   .vi = "Hãy cho biết xã: thêm mã xã, ví dụ 09784.",
                   .en = "Say which commune: its code, as 09784.",
                   .field = "commune"});
  }
  if (!is_operator && account.commune != named) return another_commune();
  return std::string(named);
}

Result<DraftPath> draft_path(std::string_view path, const Account& account, std::string_view commune) {
  const auto parsed = guide::parse_bundle_path(path);
  if (!parsed || kind_name(parsed->kind).empty()) {
    return refuse({.status = 422,
                   .code = "path",
                   .vi = "Không có loại nội dung nào ở đường dẫn này.",
                   .en = "No content lies at this path.",
                   .field = "path"});
  }
  if (parsed->layer == BundlePath::Layer::national && parsed->kind == BundlePath::Kind::guide) {
    TRY(const std::string code, commune_of(account, commune));
    return DraftPath{fmt::format("communes/{}/patches/{}.json", code, parsed->id), code, "patch", parsed->id};
  }
  if (parsed->layer != BundlePath::Layer::commune) {
    return refuse({.status = 403,
                   .code = "province-signs",
                   .vi = "Phần này do tỉnh ký, không sửa được ở bàn làm việc của xã.",
                   .en = "The province signs this part; it is not changed from a commune's desk.",
                   .field = "path"});
  }
  if (!account.belongs_to(parsed->code)) return another_commune();
  return DraftPath{std::string(path), parsed->code, std::string(kind_name(parsed->kind)), parsed->id};
}

}  // namespace conglang::server
