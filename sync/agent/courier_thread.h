#pragma once
// The courier at work beside the agent, on a thread of its own.

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "content/base/result.h"
#include "sync/agent/courier.h"
#include "sync/agent/pause.h"
#include "sync/client/curl_fetcher.h"

namespace conglang::agent {

struct CourierPace {
  std::chrono::seconds interval{kDefaultInterval};  ///< between two rounds
};

class CourierThread {
 public:
  /// Begins its rounds. `server`: the address of the province's server; `line`: proxy, certificates and
  /// speed; what it says about cancelling is not heeded. Errors: bad_usage, no usable address.
  static Result<std::unique_ptr<CourierThread>> start(const client::CurlLibrary& library,
                                                      const std::string& server, client::CurlOptions line,
                                                      CourierOptions options, CourierPace pace);
  /// Ends a round that is under way.
  ~CourierThread();
  CourierThread(const CourierThread&) = delete;
  CourierThread& operator=(const CourierThread&) = delete;

 private:
  struct Running;
  explicit CourierThread(std::unique_ptr<Running> running);

  std::unique_ptr<Running> running_;
  std::jthread thread_;  // the last member: it ends before what it uses
};

}  // namespace conglang::agent
