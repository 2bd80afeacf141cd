#pragma once
// A province's fleet in a temporary folder: store, router, and people of two communes who are signed in.

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "sync/server/api/router.h"
#include "sync/server/fleet/fleet.h"
#include "sync/tuf/digest.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

inline constexpr const char* kSecret = "the secret of a machine";

class FleetScene {
 public:
  FleetScene() {
    known_->learn({{"title", "Đăng ký khai sinh"}, {"text", "Giấy chứng sinh, sổ hộ khẩu 12 tháng"}});
    known_->learn_guide("khai-sinh");
    const auto people = [this](server::Transaction& transaction) -> Result<void> {
      for (const auto& [token, account] : accounts_) {
        TRY_VOID(transaction.run(
            "INSERT INTO accounts (id, name, display_name, roles, commune, password, created_at) "
            "VALUES (?, ?, ?, ?, ?, '-', 0)",
            account.id, account.name, account.name, server::to_words(account.roles), account.commune));
      }
      return {};
    };
    REQUIRE(store->write(people));
    server::fleet::add_fleet_endpoints(router, fleet);
  }

  struct Answer {
    int status = 0;
    nlohmann::json body;
    std::string text;
    std::vector<http::Header> headers;

    std::string code() const { return body["error"]["code"]; }
  };

  /// As somebody signed in: "admin", "reviewer", "author" of 09784, "other" an admin of 09787, "operator".
  Answer as(const std::string& who, const std::string& method, const std::string& path,
            const nlohmann::json& body = nullptr) {
    http::Request request = request_of(method, path, body);
    request.headers.push_back({"Cookie", "conglang_session=" + who});
    request.headers.push_back({"X-Conglang-Csrf", "csrf"});
    return answered(request);
  }

  /// As a machine with a secret or a token.
  Answer machine(const std::string& bearer, const std::string& method, const std::string& path,
                 const nlohmann::json& body = nullptr, const std::string& peer = "127.0.0.1") {
    http::Request request = request_of(method, path, body);
    request.peer = peer;
    if (!bearer.empty()) request.headers.push_back({"Authorization", "Bearer " + bearer});
    return answered(request);
  }

  /// Offers a machine; its id.
  std::string offer(const std::string& code, const std::string& secret = kSecret) {
    const Answer offered = machine("", "POST", "/api/devices",
                                   {{"claimCode", code}, {"deviceSecretHash", tuf::sha256_hex(secret)}});
    REQUIRE(offered.status == 201);
    return offered.body["deviceId"];
  }

  /// A kiosk of 09784 (or of the commune of `admin`), and its token.
  std::string enrolled(const std::string& code = "K7MP3XR4", const std::string& admin = "admin",
                       const std::string& place = "Thôn Thượng Tháp") {
    const std::string secret = "secret of " + code;
    const std::string device = offer(code, secret);
    const Answer claimed =
        as(admin, "POST", "/api/kiosks", {{"claimCode", code}, {"name", "Máy cửa chính"}, {"place", place}});
    INFO(claimed.text);
    REQUIRE(claimed.status == 201);
    last_kiosk = claimed.body["id"];
    return machine(secret, "GET", "/api/devices/" + device).body["token"];
  }

  Answer report(const std::string& token, const std::vector<nlohmann::json>& reports,
                const std::vector<nlohmann::json>& done = {}) {
    return machine(token, "POST", "/api/reports",
                   {{"sentAt", format_instant(now)}, {"reports", reports}, {"done", done}});
  }

  nlohmann::json health(nlohmann::json more = nlohmann::json::object()) const {
    nlohmann::json body = {{"version", "1.2.3"},
                           {"generation", 7},
                           {"lastTry", format_instant(now)},
                           {"lastSuccess", format_instant(now)},
                           {"error", ""},
                           {"diskFreeMegabytes", 20'000}};
    body.update(more);
    return {{"id", "health-" + format_instant(now).substr(0, 4)}, {"kind", "health"}, {"body", body}};
  }

  nlohmann::json usage(const std::string& id, const std::vector<nlohmann::json>& entries) const {
    return {{"id", id}, {"kind", "usage"}, {"body", {{"entries", entries}, {"lost", 0}}}};
  }
  nlohmann::json count(const std::string& kind, const std::string& subject, const std::string& action,
                       int n = 1) const {
    return {{"day", "2026-11-26"}, {"kind", kind}, {"subject", subject}, {"action", action}, {"n", n}};
  }

  TemporaryFolder folder;
  Instant now = *parse_instant("2026-11-27T08:00:00Z");
  std::unique_ptr<server::Store> store = server::Store::open(folder / "server.db").value();
  std::int64_t last_kiosk = 0;

 private:
  http::Request request_of(const std::string& method, const std::string& path, const nlohmann::json& body) {
    http::Request request;
    request.method = method;
    request.path = path.substr(0, path.find('?'));
    if (path.find('?') != std::string::npos) request.query = path.substr(path.find('?') + 1);
    if (method != "GET") request.headers.push_back({"Content-Type", "application/json"});
    if (!body.is_null()) request.body = body.dump();
    return request;
  }

  Answer answered(const http::Request& request) {
    const http::Response response = router.answer(request);
    const std::string text = std::get<std::string>(response.body);
    return {response.status, nlohmann::json::parse(text, nullptr, false), text, response.headers};
  }

  static server::Account account(std::int64_t id, const std::string& name, server::Role role,
                                 const std::string& commune) {
    return {id, name, name, {role}, commune, false};
  }

  std::map<std::string, server::Account> accounts_ = {
      {"author", account(1, "author", server::Role::author, "09784")},
      {"reviewer", account(2, "reviewer", server::Role::reviewer, "09784")},
      {"admin", account(3, "admin", server::Role::commune_admin, "09784")},
      {"other", account(4, "other", server::Role::commune_admin, "09787")},
      {"operator", account(5, "operator", server::Role::province_operator, "")}};
  std::shared_ptr<server::fleet::KnownWords> known_ = std::make_shared<server::fleet::KnownWords>();

 public:
  server::fleet::Fleet fleet{{*store, [this] { return known_; }}};
  server::Router router{{[this] { return now; },
                         [this](const std::string& token, Instant) -> Result<std::optional<server::Caller>> {
                           const auto found = accounts_.find(token);
                           if (found == accounts_.end()) return std::nullopt;
                           return server::Caller{found->second, {1, {}, "csrf"}};
                         },
                         {}}};
};

}  // namespace conglang::testing
