#include "sync/server/identity/secret.h"

#include <openssl/rand.h>

#include "content/base/hex.h"
#include "sync/tuf/digest.h"

namespace conglang::server {

Result<std::string> new_token() {
  std::string bytes(32, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size())) != 1)
    return fail(Errc::internal, "the system gives no random bytes");
  return to_hex(bytes);
}

std::string token_hash(std::string_view token) {
  return tuf::sha256_hex(token);
}

std::string csrf_of(std::string_view session_token) {
  return tuf::sha256_hex(fmt::format("conglang csrf {}", session_token));
}

}  // namespace conglang::server
