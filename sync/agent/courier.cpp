#include "sync/agent/courier.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "content/base/file.h"
#include "sync/agent/meter.h"
#include "sync/agent/orders.h"
#include "sync/agent/requests.h"
#include "sync/tuf/digest.h"

namespace conglang::agent {
namespace {

using nlohmann::json;
using std::chrono::seconds;

constexpr std::size_t kMostReportsInPost = 50;
constexpr std::size_t kBytesInPost = 128UL * 1024;
constexpr std::size_t kBytesOfHeaders = 1500;  // of both ways, with the connection's own
constexpr int kShareOfMeteredLine = 20;        // one part in so many
constexpr std::size_t kHashDigits = 12;

const json& list_of(const json& object, const char* name) {
  static const json kNone = json::array();
  const auto found = object.find(name);
  return found != object.end() && found->is_array() ? *found : kNone;
}

std::string text(const json& object, const char* name) {
  if (!object.is_object()) return {};
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

json health_report(const HealthSources& sources, Instant system) {
  json body = describe_health(sources);
  const std::string at = format_instant(system);
  const std::string id = "health-" + tuf::sha256_hex(at + body.dump()).substr(0, kHashDigits);
  return {{"id", id}, {"kind", "health"}, {"at", at}, {"body", std::move(body)}};
}

}  // namespace

Courier::Courier(CourierOptions options, client::ApiLine& line, Enrolment enrolment)
    : options_(std::move(options)),
      line_(line),
      enrolment_(std::move(enrolment)),
      at_most_(kMostReportsInPost) {}

void Courier::say_once(const std::string& what) {
  if (std::exchange(said_, what) != what && options_.say) options_.say(what);
}

Round Courier::round(Instant system) {
  return enrolment_.has_token() ? deliver(system) : enrol();
}

Round Courier::enrol() {
  Round round;
  const auto stepped = enrolment_.step(line_, round.retry_after);
  round.succeeded = stepped.has_value();
  if (!stepped) {
    say_once(stepped.error().message);
    return round;
  }
  round.at_once = *stepped;
  const Device& device = enrolment_.device();
  if (!device.token.empty()) {
    say_once("this machine was claimed for " + device.place);
  } else if (!device.id.empty()) {
    say_once("this machine waits to be claimed: its code is on the staff menu");
  }
  return round;
}

// Reports leave most of a metered line to content.
bool Courier::may_use_line(std::size_t bytes, Instant system) const {
  if (!options_.metered_bytes_per_day) return true;
  Meter meter(options_.data, *options_.metered_bytes_per_day / kShareOfMeteredLine, system,
              "metered-reports.json");
  return meter.allow(static_cast<std::int64_t>(bytes + kBytesOfHeaders)).has_value();
}

std::string Courier::body_of(const Post& post, Instant system, bool with_health) const {
  json reports = json::array();
  for (const Waiting& one : post.reports) {
    json report = {{"id", one.id}, {"kind", one.kind}, {"body", json::parse(one.body, nullptr, false)}};
    if (!one.at.empty()) report["at"] = one.at;
    reports.push_back(std::move(report));
  }
  if (with_health) reports.push_back(health_report(options_.health, system));
  const json body = {{"sentAt", format_instant(system)}, {"reports", std::move(reports)}, {"done", done_}};
  return body.dump(-1, ' ', false, json::error_handler_t::replace);
}

Round Courier::deliver(Instant system) {
  const Post post = next_post(options_.data, at_most_, kBytesInPost);
  for (const Refused& one : post.unusable) put_aside(one);
  // A clock that was set back must not silence the machine.
  const bool with_health =
      !told_health_ || system < *told_health_ || system >= *told_health_ + options_.report_every;
  const client::ApiCall call{"/api/reports", enrolment_.device().token, body_of(post, system, with_health)};
  if (!may_use_line(call.body.size(), system)) {
    say_once("reports wait until tomorrow: their share of the metered line is used up");
    return {true, false, seconds(0)};
  }
  const auto answer = line_.call(call);
  if (!answer) {
    say_once(answer.error().message);
    return {};
  }
  if (answer->status != 200) {
    Round round = take_refusal(answer->status, post);
    round.retry_after = answer->retry_after;
    return round;
  }
  const auto more = understand(answer->body, post);
  if (!more) {
    say_once(more.error().message);
    return {};
  }
  if (with_health) told_health_ = system;
  at_most_ = kMostReportsInPost;
  said_.clear();
  return {true, *more || post.more, seconds(0)};
}

// True when there is something to tell the server at once.
Result<bool> Courier::understand(const std::string& answer, const Post& post) {
  const json object = json::parse(answer, nullptr, false);
  if (!object.is_object() || !object.contains("accepted")) {
    return fail(Errc::network, "/api/reports: the answer is not what a Cổng Làng server says");
  }
  for (const json& id : list_of(object, "accepted")) {
    const auto one =
        std::ranges::find_if(post.reports, [&](const Waiting& waiting) { return id == waiting.id; });
    if (one != post.reports.end()) take_away(options_.data, *one);
  }
  for (const json& refused : list_of(object, "refused")) {
    const auto one = std::ranges::find(post.reports, text(refused, "id"), &Waiting::id);
    if (one != post.reports.end()) put_aside({one->name, text(refused, "why")});
  }
  done_.clear();
  return carry_out_asks(object);
}

Round Courier::take_refusal(int status, const Post& post) {
  // The machine was retired, or the server has an older memory than we.
  if (status == 401) {
    say_once("the server does not know this machine any more: it can be claimed anew");
    const auto begun = enrolment_.start_over();
    if (!begun) say_once(begun.error().message);
    return {begun.has_value(), false, seconds(0)};
  }
  say_once(fmt::format("/api/reports: the server answered {}", status));
  // One report must not keep the others up.
  if (status == 413 || status == 400 || status == 422) {
    if (post.reports.size() == 1)
      put_aside({post.reports.front().name, fmt::format("the server answered {}", status)});
    at_most_ = std::max<std::size_t>(1, post.reports.size() / 2);
  }
  return {};
}

void Courier::put_aside(const Refused& report) {
  if (options_.say) options_.say(fmt::format("set aside: outbox/{}: {}", report.name, report.why));
  const auto done = set_aside(options_.data, report);
  if (!done) say_once(done.error().message);
}

bool Courier::carry_out(const std::string& ask) {
  const auto done = ask == "sync"      ? put_request(options_.data, SyncNow{})
                    : ask == "restart" ? put_order(options_.data, Order::restart_screen)
                                       : Result<void>();  // a newer server may ask more than we know
  if (!done) say_once(done.error().message);
  if (done && options_.say) options_.say("the operator asked: " + ask);
  return done.has_value();
}

// Each once, however often the server repeats it because an answer of ours was lost.
bool Courier::carry_out_asks(const json& answer) {
  for (const json& one : list_of(answer, "asks")) {
    if (!one.is_object() || !one.contains("id") || !one["id"].is_number_integer()) continue;
    const auto id = one["id"].get<std::int64_t>();
    if (id > enrolment_.device().last_ask) {
      // Later ones wait for it: what is newer than the last one done counts as not yet asked.
      if (!carry_out(text(one, "ask")) || !enrolment_.keep_last_ask(id)) break;
    }
    done_.push_back(id);
  }
  return !done_.empty();
}

}  // namespace conglang::agent
