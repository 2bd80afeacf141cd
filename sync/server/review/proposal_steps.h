#pragma once
// What making a proposal and settling it have in common.

#include <chrono>
#include <string>
#include <thread>

#include "sync/repository/propose.h"
#include "sync/server/review/proposal_table.h"

namespace conglang::server {

// Another publisher (`conglang publish`, the refresh of the timestamp) is done in moments: waits for it.
template <typename Change>
auto patiently(const repository::Tree& tree, const Change& change) {
  using std::chrono::milliseconds;
  for (int times = 0;; ++times) {
    auto result = change();
    if (result || result.error().code != Errc::conflict || times == 100) return result;
    if (repository::TreeLock::acquire(tree)) return result;  // nobody is at work: it is another conflict
    std::this_thread::sleep_for(milliseconds(50));
  }
}

/// Puts what the tree says of a proposal that waits into its row.
void take_over(ProposalRow& row, const repository::Proposal& proposal);

/// Whether it was made by `conglang`, not here: nothing has checked it yet.
bool is_of_command_line(const ProposalRow& row);

/// For the audit log.
std::string about(const ProposalRow& row);

}  // namespace conglang::server
