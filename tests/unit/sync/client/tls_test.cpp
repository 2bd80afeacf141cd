// Certificates, HTTP/2 and compression, against the server that provinces will use.

#include <signal.h>

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "sync/client/curl_fetcher.h"
#include "tests/support/process.h"
#include "tests/support/raw_server.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

constexpr const char* kFile = "metadata/timestamp.json";

// nginx with a certificate for the name "localhost" that nobody vouches for.
class Nginx {
 public:
  Nginx() {
    const Finished made =
        run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
             folder / "key.pem", "-out", certificate()});
    INFO(made.output);
    REQUIRE(made.status == 0);
    listen_on_loopback(port_);  // free again at once
    REQUIRE(make_folders(folder / "tree/metadata"));
    REQUIRE(write_file_atomically(folder / "tree" / kFile, std::string(20000, 'a')));
    REQUIRE(write_file_atomically(folder / "nginx.conf", configuration()));
    process_ = std::make_unique<Process>(
        Arguments{"nginx", "-p", folder.path(), "-c", folder / "nginx.conf", "-e", folder / "error.log"},
        folder / "nginx.log");
    REQUIRE(eventually([this] { return fs::exists(folder / "nginx.pid"); }));
  }
  ~Nginx() { process_->stop(SIGTERM); }

  std::string certificate() const { return folder / "certificate.pem"; }
  std::string url(const std::string& host) const { return fmt::format("https://{}:{}", host, port_); }
  std::string log() const { return read_file(folder / "access.log", 1U << 20U).value_or(""); }

  TemporaryFolder folder;

 private:
  std::string configuration() const {
    return fmt::format(R"(
daemon off;
user root;
worker_processes 1;
pid nginx.pid;
events {{ }}
http {{
  log_format what '$server_protocol $request_method $uri $status "$sent_http_content_encoding"';
  access_log access.log what;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  gzip on; gzip_types *;
  server {{
    listen 127.0.0.1:{} ssl http2;
    ssl_certificate certificate.pem;
    ssl_certificate_key key.pem;
    root tree;
  }}
}}
)",
                       port_);
  }

  std::uint16_t port_ = 0;
  std::unique_ptr<Process> process_;
};

Result<FetchedBytes> fetch(const std::string& url, const std::string& ca_file) {
  static const CurlLibrary library;
  CurlOptions options;
  options.ca_file = ca_file;
  const auto fetcher = CurlFetcher::create(library, url, options).value();
  return fetch_bytes(*fetcher, {.path = kFile, .max_bytes = 20000, .offset = 0, .known_tag = {}});
}

}  // namespace

TEST_CASE("https is verified, comes by HTTP/2 and compressed where the server can", "[client][security]") {
  const Nginx nginx;
  const auto fetched = fetch(nginx.url("localhost"), nginx.certificate());
  if (!fetched) FAIL(fetched.error().message);
  CHECK(fetched->bytes == std::string(20000, 'a'));
  CHECK(eventually([&] { return nginx.log() == "HTTP/2.0 GET /metadata/timestamp.json 200 \"gzip\"\n"; }));

  // attack: a certificate that nobody vouches for
  const auto unknown = fetch(nginx.url("localhost"), "");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == Errc::network);
  // attack: a good certificate of another name
  CHECK_FALSE(fetch(nginx.url("127.0.0.1"), nginx.certificate()));
  CHECK(nginx.log().find("404") == std::string::npos);
}
