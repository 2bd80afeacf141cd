// Pictures that staff send, and those of what is published, for the desk to show.

#include "content/base/utf8.h"
#include "content/guide/picture.h"
#include "sync/server/api/url.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/endpoints.h"
#include "sync/server/review/pictures.h"

namespace conglang::server {
namespace {

// The header holds UTF-8 percent-encoded, since headers hold no other text safely.
Result<std::string> alt_of(const Ask& ask) {
  const auto sent = ask.http.values("X-Conglang-Alt");
  const auto decoded = sent.size() == 1 ? percent_decoded(sent.front()) : std::optional<std::string>("");
  return to_nfc(decoded.value_or(""));
}

Result<Answer> add(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_of(caller.account, ask.query("commune").value_or("")));
  TRY(const std::string alt, alt_of(ask));
  TRY(const StoredPicture picture, add_picture(desk.store, desk.tool, desk.options.scratch / "pictures",
                                               commune, ask.http.body, alt, caller.account, ask.now));
  return Answer{201,
                {{"path", picture.path},
                 {"file", picture.path.substr(picture.path.rfind('/') + 1)},
                 {"width", picture.width},
                 {"height", picture.height},
                 {"bytes", picture.bytes.size()},
                 {"alt", picture.alt}}};
}

Result<Answer> show(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string commune, commune_of(caller.account, ask.query("commune").value_or("")));
  const std::string& file = ask.path.front();
  if (!guide::is_picture_name(file)) {
    return refuse(
        {.status = 404, .code = "not-found", .vi = "Không có ảnh này.", .en = "There is no such picture."});
  }
  Answer answer;
  answer.raw = Raw{file.ends_with(".png") ? "image/png" : "image/jpeg", {}};
  TRY(const PublishedNow published, desk.content.of(commune));
  if (const std::string* bytes = published->find(fmt::format("communes/{}/pictures/{}", commune, file))) {
    answer.raw->bytes = *bytes;
    return answer;
  }
  TRY(StoredPicture picture, find_picture(desk.store, commune, file));
  answer.raw->bytes = std::move(picture.bytes);
  return answer;
}

}  // namespace

void add_picture_endpoints(Router& router, ReviewDesk& desk) {
  router.add("POST", "/api/pictures", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return add(desk, ask, caller); },
             {.max_body = kMaxUploadBytes, .takes = Takes::picture, .pace = Pace::slow});
  router.add("GET", "/api/pictures/{file}", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return show(desk, ask, caller); });
}

}  // namespace conglang::server
