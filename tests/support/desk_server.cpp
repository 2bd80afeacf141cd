#include "tests/support/desk_server.h"

#include <spdlog/spdlog.h>

#include <stdexcept>

#include "sync/server/identity/accounts.h"
#include "sync/server/identity/password.h"

namespace conglang::testing {
namespace {

using server::Role;

constexpr server::PasswordCost kCheap{16, 1, 1};

}  // namespace

std::int64_t add_account(server::Store& store, const std::string& name, const server::Roles& roles,
                         const std::string& commune, Instant now) {
  const std::string hashed = server::hash_password(kPassword, kCheap).value();
  const server::Account account{0, name, "Người tên " + name, roles, commune, false};
  return store
      .write_and_get([&](server::Transaction& transaction) {
        return server::accounts::create(transaction, account, hashed, now);
      })
      .value();
}

DeskServer::DeskServer(const DeskServerOptions& options)
    : options_(options),
      seconds_(std::make_shared<std::atomic<std::int64_t>>(
          parse_instant("2026-11-27T08:00:00Z")->time_since_epoch().count())) {
  if (options_.repository.empty()) {
    options_.repository = folder_ / "repository";
    std::filesystem::create_directories(options_.repository / "metadata");
  }
  spdlog::set_level(spdlog::level::off);  // a test's words are its failures
  start();
  add_account(store(), "tac.gia", {Role::author}, kCommune, now());
  add_account(store(), "duyet", {Role::author, Role::reviewer}, kCommune, now());
  add_account(store(), "quan.tri", {Role::commune_admin}, kCommune, now());
  add_account(store(), "xa.khac", {Role::author, Role::reviewer, Role::commune_admin}, kOtherCommune, now());
  add_account(store(), "tinh", {Role::province_operator}, "", now());
}

void DeskServer::start() {
  server::ServiceOptions service;
  service.repository = options_.repository;
  service.data = data();
  service.desk = options_.desk;
  service.keys = options_.keys;
  service.password_cost = kCheap;
  service.clock = [seconds = seconds_] { return Instant(std::chrono::seconds(*seconds)); };
  service_ = server::Service::open(service).value();
  if (service_->has_signer()) {
    signer_ = http::Server::start(options_.http, service_->signer_site()).value();
    service_->signer_listens_at(signer_->port());
  }
  server_ = http::Server::start(options_.http, service_->site()).value();
  service_->watch(*server_);
}

void DeskServer::restart() {
  server_.reset();
  signer_.reset();
  service_.reset();
  start();
}

Browser DeskServer::browser(const std::string& name) {
  Browser browser(port());
  if (browser.sign_in(name).status != 200) throw std::runtime_error("cannot sign in as " + name);
  return browser;
}

}  // namespace conglang::testing
