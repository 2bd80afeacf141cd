#pragma once
// The staff's PIN: six to twelve digits, set by a command, kept as a scrypt hash that only this machine's
// user can read. There is none until somebody sets one.

#include <filesystem>
#include <string>
#include <string_view>

#include "content/base/result.h"

namespace conglang::machine {

/// DATA/staff-pin.json
std::filesystem::path pin_file(const std::filesystem::path& data);

/// Hashes `pin` and puts it in place of the one before; failed attempts are forgotten.
/// Errors: invalid, no PIN or one that is guessed first (repeated, 123456, 654321), saying which rule; io,
/// no_space.
Result<void> set_pin(const std::filesystem::path& data, std::string_view pin);

/// Whether there is a PIN at all.
bool has_pin(const std::filesystem::path& data);

/// Whether `pin` is the one that was set. Takes about a tenth of a second.
/// Errors: not_found; parse, the file is damaged, saying to set the PIN again; io.
Result<bool> is_pin(const std::filesystem::path& data, std::string_view pin);

}  // namespace conglang::machine
