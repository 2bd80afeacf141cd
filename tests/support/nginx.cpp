#include "tests/support/nginx.h"

#include <fmt/format.h>
#include <signal.h>

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/raw_server.h"

namespace conglang::testing {

Nginx::Nginx(const std::filesystem::path& tree) {
  make_certificate();
  listen_on_loopback(port_);  // free again at once
  REQUIRE(write_file_atomically(folder_ / "nginx.conf", configuration(tree)));
  process_ = std::make_unique<Process>(
      Arguments{"nginx", "-p", folder_.path(), "-c", folder_ / "nginx.conf", "-e", folder_ / "error.log"},
      folder_ / "nginx.log");
  REQUIRE(eventually([this] { return std::filesystem::exists(folder_ / "nginx.pid"); }));
}

Nginx::~Nginx() {
  process_->stop(SIGTERM);
}

std::string Nginx::url(const std::string& host) const {
  return fmt::format("https://{}:{}", host, port_);
}

std::string Nginx::log() const {
  return read_file(folder_ / "access.log", 1U << 20U).value_or("");
}

void Nginx::make_certificate() const {
  const Finished made =
      run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
           "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
           folder_ / "key.pem", "-out", certificate()});
  INFO(made.output);
  REQUIRE(made.status == 0);
}

std::string Nginx::configuration(const std::filesystem::path& tree) const {
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
    root {}; etag on;
    location = /metadata/timestamp.json {{ add_header Cache-Control no-cache; }}
    location / {{ add_header Cache-Control "public, max-age=31536000, immutable"; }}
  }}
}}
)",
                     port_, tree.string());
}

}  // namespace conglang::testing
