#include "sync/server/phone_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "content/guide/content.h"
#include "content/publish/guide_link.h"
#include "content/publish/pages/pages.h"
#include "content/publish/pages/style_sheet.h"
#include "sync/server/api/identity_json.h"
#include "sync/server/identity/refusal.h"

namespace conglang::server {
namespace {

constexpr std::string_view kHtml = ".html";

tl::unexpected<Error> no_page() {
  return refuse(
      {.status = 404,
       .code = "not-found",
       .vi = "Không có trang này. Bài có thể đã được thay; hãy xem danh sách bài của xã.",
       .en = "There is no such page. The guide may have been replaced; look at the commune's list."});
}

Date day_of(Instant now) {
  return Date(std::chrono::floor<std::chrono::days>(now + kVietnamOffset));
}

// A page runs and loads nothing but its icon; its one style is known by its hash.
std::string page_policy() {
  return fmt::format(
      "default-src 'none'; img-src 'self'; style-src '{}'; base-uri 'none'; form-action 'none'; "
      "frame-ancestors 'none'",
      publish::style_hash());
}

Answer page_answer(std::string bytes, bool is_icon) {
  Answer answer;
  answer.raw = Raw{is_icon ? "image/svg+xml" : "text/html; charset=utf-8", std::move(bytes)};
  answer.headers = {{"Content-Security-Policy", page_policy()}, {"Cache-Control", "public, max-age=60"}};
  return answer;
}

Answer redirect(std::string where) {
  Answer answer;
  answer.status = 302;
  answer.raw = Raw{"text/plain; charset=utf-8", ""};
  answer.headers = {{"Location", std::move(where)}, {"Cache-Control", "no-store"}};
  return answer;
}

}  // namespace

Result<PhoneSite::MadeNow> PhoneSite::made(const std::string& commune, Instant now) {
  TRY(const PublishedNow published, content_.of(commune));
  const Date today = day_of(now);
  const std::scoped_lock lock(mutex_);
  MadeNow& known = made_[commune];
  if (known && known->timestamp == published->timestamp && known->day == today) return known;
  TRY(guide::Assembled assembled, guide::assemble(published->files, commune));
  TRY(publish::Pages pages, publish::make_pages({std::move(assembled.content), today, ""}));
  known = std::make_shared<const Made>(Made{published->timestamp, today, std::move(pages.files)});
  return known;
}

Result<std::string> PhoneSite::page(const std::string& commune, const std::string& path, Instant now) {
  TRY(const auto communes, content_.communes());
  if (std::ranges::find(communes, commune) == communes.end()) return no_page();
  TRY(const MadeNow site, made(commune, now));
  const bool has_ending = path == publish::kIcon || path.ends_with(kHtml);
  const auto found = site->files.find(has_ending ? path : path + std::string(kHtml));
  if (found == site->files.end()) return no_page();
  return found->second;
}

Result<std::shared_ptr<const PhoneSite::Targets>> PhoneSite::targets() {
  TRY(const std::int64_t timestamp, content_.timestamp());
  const std::scoped_lock lock(mutex_);
  if (timestamp == targets_of_) return targets_;
  TRY(const auto communes, content_.communes());
  auto found = std::make_shared<Targets>();
  if (!communes.empty()) {
    TRY(const PublishedNow published, content_.of(communes.front()));
    TRY(const guide::Assembled national, guide::assemble(published->files, ""));
    for (const guide::Guide& guide : national.content.guides) {
      const auto link = publish::link_of(guide, national.content.link_policy);
      if (!link) continue;
      found->emplace(guide.id, link->url);
      for (const guide::ProcedureCode& code : guide.codes)
        if (code.role == guide::ProcedureCode::Role::current) found->emplace(code.code, link->url);
    }
  }
  targets_ = std::move(found);
  targets_of_ = timestamp;
  return targets_;
}

Result<std::string> PhoneSite::target(const std::string& code) {
  TRY(const auto known, targets());
  const auto found = known->find(code);
  if (found == known->end()) return no_page();
  return found->second;
}

void add_phone_routes(Router& router, PhoneSite& site, ShortLinks short_links) {
  const auto answer = [&site](const std::string& commune, const std::string& path,
                              const Ask& ask) -> Result<Answer> {
    TRY(std::string bytes, site.page(commune, path, ask.now));
    return page_answer(std::move(bytes), path == publish::kIcon);
  };
  router.add_open("GET", "/g/{commune}/{page}",
                  [answer](const Ask& ask) { return answer(ask.path[0], ask.path[1], ask); });
  router.add_open("GET", "/g/{commune}/{language}/{page}", [answer](const Ask& ask) {
    return answer(ask.path[0], ask.path[1] + "/" + ask.path[2], ask);
  });
  router.add_open("GET", "/t/{code}", [&site, short_links](const Ask& ask) -> Result<Answer> {
    if (short_links == ShortLinks::off) return no_page();
    TRY(std::string where, site.target(ask.path[0]));
    return redirect(std::move(where));
  });
}

}  // namespace conglang::server
