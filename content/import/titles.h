#pragma once
// What every source's records have: a procedure's code and name, as guides write them.

#include <string>
#include <string_view>

namespace conglang::import {

/// What of `text` may stand in a procedure code, at most as long as guide files accept: " 1.001193" →
/// "1.001193". Empty when nothing of it may.
std::string plain_code(std::string_view text);

/// "Thủ tục đăng ký khai sinh" → "Đăng ký khai sinh"
std::string plain_title(const std::string& name);

}  // namespace conglang::import
