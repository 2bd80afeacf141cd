#pragma once
// One question to one web address: does it answer, and if it turns its visitor away, where to. It follows
// nothing and keeps nothing of the page. Who may be asked at all is decided at the last moment, by the
// numeric address that the socket is about to connect to: whatever a name server says, and however its
// answers change between two look-ups (DNS rebinding), no other machine than the one that was judged is
// reached. For the same reason no proxy is used: it would look the name up by itself.

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "sync/client/curl_fetcher.h"

namespace conglang::client {

struct Visit {
  enum class Outcome {
    answered,         ///< `status` says what
    unknown_host,     ///< no name server knows it
    refused_address,  ///< its host is a machine that may not be asked; nothing was sent to it
    no_connection,    ///< nobody listens there, or the connection broke
    too_slow,
    bad_certificate,  ///< not the host's own, not trusted, or past its date
    bad_answer,       ///< no HTTP, or more headers than anybody needs
  };
  Outcome outcome = Outcome::answered;
  int status = 0;                       ///< of HTTP
  std::string location;                 ///< of a redirect, made absolute; empty: none was given
  std::chrono::seconds retry_after{0};  ///< what the server asked for; 0: nothing
  std::string detail;                   ///< libcurl's words, or the refused address; for operators

  bool operator==(const Visit&) const = default;
};

struct VisitOptions {
  std::chrono::milliseconds connect_within{10000};
  std::chrono::milliseconds answer_within{20000};
  /// Whether a socket may be connected to this IP address: 4 or 16 bytes in network order.
  std::function<bool(std::span<const std::uint8_t>)> may_connect;
  std::string authorities_file;  ///< PEM: whose certificates are good; empty: the system's
  std::string instead;           ///< "127.0.0.1:8443": where every host is sought; empty: where it is
};

/// Asks `url` (http or https) for its page, up to the first byte of it. May run on several threads at once.
Visit visit(const CurlLibrary& library, const std::string& url, const VisitOptions& options);

}  // namespace conglang::client
