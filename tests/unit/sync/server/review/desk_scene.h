#pragma once
// A commune's desk without a socket: a published tree, a server that holds nothing but the keys of snapshot
// and timestamp, staff who are signed in, and their keys, which only they have.

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "content/base/hex.h"
#include "sync/client/file_fetcher.h"
#include "sync/client/update.h"
#include "sync/repository/sign.h"
#include "sync/server/identity/signing_rule.h"
#include "sync/server/review/review_desk.h"
#include "tests/folders.h"
#include "tests/support/openapi.h"
#include "tests/support/starter_files.h"
#include "tests/unit/sync/repository/people.h"

namespace conglang::testing {

inline constexpr const char* kCommuneRole = "commune-09784";
inline constexpr const char* kPatch = "communes/09784/patches/khai-sinh.json";

/// Somebody who is signed in.
struct Staff {
  server::Account account;
  std::unique_ptr<Person> person;  ///< nothing: no key
};

struct Said {
  int status = 0;
  server::Json body;
  std::string bytes;
  std::vector<http::Header> headers;

  std::string code() const { return body["error"].value("code", ""); }
};

/// Publishes a few of the starter's files: enough to stand among, few enough to be quick.
void publish_starter(const Scene& scene, Instant now);

/// `an`, `binh` and `chi` sign for the commune from now on, two of them at a time. `online`: an empty folder,
/// which gets the keys of snapshot and timestamp and nothing else, as a server has them.
void hand_over_keys(const Scene& scene, const Person& an, const Person& binh, const Person& chi,
                    const repository::KeyFolder& online, Instant now);

class DeskScene : public Scene {
 public:
  DeskScene() : online(folder / "online", "mật khẩu", kCheap) {
    publish_starter(*this, kMade);
    add_staff("an", {server::Role::author});
    add_staff("binh", {server::Role::author, server::Role::reviewer});
    add_staff("chi", {server::Role::author, server::Role::reviewer, server::Role::commune_admin});
    add_staff("tinh", {server::Role::province_operator}, "");
    add_staff("la", {server::Role::author, server::Role::reviewer, server::Role::commune_admin}, "00004");
    hand_over_keys(*this, *staff.at("an").person, *staff.at("binh").person, *staff.at("chi").person, online,
                   kMade);
    open();
  }

  /// Asks as `who`; a body makes it a POST's.
  Said ask(const std::string& method, const std::string& target, const std::string& who,
           const server::Json& body = nullptr) const {
    return send(method, target, who, body.is_null() ? std::string() : body.dump(), "application/json");
  }
  Said get(const std::string& target, const std::string& who) const { return ask("GET", target, who); }
  Said post(const std::string& target, const std::string& who,
            const server::Json& body = server::Json::object()) const {
    return ask("POST", target, who, body);
  }

  Said send(const std::string& method, const std::string& target, const std::string& who,
            const std::string& body, const std::string& type, std::vector<http::Header> more = {}) const {
    http::Request request;
    request.method = method;
    const std::size_t mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    request.headers = {{"Host", "desk"}, {"Cookie", "conglang_session=" + who}, {"Content-Type", type}};
    request.headers.push_back({"X-Conglang-Csrf", "csrf of " + who});
    request.headers.insert(request.headers.end(), more.begin(), more.end());
    request.body = body;
    const http::Response response = router->answer(request);
    Said said{response.status, nullptr, std::get<std::string>(response.body), response.headers};
    said.body = server::Json::parse(said.bytes, nullptr, false);
    hold_to_openapi(request, said);
    return said;
  }

  /// A draft of the commune's words on khai-sinh, whose description is `text`.
  std::int64_t draft(const std::string& who, const std::string& text = "Bản mới.") const {
    Said made = post("/api/drafts", who, {{"path", kPatch}});
    REQUIRE(made.status < 300);
    server::Json content = made.body["content"];
    content["description"]["vi"] = text;
    const std::int64_t id = made.body["id"].get<std::int64_t>();
    const Said saved =
        ask("PUT", fmt::format("/api/drafts/{}", id), who,
            {{"revision", made.body["revision"]}, {"content", content}, {"note", "sửa mô tả"}});
    CAPTURE(saved.bytes);
    REQUIRE(saved.status == 200);
    return id;
  }

  Said step(std::int64_t id, const std::string& step, const std::string& who,
            const server::Json& body = server::Json::object()) const {
    return post(fmt::format("/api/drafts/{}/{}", id, step), who, body);
  }
  std::string state(std::int64_t id) const {
    return get(fmt::format("/api/drafts/{}", id), "chi").body.value("state", "");
  }

  std::int64_t approved_draft(const std::string& text = "Bản mới.") const {
    const std::int64_t id = draft("an", text);
    const Said submitted = step(id, "submit", "an");
    CAPTURE(submitted.bytes);
    REQUIRE(submitted.status == 200);
    REQUIRE(step(id, "approve", "binh").status == 200);
    return id;
  }

  Said propose(std::int64_t draft) const { return post("/api/proposals", "an", {{"drafts", {draft}}}); }

  /// What a person's browser would sign, worked out from what the server says and nothing else.
  static std::string to_sign(const server::Json& proposal);

  /// The key of `who` is one of `where` ("browser", "tool") from now on.
  void hold_key(const std::string& who, const std::string& where) const {
    const std::string id = staff.at(who).person->half().id();
    REQUIRE(store->write([&](server::Transaction& transaction) -> Result<void> {
      TRY_VOID(transaction.run("UPDATE signer_keys SET held_by = ? WHERE key_id = ?", where, id));
      return {};
    }));
  }

  void want_tool(server::signing_rule::Wish wish = server::signing_rule::Wish::one_tool) const {
    REQUIRE(store->write([&](server::Transaction& transaction) {
      return server::signing_rule::set(transaction, "09784", wish, staff.at("chi").account, now);
    }));
  }

  /// Signs as `who` and sends it.
  Said sign(const server::Json& proposal, const std::string& who) const {
    const auto key = std::move(staff.at(who).person->keys.load(kCommuneRole).value().front());
    return post(fmt::format("/api/proposals/{}/signatures", proposal["id"].get<int>()), who,
                {{"keyId", key.public_key().id()}, {"sig", to_hex(key.sign(to_sign(proposal)))}});
  }

  /// What a kiosk of the commune has after an update; empty for what it has not.
  std::string on_kiosk(const std::string& path) const {
    auto metadata = client::MetadataStore::open(folder / "kiosk-metadata").value();
    auto blobs = client::BlobStore::open(folder / "kiosk-blobs").value();
    client::UpdateRequest request;
    request.metadata = {root(), {"national/", "provinces/", "communes/09784/"}, now};
    client::FileFetcher fetcher(tree.path());
    std::string tag;
    const auto updated = client::update(request, fetcher, metadata, blobs, {}, tag);
    if (!updated) FAIL(updated.error().message);
    CHECK(updated->not_used.empty());
    const auto found = tree.load(root(), now)->targets_found();
    if (!found.contains(path)) return {};
    return read_file(tree.blob(path, found.at(path).file.hashes.sha256), 1 << 20).value();
  }

  void tick() const {
    REQUIRE(desk->tick(now, [](const std::string&, const Error& error) { FAIL(error.message); }));
  }

  /// The server ends, and another starts on what it left.
  void restart() {
    router.reset();
    desk.reset();
    store.reset();
    open();
  }

  std::int64_t count(const std::string& sql) const {
    std::int64_t number = 0;
    const auto done = store->read([&](server::Transaction& transaction) -> Result<void> {
      TRY(const auto row, transaction.row(sql));
      number = row->integer(0);
      return {};
    });
    REQUIRE(done);
    return number;
  }

  /// Changes the store behind the desk's back.
  void run(const std::string& sql, std::int64_t number) const {
    const auto done = store->write([&](server::Transaction& transaction) -> Result<void> {
      TRY_VOID(transaction.run(sql, number));
      return {};
    });
    if (!done) FAIL(done.error().message);
  }

  Instant now = kMade + std::chrono::days(10);
  repository::KeyFolder online;
  std::map<std::string, Staff> staff;
  std::filesystem::path tool = {};
  std::unique_ptr<server::Store> store;
  std::unique_ptr<server::ReviewDesk> desk;
  std::unique_ptr<server::Router> router;

  void open() {
    auto opened = server::Store::open(folder / "server.db");
    if (!opened) FAIL(opened.error().message);
    store = std::move(*opened);
    store_staff();
    desk = std::make_unique<server::ReviewDesk>(
        *store, online, server::ReviewOptions{tree.path(), {}, tool, folder / "scratch"});
    router = std::make_unique<server::Router>(server::RouterOptions{
        [this] { return now; },
        [this](const std::string& token, Instant) -> Result<std::optional<server::Caller>> {
          const auto found = staff.find(token);
          if (found == staff.end()) return std::optional<server::Caller>();
          return std::optional<server::Caller>(
              server::Caller{found->second.account, {found->second.account.id, now, "csrf of " + token}});
        },
        [this](const server::Observed& observed) { asked_ = observed; }});
    add_review_endpoints(*router, *desk);
  }

 private:
  // Every answer is one that openapi.json tells, and so is every body that was taken.
  void hold_to_openapi(const http::Request& request, const Said& said) const {
    using Words = std::vector<std::string>;
    static const OpenApi api;
    if (asked_.route.empty()) return;
    const std::string operation = asked_.method + " " + asked_.route;
    CHECK(api.check(operation, said.status, said.body) == Words{});
    const server::Json body = server::Json::parse(request.body, nullptr, false);
    if (said.status < 300 && !body.is_discarded()) CHECK(api.check_body(operation, body) == Words{});
  }

  void add_staff(const std::string& name, server::Roles roles, const std::string& commune = "09784") {
    server::Account account{static_cast<std::int64_t>(staff.size()) + 1,
                            name,
                            "Cán bộ " + name,
                            std::move(roles),
                            commune,
                            false};
    staff.emplace(name, Staff{std::move(account), std::make_unique<Person>(*this, name, kCommuneRole)});
  }

  server::Observed asked_;  ///< what the router made of the last request

  void store_staff() const {
    const auto done = store->write([this](server::Transaction& transaction) -> Result<void> {
      TRY(const auto there, transaction.row("SELECT COUNT(*) FROM accounts"));
      if (there->integer(0) > 0) return {};
      for (const auto& entry : staff) {
        const server::Account& one = entry.second.account;
        TRY_VOID(transaction.run(
            "INSERT INTO accounts (id, name, display_name, roles, commune, password, "
            "created_at) VALUES (?, ?, ?, ?, ?, '', ?)",
            one.id, one.name, one.display_name, server::to_words(one.roles), one.commune, kMade));
        const tuf::PublicKey& key = entry.second.person->half();
        TRY_VOID(
            transaction.run("INSERT INTO signer_keys (key_id, public_key, public_value, label, account_id, "
                            "state, enrolled_at) VALUES (?, ?, ?, '', ?, 'approved', ?)",
                            key.id(), key.object(), key.value(), one.id, kMade));
      }
      return {};
    });
    REQUIRE(done);
  }
};

}  // namespace conglang::testing
