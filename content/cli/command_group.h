#pragma once
// A command that only leads to others: `conglang keys new`, `conglang keys list`.

#include <memory>
#include <string>
#include <vector>

#include "content/cli/command.h"

namespace conglang::cli {

using Commands = std::vector<std::unique_ptr<Command>>;

/// `footer` shows an example of each.
std::unique_ptr<Command> make_group(std::string name, std::string description, Commands commands,
                                    std::string footer);

}  // namespace conglang::cli
