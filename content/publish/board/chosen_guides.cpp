#include "content/publish/board/chosen_guides.h"

#include <algorithm>

#include "content/guide/closest_name.h"
#include "content/guide/standing.h"

namespace conglang::board {
namespace {

using guide::Guide;

template <typename T>
std::string suggestion(const std::string& id, const std::vector<T>& all, std::string T::*name) {
  std::vector<std::string> known;
  for (const T& one : all) known.push_back(one.*name);
  const std::string_view nearest = guide::closest_name(id, known);
  if (!nearest.empty()) return fmt::format("; có phải \"{}\"?", nearest);
  return {};
}

Result<const Guide*> find_guide(const guide::Content& content, const std::string& id, Date day) {
  const auto found = std::ranges::find(content.guides, id, &Guide::id);
  if (found == content.guides.end()) {
    return fail(Errc::not_found, "không có bài hướng dẫn \"{}\"{}", id,
                suggestion(id, content.guides, &Guide::id));
  }
  if (!guide::is_shown(*found, day)) {
    return fail(Errc::invalid, "bài \"{}\" không còn (hoặc chưa) hiệu lực vào ngày {}; bỏ khỏi --guides", id,
                format_date(day));
  }
  return &*found;
}

Result<guide::CheckedLink> link_of(const Guide& one, const guide::LinkPolicy& policy) {
  if (one.links.empty()) {
    return fail(Errc::invalid, "chưa có địa chỉ nào trong \"links\"; thêm một địa chỉ rồi in lại");
  }
  const guide::Link& link = one.links.front();
  return link.template_id.empty() ? guide::check_link(policy, link.url)
                                  : guide::expand_link(policy, link.template_id, link.code);
}

Result<ChosenGuide> choose(const guide::Content& content, const std::string& id, Date day) {
  TRY(const Guide* const one, find_guide(content, id, day));
  auto link = link_of(*one, content.link_policy);
  if (!link) {
    return with_context(std::move(link).error(), fmt::format("bài \"{}\" không được in mã", id));
  }
  auto code = qr::encode(link->url);
  if (!code) {
    return fail(code.error().code,
                "bài \"{}\": địa chỉ dài {} ký tự, không làm thành mã được; dùng địa chỉ ngắn hơn", id,
                link->url.size());
  }
  return ChosenGuide{one, *std::move(link), *std::move(code)};
}

Result<void> check_count(const std::vector<std::string>& ids) {
  if (ids.empty()) {
    return fail(Errc::bad_usage,
                "chưa chọn bài nào; thêm --guides khai-sinh,khai-tu hoặc mostAsked trong topics.json");
  }
  if (ids.size() > kMaxCodesOfBoard) {
    return fail(Errc::bad_usage,
                "một bảng chứa nhiều nhất {} mã, đây có {}; chia ra làm hai bảng, mỗi bảng một --number",
                kMaxCodesOfBoard, ids.size());
  }
  for (auto id = ids.begin(); id != ids.end(); ++id) {
    if (std::find(ids.begin(), id, *id) != id)
      return fail(Errc::bad_usage, "bài \"{}\" ghi hai lần trong --guides; bỏ bớt một", *id);
  }
  return {};
}

}  // namespace

Result<std::vector<ChosenGuide>> choose_guides(const guide::Content& content, const BoardRequest& request) {
  const std::vector<std::string>& ids = request.guides.empty() ? content.most_asked : request.guides;
  TRY_VOID(check_count(ids));
  std::vector<ChosenGuide> guides;
  for (const std::string& id : ids) {
    TRY(ChosenGuide one, choose(content, id, request.day));
    guides.push_back(std::move(one));
  }
  return guides;
}

Result<const guide::Place*> choose_place(const guide::Content& content, const std::string& id) {
  if (id.empty()) return content.places.size() == 1 ? &content.places.front() : nullptr;
  const auto found = std::ranges::find(content.places, id, &guide::Place::id);
  if (found != content.places.end()) return &*found;
  return fail(Errc::not_found, "không có nhà văn hóa \"{}\"{}", id,
              suggestion(id, content.places, &guide::Place::id));
}

Date last_checked(const std::vector<ChosenGuide>& guides, Date otherwise) {
  std::optional<Date> last;
  for (const ChosenGuide& one : guides) {
    const auto& checked = one.guide->checked_on;
    if (checked && (!last || *last < *checked)) last = checked;
  }
  return last.value_or(otherwise);
}

std::vector<std::string> hosts_of(const std::vector<ChosenGuide>& guides) {
  std::vector<std::string> hosts;
  for (const ChosenGuide& one : guides) {
    if (std::ranges::find(hosts, one.link.host) == hosts.end()) hosts.push_back(one.link.host);
  }
  return hosts;
}

std::vector<std::string> remarks_on(const std::vector<ChosenGuide>& guides, Date day) {
  std::vector<std::string> remarks;
  for (const ChosenGuide& one : guides) {
    if (guide::is_past_review(*one.guide, day)) {
      remarks.push_back(
          fmt::format("bài \"{}\" đã quá ngày phải xem lại; xem lại rồi hãy in", one.guide->id));
    }
  }
  return remarks;
}

}  // namespace conglang::board
