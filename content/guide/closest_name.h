#pragma once
// "Did you mean": the known name that a misspelt one most likely stands for.

#include <string>
#include <string_view>
#include <vector>

namespace conglang::guide {

/// The name in `known` nearest to `name` by edits of ASCII characters, case aside; empty when none is nearer
/// than a third of its length (at least two edits). A view into `known`.
std::string_view closest_name(std::string_view name, const std::vector<std::string>& known);

}  // namespace conglang::guide
