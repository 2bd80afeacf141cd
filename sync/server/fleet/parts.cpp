#include "sync/server/fleet/parts.h"

#include <algorithm>

#include "content/base/utf8.h"
#include "content/text/long_numbers.h"

namespace conglang::server::fleet {
namespace {

constexpr std::size_t kLongestName = 120;

tl::unexpected<Error> no_such_kiosk() {
  return refuse(
      {.status = 404, .code = "no-kiosk", .vi = "Không có máy này.", .en = "There is no such kiosk."});
}

bool is_plain(const std::string& text) {
  return is_nfc(text) &&
         std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace

std::string text_of(const Json& body, const char* name) {
  if (!body.is_object()) return {};
  const auto found = body.find(name);
  return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<std::string> read_name(const Json& body, const char* name, std::string_view vi, std::string_view en) {
  std::string text = to_nfc(text_of(body, name)).value_or("");
  const bool usable = !text.empty() && text.size() <= kLongestName && is_plain(text);
  if (usable && !has_long_number(text)) return text;
  if (usable) {
    return refuse({.status = 422,
                   .code = "personal-number",
                   .vi = fmt::format("{}: không ghi số điện thoại hay số giấy tờ vào đây.", vi),
                   .en = fmt::format("{}: no telephone or identity numbers here.", en),
                   .field = name});
  }
  return refuse({.status = 422,
                 .code = "bad-name",
                 .vi = fmt::format("{}: hãy ghi một tên ngắn, không quá {} ký tự.", vi, kLongestName / 2),
                 .en = fmt::format("{}: give a short name.", en),
                 .field = name});
}

Result<void> check_limit(const RateLimit& limit, const std::string& subject, Instant now) {
  const auto wait = limit.wait(subject, now);
  if (!wait) return {};
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(*wait).count();
  return refuse({.status = 429,
                 .code = "too-often",
                 .vi = fmt::format("Thử quá nhiều lần. Hãy đợi {} phút rồi thử lại.", minutes),
                 .en = fmt::format("Too many tries. Wait {} minutes and try again.", minutes),
                 .retry_after = *wait});
}

Result<Kiosk> kiosk_for(Transaction& transaction, std::int64_t id, const Account& caller) {
  TRY(auto kiosk, kiosk_by_id(transaction, id));
  if (!kiosk || !caller.belongs_to(kiosk->commune)) return no_such_kiosk();
  return std::move(*kiosk);
}

Result<std::string> commune_asked(const Ask& ask, const Account& caller) {
  const std::string asked = ask.query("commune").value_or("");
  if (asked.empty()) return caller.commune;
  if (caller.belongs_to(asked)) return asked;
  return refuse({.status = 404,
                 .code = "no-commune",
                 .vi = "Không có xã này trong phạm vi của bạn.",
                 .en = "That commune is not one of yours.",
                 .field = "commune"});
}

Json to_json(const Sentence& sentence) {
  return {{"vi", sentence.vi}, {"en", sentence.en}};
}

Json to_json(const std::optional<Instant>& instant) {
  return instant ? Json(format_instant(*instant)) : Json(nullptr);
}

Json to_json(const Kiosk& kiosk, Instant now) {
  const Verdict verdict = judge(kiosk.facts, now);
  Json troubles = Json::array();
  for (const Trouble trouble : verdict.troubles) troubles.push_back(trouble_name(trouble));
  const Json health = kiosk.health.empty() ? Json::object() : Json::parse(kiosk.health, nullptr, false);
  return {{"id", kiosk.id},
          {"name", kiosk.name},
          {"commune", kiosk.commune},
          {"place", kiosk.place},
          {"state", verdict.state},
          {"words", to_json(verdict.words)},
          {"troubles", std::move(troubles)},
          {"version", text_of(health, "version")},
          {"lastSync", to_json(kiosk.facts.last_success)},
          {"lastReport", to_json(kiosk.facts.heard_at)},
          {"claimedAt", format_instant(kiosk.facts.claimed_at)},
          {"retiredAt", to_json(kiosk.facts.retired_at)}};
}

Json to_json(const Alarm& alarm) {
  return {
      {"id", alarm.id},
      {"kiosk",
       {{"id", alarm.kiosk}, {"name", alarm.kiosk_name}, {"place", alarm.place}, {"commune", alarm.commune}}},
      {"kind", trouble_name(alarm.kind)},
      {"words", to_json(trouble_words(alarm.kind))},
      {"since", format_instant(alarm.since)},
      {"until", to_json(alarm.until)}};
}

}  // namespace conglang::server::fleet
