#pragma once
// A server that says whatever a test wants, byte by byte: what no HTTP library would send. One connection at
// a time, on the loopback interface.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "content/base/file_descriptor.h"

namespace conglang::testing {

/// Listens on a free port of the loopback interface; `port` is set to it.
FileDescriptor listen_on_loopback(std::uint16_t& port);

class RawServer {
 public:
  /// The server's end of one connection.
  class Line {
   public:
    explicit Line(const FileDescriptor& socket) : socket_(socket) {}
    /// False when the client has gone.
    bool send(std::string_view bytes) const;

   private:
    const FileDescriptor& socket_;
  };

  /// `answer` is called once for each request (its head), and the connection closed after it.
  explicit RawServer(std::function<void(const std::string& request, const Line& line)> answer);
  ~RawServer();
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;

  std::string url() const;

 private:
  void serve();

  std::function<void(const std::string&, const Line&)> answer_;
  std::uint16_t port_ = 0;
  FileDescriptor listener_;
  std::jthread thread_;
};

}  // namespace conglang::testing
