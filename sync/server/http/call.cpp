#include "sync/server/http/call.h"

#include <microhttpd.h>

#include "content/base/handle.h"
#include "sync/server/http/address.h"

namespace conglang::http {
namespace {

using ResponseHandle = Handle<MHD_Response, MHD_destroy_response>;

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

std::string peer_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info == nullptr ? std::string() : numeric(info->client_addr);
}

bool by_tls(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_PROTOCOL);
  return info != nullptr;
}

// Only the last address is the proxy's own word; what stands before it came from outside.
void take_proxy_word(Request& request) {
  if (const auto forwarded = request.values("X-Forwarded-For"); !forwarded.empty()) {
    std::string_view last = forwarded.back();
    if (const auto comma = last.rfind(','); comma != std::string_view::npos) last.remove_prefix(comma + 1);
    last.remove_prefix(std::min(last.find_first_not_of(' '), last.size()));
    if (parse_address(std::string(last), 0)) request.peer = last;
  }
  const auto scheme = request.values("X-Forwarded-Proto");
  if (!scheme.empty() && scheme.back() == "https") request.secure = true;
}

}  // namespace

void read_head(MHD_Connection* connection, const char* url, const char* method, bool believe_proxy,
               Request& request) {
  request.method = method;
  request.path = url;
  const auto append = [](void* headers, MHD_ValueKind, const char* name, const char* value) {
    static_cast<std::vector<Header>*>(headers)->push_back({name, value == nullptr ? "" : value});
    return MHD_YES;
  };
  MHD_get_connection_values(connection, MHD_HEADER_KIND, append, &request.headers);
  request.peer = peer_of(connection);
  request.secure = by_tls(connection);
  if (believe_proxy && is_loopback(request.peer)) take_proxy_word(request);
}

bool send(MHD_Connection* connection, Response response) {
  const ResponseHandle made = to_library(response);
  return made &&
         MHD_queue_response(connection, static_cast<unsigned>(response.status), made.get()) == MHD_YES;
}

int socket_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == nullptr ? -1 : info->connect_fd;
}

}  // namespace conglang::http
