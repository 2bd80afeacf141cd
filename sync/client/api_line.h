#pragma once
// Small questions to a server's JSON interface, and their answers. What is sent goes to this one origin: a
// redirect is an error, since it would carry a machine's token elsewhere. An answer that is larger or slower
// than allowed is given up.

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "content/base/result.h"
#include "sync/client/curl_fetcher.h"

namespace conglang::client {

struct ApiCall {
  std::string path;   ///< "/api/reports"
  std::string token;  ///< sent as `Authorization: Bearer`; empty: none
  std::string body;   ///< JSON, sent by POST; empty: a GET

  bool operator==(const ApiCall&) const = default;
};

struct ApiAnswer {
  int status = 0;  ///< of HTTP
  std::string body;
  std::chrono::seconds retry_after{0};  ///< what the server asked for; 0: nothing
};

class ApiLine {
 public:
  virtual ~ApiLine() = default;
  /// Any status is an answer. Errors: network, no answer; too_large.
  virtual Result<ApiAnswer> call(const ApiCall& call) = 0;
};

inline constexpr std::size_t kMaxApiAnswerBytes = 256UL * 1024;

class CurlApiLine : public ApiLine {
 public:
  /// `url`: the server's address, "https://example.org". One line is for one thread.
  /// Errors: bad_usage, for anything but a plain http or https address.
  static Result<std::unique_ptr<CurlApiLine>> create(const CurlLibrary& library, const std::string& url,
                                                     CurlOptions options = {});
  ~CurlApiLine() override;
  CurlApiLine(const CurlApiLine&) = delete;
  CurlApiLine& operator=(const CurlApiLine&) = delete;

  Result<ApiAnswer> call(const ApiCall& call) override;

 private:
  struct Engine;
  explicit CurlApiLine(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace conglang::client
