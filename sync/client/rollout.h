#pragma once
// Staged rollout: a target's signer may say, under "custom", that only a share of the machines is to take its
// new content for now:
//
//   "custom": {"rollout": {"percent": 10, "salt": "2026-11-khai-sinh"}}
//
// Each machine decides by itself and always the same way. What is under "safety": true waits for nobody.

#include <string_view>

#include "content/base/result.h"

namespace conglang::client {

enum class Turn { now, later };

/// `custom`: the target's object as JSON text, or empty. `machine`: what tells this machine from all others.
/// Errors: invalid, a rollout without a percent from 0 to 100 and a salt.
Result<Turn> turn_of(std::string_view custom, std::string_view machine);

}  // namespace conglang::client
