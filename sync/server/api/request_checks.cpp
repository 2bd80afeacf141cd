#include "sync/server/api/request_checks.h"

#include <algorithm>
#include <array>

namespace conglang::server {
namespace {

constexpr int kMaxDepth = 48;

// The parser recurses no deeper than this, whatever is sent. Brackets in strings are counted too, which can
// only refuse what is stranger than anything we take.
bool is_shallow(std::string_view bytes) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMaxDepth) return false;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return true;
}

// Takes as long for a first byte that differs as for the last.
bool is_same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  }
  return difference == 0;
}

tl::unexpected<Error> from_elsewhere() {
  return refuse({.status = 403,
                 .code = "other-origin",
                 .vi = "Yêu cầu này đến từ một trang khác, không phải bàn làm việc.",
                 .en = "This request came from another site's page, not from the desk."});
}

}  // namespace

std::optional<std::string> session_token(const http::Request& request) {
  std::optional<std::string> found;
  for (std::string_view line : request.values("Cookie")) {
    while (!line.empty()) {
      const std::size_t end = std::min(line.find(';'), line.size());
      std::string_view pair = line.substr(0, end);
      line.remove_prefix(std::min(end + 1, line.size()));
      pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
      if (!pair.starts_with(kSessionCookie) || pair.substr(kSessionCookie.size(), 1) != "=") continue;
      const std::string value(pair.substr(kSessionCookie.size() + 1));
      // Two different cookies of one name: somebody planted one (session fixation). Neither counts.
      if (found && *found != value) return std::nullopt;
      found = value;
    }
  }
  return found;
}

Result<void> check_origin(const http::Request& request) {
  for (const std::string_view site : request.values("Sec-Fetch-Site")) {
    if (site != "same-origin" && site != "none") return from_elsewhere();
  }
  const auto hosts = request.values("Host");
  for (const std::string_view origin : request.values("Origin")) {
    const std::string_view scheme = request.secure ? "https://" : "http://";
    if (hosts.size() != 1 || !origin.starts_with(scheme) || origin.substr(scheme.size()) != hosts.front())
      return from_elsewhere();
  }
  return {};
}

Result<void> check_csrf(const http::Request& request, std::string_view expected) {
  const auto sent = request.values(kCsrfHeader);
  if (sent.size() == 1 && !expected.empty() && is_same_secret(sent.front(), expected)) return {};
  return refuse({.status = 403,
                 .code = "csrf",
                 .vi = "Trang này đã cũ: hãy tải lại trang rồi làm lại.",
                 .en = "This page is out of date: load it again and repeat."});
}

Result<void> check_content_type(const http::Request& request, Takes takes) {
  static constexpr std::array<std::string_view, 3> kPictures = {"image/jpeg", "image/png", "image/webp"};
  const auto types = request.values("Content-Type");
  std::string_view type = types.size() == 1 ? types.front() : std::string_view();
  type = type.substr(0, type.find(';'));
  const auto other = [](const char* vi, const char* en) {
    return refuse({.status = 422, .code = "content-type", .vi = vi, .en = en});
  };
  switch (takes) {
    case Takes::json:
      if (type == "application/json") return {};
      return other("Yêu cầu phải ở dạng application/json.",
                   "A request's Content-Type must be application/json.");
    case Takes::picture:
      if (std::ranges::find(kPictures, type) != kPictures.end()) return {};
      return other("Chỉ nhận ảnh JPEG, PNG hoặc WebP.", "Only JPEG, PNG and WebP pictures are taken.");
    case Takes::sound:
      break;
  }
  if (type.starts_with("audio/")) return {};
  return other("Chỉ nhận tệp âm thanh.", "Only sound is taken.");
}

Result<Json> json_body(std::string_view bytes) {
  if (bytes.empty()) return Json();
  Json body = is_shallow(bytes) ? Json::parse(bytes, nullptr, false) : Json(Json::value_t::discarded);
  if (body.is_object()) return body;
  return refuse({.status = 400,
                 .code = "bad-json",
                 .vi = "Nội dung gửi lên không phải là một đối tượng JSON.",
                 .en = "The body is not a JSON object."});
}

}  // namespace conglang::server
