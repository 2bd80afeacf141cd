#include "sync/server/http/framing.h"

#include <algorithm>
#include <charconv>

namespace conglang::http {
namespace {

// RFC 9110, section 5.6.2. The library lets "Transfer-Encoding : chunked" pass as a name of its own, which a
// proxy in front may read as the real one.
bool is_token(std::string_view name) {
  constexpr std::string_view kTokenCharacters =
      "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  return !name.empty() && name.find_first_not_of(kTokenCharacters) == std::string_view::npos;
}

std::optional<std::size_t> number(std::string_view digits) {
  std::size_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

Response closing(Response response) {
  response.headers.push_back({"Connection", "close"});
  return response;
}

}  // namespace

Response plain(int status, std::string sentence) {
  return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(sentence) + "\n"};
}

std::size_t announced_length(const Request& request) {
  const auto lengths = request.values("Content-Length");
  return lengths.empty() ? 0 : number(lengths.front()).value_or(0);
}

std::optional<Response> check_framing(const Request& request) {
  if (!std::ranges::all_of(request.headers, is_token, &Header::name))
    return closing(plain(400, "A header's name is malformed."));
  if (!request.values("Transfer-Encoding").empty())
    return closing(plain(411, "This server takes no body in chunks: send its Content-Length."));
  const auto lengths = request.values("Content-Length");
  if (lengths.size() > 1 || (lengths.size() == 1 && !number(lengths.front())))
    return closing(plain(400, "The Content-Length is malformed."));
  return std::nullopt;
}

std::optional<Response> check_length(const Request& request, std::size_t max_body) {
  if (announced_length(request) <= max_body) return std::nullopt;
  return closing(max_body == 0 ? plain(413, "This address takes no request body.")
                               : plain(413, "The body is longer than this address takes."));
}

}  // namespace conglang::http
