#pragma once
// HTTP by hand over a loopback socket, so that tests can send what no client library would, slowly, or only
// in part.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/file_descriptor.h"

namespace conglang::testing {

struct RawAnswer {
  int status = 0;       ///< 0: the connection ended, or the patience, before a status line
  std::string headers;  ///< as sent, with the status line
  std::string body;     ///< as many bytes as Content-Length says, or fewer when the connection ended before
  bool closed = false;  ///< the server ended the connection while it was read

  /// The value of the header `name` (any case).
  std::optional<std::string> header(std::string_view name) const;
};

class RawConnection {
 public:
  /// `machine`: comes from 127.0.0.`machine`, as if from another.
  explicit RawConnection(std::uint16_t port, std::chrono::seconds patience = std::chrono::seconds(5),
                         std::uint8_t machine = 1);

  bool connected() const { return static_cast<bool>(socket_); }
  /// False when the server has closed.
  bool send(std::string_view bytes);
  /// One answer. `bodiless`: for HEAD, whose Content-Length announces nothing.
  RawAnswer read_answer(bool bodiless = false);
  /// True when the server closes without sending more, within the patience.
  bool ends();

 private:
  std::optional<std::string> read_some();

  FileDescriptor socket_;
  std::string pending_;
};

/// Connects, sends `request` and reads the answer.
RawAnswer ask(std::uint16_t port, std::string_view request, bool bodiless = false);

/// `GET path` with `headers` (each ended by CRLF), on a connection of its own.
RawAnswer get(std::uint16_t port, std::string_view path, std::string_view headers = {});

}  // namespace conglang::testing
