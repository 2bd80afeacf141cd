#pragma once
// From a request to the endpoint that answers it, past every check that each would otherwise have to
// remember: the method and path, the body's type and length, the session, its role, the CSRF token, the
// Origin. What gets to an Endpoint is somebody signed in, of at least the role its route names, who meant it.
// Which commune's matters they may touch is the endpoint's own to check (Account::belongs_to).

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/http/server.h"
#include "sync/server/identity/account.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/store/store.h"

namespace conglang::server {

using Json = nlohmann::json;

/// Who asks.
struct Caller {
  Account account;
  Session session;
};

/// What is asked.
struct Ask {
  const http::Request& http;
  const Json& body;                      ///< an object, or null when none was sent or the route takes files
  const std::vector<std::string>& path;  ///< values of the {x} in the pattern, decoded
  Instant now;

  /// The value of `name` in the query, decoded.
  std::optional<std::string> query(std::string_view name) const;
  /// The `index`th value of the path as a number, -1 for anything else: no row has that id.
  std::int64_t id(std::size_t index = 0) const;
};

struct Raw {
  std::string content_type;
  std::string bytes;
};

struct Answer {
  int status = 200;
  Json body;  ///< not sent when `raw` is there
  std::vector<http::Header> headers = {};
  std::optional<Raw> raw = std::nullopt;
};

/// The Error of either is answered as {"error":{"code","message":{"vi","en"},"field"?}}; refuse() makes one
/// with both languages.
using Endpoint = std::function<Result<Answer>(const Ask&, const Caller&)>;
using OpenEndpoint = std::function<Result<Answer>(const Ask&)>;

/// The answer that a refusal is, for an endpoint that has more to say: add to its body.
Answer refused(const Refusal& refusal);

/// application/json; image/jpeg, image/png or image/webp; audio/… of any kind, since its bytes are judged.
enum class Takes { json, picture, sound };

/// Slow: takes a processor for a tenth of a second or more; kept from delaying the others.
enum class Pace { quick, slow };

struct RouteOptions {
  std::size_t max_body = 64UL * 1024;
  Takes takes = Takes::json;
  Pace pace = Pace::quick;
};

struct Route {
  std::string method;
  std::string pattern;        ///< "/api/drafts/{id}"
  std::optional<Role> least;  ///< absent: open to everybody
  RouteOptions options = {};
};

/// What was answered, for logs and metrics. It names the route, never the path, which may hold a token.
struct Observed {
  std::string method;
  std::string route;  ///< the pattern; empty when there is none
  int status = 0;
  std::chrono::duration<double> took{};
};

struct RouterOptions {
  std::function<Instant()> clock;
  /// Who a browser's session token belongs to; nothing when it is none or over.
  std::function<Result<std::optional<Caller>>(const std::string& token, Instant now)> session;
  std::function<void(const Observed&)> observe;  ///< absent: nobody looks
  /// Whether `token` is of a session, without touching it; asked on the network thread. Absent: taken as one.
  std::function<bool(const std::string& token, Instant now)> knows = {};
};

class Router {
 public:
  explicit Router(RouterOptions options) : options_(std::move(options)) {}

  /// A route for who is signed in and has `least` or a higher role.
  void add(std::string method, std::string pattern, Role least, Endpoint endpoint, RouteOptions options = {});
  /// A route without a session, for sign-in and devices: no cookie is looked at, no CSRF token asked for.
  void add_open(std::string method, std::string pattern, OpenEndpoint endpoint, RouteOptions options = {});

  http::Response answer(const http::Request& request) const;

  /// Whether a route is meant, by whatever method: everything below /api/, and what matches another pattern.
  bool is_meant(const http::Request& request) const;

  /// What a body may be at most; 0 for a route that takes none.
  std::size_t max_body(const http::Request& request) const;

  /// 401 for a large body that nobody signed in sends: it is not read.
  std::optional<http::Response> refusal(const http::Request& request) const;

  /// Whether the route's pace is slow.
  bool is_slow(const http::Request& request) const;

  std::vector<Route> routes() const;

 private:
  struct Entry {
    Route route;
    std::vector<std::string> parts;
    Endpoint endpoint;
    OpenEndpoint open;
  };
  struct Match {
    const Entry* entry = nullptr;
    std::vector<std::string> values;
    bool other_method = false;
  };

  void add_entry(Entry entry);
  Match match(const http::Request& request) const;
  Result<Answer> ask(const Match& match, const http::Request& request) const;
  Result<Caller> caller(const Entry& entry, const http::Request& request, Instant now) const;

  RouterOptions options_;
  std::vector<Entry> entries_;
  std::set<std::string, std::less<>> elsewhere_;  ///< first parts of patterns that are not below /api/
};

}  // namespace conglang::server
