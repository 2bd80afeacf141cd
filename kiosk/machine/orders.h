#pragma once
// What the update agent asks of the screen: a file in the data folder, which the screen takes away.

#include <filesystem>
#include <string_view>

namespace conglang::machine {

/// The file's name, for whoever watches the folder.
inline constexpr std::string_view kRestartOrder = "restart.order";

/// True when a restart was asked for since the last call. One that cannot be taken away is not heeded: it
/// would be carried out for ever.
bool take_restart_order(const std::filesystem::path& data);

}  // namespace conglang::machine
