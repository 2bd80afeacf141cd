#include "tests/support/raw_server.h"

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>

namespace conglang::testing {
namespace {

// The C interface takes every kind of address by the head they share.
sockaddr* head_of(sockaddr_in& address) {
  return static_cast<sockaddr*>(static_cast<void*>(&address));
}

std::string read_request(const FileDescriptor& socket) {
  std::string request;
  std::array<char, 4096> buffer{};
  while (request.find("\r\n\r\n") == std::string::npos) {
    const ssize_t got = ::recv(socket.get(), buffer.data(), buffer.size(), 0);
    if (got <= 0) return {};
    request.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return request;
}

}  // namespace

FileDescriptor listen_on_loopback(std::uint16_t& port) {
  FileDescriptor listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  if (::bind(listener.get(), head_of(address), length) != 0 || ::listen(listener.get(), 64) != 0) return {};
  ::getsockname(listener.get(), head_of(address), &length);
  port = ntohs(address.sin_port);
  return listener;
}

bool RawServer::Line::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

RawServer::RawServer(std::function<void(const std::string&, const Line&)> answer)
    : answer_(std::move(answer)), listener_(listen_on_loopback(port_)), thread_([this] { serve(); }) {}

RawServer::~RawServer() {
  ::shutdown(listener_.get(), SHUT_RDWR);  // ends accept()
}

void RawServer::serve() {
  for (;;) {
    const FileDescriptor socket(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!socket) return;
    const std::string request = read_request(socket);
    if (!request.empty()) answer_(request, Line(socket));
    ::shutdown(socket.get(), SHUT_WR);
  }
}

std::string RawServer::url() const {
  return fmt::format("http://127.0.0.1:{}", port_);
}

}  // namespace conglang::testing
