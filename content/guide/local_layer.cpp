// A province's or a commune's files on top of the layers above. Whatever is wrong with one of them is the end
// of that file only.

#include "content/guide/local_layer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "content/guide/bank.h"
#include "content/guide/guide_json.h"
#include "content/guide/heritage_json.h"
#include "content/guide/national_layer.h"
#include "content/guide/notice_json.h"
#include "content/guide/product_json.h"

namespace conglang::guide {
namespace {

using Kind = BundlePath::Kind;

template <typename T>
auto find_id(std::vector<T>& items, std::string_view id) {
  return std::find_if(items.begin(), items.end(), [&](const T& one) { return one.id == id; });
}

class LocalReader {
 public:
  LocalReader(const Files& files, std::string folder, BundlePath::Layer layer, Assembled& out)
      : files_(files), folder_(std::move(folder)), layer_(layer), out_(out) {}

  void run() {
    for (auto file = files_.lower_bound(folder_); file != files_.end() && file->first.starts_with(folder_);
         ++file) {
      read(file->first, file->second);
    }
    std::move(guides_.begin(), guides_.end(), std::back_inserter(out_.content.guides));
  }

 private:
  void read(const std::string& path, const std::string& bytes) {
    const auto parsed = parse_bundle_path(path);
    if (!parsed) {
      return set_aside(
          path, "", Errc::invalid,
          fmt::format("{} không được có tệp này", layer_ == BundlePath::Layer::commune ? "xã" : "tỉnh"));
    }
    if (parsed->kind == Kind::picture) return add_picture(path, bytes, parsed->id);
    const bool about_guide = parsed->kind == Kind::guide || parsed->kind == Kind::patch;
    const std::string guide_id = about_guide ? parsed->id : "";
    if (bytes.size() > kMaxLocalFileBytes) {
      return set_aside(path, guide_id, Errc::too_large, fmt::format("lớn hơn {} byte", kMaxLocalFileBytes));
    }
    if (parsed->kind == Kind::guide) return add_guide(path, bytes, parsed->id);
    if (parsed->kind == Kind::patch) return patch(path, bytes, parsed->id);
    Content& content = out_.content;
    if (parsed->kind == Kind::notice) return add(path, parsed->id, read_notice(bytes, path), content.notices);
    if (parsed->kind == Kind::place) return add(path, parsed->id, read_place(bytes, path), content.places);
    if (parsed->kind == Kind::heritage) {
      return add(path, parsed->id, read_heritage(bytes, path), content.heritage);
    }
    if (parsed->kind == Kind::product)
      return add(path, parsed->id, read_product(bytes, path), content.products);
    // province.json and links.json have been read before; settings are no content.
  }

  template <typename T>
  void add(const std::string& path, const std::string& id, Result<T> value, std::vector<T>& all) {
    if (!value) return set_aside(path, "", value.error());
    if (value->id != id) return set_aside(path, "", Errc::invalid, "/id: khác tên tệp");
    if (find_id(all, id) != all.end()) {
      return set_aside(path, "", Errc::invalid, fmt::format("tỉnh đã có \"{}\"; đặt tên khác", id));
    }
    check_parts(path, *value);
    all.push_back(std::move(*value));
  }

  // What a value refers to outside its file; pictures are looked at when all of them are read.
  template <typename T>
  void check_parts(const std::string&, T&) {}

  void check_parts(const std::string& path, Place& place) {
    const auto& allowed = out_.content.link_policy.exact_urls;
    std::erase_if(place.zalo_groups, [&](const ZaloGroup& group) {
      if (std::find(allowed.begin(), allowed.end(), group.url) != allowed.end()) return false;
      set_aside(path, "", Errc::forbidden,
                fmt::format("/zaloGroups: \"{}\" không có trong \"exactUrls\" của links.json", group.url));
      return true;
    });
  }

  void check_parts(const std::string& path, Product& product) {
    if (product.payment && bank_name(product.payment->bank).empty()) {
      set_aside(
          path, "", Errc::not_found,
          fmt::format("/payment/bank: không có ngân hàng \"{}\" trong banks.json", product.payment->bank));
      product.payment.reset();  // a code whose bank cannot be named is not shown
    }
    if (!product.link) return;
    const Link& link = *product.link;
    const LinkPolicy& policy = out_.content.link_policy;
    const auto checked = link.template_id.empty() ? check_link(policy, link.url)
                                                  : expand_link(policy, link.template_id, link.code);
    if (checked) return;
    set_aside(path, "", checked.error().code, "/link: " + checked.error().message);
    product.link.reset();
  }

  void add_guide(const std::string& path, const std::string& bytes, const std::string& id) {
    auto guide = read_named_guide(bytes, path, id);
    if (!guide) return set_aside(path, id, guide.error());
    if (find_id(out_.content.guides, id) != out_.content.guides.end()) {
      return set_aside(
          path, id, Errc::invalid,
          fmt::format("đã có bài \"{}\" của cấp trên; chỉ được bổ sung bằng tệp trong patches/", id));
    }
    guides_.push_back(std::move(*guide));
  }

  void patch(const std::string& path, const std::string& bytes, const std::string& id) {
    const auto base = find_id(out_.content.guides, id);
    if (base == out_.content.guides.end()) {
      return set_aside(path, id, Errc::not_found, fmt::format("không có bài \"{}\" của cấp trên để sửa", id));
    }
    auto patched = patch_guide(write_guide(*base), bytes, path);
    if (patched) {
      *base = std::move(*patched);
      return;
    }
    set_aside(path, id, patched.error());
    auto& questioned = out_.content.local_text_in_question;
    if (std::find(questioned.begin(), questioned.end(), id) == questioned.end()) questioned.push_back(id);
  }

  void add_picture(const std::string& path, const std::string& bytes, const std::string& file) {
    auto picture = inspect_picture(bytes, file);
    if (!picture) return set_aside(path, "", picture.error().code, picture.error().message);
    if (picture_bytes_ + bytes.size() > kMaxPicturesBytes) {
      return set_aside(path, "", Errc::too_large,
                       fmt::format("các ảnh của xã cộng lại quá {} byte", kMaxPicturesBytes));
    }
    picture_bytes_ += bytes.size();
    out_.content.pictures.push_back(std::move(*picture));
    out_.pictures.emplace(file, bytes);
  }

  void set_aside(const std::string& path, std::string guide_id, Error error) {
    out_.set_aside.push_back({path, std::move(guide_id), std::move(error)});
  }

  void set_aside(const std::string& path, std::string guide_id, Errc code, const std::string& why) {
    set_aside(path, std::move(guide_id), {code, fmt::format("{}:1: {}", path, why)});
  }

  const Files& files_;
  std::string folder_;
  BundlePath::Layer layer_;
  Assembled& out_;
  std::vector<Guide> guides_;  // of this layer: apart, so that it patches only those above
  std::size_t picture_bytes_ = 0;
};

// Leaves out the pictures that are not there, or are too wide for their place on the page.
void check_pictures(const std::string& path, std::vector<PictureUse>& uses, Assembled& out) {
  std::erase_if(uses, [&](const PictureUse& use) {
    const auto& all = out.content.pictures;
    const auto found =
        std::lower_bound(all.begin(), all.end(), use.file,
                         [](const Picture& one, const std::string& file) { return one.file < file; });
    const bool there = found != all.end() && found->file == use.file;
    if (there && (use.panorama || !is_only_panorama(*found))) return false;
    const std::string why =
        there ? "quá rộng, chỉ dùng được với \"panorama\": true" : "không dùng được hoặc không có";
    out.set_aside.push_back(
        {path, "", {Errc::not_found, fmt::format("{}:1: /pictures: ảnh \"{}\" {}", path, use.file, why)}});
    return true;
  });
}

}  // namespace

void add_province(const Files& files, std::string_view code, Assembled& assembled) {
  const std::string folder = fmt::format("provinces/{}/", code);
  const std::string links = folder + "links.json";
  if (const auto found = files.find(links); found != files.end()) {
    const auto additions = read_link_additions(found->second, links, assembled.content.link_policy);
    if (additions) {
      assembled.content.link_policy = add_links(std::move(assembled.content.link_policy), *additions);
    } else {
      assembled.set_aside.push_back({links, "", additions.error()});
    }
  }
  LocalReader(files, folder, BundlePath::Layer::province, assembled).run();
}

void add_commune(const Files& files, std::string_view code, Assembled& assembled) {
  const std::string folder = fmt::format("communes/{}/", code);
  LocalReader(files, folder, BundlePath::Layer::commune, assembled).run();
  for (Heritage& page : assembled.content.heritage) {
    check_pictures(fmt::format("{}heritage/{}.json", folder, page.id), page.pictures, assembled);
  }
  for (Product& product : assembled.content.products) {
    check_pictures(fmt::format("{}products/{}.json", folder, product.id), product.pictures, assembled);
  }
}

}  // namespace conglang::guide
