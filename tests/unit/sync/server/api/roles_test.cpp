// Every route against every role, from a table that is written by hand: a route that is not in it, or lets in
// somebody whom the table does not, fails here.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <regex>
#include <set>

#include "tests/support/desk_server.h"

using namespace conglang;
using namespace conglang::testing;
using server::Role;

namespace {

struct Rule {
  const char* route;  ///< "GET /api/people"
  const char* least;  ///< "open", "author", "reviewer", "admin" or "operator"
};

constexpr std::array kRules = {
    Rule{"GET /healthz", "open"},
    Rule{"GET /metrics", "open"},
    Rule{"POST /api/sign-in", "open"},
    Rule{"GET /api/invitations/{token}", "open"},
    Rule{"POST /api/invitations/{token}", "open"},
    Rule{"GET /api/me", "author"},
    Rule{"POST /api/sign-out", "author"},
    Rule{"POST /api/me/password", "author"},
    Rule{"GET /api/keys", "author"},
    Rule{"POST /api/keys", "author"},
    Rule{"POST /api/keys/{id}/revoke", "author"},
    Rule{"POST /api/keys/{id}/approve", "admin"},
    Rule{"GET /api/signing-rule", "author"},
    Rule{"POST /api/signing-rule", "admin"},
    Rule{"POST /api/invitations", "admin"},
    Rule{"GET /api/people", "admin"},
    Rule{"POST /api/people/{id}/disable", "admin"},
    Rule{"POST /api/people/{id}/enable", "admin"},
    Rule{"POST /api/people/{id}/roles", "admin"},
    Rule{"POST /api/people/{id}/new-password", "admin"},
    Rule{"GET /api/audit", "admin"},
    Rule{"GET /api/delegations/{commune}", "operator"},
    Rule{"GET /api/guides", "author"},
    Rule{"GET /api/guides/{id}", "author"},
    Rule{"GET /api/communes", "author"},
    Rule{"POST /api/drafts", "author"},
    Rule{"GET /api/drafts", "author"},
    Rule{"GET /api/drafts/{id}", "author"},
    Rule{"PUT /api/drafts/{id}", "author"},
    Rule{"GET /api/drafts/{id}/difference", "author"},
    Rule{"GET /api/drafts/{id}/preview/landscape.png", "author"},
    Rule{"GET /api/drafts/{id}/preview/portrait.png", "author"},
    Rule{"GET /api/drafts/{id}/preview/phone.html", "author"},
    Rule{"POST /api/drafts/{id}/submit", "author"},
    Rule{"POST /api/drafts/{id}/approve", "reviewer"},
    Rule{"POST /api/drafts/{id}/ask-changes", "reviewer"},
    Rule{"POST /api/drafts/{id}/comments", "author"},
    Rule{"POST /api/drafts/{id}/schedule", "reviewer"},
    Rule{"POST /api/drafts/{id}/publish-now", "reviewer"},
    Rule{"POST /api/drafts/{id}/withdraw", "author"},
    Rule{"POST /api/drafts/{id}/discard", "author"},
    Rule{"POST /api/removals", "author"},
    Rule{"POST /api/restorations", "author"},
    Rule{"POST /api/pictures", "author"},
    Rule{"GET /api/pictures/{file}", "author"},
    Rule{"POST /api/recordings", "author"},
    Rule{"GET /api/recordings/{file}", "author"},
    Rule{"GET /api/drafts/{id}/words", "author"},
    Rule{"POST /api/proposals", "author"},
    Rule{"GET /api/proposals", "author"},
    Rule{"GET /api/proposals/{id}", "author"},
    Rule{"POST /api/proposals/{id}/signatures", "author"},
    Rule{"POST /api/proposals/{id}/drop", "author"},
    Rule{"POST /api/emergency", "admin"},
    Rule{"GET /api/todo", "author"},
    Rule{"GET /api/boards/wall.pdf", "author"},
    Rule{"GET /api/boards/leaflet.pdf", "author"},
    Rule{"GET /api/boards/stickers.pdf", "author"},
    Rule{"POST /api/imports", "author"},
    Rule{"GET /g/{commune}/{page}", "open"},
    Rule{"GET /g/{commune}/{language}/{page}", "open"},
    Rule{"GET /t/{code}", "open"},
    Rule{"POST /api/devices", "open"},
    Rule{"GET /api/devices/{id}", "open"},
    Rule{"POST /api/reports", "open"},
    Rule{"GET /api/kiosks", "author"},
    Rule{"POST /api/kiosks", "admin"},
    Rule{"GET /api/kiosks/{id}", "author"},
    Rule{"POST /api/kiosks/{id}/asks", "admin"},
    Rule{"POST /api/kiosks/{id}/retire", "admin"},
    Rule{"GET /api/alarms", "author"},
    Rule{"GET /api/usage", "author"},
    Rule{"GET /api/usage.csv", "author"},
    Rule{"GET /api/usage.pdf", "author"},
};

/// Accounts of DeskServer, each with its highest role; "" is nobody.
const std::map<std::string, int>& people() {
  static const std::map<std::string, int> kPeople = {{"", -1},        {"tac.gia", 0}, {"duyet", 1},
                                                     {"quan.tri", 2}, {"xa.khac", 2}, {"tinh", 3}};
  return kPeople;
}

/// A path that the pattern matches, of things that are not there.
std::string example(const std::string& pattern) {
  return std::regex_replace(pattern, std::regex("\\{[^}]*\\}"), "999999");
}

Told call(Browser browser, const std::string& method, const std::string& path) {
  return browser.send(method, path, method == "GET" ? "" : "{}");
}

}  // namespace

TEST_CASE("every route is in the table and asks for the role that the table says", "[desk]") {
  DeskServer server;
  std::map<std::string, std::string> routes;
  for (const server::Route& route : server.service().router().routes()) {
    routes[route.method + " " + route.pattern] =
        route.least ? std::string(role_name(*route.least)) : std::string("open");
  }
  std::map<std::string, std::string> rules;
  for (const Rule& rule : kRules) rules[rule.route] = rule.least;
  CHECK(routes == rules);
}

TEST_CASE("attack: nobody gets past a route with less than its role", "[desk]") {
  DeskServer server;
  std::map<std::string, Browser> browsers;
  for (const auto& [name, rank] : people())
    browsers.emplace(name, name.empty() ? server.stranger() : server.browser(name));
  for (const Rule& rule : kRules) {
    const std::string route = rule.route;
    if (route == "POST /api/sign-out") continue;  // it would end what the others are tried with
    const std::string method = route.substr(0, route.find(' '));
    const std::string path = example(route.substr(route.find(' ') + 1));
    const auto least = server::role_named(rule.least);
    for (const auto& [name, rank] : people()) {
      INFO(route << " as " << (name.empty() ? "nobody" : name));
      const Told told = call(browsers.at(name), method, path);
      if (!least) {
        CHECK(told.code() != "signed-out");
        CHECK(told.code() != "role");
      } else if (rank < 0) {
        CHECK(told.status == 401);
        CHECK(told.code() == "signed-out");
      } else if (rank < static_cast<int>(*least)) {
        CHECK(told.status == 403);
        CHECK(told.code() == "role");
      } else {
        CHECK(told.status != 401);
        CHECK(told.code() != "role");
      }
      CHECK(told.status < 500);
    }
  }
}

TEST_CASE("attack: a role that is taken away is gone in the session that is open", "[desk]") {
  DeskServer server;
  Browser admin = server.browser("quan.tri");
  Browser reviewer = server.browser("duyet");
  const auto id = [&](const std::string& name) {
    for (const auto& person : admin.get("/api/people").body)
      if (person["name"] == name) return person["id"].get<std::int64_t>();
    return std::int64_t{-1};
  };
  const std::string path = "/api/people/" + std::to_string(id("duyet"));
  REQUIRE(admin.post(path + "/roles", {{"roles", {"author", "admin"}}}).status == 200);
  CHECK(reviewer.get("/api/people").status == 200);
  REQUIRE(admin.post(path + "/roles", {{"roles", {"author"}}}).status == 200);
  CHECK(reviewer.get("/api/people").status == 403);
}
