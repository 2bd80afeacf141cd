#pragma once
// What a commune signed for its kiosks (content/guide/kiosk_settings.h), as far as it is for this one:
// DATA/remote-settings.json, which the screen takes over. What cannot be is left out and reported, once for
// each file.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "content/base/result.h"
#include "content/base/time.h"
#include "content/guide/kiosk_settings.h"

namespace conglang::agent {

/// Where in the repository the settings of `commune` are.
std::string settings_path(std::string_view commune);

/// Writes down what `file`, the bytes of that path, says for a kiosk of `place`; nothing: there are none any
/// more, and the screen keeps what it has. Errors: no_space, io.
Result<void> keep_remote_settings(const std::filesystem::path& data, const std::optional<std::string>& file,
                                  std::string_view place, Instant now);

/// When media may be fetched, as the commune wishes.
std::optional<guide::PartOfDay> remote_sync_window(const std::filesystem::path& data);

}  // namespace conglang::agent
