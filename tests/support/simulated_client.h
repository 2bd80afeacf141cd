#pragma once
// A client of a RepositorySimulator without network or disk: the workflow of TUF 5.3 to 5.6 around a
// TrustedSet.

#include <map>
#include <string>

#include "content/base/result.h"
#include "sync/tuf/trusted_set.h"
#include "tests/support/repository_simulator.h"

namespace conglang::testing {

class SimulatedClient {
 public:
  /// Provisioned with version 1 of the simulator's root.
  explicit SimulatedClient(const RepositorySimulator& repository)
      : repository_(repository), stored_{{"root.json", repository.metadata("1.root.json")}} {}

  /// One update; what was accepted is stored even when a later step fails.
  Result<tuf::TrustedSet> update(Instant now = kSimulatorNow);

  /// Searches `path` after an update, loading the delegated roles that the search asks for.
  Result<tuf::TargetSearch> find(tuf::TrustedSet& set, const std::string& path, Instant now = kSimulatorNow);

  const std::map<std::string, std::string>& stored() const { return stored_; }

 private:
  Result<std::string> fetch(const std::string& name) const;
  std::string stored_or_empty(const std::string& name) const;
  Result<void> update_roots(tuf::TrustedSet& set);
  Result<void> update_timestamp(tuf::TrustedSet& set, Instant now);
  Result<void> update_snapshot(tuf::TrustedSet& set, Instant now);

  const RepositorySimulator& repository_;
  std::map<std::string, std::string> stored_;
};

}  // namespace conglang::testing
