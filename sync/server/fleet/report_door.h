#pragma once
// The door that everything a kiosk sends must pass, whoever holds its token. A report is one of the kinds
// here with the fields of its kind and no other; texts are short and without numbers that may be somebody's;
// counters are about guides and procedures that are published, or about words that those have. What does not
// pass is not stored, not logged and not repeated in an answer. Pure.

#include <array>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/base/time.h"
#include "sync/server/fleet/known_words.h"

namespace conglang::server::fleet {

enum class ReportKind { health, agent, crash_loop, picture, settings, usage };

/// Their names, in the order of ReportKind.
inline constexpr std::array<std::string_view, 6> kReportKinds = {"health",  "agent",    "crash-loop",
                                                                 "picture", "settings", "usage"};

/// One row of counters.
struct Count {
  std::string day;
  std::string kind;  ///< "use", "rating", "search"
  std::string subject;
  std::string action;
  std::int64_t n = 0;

  bool operator==(const Count&) const = default;
};

struct Report {
  std::string id;
  ReportKind kind = ReportKind::health;
  std::optional<Instant> at;        ///< as the machine says
  std::string body;                 ///< JSON, as it is kept; empty for counters
  std::vector<Count> counts;        ///< of counters: those that passed
  std::int64_t refused_counts = 0;  ///< and how many did not

  bool operator==(const Report&) const = default;
};

/// `report`: {"id", "kind", "at"?, "body"}. Errors: invalid, naming the field and the rule but nothing of
/// what stood there.
Result<Report> read_report(const nlohmann::json& report, const KnownWords& known, Instant now);

/// What `report` calls itself, where that is a possible id; else nothing.
std::optional<std::string> report_id(const nlohmann::json& report);

std::string kind_name(ReportKind kind);

}  // namespace conglang::server::fleet
