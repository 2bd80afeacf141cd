#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <catch2/catch_test_macros.hpp>

#include "content/base/handle.h"
#include "sync/server/http/server.h"
#include "tests/support/raw_http.h"
#include "tests/support/tls_line.h"

using namespace conglang;
using namespace conglang::http;

namespace {

using Key = Handle<EVP_PKEY, EVP_PKEY_free>;

std::string text_of(BIO* bio) {
  char* bytes = nullptr;
  const long length = BIO_get_mem_data(bio, &bytes);
  return {bytes, static_cast<std::size_t>(length)};
}

/// A certificate for localhost that signs itself.
Certificate self_signed() {
  const Key key(EVP_EC_gen("P-256"));
  const Handle<X509, X509_free> certificate(X509_new());
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"),
                             -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_sign(certificate.get(), key.get(), EVP_sha256());
  const Handle<BIO, BIO_free_all> chain(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(chain.get(), certificate.get());
  const Handle<BIO, BIO_free_all> secret(BIO_new(BIO_s_mem()));
  PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return {text_of(chain.get()), text_of(secret.get())};
}

/// The first line of the answer to `request`, by TLS of at most `version`; empty without one.
std::string status_by_tls(std::uint16_t port, const std::string& request, int version) {
  const std::string answer = testing::ask_by_tls(port, request, version);
  return answer.substr(0, answer.find('\r'));
}

Site secure_site() {
  return {[](const Request& request) {
            return Response{request.secure ? 200 : 500, {}, "file"};
          },
          [](const Request& request) { return request.path.starts_with("/api/"); },
          [](const Request& request) {
            return Response{request.secure ? 200 : 500, {}, request.body};
          },
          [](const Request&) -> std::size_t { return 1000; }};
}

}  // namespace

TEST_CASE("the server speaks TLS 1.2 and 1.3, for files and for the API", "[http]") {
  ServerOptions options;
  options.certificate = self_signed();
  const auto server = Server::start(options, secure_site()).value();
  const std::string body = "POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
  for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    CHECK(status_by_tls(server->port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n", version) == "HTTP/1.1 200 OK");
    CHECK(status_by_tls(server->port(), body, version) == "HTTP/1.1 200 OK");
  }
  CHECK(status_by_tls(server->port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n", TLS1_1_VERSION).empty());
}

TEST_CASE("attack: plain words to a TLS port, and a connection without a handshake, stop nobody", "[http]") {
  ServerOptions options;
  options.certificate = self_signed();
  options.request_within = std::chrono::milliseconds(200);
  const auto server = Server::start(options, secure_site()).value();
  CHECK(testing::get(server->port(), "/").status == 0);
  testing::RawConnection silent(server->port());
  CHECK(status_by_tls(server->port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n", TLS1_3_VERSION) ==
        "HTTP/1.1 200 OK");
  CHECK(silent.ends());
}

TEST_CASE("a certificate and a key that do not fit are refused at the start", "[http]") {
  ServerOptions options;
  options.certificate = {self_signed().chain, self_signed().key};
  const auto server = Server::start(options, secure_site());
  REQUIRE_FALSE(server);
  CHECK(server.error().code == Errc::invalid);
}
