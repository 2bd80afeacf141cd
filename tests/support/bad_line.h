#pragma once
// A bad line between a client and a server on this machine: a proxy of TCP that delays, cuts off, corrupts
// and slows down what the server sends, connection by connection, and counts it.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "content/base/file_descriptor.h"

namespace conglang::testing {

/// What happens to one connection.
struct LineFault {
  std::optional<std::int64_t> cut_after;   ///< bytes from the server, then the connection ends
  std::optional<std::int64_t> corrupt_at;  ///< the byte that is changed on the way
  std::chrono::milliseconds delay{0};      ///< before the server's first byte
  std::int64_t bytes_per_s = 0;            ///< 0: as fast as it goes
};

class BadLine {
 public:
  /// `fault_of`: what happens to the connection of that number, from 0; called from another thread.
  BadLine(std::uint16_t server_port, std::function<LineFault(int connection)> fault_of);
  ~BadLine();
  BadLine(const BadLine&) = delete;
  BadLine& operator=(const BadLine&) = delete;

  std::string url() const;
  /// Bytes from the server that were let through.
  std::int64_t delivered() const { return delivered_; }
  int connections() const { return connections_; }
  /// Connections that were cut off.
  int cuts() const { return cuts_; }

 private:
  void accept_all();
  void carry(const FileDescriptor& client, const LineFault& fault);
  bool carry_answer(const FileDescriptor& from, const FileDescriptor& to, const LineFault& fault,
                    std::int64_t& passed);

  std::uint16_t server_port_;
  std::function<LineFault(int)> fault_of_;
  std::uint16_t port_ = 0;
  std::atomic<std::int64_t> delivered_ = 0;
  std::atomic<int> connections_ = 0;
  std::atomic<int> cuts_ = 0;
  std::atomic<bool> ending_ = false;
  FileDescriptor listener_;
  std::list<std::jthread> carriers_;
  std::jthread acceptor_;
};

}  // namespace conglang::testing
