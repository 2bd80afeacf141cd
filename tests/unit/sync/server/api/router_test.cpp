#include "sync/server/api/router.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::server;

namespace {

http::Request request(const std::string& method, const std::string& path, const std::string& token = {}) {
  http::Request made;
  made.method = method;
  made.path = path;
  if (!token.empty()) made.headers.push_back({"Cookie", "conglang_session=" + token});
  return made;
}

/// A route for small bodies, one for large ones, and one that devices call.
Router routes() {
  RouterOptions options;
  options.clock = [] { return Instant(); };
  options.session = [](const std::string&, Instant) -> Result<std::optional<Caller>> { return std::nullopt; };
  options.knows = [](const std::string& token, Instant) { return token == "good"; };
  Router router(options);
  const auto never = [](const Ask&, const Caller&) -> Result<Answer> { return Answer{}; };
  router.add("POST", "/api/small", Role::author, never);
  router.add("POST", "/api/pictures", Role::author, never,
             {.max_body = 1UL << 24U, .takes = Takes::picture, .pace = Pace::slow});
  router.add_open("POST", "/api/reports", [](const Ask&) -> Result<Answer> { return Answer{}; },
                  {.max_body = 1UL << 20U});
  router.add_open("GET", "/healthz", [](const Ask&) -> Result<Answer> { return Answer{}; });
  return router;
}

}  // namespace

TEST_CASE("attack: a large body of nobody is refused before it is read", "[desk]") {
  const Router router = routes();
  CHECK(router.refusal(request("POST", "/api/pictures"))->status == 401);
  CHECK(router.refusal(request("POST", "/api/pictures", "bad"))->status == 401);
  CHECK_FALSE(router.refusal(request("POST", "/api/pictures", "good")));
  CHECK_FALSE(router.refusal(request("POST", "/api/small")));    // answered 401 by its route
  CHECK_FALSE(router.refusal(request("POST", "/api/reports")));  // devices have no session
}

TEST_CASE("a route says what its body may be and how long it takes", "[desk]") {
  const Router router = routes();
  CHECK(router.max_body(request("POST", "/api/small")) == 64UL * 1024);
  CHECK(router.max_body(request("POST", "/api/pictures")) == 1UL << 24U);
  CHECK(router.max_body(request("GET", "/healthz")) == 0);
  CHECK(router.max_body(request("POST", "/api/none")) == 0);
  CHECK(router.is_slow(request("POST", "/api/pictures")));
  CHECK_FALSE(router.is_slow(request("POST", "/api/small")));
}

TEST_CASE("what is a file's path is not the router's, whatever it looks like", "[desk]") {
  const Router router = routes();
  for (const char* path : {"/api/x", "/api/", "/healthz"}) CHECK(router.is_meant(request("GET", path)));
  for (const char* path :
       {"/metadata/timestamp.json", "/", "", "*", "healthz", "/healthz/x", "/healthzz", "/apix"})
    CHECK_FALSE(router.is_meant(request("GET", path)));
}
