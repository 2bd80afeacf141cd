#pragma once
// A browser as the desk's API sees one: it keeps the session's cookie and sends the CSRF token with every
// change, over real HTTP. What an attacker would leave out or forge can be.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "tests/support/raw_http.h"

namespace conglang::testing {

struct Told {
  int status = 0;
  nlohmann::json body;  ///< null when the answer is no JSON
  RawAnswer raw;

  /// error.code of a refusal, else empty.
  std::string code() const;
};

class Browser {
 public:
  explicit Browser(std::uint16_t port) : port_(port) {}

  Told get(const std::string& path) { return send("GET", path, {}); }
  Told post(const std::string& path, const nlohmann::json& body = nlohmann::json::object()) {
    return send("POST", path, body.dump());
  }
  Told put(const std::string& path, const nlohmann::json& body) { return send("PUT", path, body.dump()); }

  /// Signs in and keeps the session. `password`: DeskServer's for everybody, if not given.
  Told sign_in(const std::string& name, const std::string& password = "đường làng rợp bóng");

  /// `bytes` as they are, with the headers below and Content-Length.
  Told send(const std::string& method, const std::string& path, const std::string& bytes);

  std::string cookie;                             ///< the session's token
  std::string csrf;                               ///< sent with every change
  std::string content_type = "application/json";  ///< of what is sent
  std::string more_headers;                       ///< each ended by CRLF

 private:
  std::uint16_t port_;
};

}  // namespace conglang::testing
