#pragma once
// What the screen asks of the update agent and hands to it: files renamed whole into DATA/outbox/. The screen
// has no network; whether the agent runs is not its business.

#include <filesystem>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "kiosk/model/pages/staff.h"

namespace conglang::machine {

/// DATA/outbox/screen-<what>.request.json. Asked again before it was taken, the later one counts. Errors:
/// no_space, io.
Result<void> put_request(const std::filesystem::path& data, const kiosk::RequestOfAgent& request);

/// DATA/outbox/<name>.report.json: something that whoever looks after the machines should know. Writing it
/// again under one name replaces it. Errors: no_space, io.
Result<void> put_report(const std::filesystem::path& data, std::string_view name, std::string_view json);

}  // namespace conglang::machine
