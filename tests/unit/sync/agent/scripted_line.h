#pragma once
// A province's server in a few lines: answers what a test says, and keeps what it was asked.

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "sync/client/api_line.h"

namespace conglang::testing {

class ScriptedLine : public client::ApiLine {
 public:
  using Answer = std::function<Result<client::ApiAnswer>(const client::ApiCall&)>;

  explicit ScriptedLine(Answer answer) : answer_(std::move(answer)) {}

  Result<client::ApiAnswer> call(const client::ApiCall& call) override {
    calls.push_back(call);
    return answer_(call);
  }

  std::vector<client::ApiCall> calls;

 private:
  Answer answer_;
};

inline client::ApiAnswer answer(int status, const nlohmann::json& body) {
  return {status, body.dump(), std::chrono::seconds(0)};
}

/// What a machine's server does with its reports: takes each once.
struct TakingServer {
  std::vector<std::string> ids;         ///< in the order taken, each once
  std::vector<nlohmann::json> reports;  ///< the same
  nlohmann::json asks = nlohmann::json::array();
  std::vector<std::int64_t> done;

  Result<client::ApiAnswer> take(const client::ApiCall& call) {
    const auto body = nlohmann::json::parse(call.body);
    nlohmann::json accepted = nlohmann::json::array();
    for (const auto& report : body["reports"]) {
      const auto id = report["id"].get<std::string>();
      accepted.push_back(id);
      if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
      ids.push_back(id);
      reports.push_back(report);
    }
    for (const auto& id : body["done"]) {
      done.push_back(id.get<std::int64_t>());
      asks = nlohmann::json::array();
    }
    return answer(200, {{"accepted", accepted}, {"refused", nlohmann::json::array()}, {"asks", asks}});
  }

  std::vector<nlohmann::json> of_kind(const std::string& kind) const {
    std::vector<nlohmann::json> found;
    for (const auto& report : reports)
      if (report["kind"] == kind) found.push_back(report);
    return found;
  }
};

}  // namespace conglang::testing
