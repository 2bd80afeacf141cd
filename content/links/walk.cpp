#include "content/links/walk.h"

#include <algorithm>
#include <utility>

namespace conglang::links {
namespace {

using client::Visit;
using Outcome = Visit::Outcome;

constexpr int kMovedForGood = 301;
constexpr int kSeeOther = 303;
constexpr int kForNow = 307;
constexpr int kMovedForGoodToo = 308;
constexpr int kNotLoggedIn = 401;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
constexpr int kTooSlow = 408;
constexpr int kGone = 410;
constexpr int kTooMany = 429;
constexpr int kServerTrouble = 500;

bool is_redirect(int status) {
  return (status >= kMovedForGood && status <= kSeeOther) || status == kForNow || status == kMovedForGoodToo;
}

bool is_for_good(int status) {
  return status == kMovedForGood || status == kMovedForGoodToo;
}

// What stands behind "#" stays in the phone: it chooses no machine and no page.
std::string without_fragment(const std::string& url) {
  return url.substr(0, url.find('#'));
}

struct Words {
  const char* vi;
  const char* en;
};

Words no_answer_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::unknown_host:
      return {"không tìm thấy tên trang này trên mạng; xem lại địa chỉ, hoặc máy đang không có mạng",
              "no name server knows the host: a wrong address, or this machine is offline"};
    case Outcome::too_slow:
      return {"trang không trả lời kịp; thử lại hôm khác", "no answer in time; try again another day"};
    case Outcome::bad_answer:
      return {"máy chủ trả lời không đúng kiểu trang web; báo cho đơn vị giữ trang",
              "the answer is no web page; tell whoever runs the site"};
    default:
      return {"không nối được tới trang; thử lại hôm khác", "no connection; try again another day"};
  }
}

}  // namespace

std::string_view standing_name(Standing standing) {
  switch (standing) {
    case Standing::good:
      return "good";
    case Standing::moved:
      return "moved";
    case Standing::unsure:
      return "unsure";
    case Standing::broken:
      return "broken";
    case Standing::refused:
      return "refused";
    case Standing::no_answer:
      break;
  }
  return "no-answer";
}

std::variant<Onward, Verdict> Walk::after(const Visit& visit) {
  ++tries_;
  switch (visit.outcome) {
    case Outcome::answered:
      return is_redirect(visit.status) ? sent_on(visit) : answered(visit);
    case Outcome::refused_address:
      return verdict(
          Standing::refused, 0,
          fmt::format("tên trang dẫn tới máy trong mạng nội bộ ({}), không phải trang công khai; "
                      "không hỏi máy đó. Báo ngay cho người phụ trách",
                      visit.detail),
          fmt::format("the host's name leads to {}, which is not on the public internet; it was not "
                      "asked. Tell whoever is responsible",
                      visit.detail));
    case Outcome::bad_certificate:
      return verdict(
          Standing::broken, 0,
          "chứng thư bảo mật của trang không hợp lệ hoặc đã hết hạn; điện thoại sẽ báo trang không an toàn",
          "the site's certificate is not valid; phones will warn that the site is not safe");
    default: {
      const Words words = no_answer_words(visit.outcome);
      return try_again(visit, Standing::no_answer, words.vi, words.en);
    }
  }
}

std::variant<Onward, Verdict> Walk::sent_on(const Visit& visit) {
  const std::string next = without_fragment(visit.location);
  if (next.empty()) {
    return verdict(Standing::broken, visit.status, "trang chuyển đi nơi khác mà không nói nơi nào",
                   "a redirect to nowhere");
  }
  if (redirects_ == rules_.max_redirects) {
    return verdict(Standing::broken, visit.status,
                   "trang chuyển lòng vòng, không tới đâu cả; mở thử bằng điện thoại, cần thì sửa địa chỉ",
                   fmt::format("more than {} redirects", rules_.max_redirects));
  }
  const auto checked = guide::check_link(policy_, next);
  if (!checked) {
    return verdict(Standing::refused, visit.status,
                   fmt::format("trang chuyển sang {}: {}", next, checked.error().message),
                   fmt::format("redirects to {}, which the link policy refuses", next));
  }
  ++redirects_;
  tries_ = 0;
  only_for_good_ = only_for_good_ && is_for_good(visit.status);
  url_ = checked->url;
  return Onward{url_, {}};
}

std::variant<Onward, Verdict> Walk::answered(const Visit& visit) {
  const int status = visit.status;
  if (status == kTooMany || status == kTooSlow || status >= kServerTrouble) {
    return try_again(visit, Standing::no_answer,
                     fmt::format("máy chủ đang trục trặc ({}); thử lại hôm khác", status),
                     fmt::format("the server is in trouble ({}); try again another day", status));
  }
  if (status == kNotLoggedIn || status == kForbidden) {
    return verdict(Standing::unsure, status,
                   fmt::format("trang không cho chương trình xem ({}); mở thử bằng điện thoại", status),
                   fmt::format("the site turns programs away ({}); open it on a phone", status));
  }
  if (status == kNotFound || status == kGone) {
    return verdict(Standing::broken, status,
                   fmt::format("trang không còn ({}); tìm địa chỉ mới và sửa", status),
                   fmt::format("the page is gone ({}); find its new address", status));
  }
  if (status < 200 || status > 299) {
    return verdict(Standing::broken, status,
                   fmt::format("trang trả lời lạ ({}); mở thử bằng điện thoại", status),
                   fmt::format("an unexpected answer ({})", status));
  }
  if (redirects_ > 0 && only_for_good_) {
    return verdict(Standing::moved, status,
                   fmt::format("trang đã chuyển hẳn sang {}; sửa theo địa chỉ mới", url_),
                   fmt::format("moved for good to {}", url_));
  }
  return verdict(Standing::good, status, "", "");
}

std::variant<Onward, Verdict> Walk::try_again(const Visit& visit, Standing otherwise, std::string vi,
                                              std::string en) {
  const auto doubled = rules_.first_wait * (1 << std::min(tries_ - 1, 10));
  const auto wait = std::max<std::chrono::milliseconds>(doubled, visit.retry_after);
  if (tries_ >= rules_.max_tries || wait > rules_.longest_wait) {
    return verdict(otherwise, visit.status, std::move(vi), std::move(en));
  }
  return Onward{url_, wait};
}

Verdict Walk::verdict(Standing standing, int status, std::string vi, std::string en) const {
  return {standing, url_, status, tries_, std::move(vi), std::move(en)};
}

}  // namespace conglang::links
