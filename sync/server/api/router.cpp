#include "sync/server/api/router.h"

#include <algorithm>
#include <charconv>

#include "sync/server/api/request_checks.h"
#include "sync/server/api/url.h"

namespace conglang::server {
namespace {

bool is_value(std::string_view part) {
  return part.starts_with('{') && part.ends_with('}');
}

bool changes(const Route& route) {
  return route.method != "GET";
}

void add_unless_said(http::Response& response, const std::string& name, const std::string& value) {
  if (std::ranges::find(response.headers, name, &http::Header::name) == response.headers.end())
    response.headers.push_back({name, value});
}

http::Response to_http(Answer answer) {
  http::Response response{answer.status, std::move(answer.headers), std::string()};
  std::string type = "application/json; charset=utf-8";
  if (answer.raw) {
    type = answer.raw->content_type;
    response.body = std::move(answer.raw->bytes);
  } else {
    response.body = answer.body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  response.headers.push_back({"Content-Type", type});
  add_unless_said(response, "Cache-Control", "no-store");
  add_unless_said(response, "X-Content-Type-Options", "nosniff");
  add_unless_said(response, "Referrer-Policy", "no-referrer");
  // Whatever an answer holds, opened as a page it runs nothing.
  add_unless_said(response, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  return response;
}

tl::unexpected<Error> nothing_here() {
  return refuse({.status = 404,
                 .code = "not-found",
                 .vi = "Không có gì ở địa chỉ này.",
                 .en = "There is nothing at this address."});
}

tl::unexpected<Error> not_signed_in() {
  return refuse({.status = 401,
                 .code = "signed-out",
                 .vi = "Hãy đăng nhập: chưa đăng nhập hoặc phiên làm việc đã hết hạn.",
                 .en = "Sign in: nobody is, or the session is over."});
}

}  // namespace

std::optional<std::string> Ask::query(std::string_view name) const {
  return query_value(http.query, name);
}

std::int64_t Ask::id(std::size_t index) const {
  if (index >= path.size()) return -1;
  const std::string& text = path[index];
  std::int64_t id = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), id);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && id > 0 ? id : -1;
}

Answer refused(const Refusal& refusal) {
  Answer answer{refusal.status,
                {{"error", {{"code", refusal.code}, {"message", {{"vi", refusal.vi}, {"en", refusal.en}}}}}}};
  if (!refusal.field.empty()) answer.body["error"]["field"] = refusal.field;
  if (refusal.retry_after) {
    answer.headers.push_back({"Retry-After", std::to_string(refusal.retry_after->count())});
  }
  return answer;
}

void Router::add(std::string method, std::string pattern, Role least, Endpoint endpoint,
                 RouteOptions options) {
  add_entry({{std::move(method), std::move(pattern), least, options}, {}, std::move(endpoint), {}});
}

void Router::add_open(std::string method, std::string pattern, OpenEndpoint endpoint, RouteOptions options) {
  add_entry({{std::move(method), std::move(pattern), std::nullopt, options}, {}, {}, std::move(endpoint)});
}

void Router::add_entry(Entry entry) {
  entry.parts = path_parts(entry.route.pattern).value();  // a pattern is a constant of the program
  if (entry.parts.front() != "api") elsewhere_.insert(entry.parts.front());
  entries_.push_back(std::move(entry));
}

Router::Match Router::match(const http::Request& request) const {
  const auto parts = path_parts(request.path);
  Match found;
  if (!parts) return found;
  for (const Entry& entry : entries_) {
    std::vector<std::string> values;
    const auto fits = [&values](const std::string& pattern, const std::string& part) {
      if (!is_value(pattern)) return pattern == part;
      auto value = percent_decoded(part);
      if (!value || value->find('/') != std::string::npos) return false;
      values.push_back(std::move(*value));
      return true;
    };
    if (!std::ranges::equal(entry.parts, *parts, fits)) continue;
    if (entry.route.method == request.method) return {&entry, std::move(values), false};
    found.other_method = true;
  }
  return found;
}

std::size_t Router::max_body(const http::Request& request) const {
  const Match found = match(request);
  if (found.entry == nullptr || !changes(found.entry->route)) return 0;
  return found.entry->route.options.max_body;
}

Result<Caller> Router::caller(const Entry& entry, const http::Request& request, Instant now) const {
  const auto token = session_token(request);
  if (!token) return not_signed_in();
  TRY(auto caller, options_.session(*token, now));
  if (!caller) return not_signed_in();
  if (changes(entry.route)) TRY_VOID(check_csrf(request, caller->session.csrf));
  if (caller->account.is_at_least(*entry.route.least)) return std::move(*caller);
  return refuse_role();
}

Result<Answer> Router::ask(const Match& match, const http::Request& request) const {
  if (match.entry == nullptr && match.other_method) {
    return refused({.status = 405,
                    .code = "method",
                    .vi = "Địa chỉ này không nhận cách gọi đó.",
                    .en = "This address does not take that method."});
  }
  if (match.entry == nullptr) return nothing_here();
  const Entry& entry = *match.entry;
  const Instant now = options_.clock();
  if (changes(entry.route)) TRY_VOID(check_origin(request));
  std::optional<Caller> who;
  if (entry.route.least) {
    TRY(who, caller(entry, request, now));
  }
  Json body;
  if (changes(entry.route)) {
    TRY_VOID(check_content_type(request, entry.route.options.takes));
    if (entry.route.options.takes == Takes::json) {
      TRY(body, json_body(request.body));
    }
  }
  const Ask asked{request, body, match.values, now};
  return who ? entry.endpoint(asked, *who) : entry.open(asked);
}

http::Response Router::answer(const http::Request& request) const {
  const auto begun = std::chrono::steady_clock::now();
  const Match found = match(request);
  auto answered = ask(found, request);
  auto response = to_http(answered ? std::move(*answered) : refused(refusal_of(answered.error())));
  if (options_.observe) {
    options_.observe({request.method, found.entry == nullptr ? std::string() : found.entry->route.pattern,
                      response.status, std::chrono::steady_clock::now() - begun});
  }
  return response;
}

bool Router::is_meant(const http::Request& request) const {
  // Asked for each file that a kiosk polls: no copy is made for those.
  const std::string_view path = request.path;
  if (path.starts_with("/api/")) return true;
  if (!path.starts_with('/')) return false;
  if (!elsewhere_.contains(path.substr(1, path.find('/', 1) - 1))) return false;
  const Match found = match(request);
  return found.entry != nullptr || found.other_method;
}

std::optional<http::Response> Router::refusal(const http::Request& request) const {
  const Match found = match(request);
  if (found.entry == nullptr || !options_.knows) return std::nullopt;
  const Route& route = found.entry->route;
  if (!route.least || route.options.max_body <= RouteOptions{}.max_body) return std::nullopt;
  const auto token = session_token(request);
  if (token && options_.knows(*token, options_.clock())) return std::nullopt;
  return to_http(refused(refusal_of(not_signed_in().value())));
}

bool Router::is_slow(const http::Request& request) const {
  const Match found = match(request);
  return found.entry != nullptr && found.entry->route.options.pace == Pace::slow;
}

std::vector<Route> Router::routes() const {
  std::vector<Route> routes;
  for (const Entry& entry : entries_) routes.push_back(entry.route);
  return routes;
}

}  // namespace conglang::server
