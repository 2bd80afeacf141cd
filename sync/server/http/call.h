#pragma once
// One request on its way through the server: from its first line to the end of its answer. The network thread
// owns it; a worker has it between being offered and the connection's waking.

#include <cstddef>
#include <memory>
#include <optional>

#include "sync/server/http/server.h"

struct MHD_Connection;

namespace conglang::http {

struct Call {
  Request request;
  std::size_t announced = 0;  ///< bytes of body that it will bring
  std::size_t held = 0;       ///< that it has brought, counted among all that wait
  bool accepted = false;      ///< its headers were looked at
  bool api = false;
  std::optional<Response> answer;  ///< a worker's, when it is done
};

/// Method, headers and who asks; the query is in `call` already. `url`: the path as sent.
void read_head(MHD_Connection* connection, const char* url, const char* method, bool believe_proxy,
               Request& request);

/// Hands `response` to the library. False when there is no memory left: the connection is to be closed.
bool send(MHD_Connection* connection, Response response);

int socket_of(MHD_Connection* connection);

}  // namespace conglang::http
