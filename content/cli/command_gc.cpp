#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/repository_options.h"
#include "sync/repository/gc.h"

namespace conglang::cli {
namespace {

class GcCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("gc", "Dọn bản cũ trong kho / takes old versions out of a repository");
    options_.declare_repo(*command);
    options_.declare_keys(*command);
    command->add_flag("--dry-run", dry_run_, "Chỉ kể, không xóa / says what would go, and removes nothing");
    command->footer("Ví dụ / example: conglang gc --repo kho --keys khoa --dry-run");
    return command;
  }

  Result<void> run() override {
    TRY(const repository::KeyFolder folder, options_.key_folder());
    const auto mode = dry_run_ ? repository::Collect::count : repository::Collect::remove;
    TRY(const repository::Collected done,
        repository::collect_garbage(options_.tree(), folder, system_now(), mode));
    if (options_.json) {
      print_line({{"files", done.files}, {"bytes", done.bytes}, {"removed", !dry_run_}});
      return {};
    }
    for (const std::string& file : done.files) fmt::print("{}\n", file);
    fmt::print("{} tệp, {} byte {}\n", done.files.size(), done.bytes,
               dry_run_ ? "có thể xóa / could go" : "đã xóa / removed");
    return {};
  }

 private:
  bool dry_run_ = false;
  RepositoryOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_gc_command() {
  return std::make_unique<GcCommand>();
}

}  // namespace conglang::cli
