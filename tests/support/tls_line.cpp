#include "tests/support/tls_line.h"

#include <fmt/format.h>
#include <openssl/ssl.h>

#include "content/base/handle.h"

namespace conglang::testing {

std::string ask_by_tls(std::uint16_t port, const std::string& request, int version) {
  const Handle<SSL_CTX, SSL_CTX_free> context(SSL_CTX_new(TLS_client_method()));
  SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(context.get(), version);
  const Handle<BIO, BIO_free_all> line(BIO_new_ssl_connect(context.get()));
  BIO_set_conn_hostname(line.get(), fmt::format("127.0.0.1:{}", port).c_str());
  if (BIO_do_connect(line.get()) <= 0 || BIO_do_handshake(line.get()) <= 0) return {};
  BIO_write(line.get(), request.data(), static_cast<int>(request.size()));
  std::string answer(4096, '\0');
  const int got = BIO_read(line.get(), answer.data(), static_cast<int>(answer.size()));
  answer.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return answer;
}

}  // namespace conglang::testing
