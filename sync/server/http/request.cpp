#include <algorithm>

#include "sync/server/http/server.h"

namespace conglang::http {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::vector<std::string_view> Request::values(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const Header& header : headers) {
    if (std::ranges::equal(header.name, name, {}, lower, lower)) found.push_back(header.value);
  }
  return found;
}

}  // namespace conglang::http
