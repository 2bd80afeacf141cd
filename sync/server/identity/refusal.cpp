#include "sync/server/identity/refusal.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

namespace conglang::server {
namespace {

// In front of a message that carries both languages; no message of a person starts with it.
constexpr char kMark = '\x1e';

Errc errc_of(int status) {
  switch (status) {
    case 400:
      return Errc::bad_usage;
    case 401:
    case 403:
    case 429:
      return Errc::forbidden;
    case 404:
      return Errc::not_found;
    case 409:
      return Errc::conflict;
    case 413:
      return Errc::too_large;
    case 500:
      return Errc::internal;
    case 503:
      return Errc::no_space;
    default:
      return Errc::invalid;
  }
}

Refusal unpacked(const std::string& message) {
  const auto packed = nlohmann::json::parse(message.substr(1), nullptr, false);
  Refusal refusal{packed.value("status", 500), packed.value("code", ""), packed.value("vi", ""),
                  packed.value("en", ""), packed.value("field", "")};
  if (packed.contains("retry")) refusal.retry_after = std::chrono::seconds(packed["retry"].get<int>());
  return refusal;
}

// Where a file lies on the server is nobody's business but its operator's: of a path its name is left.
std::string without_folders(std::string_view message) {
  constexpr std::string_view kEnds = " \t\n\"'(";
  std::string told;
  while (!message.empty()) {
    const std::size_t end = std::min(message.find_first_of(kEnds), message.size());
    std::string_view word = message.substr(0, end);
    if (word.size() > 1 && word.starts_with('/')) word.remove_prefix(word.rfind('/', word.size() - 2) + 1);
    told += word;
    if (end < message.size()) told += message[end];
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  return told;
}

Refusal said(int status, std::string code, const Error& error) {
  const std::string message = without_folders(error.message);
  return {status, std::move(code), "Máy chủ không nhận yêu cầu này: " + message + ".", message + ".", {}};
}

// What is not there was asked for by its address; what was looked for on the disk says nothing more.
Refusal nothing_there(const Error& error) {
  if (!error.message.ends_with("there is no such file")) return said(404, "not-found", error);
  return {404, "not-found", "Máy chủ không có nội dung này.", "The server does not have this.", {}};
}

}  // namespace

tl::unexpected<Error> refuse(const Refusal& refusal) {
  nlohmann::json packed = {{"status", refusal.status},
                           {"code", refusal.code},
                           {"vi", refusal.vi},
                           {"en", refusal.en},
                           {"field", refusal.field}};
  if (refusal.retry_after) packed["retry"] = refusal.retry_after->count();
  using Handler = nlohmann::json::error_handler_t;
  return tl::unexpected<Error>(
      Error{errc_of(refusal.status), kMark + packed.dump(-1, ' ', false, Handler::replace)});
}

tl::unexpected<Error> refuse_role() {
  return refuse({.status = 403,
                 .code = "role",
                 .vi = "Tài khoản của bạn không có quyền làm việc này.",
                 .en = "Your account may not do this."});
}

Refusal refusal_of(const Error& error) {
  if (error.message.starts_with(kMark)) return unpacked(error.message);
  switch (error.code) {
    case Errc::bad_usage:
    case Errc::parse:
      return said(400, "bad-request", error);
    case Errc::forbidden:
      return said(403, "forbidden", error);
    case Errc::not_found:
      return nothing_there(error);
    case Errc::conflict:
    case Errc::rollback:
      return said(409, "conflict", error);
    case Errc::too_large:
      return said(413, "too-large", error);
    case Errc::invalid:
    case Errc::bad_signature:
    case Errc::bad_hash:
    case Errc::expired:
      return said(422, "invalid", error);
    case Errc::no_space:
      return {503,
              "no-space",
              "Đĩa của máy chủ đã đầy: hãy báo người quản trị.",
              "The server's disk is full: tell its operator.",
              {},
              std::chrono::seconds(60)};
    case Errc::io:
    case Errc::network:
    case Errc::internal:
      break;
  }
  return {500,
          "internal",
          "Máy chủ gặp lỗi. Hãy thử lại; nếu vẫn lỗi, báo người quản trị.",
          "The server failed. Try again; if it fails again, tell its operator.",
          {}};
}

std::string plain_words(const Error& error) {
  return error.message.starts_with(kMark) ? unpacked(error.message).en : error.message;
}

}  // namespace conglang::server
