#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>

#include "content/cli/commands.h"
#include "content/cli/progress.h"
#include "content/database/guide_database.h"
#include "content/publish/bundle_folder.h"
#include "content/publish/content_diff.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;
using publish::Change;

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang diff content/starter drafts\n"
    "  conglang diff out-cu/guides.db out-moi/guides.db --json\n"
    "Mỗi dòng một chỗ khác: bài: trường: cũ → mới. Thư mục so từng tệp; guides.db so những gì một máy hiện.\n"
    "One line a change: guide: field: before → after. Folders are compared file by file, databases as one "
    "kiosk\n"
    "shows them; a folder beside a database is put together for the database's commune.";

std::string_view name_of(Change::Kind kind) {
  if (kind == Change::Kind::added) return "added";
  return kind == Change::Kind::withdrawn ? "withdrawn" : "changed";
}

void print_json(const Change& change) {
  const nlohmann::ordered_json line{{"change", name_of(change.kind)}, {"item", change.item},
                                    {"pointer", change.pointer},      {"field", change.field},
                                    {"before", change.before},        {"after", change.after}};
  fmt::print("{}\n", line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

class DiffCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "diff", "So hai bản, kể từng chỗ khác / says what changed between two states of the content");
    command->add_option("before", before_, "Thư mục hoặc guides.db cũ / folder or database before")
        ->required();
    command->add_option("after", after_, "Thư mục hoặc guides.db mới / folder or database after")->required();
    command->add_flag("--json", json_, "Mỗi chỗ khác một dòng JSON / one JSON object a change");
    command->footer(kExample);
    return command;
  }

  Result<void> run() override {
    const Waiting waiting("So / comparing");
    TRY(const publish::Items before, read(before_, after_));
    TRY(const publish::Items after, read(after_, before_));
    const auto changes = publish::diff_items(before, after);
    for (const Change& change : changes) json_ ? print_json(change) : fmt::print("{}\n", to_line(change));
    fmt::print(stderr, "{0} chỗ khác / {0} changes\n", changes.size());
    return {};
  }

 private:
  static Result<publish::Items> read(const std::string& path, const std::string& other) {
    if (!is_folder(path)) {
      TRY(const database::Stored stored, database::load(path));
      return publish::items_of(stored.content);
    }
    TRY(const guide::Files files, publish::read_source(path));
    if (is_folder(other)) return publish::items_of(files);
    TRY(const database::Stored stored, database::load(other));
    TRY(const guide::Assembled assembled, guide::assemble(files, stored.origin.commune));
    return publish::items_of(assembled.content);
  }

  std::string before_;
  std::string after_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_diff_command() {
  return std::make_unique<DiffCommand>();
}

}  // namespace conglang::cli
