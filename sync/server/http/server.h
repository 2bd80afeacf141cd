#pragma once
// An HTTP/1.1 server in our own words; the library behind it (libmicrohttpd, one epoll thread) shows in no
// header. Idle and slow connections cost a descriptor each and delay nobody; one that does not bring a whole
// request in time is closed. Files are answered on the network thread; what may wait (a database, a password
// hash) by worker threads behind a bounded queue, and a full queue says 503 at once. A body that nobody wants
// or that is too long is refused before it is read, and so is everything whose framing two parsers could read
// differently. It never decodes, normalises or trusts a path: that is the handler's.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
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
  std::string path;   ///< as sent, still percent-encoded, without the query
  std::string query;  ///< as sent, without the '?'
  std::vector<Header> headers;
  std::string body;     ///< whole; empty while is_api() and max_body() are asked
  std::string peer;     ///< who asks, a numeric address without port; a proxy's word behind_proxy
  bool secure = false;  ///< came by TLS, here or as the proxy in front says

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

using Handler = std::function<Response(const Request&)>;

/// What a server answers.
struct Site {
  Handler files;  ///< called on the server's one network thread: it waits for nothing but a local disk
  std::function<bool(const Request&)> is_api;           ///< judged before a body is read; absent: never
  Handler api;                                          ///< called on a worker thread
  std::function<std::size_t(const Request&)> max_body;  ///< absent or 0: a body is refused, 413
  /// What is refused before its body is read, and closed; absent: nothing.
  std::function<std::optional<Response>(const Request&)> refusal = {};
  /// API calls that take a processor for long (a password's hash, a drawn page) have threads and a queue of
  /// their own: a flood of them leaves the others as they were. Absent: none.
  std::function<bool(const Request&)> is_slow = {};
};

/// PEM texts. Both empty: plain HTTP.
struct Certificate {
  std::string chain;
  std::string key;
};

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< a numeric IPv4 or IPv6 address
  std::uint16_t port = 0;             ///< 0: one that is free
  unsigned max_connections = 4096;
  unsigned max_of_one_address = 0;             ///< of them; 0: any number, as when all come by a proxy
  std::size_t max_header_bytes = 16UL * 1024;  ///< request line and headers; over it: 431 or 414
  std::chrono::milliseconds request_within{
      30000};                             ///< from connecting, or the last answer, to a whole request
  std::size_t slowest_body = 4UL * 1024;  ///< bytes a second: a body gets its time beyond request_within
  std::size_t max_waiting_bodies = 96UL * 1024 * 1024;  ///< bytes held of all at once; over it: 503
  unsigned workers = 4;                                 ///< threads for Site::api
  std::size_t max_queue = 256;                          ///< requests that wait for one; over it: 503
  unsigned slow_workers = 2;                            ///< the same for calls that are slow
  std::size_t max_slow_queue = 128;
  bool behind_proxy = false;  ///< X-Forwarded-For and -Proto of a peer on loopback are believed
  Certificate certificate;
};

class Server {
 public:
  struct Running;  ///< what the library works on; defined beside it

  /// Listening when it returns.
  /// Errors: bad_usage, the address is not numeric; invalid, no certificate or not its key; conflict, the
  /// port is taken; forbidden, a low port without the right to it; internal.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Site site);
  /// A site of files only.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options, Handler files);

  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  /// Closes every connection.
  ~Server();

  std::uint16_t port() const;

  /// How many requests wait for a worker, quick ones and slow ones, for metrics.
  std::size_t queued() const;
  std::size_t slow_queued() const;
  /// How many connections are open, likewise.
  std::size_t connections() const;

  /// Takes no new connection from now on, and returns when no answer is being sent, at the latest after
  /// `patience`. Call it once, before the destructor.
  void drain(std::chrono::milliseconds patience);

 private:
  explicit Server(std::unique_ptr<Running> running);
  std::unique_ptr<Running> running_;
};

}  // namespace conglang::http
