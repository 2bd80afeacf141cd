#include "tests/support/raw_http.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

namespace conglang::testing {
namespace {

bool is_same_name(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::size_t content_length(const RawAnswer& answer) {
  const auto value = answer.header("Content-Length").value_or("0");
  std::size_t length = 0;
  std::from_chars(value.data(), value.data() + value.size(), length);
  return length;
}

}  // namespace

std::optional<std::string> RawAnswer::header(std::string_view name) const {
  for (std::size_t start = headers.find("\r\n"); start != std::string::npos;) {
    start += 2;
    const std::size_t end = headers.find("\r\n", start);
    const std::size_t colon = headers.find(": ", start);
    if (end == std::string::npos || colon == std::string::npos) break;
    if (is_same_name(std::string_view(headers).substr(start, colon - start), name)) {
      return headers.substr(colon + 2, end - colon - 2);
    }
    start = end;
  }
  return std::nullopt;
}

RawConnection::RawConnection(std::uint16_t port, std::chrono::seconds patience, std::uint8_t machine) {
  FileDescriptor made(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const timeval limit{.tv_sec = patience.count(), .tv_usec = 0};
  ::setsockopt(made.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  // The C interface takes every kind of address by the head they share.
  sockaddr_in own{};
  own.sin_family = AF_INET;
  own.sin_addr.s_addr = htonl(INADDR_LOOPBACK - 1 + machine);
  const auto* own_head = static_cast<const sockaddr*>(static_cast<const void*>(&own));
  if (machine != 1 && ::bind(made.get(), own_head, sizeof own) != 0) return;
  const auto* head = static_cast<const sockaddr*>(static_cast<const void*>(&address));
  if (::connect(made.get(), head, sizeof address) == 0) socket_ = std::move(made);
}

bool RawConnection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::optional<std::string> RawConnection::read_some() {
  std::array<char, 16384> buffer{};
  const ssize_t got = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
  if (got <= 0) return std::nullopt;
  return std::string(buffer.data(), static_cast<std::size_t>(got));
}

RawAnswer RawConnection::read_answer(bool bodiless) {
  RawAnswer answer;
  std::size_t end = std::string::npos;
  while ((end = pending_.find("\r\n\r\n")) == std::string::npos) {
    auto more = read_some();
    if (!more) {
      answer.closed = true;
      return answer;
    }
    pending_ += *more;
  }
  answer.headers = pending_.substr(0, end + 2);
  pending_.erase(0, end + 4);
  std::from_chars(answer.headers.data() + 9, answer.headers.data() + 12, answer.status);
  const std::size_t length = bodiless || answer.status == 304 ? 0 : content_length(answer);
  while (pending_.size() < length) {
    auto more = read_some();
    if (!more) {
      answer.closed = true;
      break;
    }
    pending_ += *more;
  }
  answer.body = pending_.substr(0, length);
  pending_.erase(0, length);
  return answer;
}

bool RawConnection::ends() {
  char byte = 0;
  const ssize_t got = ::recv(socket_.get(), &byte, 1, 0);
  return pending_.empty() && (got == 0 || (got < 0 && errno == ECONNRESET));
}

RawAnswer ask(std::uint16_t port, std::string_view request, bool bodiless) {
  RawConnection connection(port);
  if (!connection.connected() || !connection.send(request)) return {};
  return connection.read_answer(bodiless);
}

RawAnswer get(std::uint16_t port, std::string_view path, std::string_view headers) {
  std::string request("GET ");
  request.append(path).append(" HTTP/1.1\r\nHost: localhost\r\n").append(headers).append("\r\n");
  return ask(port, request);
}

}  // namespace conglang::testing
