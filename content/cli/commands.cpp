#include "content/cli/commands.h"

namespace conglang::cli {

std::vector<std::unique_ptr<Command>> all_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(make_board_command());
  commands.push_back(make_build_command());
  commands.push_back(make_delegate_command());
  commands.push_back(make_diff_command());
  commands.push_back(make_emergency_command());
  commands.push_back(make_export_command());
  commands.push_back(make_fmt_command());
  commands.push_back(make_gc_command());
  commands.push_back(make_import_command());
  commands.push_back(make_init_command());
  commands.push_back(make_links_command());
  commands.push_back(make_keys_command());
  commands.push_back(make_lint_command());
  commands.push_back(make_new_command());
  commands.push_back(make_pages_command());
  commands.push_back(make_picture_command());
  commands.push_back(make_preview_command());
  commands.push_back(make_publish_command());
  commands.push_back(make_refresh_command());
  commands.push_back(make_root_command());
  commands.push_back(make_search_command());
  commands.push_back(make_sign_command());
  commands.push_back(make_usage_report_command());
  commands.push_back(make_verify_command());
  return commands;
}

}  // namespace conglang::cli
