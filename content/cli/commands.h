#pragma once
// Every command of the tool: to add one, write command_<name>.cpp, declare its function here and put it into
// the list in commands.cpp.

#include <memory>
#include <vector>

#include "content/cli/command.h"

namespace conglang::cli {

std::unique_ptr<Command> make_board_command();
std::unique_ptr<Command> make_build_command();
std::unique_ptr<Command> make_delegate_command();
std::unique_ptr<Command> make_diff_command();
std::unique_ptr<Command> make_emergency_command();
std::unique_ptr<Command> make_export_command();
std::unique_ptr<Command> make_fmt_command();
std::unique_ptr<Command> make_gc_command();
std::unique_ptr<Command> make_import_command();
std::unique_ptr<Command> make_init_command();
std::unique_ptr<Command> make_links_command();
std::unique_ptr<Command> make_keys_command();
std::unique_ptr<Command> make_lint_command();
std::unique_ptr<Command> make_new_command();
std::unique_ptr<Command> make_pages_command();
std::unique_ptr<Command> make_picture_command();
std::unique_ptr<Command> make_preview_command();
std::unique_ptr<Command> make_publish_command();
std::unique_ptr<Command> make_refresh_command();
std::unique_ptr<Command> make_root_command();
std::unique_ptr<Command> make_search_command();
std::unique_ptr<Command> make_sign_command();
std::unique_ptr<Command> make_usage_report_command();
std::unique_ptr<Command> make_verify_command();

/// In the order of --help.
std::vector<std::unique_ptr<Command>> all_commands();

}  // namespace conglang::cli
