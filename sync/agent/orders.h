#pragma once
// What the agent asks of the screen: DATA/restart.order, put there whole by rename, which the screen takes
// away when it sees it.

#include <filesystem>

#include "content/base/result.h"

namespace conglang::agent {

enum class Order { restart_screen };

/// Asked again before it was taken, it is asked once. Errors: no_space, io.
Result<void> put_order(const std::filesystem::path& data, Order order);

}  // namespace conglang::agent
