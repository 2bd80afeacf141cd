#include "content/cli/preview_page.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace conglang::cli {
namespace {

using kiosk::Action;
using Kind = guide::BundlePath::Kind;
using Page = PreviewPage;
using Way = std::vector<Action>;

std::initializer_list<Page> pages_of(Kind kind) {
  static constexpr std::initializer_list<Page> kGuide = {Page::own, Page::case_question, Page::steps,
                                                         Page::code};
  static constexpr std::initializer_list<Page> kNotice = {Page::own, Page::list, Page::urgent, Page::rest};
  static constexpr std::initializer_list<Page> kHeritage = {Page::own, Page::panorama};
  static constexpr std::initializer_list<Page> kProduct = {Page::own, Page::list, Page::payment};
  static constexpr std::initializer_list<Page> kPlace = {Page::own,  Page::rest, Page::contacts,
                                                         Page::wifi, Page::zalo, Page::zalo_code};
  if (kind == Kind::notice) return kNotice;
  if (kind == Kind::heritage) return kHeritage;
  if (kind == Kind::product) return kProduct;
  return kind == Kind::place ? kPlace : kGuide;
}

// "own" rather than "guide": the last of a page's names.
std::string word_of(Page page) {
  std::string word;
  for (const auto& [name, named] : preview_pages()) {
    if (named == page) word = name;
  }
  return word;
}

std::vector<std::string> words_of(std::initializer_list<Page> pages) {
  std::vector<std::string> words;
  for (const Page page : pages) words.push_back(word_of(page));
  return words;
}

template <typename Values>
std::vector<std::string> ids_of(const Values& values) {
  std::vector<std::string> ids;
  for (const auto& value : values) ids.push_back(value.id);
  return ids;
}

template <typename T>
Result<const T*> own(const std::vector<T>& all, const Draft& draft) {
  const auto found = std::ranges::find(all, draft.id, &T::id);
  if (found != all.end()) return &*found;
  return fail(Errc::invalid, "\"{}\" không hiện trên màn hình; xem các lời nhắc ở trên", draft.id);
}

Result<Way> way_to_guide(const Draft& draft, Page page, const std::string& case_id) {
  const auto found = std::ranges::find(draft.content.guides, draft.id, &guide::Guide::id);
  if (found == draft.content.guides.end()) {
    return fail(Errc::invalid, "bài \"{}\" không hiện trên màn hình: \"status\" không phải \"in-force\"",
                draft.id);
  }
  const bool is_asked = found->cases.size() > 1;
  if (!case_id.empty() && std::ranges::find(found->cases, case_id, &guide::Case::id) == found->cases.end()) {
    return fail(Errc::not_found, "bài \"{}\" không có trường hợp \"{}\"; có: {}", draft.id, case_id,
                fmt::join(ids_of(found->cases), ", "));
  }
  if (page == Page::case_question && !is_asked) {
    return fail(Errc::invalid, "bài \"{}\" chỉ có một trường hợp nên không có trang hỏi; bỏ --page case",
                draft.id);
  }
  Way way{kiosk::OpenGuide{draft.id}};
  if (page != Page::case_question && is_asked) way.push_back(kiosk::ChooseCase{case_id});
  if (page == Page::steps) way.push_back(kiosk::OpenSteps{});
  if (page == Page::code) way.push_back(kiosk::OpenCode{});
  return way;
}

Result<Way> way_to_notice(const Draft& draft, Page page) {
  TRY(const guide::Notice* notice, own(draft.content.notices, draft));
  const bool is_urgent = notice->urgency == guide::Notice::Urgency::emergency;
  if (page == Page::urgent && !is_urgent)
    return fail(Errc::invalid, "thông báo này không ghi mức khẩn, nên không che cả màn hình");
  if (page == Page::rest && is_urgent)
    return fail(Errc::invalid, "tin khẩn che cả màn hình, cả khi không ai dùng; xem --page urgent");
  if (page == Page::urgent || page == Page::rest) return Way{};
  Way way{kiosk::OpenDoor{kiosk::Door::notices}};
  if (page == Page::own) way.push_back(kiosk::OpenNotice{draft.id});
  return way;
}

Result<Way> way_to_heritage(const Draft& draft, Page page) {
  TRY(const guide::Heritage* heritage, own(draft.content.heritage, draft));
  Way way{kiosk::OpenDoor{kiosk::Door::heritage}, kiosk::OpenHeritage{draft.id}};
  if (page != Page::panorama) return way;
  if (std::ranges::none_of(heritage->pictures, &guide::PictureUse::panorama))
    return fail(Errc::invalid, "trang này chưa có ảnh toàn cảnh");
  way.push_back(kiosk::OpenPanorama{});
  return way;
}

Result<Way> way_to_product(const Draft& draft, Page page) {
  TRY(const guide::Product* product, own(draft.content.products, draft));
  Way way{kiosk::OpenDoor{kiosk::Door::products}};
  if (page == Page::list) return way;
  way.push_back(kiosk::OpenProduct{draft.id});
  if (page != Page::payment) return way;
  if (!product->payment) return fail(Errc::invalid, "sản vật này chưa ghi tài khoản nhận tiền");
  way.push_back(kiosk::OpenPayment{});
  return way;
}

Result<Way> way_to_place(const Draft& draft, Page page) {
  TRY(const guide::Place* place, own(draft.content.places, draft));
  switch (page) {
    case Page::contacts:
      if (place->contacts.empty()) return fail(Errc::invalid, "nhà văn hóa này chưa có số liên hệ nào");
      return Way{kiosk::OpenDoor{kiosk::Door::contacts}};
    case Page::wifi:
      if (place->wifi.ssid.empty()) return fail(Errc::invalid, "nhà văn hóa này chưa ghi mạng Wi-Fi");
      return Way{kiosk::OpenDoor{kiosk::Door::wifi}};
    case Page::zalo:
    case Page::zalo_code: {
      if (place->zalo_groups.empty()) {
        return fail(Errc::invalid,
                    "nhà văn hóa này chưa có nhóm Zalo nào mà tỉnh đã cho phép; hỏi tỉnh thêm địa chỉ nhóm");
      }
      Way way{kiosk::OpenDoor{kiosk::Door::zalo}};
      if (page == Page::zalo_code) way.push_back(kiosk::OpenZaloGroup{place->zalo_groups.front().url});
      return way;
    }
    case Page::rest:
      return Way{};
    default:
      return Way{kiosk::Home{}};
  }
}

}  // namespace

const std::map<std::string, PreviewPage>& preview_pages() {
  static const std::map<std::string, Page> kPages = {
      {"guide", Page::own},         {"case", Page::case_question},
      {"steps", Page::steps},       {"qr", Page::code},
      {"own", Page::own},           {"list", Page::list},
      {"urgent", Page::urgent},     {"rest", Page::rest},
      {"panorama", Page::panorama}, {"payment", Page::payment},
      {"contacts", Page::contacts}, {"wifi", Page::wifi},
      {"zalo", Page::zalo},         {"zalo-code", Page::zalo_code}};
  return kPages;
}

Result<Way> way_to(const Draft& draft, PreviewPage page, const std::string& case_id) {
  const auto pages = pages_of(draft.kind);
  if (std::ranges::find(pages, page) == pages.end()) {
    return fail(Errc::invalid, "\"{}\" không có trang \"{}\"; --page có: {}", draft.id, word_of(page),
                fmt::join(words_of(pages), ", "));
  }
  if (draft.kind == Kind::notice) return way_to_notice(draft, page);
  if (draft.kind == Kind::heritage) return way_to_heritage(draft, page);
  if (draft.kind == Kind::product) return way_to_product(draft, page);
  if (draft.kind == Kind::place) return way_to_place(draft, page);
  return way_to_guide(draft, page, case_id);
}

}  // namespace conglang::cli
