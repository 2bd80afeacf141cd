#pragma once

#include <cstddef>
#include <string_view>

namespace conglang::publish {

/// How many bytes `gzip -9` would make of `bytes`: what a page weighs on its way to a phone.
std::size_t gzip_size(std::string_view bytes);

}  // namespace conglang::publish
