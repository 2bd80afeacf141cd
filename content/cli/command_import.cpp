#include "content/cli/command_import.h"

#include <vector>

#include "content/cli/commands.h"

namespace conglang::cli {
namespace {

class ImportCommand final : public Command {
 public:
  ImportCommand() {
    sources_.push_back(make_import_portal());
    sources_.push_back(make_import_csv());
    sources_.push_back(make_import_xlsx());
  }

  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "import", "Nhập từ nguồn khác thành bài nháp / makes drafts of another source's records");
    command->require_subcommand(1);
    for (const auto& source : sources_) declared_.push_back(source->declare(*command));
    command->footer(
        "Ví dụ / example:\n"
        "  conglang import portal details/*.json --out drafts --captured 2026-07-18\n"
        "  conglang import csv danh-sach.csv --out drafts\n"
        "  conglang import xlsx danh-sach.xlsx --out drafts");
    return command;
  }

  Result<void> run() override {
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      if (declared_[i]->parsed()) return sources_[i]->run();
    }
    return fail(Errc::bad_usage, "cho biết nguồn cần nhập / name a source");
  }

 private:
  std::vector<std::unique_ptr<Command>> sources_;
  std::vector<CLI::App*> declared_;  // beside sources_
};

}  // namespace

std::unique_ptr<Command> make_import_command() {
  return std::make_unique<ImportCommand>();
}

}  // namespace conglang::cli
