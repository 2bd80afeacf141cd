#pragma once
// An HTTP/1.1 server in our own words; the library behind it (libmicrohttpd, one epoll thread) shows in no
// header. Idle and slow connections cost a descriptor each and delay nobody; one that does not bring a whole
// request in time is closed. Requests with a body are refused before the body is read, and so is everything
// whose framing two parsers could read differently. It never decodes, normalises or trusts a path: that is
// the handler's.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content/base/file_descriptor.h"
#include "content/base/result.h"

namespace conglang::http {

struct Header {
  std::string name;
  std::string value;

  bool operator==(const Header&) const = default;
};

struct Request {
  std::string method;
  std::string path;  ///< as sent, still percent-encoded, without the query
  std::vector<Header> headers;

  /// What was sent as the header `name` (of any case), line by line.
  std::vector<std::string_view> values(std::string_view name) const;
};

/// A part of an open file, sent without passing through memory.
struct FileSlice {
  FileDescriptor file;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

struct Response {
  int status = 200;
  std::vector<Header> headers;
  std::variant<std::string, FileSlice> body;  ///< not sent for HEAD, but its length is
};

/// Called on the server's one thread: it must not wait for anything but a local disk.
using Handler = std::function<Response(const Request&)>;

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< a numeric IPv4 or IPv6 address
  std::uint16_t port = 0;             ///< 0: one that is free
  unsigned max_connections = 4096;
  std::size_t max_header_bytes = 16UL * 1024;  ///< request line and headers; over it: 431 or 414
  std::chrono::milliseconds request_within{
      30000};  ///< from connecting, or the last answer, to a whole request
};

class Server {
 public:
  struct Running;  ///< what the library works on; defined beside it

  /// Listening when it returns.
  /// Errors: bad_usage, the address is not numeric; conflict, the port is taken; forbidden, a low port
  /// without the right to it; internal.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Handler handler);

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  /// Closes every connection.
  ~Server();

  std::uint16_t port() const;

  /// Takes no new connection from now on, and returns when no answer is being sent, at the latest after
  /// `patience`. Call it once, before the destructor.
  void drain(std::chrono::milliseconds patience);

 private:
  explicit Server(std::unique_ptr<Running> running);
  std::unique_ptr<Running> running_;
};

}  // namespace conglang::http
