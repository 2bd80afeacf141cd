#include "tests/support/bad_line.h"

#include <fmt/format.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "tests/support/raw_server.h"

namespace conglang::testing {
namespace {

constexpr int kLookMilliseconds = 50;

FileDescriptor connect_to(std::uint16_t port) {
  FileDescriptor made(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* head = static_cast<const sockaddr*>(static_cast<const void*>(&address));
  if (::connect(made.get(), head, sizeof address) != 0) return {};
  return made;
}

bool send_all(const FileDescriptor& to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(to.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

}  // namespace

BadLine::BadLine(std::uint16_t server_port, std::function<LineFault(int)> fault_of)
    : server_port_(server_port),
      fault_of_(std::move(fault_of)),
      listener_(listen_on_loopback(port_)),
      acceptor_([this] { accept_all(); }) {}

BadLine::~BadLine() {
  ending_ = true;
  ::shutdown(listener_.get(), SHUT_RDWR);
  acceptor_.join();
}

std::string BadLine::url() const {
  return fmt::format("http://127.0.0.1:{}", port_);
}

void BadLine::accept_all() {
  for (;;) {
    FileDescriptor client(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!client) return;
    const LineFault fault = fault_of_(connections_++);
    carriers_.emplace_back([this, fault, taken = std::move(client)] { carry(taken, fault); });
  }
}

// One piece of the answer; false when the line ends here. `passed`: bytes of this connection so far.
bool BadLine::carry_answer(const FileDescriptor& from, const FileDescriptor& to, const LineFault& fault,
                           std::int64_t& passed) {
  std::array<char, 4096> buffer{};
  std::size_t wanted = buffer.size();
  if (fault.cut_after) {
    wanted = std::min(wanted, static_cast<std::size_t>(std::max<std::int64_t>(0, *fault.cut_after - passed)));
  }
  if (wanted == 0) {
    ++cuts_;
    return false;
  }
  const ssize_t got = ::recv(from.get(), buffer.data(), wanted, 0);
  if (got <= 0) return false;
  if (passed == 0) std::this_thread::sleep_for(fault.delay);
  if (fault.corrupt_at && *fault.corrupt_at >= passed && *fault.corrupt_at < passed + got) {
    char& byte = buffer[static_cast<std::size_t>(*fault.corrupt_at - passed)];
    byte = static_cast<char>(byte ^ 1);
  }
  if (!send_all(to, {buffer.data(), static_cast<std::size_t>(got)})) return false;
  passed += got;
  delivered_ += got;
  if (fault.bytes_per_s > 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(got * 1000 / fault.bytes_per_s));
  return true;
}

void BadLine::carry(const FileDescriptor& client, const LineFault& fault) {
  const FileDescriptor server = connect_to(server_port_);
  std::int64_t passed = 0;
  while (!ending_) {
    std::array<pollfd, 2> ends{{{client.get(), POLLIN, 0}, {server.get(), POLLIN, 0}}};
    if (::poll(ends.data(), ends.size(), kLookMilliseconds) < 0) return;
    if (ends[1].revents != 0 && !carry_answer(server, client, fault, passed)) return;
    if (ends[0].revents == 0) continue;
    std::array<char, 4096> buffer{};
    const ssize_t got = ::recv(client.get(), buffer.data(), buffer.size(), 0);
    if (got <= 0 || !send_all(server, {buffer.data(), static_cast<std::size_t>(got)})) return;
  }
}

}  // namespace conglang::testing
