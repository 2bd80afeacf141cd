#pragma once
// Carries what lies in the outbox to the province's server, and brings back what the operator asks. It has a
// line of its own and a thread of its own: whatever becomes of it, content is fetched as before. A report is
// taken away only when the server has said that it has it, and is known there by its id: it arrives once.

#include <chrono>
#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/agent/enrolment.h"
#include "sync/agent/health.h"
#include "sync/agent/outbox.h"
#include "sync/client/api_line.h"

namespace conglang::agent {

struct CourierOptions {
  std::filesystem::path data;
  HealthSources health;
  std::chrono::seconds report_every{15 * 60};         ///< how often it says how the machine is
  std::optional<std::int64_t> metered_bytes_per_day;  ///< what of a metered line it may use
  std::function<void(const std::string&)> say;        ///< for the operator's log
};

/// How a round went, and when the next should be.
struct Round {
  bool succeeded = false;
  bool at_once = false;                 ///< there is more to carry
  std::chrono::seconds retry_after{0};  ///< what the server asked for
};

class Courier {
 public:
  /// `line` outlives this.
  Courier(CourierOptions options, client::ApiLine& line, Enrolment enrolment);

  /// One call to the server at most. `system`: the clock as it stands.
  Round round(Instant system);

  const Enrolment& enrolment() const { return enrolment_; }

 private:
  Round enrol();
  Round deliver(Instant system);
  std::string body_of(const Post& post, Instant system, bool with_health) const;
  Result<bool> understand(const std::string& answer, const Post& post);
  Round take_refusal(int status, const Post& post);
  bool may_use_line(std::size_t bytes, Instant system) const;
  bool carry_out(const std::string& ask);
  bool carry_out_asks(const nlohmann::json& answer);
  void put_aside(const Refused& report);
  void say_once(const std::string& what);

  CourierOptions options_;
  client::ApiLine& line_;
  Enrolment enrolment_;
  std::size_t at_most_;                 ///< reports in one post; fewer after one was too large
  std::optional<Instant> told_health_;  ///< when the server last heard how the machine is
  std::vector<std::int64_t> done_;      ///< asks that the server does not yet know to be done
  std::string said_;
};

}  // namespace conglang::agent
