#pragma once
// The sources that `conglang import` knows: each a command below it, in a file of its own.

#include <memory>

#include "content/cli/command.h"

namespace conglang::cli {

std::unique_ptr<Command> make_import_portal();
std::unique_ptr<Command> make_import_csv();
std::unique_ptr<Command> make_import_xlsx();

}  // namespace conglang::cli
