#include "sync/server/http/server.h"

#include <microhttpd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <system_error>

#include "content/base/handle.h"
#include "sync/server/http/address.h"
#include "sync/server/http/call.h"
#include "sync/server/http/deadlines.h"
#include "sync/server/http/framing.h"
#include "sync/server/http/worker_pool.h"

namespace conglang::http {

struct Server::Running {
  Running(const ServerOptions& asked, Site answers)
      : options(asked),
        site(std::move(answers)),
        deadlines(asked.request_within),
        workers(site.api ? asked.workers : 0, asked.max_queue),
        slow_workers(site.is_slow ? asked.slow_workers : 0, asked.max_slow_queue) {}

  // Every connection must be awake before the library may stop.
  ~Running() {
    workers.finish();
    slow_workers.finish();
  }

  ServerOptions options;
  Site site;
  std::atomic<std::size_t> waiting_bodies = 0;  ///< bytes brought by requests that are not answered yet
  Deadlines deadlines;
  FileDescriptor
      no_longer_accepting;  // the listening socket after drain(): the daemon may look at it to its end
  WorkerPool workers;
  WorkerPool slow_workers;
  // After what its callbacks use, so that it stops first.
  Handle<MHD_Daemon, MHD_stop_daemon> daemon;
};

namespace {

Response busy() {
  Response response = plain(503, "The server is busy. Try again in a moment.");
  response.headers.push_back({"Retry-After", "2"});
  return response;
}

Response answer(const Handler& handler, const Request& request) {
  // Nothing may be thrown through the C library that calls us: out of memory ends here.
  try {
    return handler(request);
  } catch (const std::exception&) {
    return plain(500, "The server could not answer this request. Try again later.");
  }
}

MHD_Result result_of(bool sent) {
  return sent ? MHD_YES : MHD_NO;
}

std::optional<Response> refusal(Server::Running& running, Call& call) {
  if (auto refused = check_framing(call.request)) return refused;
  const auto& max_body = running.site.max_body;
  if (auto refused = check_length(call.request, max_body ? max_body(call.request) : 0)) return refused;
  if (auto refused = running.site.refusal ? running.site.refusal(call.request) : std::nullopt) {
    refused->headers.push_back({"Connection", "close"});
    return refused;
  }
  call.announced = announced_length(call.request);
  // What is only announced holds nothing: who trickles it takes no room from the others.
  if (running.waiting_bodies + call.announced <= running.options.max_waiting_bodies || call.announced == 0)
    return std::nullopt;
  Response response = busy();
  response.headers.push_back({"Connection", "close"});
  return response;
}

// The library closes a connection that is answered with its headers, which is what a refusal wants and nobody
// else.
MHD_Result on_head(Server::Running& running, MHD_Connection* connection, Call& call) {
  call.accepted = true;
  call.api = running.site.is_api && running.site.is_api(call.request);
  if (auto refused = refusal(running, call)) {
    running.deadlines.request_is_whole(socket_of(connection));
    return result_of(send(connection, std::move(*refused)));
  }
  if (call.announced == 0) {
    running.deadlines.request_is_whole(socket_of(connection));
  } else {
    const auto more = std::chrono::seconds(call.announced / running.options.slowest_body);
    running.deadlines.body_follows(socket_of(connection), more);
  }
  return MHD_YES;
}

// The connection sleeps until a worker has the answer; the library then calls again.
MHD_Result to_worker(Server::Running& running, MHD_Connection* connection, Call& call) {
  const bool is_slow = running.site.is_slow && running.site.is_slow(call.request);
  WorkerPool& workers = is_slow ? running.slow_workers : running.workers;
  // This thread alone offers: a place that is free now still is below.
  if (!workers.has_room()) return result_of(send(connection, busy()));
  MHD_suspend_connection(connection);
  workers.offer([&running, connection, &call] {
    call.answer = answer(running.site.api, call.request);
    MHD_resume_connection(connection);
  });
  return MHD_YES;
}

MHD_Result on_whole(Server::Running& running, MHD_Connection* connection, Call& call) {
  if (call.answer) return result_of(send(connection, std::move(*call.answer)));
  running.deadlines.request_is_whole(socket_of(connection));
  if (call.api) return to_worker(running, connection, call);
  return result_of(send(connection, answer(running.site.files, call.request)));
}

MHD_Result on_part(Server::Running& running, MHD_Connection* connection, Call& call, const char* upload,
                   std::size_t* upload_size) {
  if (*upload_size == 0) return on_whole(running, connection, call);
  if (call.request.body.size() + *upload_size > call.announced) return MHD_NO;
  call.held += *upload_size;
  if (running.waiting_bodies.fetch_add(*upload_size) + *upload_size > running.options.max_waiting_bodies)
    return MHD_NO;
  call.request.body.append(upload, *upload_size);
  *upload_size = 0;
  return MHD_YES;
}

// Called with the headers, for each piece of the body, when it is whole, and when a worker has answered.
MHD_Result on_request(void* context, MHD_Connection* connection, const char* url, const char* method,
                      const char* /*version*/, const char* upload, std::size_t* upload_size,
                      void** per_request) {
  auto& running = *static_cast<Server::Running*>(context);
  if (*per_request == nullptr) return MHD_NO;  // no memory left
  auto& call = *static_cast<Call*>(*per_request);
  // Nothing may be thrown through the library: what fails here ends its connection, and no other.
  try {
    if (call.accepted) return on_part(running, connection, call, upload, upload_size);
    read_head(connection, url, method, running.options.behind_proxy, call.request);
    return on_head(running, connection, call);
  } catch (const std::exception&) {
    return MHD_NO;
  }
}

// The first that is known of a request: its target as sent. What is returned is per_request from then on.
void* on_target(void* /*context*/, const char* target, MHD_Connection* /*connection*/) {
  auto* call = new (std::nothrow) Call();
  const char* question = std::strchr(target, '?');
  if (call != nullptr && question != nullptr) call->request.query = question + 1;
  return call;
}

void on_answered(void* context, MHD_Connection* connection, void** per_request,
                 MHD_RequestTerminationCode /*code*/) {
  auto& running = *static_cast<Server::Running*>(context);
  const std::unique_ptr<Call> call(static_cast<Call*>(*per_request));
  *per_request = nullptr;
  if (call) running.waiting_bodies -= call->held;
  running.deadlines.answered(socket_of(connection));
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
      return options.certificate.chain.empty()
                 ? fail(Errc::internal, "listening on {}: the HTTP library did not start", where)
                 : fail(Errc::invalid, "listening on {}: the certificate and the key do not fit each other",
                        where);
    default:
      return fail(Errc::internal, "listening on {}: {}", where, std::generic_category().message(error));
  }
}

MHD_Daemon* start_daemon(const ServerOptions& options, const SocketAddress& address,
                         Server::Running* running) {
  const bool tls = !options.certificate.chain.empty();
  const unsigned flags =
      static_cast<unsigned>(MHD_USE_EPOLL_INTERNAL_THREAD) | static_cast<unsigned>(MHD_USE_ITC) |
      static_cast<unsigned>(MHD_ALLOW_SUSPEND_RESUME) | (tls ? static_cast<unsigned>(MHD_USE_TLS) : 0U) |
      (address.ipv6 ? static_cast<unsigned>(MHD_USE_IPv6) : 0U);
  // The library reads its options up to an end mark: those of TLS stand last, behind one when there is none.
  const MHD_OPTION certificate = tls ? MHD_OPTION_HTTPS_MEM_CERT : MHD_OPTION_END;
  return MHD_start_daemon(
      flags, options.port, nullptr, nullptr, on_request, running,                                     //
      MHD_OPTION_SOCK_ADDR, &address.bytes,                                                           //
      MHD_OPTION_CONNECTION_LIMIT, options.max_connections,                                           //
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, options.max_of_one_address,                                 //
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, options.max_header_bytes, MHD_OPTION_STRICT_FOR_CLIENT, 1,  //
      MHD_OPTION_UNESCAPE_CALLBACK, keep_encoded, nullptr,                                            //
      MHD_OPTION_URI_LOG_CALLBACK, on_target, running,                                                //
      MHD_OPTION_NOTIFY_COMPLETED, on_answered, running,                                              //
      MHD_OPTION_NOTIFY_CONNECTION, on_connection, running,                                           //
      certificate, options.certificate.chain.c_str(),                                                 //
      MHD_OPTION_HTTPS_MEM_KEY, options.certificate.key.c_str(),                                      //
      MHD_OPTION_HTTPS_PRIORITIES, "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2", MHD_OPTION_END);
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Site site) {
  const auto address = parse_address(options.address, options.port);
  if (!address) {
    return fail(Errc::bad_usage, "{}: not a numeric address such as 127.0.0.1 or ::1", options.address);
  }
  auto running = std::make_unique<Running>(options, std::move(site));
  // The certificate's text must outlive the daemon: it is the one in `running`.
  running->daemon.reset(start_daemon(running->options, *address, running.get()));
  if (!running->daemon) return listen_failure(listen_error(*address), options);
  return std::unique_ptr<Server>(new Server(std::move(running)));
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, Handler files) {
  return start(options, Site{std::move(files), {}, {}, {}});
}

Server::Server(std::unique_ptr<Running> running) : running_(std::move(running)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  const MHD_DaemonInfo* info = MHD_get_daemon_info(running_->daemon.get(), MHD_DAEMON_INFO_BIND_PORT);
  return info == nullptr ? std::uint16_t{0} : info->port;
}

std::size_t Server::queued() const {
  return running_->workers.queued();
}

std::size_t Server::slow_queued() const {
  return running_->slow_workers.queued();
}

std::size_t Server::connections() const {
  const MHD_DaemonInfo* info =
      MHD_get_daemon_info(running_->daemon.get(), MHD_DAEMON_INFO_CURRENT_CONNECTIONS);
  return info == nullptr ? 0 : info->num_connections;
}

void Server::drain(std::chrono::milliseconds patience) {
  running_->no_longer_accepting = FileDescriptor(MHD_quiesce_daemon(running_->daemon.get()));
  const auto until = std::chrono::steady_clock::now() + patience;
  while (running_->deadlines.answering() > 0 && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

}  // namespace conglang::http
