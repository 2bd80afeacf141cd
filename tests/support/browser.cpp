#include "tests/support/browser.h"

#include <fmt/format.h>

namespace conglang::testing {
namespace {

// The token of a Set-Cookie line.
std::string token_of(const std::string& line) {
  const std::size_t equals = line.find('=');
  return line.substr(equals + 1, line.find(';') - equals - 1);
}

}  // namespace

std::string Told::code() const {
  return body.is_object() && body.contains("error") ? body["error"].value("code", "") : std::string();
}

Told Browser::sign_in(const std::string& name, const std::string& password) {
  return post("/api/sign-in", {{"name", name}, {"password", password}});
}

Told Browser::send(const std::string& method, const std::string& path, const std::string& bytes) {
  std::string request =
      fmt::format("{} {} HTTP/1.1\r\nHost: localhost:{}\r\n{}", method, path, port_, more_headers);
  if (!cookie.empty()) request += fmt::format("Cookie: conglang_session={}\r\n", cookie);
  if (method != "GET") {
    request += fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n", content_type, bytes.size());
    if (!csrf.empty()) request += fmt::format("X-Conglang-Csrf: {}\r\n", csrf);
  }
  Told told;
  told.raw = ask(port_, request + "\r\n" + bytes);
  told.status = told.raw.status;
  told.body = nlohmann::json::parse(told.raw.body, nullptr, false);
  if (told.body.is_discarded()) told.body = nullptr;
  if (const auto line = told.raw.header("Set-Cookie")) cookie = token_of(*line);
  if (told.body.is_object() && told.body.contains("csrf")) csrf = told.body["csrf"].get<std::string>();
  return told;
}

}  // namespace conglang::testing
