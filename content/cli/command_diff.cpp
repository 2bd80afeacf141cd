#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>

#include "content/base/file.h"
#include "content/cli/commands.h"
#include "content/cli/progress.h"
#include "content/cli/repository_options.h"
#include "content/database/guide_database.h"
#include "content/publish/bundle_folder.h"
#include "content/publish/content_diff.h"
#include "sync/repository/tree_diff.h"
#include "sync/tuf/limits.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;
using publish::Change;

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang diff content/starter drafts\n"
    "  conglang diff out-cu/guides.db out-moi/guides.db --json\n"
    "  conglang diff kho-cu kho-moi\n"
    "Mỗi dòng một chỗ khác: bài: trường: cũ → mới. Thư mục so từng tệp; guides.db so những gì một máy hiện.\n"
    "One line a change: guide: field: before → after. Folders are compared file by file, databases as one "
    "kiosk\n"
    "shows them; a folder beside a database is put together for the database's commune. Of two repositories "
    "it says which signed\n"
    "files and whose keys differ.";

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

// A folder that a server serves, not one that people edit.
bool is_repository(const std::string& path) {
  std::error_code error;
  return fs::exists(fs::path(path) / "metadata" / "timestamp.json", error);
}

Result<repository::TreeDifference> compare_repositories(const std::string& before, const std::string& after) {
  const repository::Tree old_tree{before};
  const repository::Tree new_tree{after};
  const auto max_bytes = static_cast<std::uintmax_t>(tuf::kMaxRootBytes);
  TRY(const std::string old_root, read_file(old_tree.metadata("1.root.json"), max_bytes));
  TRY(const std::string new_root, read_file(new_tree.metadata("1.root.json"), max_bytes));
  return repository::compare_trees(old_tree, old_root, new_tree, new_root);
}

nlohmann::ordered_json to_json(const repository::TreeDifference& difference) {
  nlohmann::ordered_json keys = nlohmann::ordered_json::array();
  for (const repository::KeyChange& change : difference.keys) {
    keys.push_back({{"role", change.role},
                    {"keysBefore", change.keys_before},
                    {"keysAfter", change.keys_after},
                    {"thresholdBefore", change.threshold_before},
                    {"thresholdAfter", change.threshold_after}});
  }
  return {{"added", difference.files.added},
          {"changed", difference.files.changed},
          {"removed", difference.files.removed},
          {"keys", std::move(keys)}};
}

void print_difference(const repository::TreeDifference& difference) {
  for (const std::string& path : difference.files.added) fmt::print("+ {}\n", path);
  for (const std::string& path : difference.files.changed) fmt::print("~ {}\n", path);
  for (const std::string& path : difference.files.removed) fmt::print("- {}\n", path);
  for (const repository::KeyChange& change : difference.keys) {
    fmt::print("{}: khóa / keys {} → {}, cần / must sign {} → {}\n", change.role, change.keys_before.size(),
               change.keys_after.size(), change.threshold_before, change.threshold_after);
  }
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
    if (is_repository(before_) && is_repository(after_)) {
      TRY(const repository::TreeDifference difference, compare_repositories(before_, after_));
      json_ ? print_line(to_json(difference)) : print_difference(difference);
      return {};
    }
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
