#pragma once
// The whole server put together: the repository's files for kiosks, and, with a data folder, the desk, the
// signer and their API. Wiring only; each part is tested by itself.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "content/base/result.h"
#include "sync/server/api/identity_routes.h"
#include "sync/server/api/metrics.h"
#include "sync/server/api/router.h"
#include "sync/server/delegated_keys.h"
#include "sync/server/every.h"
#include "sync/server/fleet/fleet.h"
#include "sync/server/http/server.h"
#include "sync/server/identity/password.h"
#include "sync/server/phone_site.h"
#include "sync/server/published_words.h"
#include "sync/server/refresher.h"
#include "sync/server/repository_files.h"
#include "sync/server/review/review_desk.h"
#include "sync/server/static_folder.h"
#include "sync/server/store/store.h"

namespace conglang::server {

struct ServiceOptions {
  std::filesystem::path repository;
  std::filesystem::path data;  ///< empty: the repository's files and nothing else
  std::filesystem::path desk;  ///< with desk/ and signer/ in it; empty: no pages are served
  std::filesystem::path keys;  ///< of snapshot and timestamp; empty: nothing is refreshed or reviewed
  std::filesystem::path passphrase_file;  ///< empty: the file `passphrase` beside the keys
  std::filesystem::path content;          ///< national guides, where the repository has none; may be empty
  std::filesystem::path tool;             ///< `conglang`, for previews and pictures; empty: neither
  std::string signer_url;                 ///< for browsers, when a proxy stands in front of its port
  ShortLinks short_links = ShortLinks::off;
  PasswordCost password_cost;
  std::function<Instant()> clock;
};

/// DATA/server.db
std::filesystem::path database_file(const std::filesystem::path& data);

class Service {
 public:
  /// Errors: of the parts: not_found, conflict, invalid, forbidden, io.
  static Result<std::unique_ptr<Service>> open(const ServiceOptions& options);

  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
  ~Service();

  /// What a server answers. This object must outlive it.
  http::Site site();
  /// The signer's page, for a port of its own.
  http::Site signer_site();
  bool has_signer() const { return signer_.has_value(); }
  /// Before site() is served: the port that browsers reach the signer at.
  void signer_listens_at(std::uint16_t port);

  /// Tells in the metrics how busy `server` is, which serves site() and ends before this object.
  void watch(const http::Server& server);

  const Router& router() const { return router_; }
  /// Precondition: there is a data folder.
  Store& store() { return *store_; }
  ReviewDesk& review() { return *review_; }

  /// Signs what is due, proposes what is scheduled, looks at the fleet, and goes on doing so. Without keys
  /// only the fleet is looked at, without a data folder nothing is.
  void start_housekeeping();

 private:
  Service(ServiceOptions options, RepositoryFiles files);
  Result<void> open_pages();
  Result<void> open_desk();
  void add_routes();
  http::Response file(const http::Request& request) const;
  void observe(const Observed& observed);
  bool knows(const std::string& token, Instant now) const;
  void look(const Result<repository::Refreshed>& refreshed);
  void watch_fleet();
  void tick_review();
  void visit_links();

  ServiceOptions options_;
  RepositoryFiles files_;
  std::optional<StaticFolder> desk_;
  std::optional<StaticFolder> signer_;
  IdentityOptions identity_;
  mutable Metrics metrics_;
  std::unique_ptr<Store> store_;
  DelegatedKeys delegated_;
  Router router_;
  std::optional<repository::KeyFolder> keys_;
  std::optional<repository::KeyFolder> no_keys_;  ///< in their place: nothing can be read or signed
  std::unique_ptr<ReviewDesk> review_;
  std::optional<PhoneSite> phones_;
  PublishedWords words_;
  std::optional<fleet::Fleet> fleet_;
  // Last, so that they end before what they look at.
  std::optional<Refresher> refresher_;
  std::optional<Every> review_tick_;
  std::optional<Every> watch_;
  std::optional<Every> visits_;
};

}  // namespace conglang::server
