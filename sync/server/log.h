#pragma once
// What the server writes down for its operator: one JSON object a line, {"at", "level", "event", …}. It says
// what happened and to which route, file or commune, and nothing about any person: no name, no password or
// token, no address, and no words that somebody wrote.

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::server {

/// Makes what log() writes the only thing on a line. Once, before the first line.
void log_to_standard_error();

enum class Level { info, warning, error };

/// `event`: a word for what happened. `fields`: an object with the rest.
void log(Level level, std::string_view event, nlohmann::json fields = nlohmann::json::object());

/// What a line may hold of `error`: its message, but of a refusal only the code, since its words may quote
/// what somebody wrote.
std::string words_for_log(const Error& error);

}  // namespace conglang::server
