#include "sync/server/http/server.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <optional>
#include <system_error>

#include "content/base/handle.h"
#include "sync/server/http/deadlines.h"

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

struct Server::Running {
  Running(Handler handle, std::chrono::milliseconds request_within)
      : handler(std::move(handle)), deadlines(request_within) {}

  Handler handler;
  Deadlines deadlines;
  FileDescriptor
      no_longer_accepting;  // the listening socket after drain(): the daemon may look at it to its end
  // After what its callbacks use, so that it stops first.
  Handle<MHD_Daemon, MHD_stop_daemon> daemon;
};

namespace {

using ResponseHandle = Handle<MHD_Response, MHD_destroy_response>;

Response plain(int status, std::string sentence) {
  return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(sentence) + "\n"};
}

int socket_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == nullptr ? -1 : info->connect_fd;
}

Request request_of(MHD_Connection* connection, const char* url, const char* method) {
  Request request{method, url, {}};
  const auto append = [](void* headers, MHD_ValueKind, const char* name, const char* value) {
    static_cast<std::vector<Header>*>(headers)->push_back({name, value == nullptr ? "" : value});
    return MHD_YES;
  };
  MHD_get_connection_values(connection, MHD_HEADER_KIND, append, &request.headers);
  return request;
}

// RFC 9110, section 5.6.2. The library lets "Transfer-Encoding : chunked" pass as a name of its own, which a
// proxy in front may read as the real one.
bool is_token(std::string_view name) {
  constexpr std::string_view kTokenCharacters =
      "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  return !name.empty() && name.find_first_not_of(kTokenCharacters) == std::string_view::npos;
}

bool announces_body(const Request& request) {
  const auto lengths = request.values("Content-Length");
  return !request.values("Transfer-Encoding").empty() ||
         std::ranges::any_of(lengths, [](std::string_view length) { return length != "0"; });
}

// What two parsers could frame differently (RFC 9112, section 11.2), and every body: refused before more is
// read, and the connection closed, so that no byte of it is ever taken for a request.
std::optional<Response> refusal(const Request& request) {
  std::optional<Response> refused;
  if (!std::ranges::all_of(request.headers, is_token, &Header::name)) {
    refused = plain(400, "A header's name is malformed.");
  } else if (announces_body(request)) {
    refused = plain(413, "This server takes no request body.");
  }
  if (refused) refused->headers.push_back({"Connection", "close"});
  return refused;
}

Response answer(const Handler& handler, const Request& request) {
  // Nothing may be thrown through the C library that calls us: out of memory ends here.
  try {
    return handler(request);
  } catch (const std::exception&) {
    return plain(500, "The server could not answer this request. Try again later.");
  }
}

ResponseHandle to_library(Response& response) {
  ResponseHandle made;
  if (auto* slice = std::get_if<FileSlice>(&response.body)) {
    made.reset(MHD_create_response_from_fd_at_offset64(slice->length, slice->file.get(), slice->offset));
    // The library closes the file with the response.
    if (made) static_cast<void>(slice->file.release());
  } else {
    auto& text = std::get<std::string>(response.body);
    made.reset(MHD_create_response_from_buffer(text.size(), text.data(), MHD_RESPMEM_MUST_COPY));
  }
  if (!made) return made;
  for (const Header& header : response.headers) {
    MHD_add_response_header(made.get(), header.name.c_str(), header.value.c_str());
  }
  return made;
}

MHD_Result queue(MHD_Connection* connection, Response response) {
  const ResponseHandle made = to_library(response);
  if (!made) return MHD_NO;
  return MHD_queue_response(connection, static_cast<unsigned>(response.status), made.get());
}

// Called twice: with the headers, and when the request is whole. The library closes a connection that is
// answered the first time, which is what a refusal wants and nobody else.
MHD_Result on_request(void* context, MHD_Connection* connection, const char* url, const char* method,
                      const char* /*version*/, const char* /*upload*/, std::size_t* /*upload_size*/,
                      void** per_request) {
  auto& running = *static_cast<Server::Running*>(context);
  const Request request = request_of(connection, url, method);
  if (*per_request == nullptr) {
    *per_request = context;  // any mark that is not null
    running.deadlines.request_is_whole(socket_of(connection));
    auto refused = refusal(request);
    return refused ? queue(connection, std::move(*refused)) : MHD_YES;
  }
  return queue(connection, answer(running.handler, request));
}

void on_answered(void* context, MHD_Connection* connection, void** /*per_request*/,
                 MHD_RequestTerminationCode /*code*/) {
  static_cast<Server::Running*>(context)->deadlines.answered(socket_of(connection));
}

void on_connection(void* context, MHD_Connection* connection, void** /*per_connection*/,
                   MHD_ConnectionNotificationCode code) {
  auto& deadlines = static_cast<Server::Running*>(context)->deadlines;
  if (code == MHD_CONNECTION_NOTIFY_STARTED) {
    deadlines.connected(socket_of(connection));
  } else {
    deadlines.closing(socket_of(connection));
  }
}

// The path stays as sent: the library's own decoding would end it at %00.
std::size_t keep_encoded(void* /*context*/, MHD_Connection* /*connection*/, char* text) {
  return std::strlen(text);
}

struct SocketAddress {
  sockaddr_storage bytes{};
  socklen_t length = sizeof(sockaddr_in);
  bool ipv6 = false;
};

std::optional<SocketAddress> parse_address(const std::string& address, std::uint16_t port) {
  SocketAddress result;
  sockaddr_in four{};
  four.sin_family = AF_INET;
  four.sin_port = htons(port);
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  six.sin6_port = htons(port);
  if (::inet_pton(AF_INET, address.c_str(), &four.sin_addr) == 1) {
    std::memcpy(&result.bytes, &four, sizeof four);
    return result;
  }
  if (::inet_pton(AF_INET6, address.c_str(), &six.sin6_addr) == 1) {
    std::memcpy(&result.bytes, &six, sizeof six);
    result.length = sizeof six;
    result.ipv6 = true;
    return result;
  }
  return std::nullopt;
}

// Why nobody can listen there, as errno says it, or 0. Not every version of the library leaves errno as the
// kernel set it, so the kernel is asked again.
int listen_error(const SocketAddress& address) {
  const FileDescriptor socket(::socket(address.bytes.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const int yes = 1;
  if (socket.get() < 0 || ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
      ::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address.bytes), address.length) != 0 ||
      ::listen(socket.get(), 1) != 0) {
    return errno;
  }
  return 0;
}

tl::unexpected<Error> listen_failure(int error, const ServerOptions& options) {
  const std::string where = fmt::format("{} port {}", options.address, options.port);
  switch (error) {
    case EADDRINUSE:
      return fail(Errc::conflict, "listening on {}: another program has this port; stop it or choose another",
                  where);
    case EACCES:
      return fail(Errc::forbidden,
                  "listening on {}: ports below 1024 need a right of their own; choose a higher one", where);
    case EADDRNOTAVAIL:
      return fail(Errc::bad_usage, "listening on {}: this machine does not have that address", where);
    case 0:
      return fail(Errc::internal, "listening on {}: the HTTP library did not start", where);
    default:
      return fail(Errc::internal, "listening on {}: {}", where, std::generic_category().message(error));
  }
}

MHD_Daemon* start_daemon(const ServerOptions& options, const SocketAddress& address,
                         Server::Running* running) {
  const unsigned flags = static_cast<unsigned>(MHD_USE_EPOLL_INTERNAL_THREAD) |
                         static_cast<unsigned>(MHD_USE_ITC) |
                         (address.ipv6 ? static_cast<unsigned>(MHD_USE_IPv6) : 0U);
  return MHD_start_daemon(flags, options.port, nullptr, nullptr, on_request, running,  //
                          MHD_OPTION_SOCK_ADDR, &address.bytes,                        //
                          MHD_OPTION_CONNECTION_LIMIT, options.max_connections,        //
                          MHD_OPTION_CONNECTION_MEMORY_LIMIT, options.max_header_bytes,
                          MHD_OPTION_STRICT_FOR_CLIENT, 1,  //
                          MHD_OPTION_UNESCAPE_CALLBACK, keep_encoded, nullptr, MHD_OPTION_NOTIFY_COMPLETED,
                          on_answered, running,  //
                          MHD_OPTION_NOTIFY_CONNECTION, on_connection, running, MHD_OPTION_END);
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Handler handler) {
  const auto address = parse_address(options.address, options.port);
  if (!address) {
    return fail(Errc::bad_usage, "{}: not a numeric address such as 127.0.0.1 or ::1", options.address);
  }
  auto running = std::make_unique<Running>(std::move(handler), options.request_within);
  running->daemon.reset(start_daemon(options, *address, running.get()));
  if (!running->daemon) return listen_failure(listen_error(*address), options);
  return std::unique_ptr<Server>(new Server(std::move(running)));
}

Server::Server(std::unique_ptr<Running> running) : running_(std::move(running)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  const MHD_DaemonInfo* info = MHD_get_daemon_info(running_->daemon.get(), MHD_DAEMON_INFO_BIND_PORT);
  return info == nullptr ? std::uint16_t{0} : info->port;
}

void Server::drain(std::chrono::milliseconds patience) {
  running_->no_longer_accepting = FileDescriptor(MHD_quiesce_daemon(running_->daemon.get()));
  const auto until = std::chrono::steady_clock::now() + patience;
  while (running_->deadlines.answering() > 0 && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

}  // namespace conglang::http
