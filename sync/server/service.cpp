#include "sync/server/service.h"

#include "content/base/file.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/identity/sessions.h"
#include "sync/server/kiosk_todo.h"
#include "sync/server/log.h"
#include "sync/server/review/link_check.h"
#include "sync/server/status_routes.h"
#include "sync/server/usage_pdf.h"

namespace conglang::server {
namespace {

constexpr std::uintmax_t kOwnerOnly = 0700;
constexpr std::chrono::minutes kBetweenLooks{1};
constexpr std::chrono::seconds kBetweenTicks{10};
constexpr std::chrono::minutes kBetweenNights{10};

std::string status_class(int status) {
  return fmt::format("status=\"{}xx\"", status / 100);
}

}  // namespace

std::filesystem::path database_file(const std::filesystem::path& data) {
  return data / "server.db";
}

Service::Service(ServiceOptions options, RepositoryFiles files)
    : options_(std::move(options)),
      files_(std::move(files)),
      delegated_(repository::Tree(options_.repository)),
      router_({options_.clock,
               [this](const std::string& token, Instant now) { return sessions_of(*store_)(token, now); },
               [this](const Observed& observed) { observe(observed); },
               [this](const std::string& token, Instant now) { return knows(token, now); }}),
      words_(repository::Tree(options_.repository)) {}

Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::open(const ServiceOptions& options) {
  TRY(RepositoryFiles files, RepositoryFiles::open(options.repository));
  std::unique_ptr<Service> service(new Service(options, std::move(files)));
  if (options.data.empty()) return service;
  TRY_VOID(service->open_desk());
  return service;
}

Result<void> Service::open_pages() {
  if (options_.desk.empty()) return {};
  TRY(desk_, StaticFolder::open(options_.desk / "desk", "/desk/", kDeskPolicy));
  TRY(signer_, StaticFolder::open(options_.desk / "signer", "/", kSignerPolicy));
  TRY(identity_.signer_hash, hash_of_folder(options_.desk / "signer"));
  return {};
}

Result<void> Service::open_desk() {
  TRY_VOID(open_pages());
  TRY_VOID(make_folders(options_.data));
  std::error_code ignored;
  std::filesystem::permissions(options_.data, std::filesystem::perms{kOwnerOnly}, ignored);
  TRY(store_, Store::open(database_file(options_.data)));
  if (!options_.keys.empty()) {
    TRY(keys_, online_keys(options_.keys, options_.passphrase_file));
  }
  no_keys_.emplace(options_.data / "no-keys", "");
  review_ = std::make_unique<ReviewDesk>(
      *store_, keys_ ? *keys_ : *no_keys_,
      ReviewOptions{options_.repository, options_.content, options_.tool, options_.data / "scratch"});
  add_routes();
  return {};
}

void Service::add_routes() {
  identity_.cost = options_.password_cost;
  identity_.signer_url = options_.signer_url;
  identity_.delegated = [this](const std::string& commune) { return delegated_.of(commune); };
  add_identity_routes(router_, *store_, identity_);
  review_->add_todo(kiosks_to_look_after(*store_));
  add_review_endpoints(router_, *review_);
  phones_.emplace(review_->content);
  add_phone_routes(router_, *phones_, options_.short_links);
  add_status_routes(router_, *store_, metrics_);
  fleet_.emplace(fleet::FleetSurroundings{*store_, [this] { return words_.now(); },
                                          usage_printer(options_.tool, options_.data / "scratch")});
  add_fleet_endpoints(router_, *fleet_);
}

void Service::signer_listens_at(std::uint16_t port) {
  identity_.signer_port = port;
}

http::Response Service::file(const http::Request& request) const {
  if (desk_ && (request.path == "/" || request.path == "/desk"))
    return {302, {{"Location", "/desk/"}, {"Cache-Control", "no-store"}}, std::string()};
  const bool is_desk = desk_ && desk_->covers(request);
  http::Response response = is_desk ? desk_->answer(request) : files_.answer(request);
  metrics_.count("conglang_file_requests_total", status_class(response.status));
  // Only what the operator can act on, and nothing about who asked. Such a path has passed the checks of the
  // folder that it is in, so it holds nothing that could forge a log line.
  if (response.status >= 500)
    log(Level::warning, "file", {{"status", response.status}, {"path", request.path}});
  return response;
}

bool Service::knows(const std::string& token, Instant now) const {
  const auto found =
      store_->read_and_get([&](Transaction& read) { return sessions::find(read, token, now); });
  return found && found->has_value();
}

http::Site Service::site() {
  http::Site site;
  site.files = [this](const http::Request& request) { return file(request); };
  if (!store_) return site;
  site.is_api = [this](const http::Request& request) { return router_.is_meant(request); };
  site.api = [this](const http::Request& request) { return router_.answer(request); };
  site.max_body = [this](const http::Request& request) { return router_.max_body(request); };
  site.refusal = [this](const http::Request& request) { return router_.refusal(request); };
  site.is_slow = [this](const http::Request& request) { return router_.is_slow(request); };
  return site;
}

void Service::watch(const http::Server& server) {
  const auto number = [](std::size_t value) { return static_cast<double>(value); };
  metrics_.ask(
      "conglang_requests_waiting", [&, number] { return number(server.queued()); }, "pace=\"quick\"");
  metrics_.ask(
      "conglang_requests_waiting", [&, number] { return number(server.slow_queued()); }, "pace=\"slow\"");
  metrics_.ask("conglang_connections", [&, number] { return number(server.connections()); });
}

http::Site Service::signer_site() {
  return {[this](const http::Request& request) { return signer_->answer(request); }, {}, {}, {}};
}

void Service::observe(const Observed& observed) {
  const std::string labels =
      fmt::format("method=\"{}\",route=\"{}\",{}", observed.route.empty() ? "other" : observed.method,
                  observed.route, status_class(observed.status));
  metrics_.count("conglang_requests_total", labels);
  metrics_.took("conglang_request_seconds", observed.took.count());
  if (observed.route.empty() || (observed.method == "GET" && observed.status < 500)) return;
  constexpr double kMicrosecondsInMillisecond = 1000;
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(observed.took);
  Json fields = {{"method", observed.method},
                 {"route", observed.route},
                 {"status", observed.status},
                 {"ms", static_cast<double>(took.count()) / kMicrosecondsInMillisecond}};
  log(observed.status >= 500 ? Level::warning : Level::info, "request", std::move(fields));
}

void Service::start_housekeeping() {
  if (fleet_) watch_.emplace(kBetweenLooks, [this] { watch_fleet(); });
  if (!keys_) return;
  Refresher::Options options;
  options.clock = options_.clock;
  refresher_.emplace(repository::Tree(options_.repository), *keys_, options,
                     [this](const Result<repository::Refreshed>& refreshed) { look(refreshed); });
  review_tick_.emplace(kBetweenTicks, [this] { tick_review(); });
  if (!options_.tool.empty()) visits_.emplace(kBetweenNights, [this] { visit_links(); });
}

void Service::tick_review() {
  const auto failed = [this](const std::string& commune, const Error& error) {
    metrics_.count("conglang_review_failures_total");
    log(Level::error, "review", {{"commune", commune}, {"why", words_for_log(error)}});
  };
  const auto done = review_->tick(options_.clock(), failed);
  if (!done) failed("", done.error());
}

void Service::visit_links() {
  const Instant now = options_.clock();
  const auto due =
      store_->read_and_get([&](Transaction& transaction) { return link_check::is_due(transaction, now); });
  if (!due || !*due) return;
  const auto visited = link_check::visit(*review_, now);
  if (!visited) log(Level::warning, "links", {{"why", words_for_log(visited.error())}});
}

void Service::watch_fleet() {
  const Instant now = options_.clock();
  if (const auto read = words_.refresh(); !read)
    log(Level::warning, "published-words", {{"why", words_for_log(read.error())}});
  const auto looked = fleet_->look_round(now);
  const auto figures = looked ? fleet_->figures(now) : tl::unexpected<Error>(looked.error());
  if (!figures) return log(Level::error, "fleet", {{"why", words_for_log(figures.error())}});
  for (const auto& [state, count] : figures->kiosks)
    metrics_.set("conglang_kiosks", static_cast<double>(count), fmt::format("state=\"{}\"", state));
  metrics_.set("conglang_reports_kept", static_cast<double>(figures->reports));
  metrics_.set("conglang_usage_rows_refused", static_cast<double>(figures->refused_counts));
}

void Service::look(const Result<repository::Refreshed>& refreshed) {
  const Instant now = options_.clock();
  metrics_.set("conglang_refresh_alarm", is_alarming(refreshed, now) ? 1 : 0);
  if (!refreshed) {
    log(Level::error, "refresh", {{"failed", true}, {"why", words_for_log(refreshed.error())}});
    metrics_.count("conglang_refresh_failures_total");
    return;
  }
  metrics_.set("conglang_timestamp_expires_seconds",
               static_cast<double>(refreshed->timestamp_expires.time_since_epoch().count()));
  for (const auto& role : refreshed->expiring) {
    log(Level::warning, "expiring", {{"role", role.role}, {"expires", format_instant(role.expires)}});
    metrics_.set("conglang_role_expires_seconds",
                 static_cast<double>(role.expires.time_since_epoch().count()),
                 fmt::format("role=\"{}\"", role.role));
  }
  if (refreshed->timestamp) log(Level::info, "refresh", {{"snapshot", refreshed->snapshot}});
}

}  // namespace conglang::server
