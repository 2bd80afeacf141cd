#pragma once
// The whole server in this process, on free ports of the loopback, with a clock that tests turn and one
// account of each kind. Passwords cost almost nothing here.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "content/base/time.h"
#include "sync/server/http/server.h"
#include "sync/server/service.h"
#include "tests/support/browser.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

/// The commune of "tac.gia", "duyet" and "quan.tri"; "xa.khac" is the admin of kOtherCommune, "tinh" the
/// operator of the province.
inline constexpr const char* kCommune = "09784";
inline constexpr const char* kOtherCommune = "10001";
inline constexpr const char* kPassword = "đường làng rợp bóng";

struct DeskServerOptions {
  std::filesystem::path repository = {};  ///< empty: a new one without files
  std::filesystem::path desk = {};
  std::filesystem::path keys = {};
  http::ServerOptions http = {};
};

class DeskServer {
 public:
  explicit DeskServer(const DeskServerOptions& options = {});

  std::uint16_t port() const { return server_->port(); }
  std::uint16_t signer_port() const { return signer_->port(); }

  /// A browser in which `name` is signed in.
  Browser browser(const std::string& name);
  /// A browser in which nobody is.
  Browser stranger() { return Browser(port()); }

  Instant now() const { return Instant(std::chrono::seconds(*seconds_)); }
  void advance(std::chrono::seconds time) { *seconds_ += time.count(); }

  server::Service& service() { return *service_; }
  server::Store& store() { return service_->store(); }
  std::filesystem::path data() const { return folder_ / "data"; }

  /// Stops and starts on the same data, as after a power cut.
  void restart();

 private:
  void start();

  TemporaryFolder folder_;
  DeskServerOptions options_;
  std::shared_ptr<std::atomic<std::int64_t>> seconds_;  ///< since 1970, read by the server's threads
  std::unique_ptr<server::Service> service_;
  std::unique_ptr<http::Server> signer_;
  std::unique_ptr<http::Server> server_;
};

/// Adds an account with kPassword.
std::int64_t add_account(server::Store& store, const std::string& name, const server::Roles& roles,
                         const std::string& commune, Instant now);

}  // namespace conglang::testing
