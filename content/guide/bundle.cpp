#include "content/guide/bundle.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "content/guide/emergency_json.h"
#include "content/guide/guide_json.h"
#include "content/guide/json_document.h"
#include "content/guide/local_layer.h"
#include "content/guide/national_layer.h"
#include "content/guide/object_reader.h"
#include "content/guide/province_json.h"

namespace conglang::guide {
namespace {

void set_aside(Assembled& assembled, const std::string& path, std::string_view why) {
  assembled.set_aside.push_back({path, "", {Errc::invalid, fmt::format("{}:1: {}", path, why)}});
}

std::optional<Province> read_own(const std::string& path, const std::string& bytes, const std::string& code,
                                 Assembled& assembled) {
  auto province = read_province(bytes, path);
  if (!province) {
    assembled.set_aside.push_back({path, "", province.error()});
    return std::nullopt;
  }
  if (province->code == code) return std::move(*province);
  set_aside(assembled, path, "/code: khác tên thư mục");
  return std::nullopt;
}

// The province that lists `commune`. Of two, the first by code: which of them is right is for people to say.
void find_province(const Files& files, std::string_view commune, Assembled& assembled) {
  constexpr std::string_view kFolder = "provinces/";
  for (auto file = files.lower_bound(kFolder); file != files.end() && file->first.starts_with(kFolder);
       ++file) {
    const auto parsed = parse_bundle_path(file->first);
    if (!parsed || parsed->kind != BundlePath::Kind::province) continue;
    auto province = read_own(file->first, file->second, parsed->code, assembled);
    if (!province || !has_commune(*province, commune)) continue;
    auto& own = assembled.content.province;
    if (own) {
      set_aside(assembled, file->first, fmt::format("xã {} đã thuộc tỉnh {}", commune, own->code));
    } else {
      own = std::move(province);
    }
  }
}

// Whatever is wrong with an order, no screen may freeze on it.
void read_order(const Files& files, Assembled& assembled) {
  constexpr std::string_view kPath = "emergency/screen.json";
  const auto found = files.find(kPath);
  if (found == files.end()) return;
  if (found->second.size() > kMaxLocalFileBytes) {
    return set_aside(assembled, found->first, fmt::format("lớn hơn {} byte", kMaxLocalFileBytes));
  }
  auto order = read_emergency(found->second, kPath);
  if (order) {
    assembled.content.emergency = std::move(*order);
  } else {
    assembled.set_aside.push_back({found->first, "", order.error()});
  }
}

template <typename T>
void sort_by_id(std::vector<T>& items) {
  std::sort(items.begin(), items.end(), [](const T& a, const T& b) { return a.id < b.id; });
}

void finish(Content& content) {
  // A path's order is not its id's: "a-b.json" stands before "a.json".
  sort_by_id(content.guides);
  sort_by_id(content.places);
  sort_by_id(content.notices);
  sort_by_id(content.heritage);
  sort_by_id(content.products);
  const auto in_force = [](const Guide& guide) { return guide.status == Guide::Status::in_force; };
  const auto retired = std::stable_partition(content.guides.begin(), content.guides.end(), in_force);
  content.retired.assign(std::make_move_iterator(retired), std::make_move_iterator(content.guides.end()));
  content.guides.erase(retired, content.guides.end());
  const auto hidden = [&](const std::string& id) {
    return std::none_of(content.guides.begin(), content.guides.end(),
                        [&](const Guide& guide) { return guide.id == id; });
  };
  std::erase_if(content.most_asked, hidden);
  std::erase_if(content.local_text_in_question, hidden);
  std::sort(content.local_text_in_question.begin(), content.local_text_in_question.end());
}

}  // namespace

Result<Guide> patch_guide(std::string_view base, std::string_view patch, std::string_view where) {
  TRY(Document document, parse_document(base, where));
  TRY(Document changes, parse_document(patch, where));
  Problems problems;
  if (!changes.root.is_object())
    problems.add("", "cần là một nhóm { … } chỉ gồm những chỗ khác bài của cấp trên");
  for (const char* fixed : {"id", "type", "$schema"}) {
    if (changes.root.is_object() && changes.root.contains(fixed)) {
      problems.add(pointer_step(fixed), "tệp bổ sung không được đổi chỗ này");
    }
  }
  if (!problems.empty()) return tl::unexpected<Error>(problems.to_error(changes));
  document.root.merge_patch(changes.root);
  changes.root = std::move(document.root);  // read the merged guide, report lines of the patch
  return read_guide(changes);
}

Result<Assembled> assemble(const Files& files, std::string_view commune) {
  Assembled assembled;
  TRY(assembled.content, read_national(files));
  read_order(files, assembled);
  if (!commune.empty()) {
    find_province(files, commune, assembled);
    if (assembled.content.province) add_province(files, assembled.content.province->code, assembled);
    add_commune(files, commune, assembled);
  }
  finish(assembled.content);
  return assembled;
}

}  // namespace conglang::guide
