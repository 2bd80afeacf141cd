#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "content/base/file.h"
#include "content/cli/clock.h"
#include "content/cli/command_group.h"
#include "content/cli/commands.h"
#include "content/cli/repository_options.h"
#include "sync/repository/root_edit.h"
#include "sync/tuf/limits.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;

Result<std::string> read_root(const fs::path& path) {
  return read_file(path, static_cast<std::uintmax_t>(tuf::kMaxRootBytes));
}

// The newest root of a tree, as a client that starts from its first would find it.
Result<std::string> newest_root(const repository::Tree& tree) {
  const std::int64_t next = tree.next_version("root", 0);
  return read_root(tree.metadata(fmt::format("{}.root.json", next - 1)));
}

void report(const tuf::Metadata<tuf::Root>& draft, const fs::path& path, bool json) {
  if (json) {
    print_line({{"draft", path.string()},
                {"version", draft.content.version},
                {"signatures", draft.signatures.size()}});
    return;
  }
  fmt::print("{}: gốc phiên bản {}, {} chữ ký / root version, signatures\n", path.string(),
             draft.content.version, draft.signatures.size());
}

// What the subcommands that change a draft share: the draft in --draft, made from the newest root when not
// there yet.
class EditRoot : public Command {
 protected:
  CLI::App* declare_edit(CLI::App& root, const char* name, const char* description,
                         const std::string& example) {
    CLI::App* command = root.add_subcommand(name, description);
    command->add_option("ROLE", role_, "root, targets, snapshot, timestamp")->required();
    command->add_option("--draft", draft_, "Tệp gốc mới / the next root's file; made when it is not there")
        ->required();
    command->add_option("--repo", repo_, "Thư mục kho / the repository, for a new draft");
    command->add_option("--threshold", threshold_, "Số chữ ký cần / how many of the role's keys must sign");
    command->add_flag("--json", json_, "Kết quả dạng JSON / the result as JSON");
    command->footer("Ví dụ / example: conglang root " + std::string(name) + " " + example);
    return command;
  }

  template <typename Change>
  Result<void> edit(const Change& change) {
    TRY(std::string draft, load());
    TRY(draft, repository::edit_root(draft, change));
    if (threshold_) {
      TRY(draft, repository::edit_root(draft, repository::SetThreshold{role_, *threshold_}));
    }
    TRY(const tuf::Metadata<tuf::Root> parsed, tuf::parse_root(draft));
    TRY_VOID(write_file_atomically(draft_, draft));
    report(parsed, draft_, json_);
    return {};
  }

  std::string role_;

 private:
  Result<std::string> load() const {
    auto there = read_root(draft_);
    if (there || there.error().code != Errc::not_found) return there;
    if (repo_.empty()) {
      return fail(Errc::bad_usage,
                  "{}: chưa có; thêm --repo để lập từ gốc hiện nay / give --repo to start from its root",
                  draft_.string());
    }
    TRY(const std::string newest, newest_root(repository::Tree(repo_)));
    return repository::draft_root(newest, system_now());
  }

  fs::path draft_;
  fs::path repo_;
  std::optional<std::int64_t> threshold_;
  bool json_ = false;
};

class AddKeyCommand final : public EditRoot {
 public:
  CLI::App* declare(CLI::App& root) override {
    CLI::App* command = declare_edit(root, "add-key", "Thêm một khóa / adds a key to a role",
                                     "root --key moi.pub.json --draft goc.json --repo kho --threshold 2");
    command->add_option("--key", key_, "Tệp khóa công khai / what `conglang keys new` wrote")->required();
    return command;
  }
  Result<void> run() override {
    TRY(tuf::PublicKey key, read_public_key(key_));
    return edit(repository::AddKey{role_, std::move(key)});
  }

 private:
  fs::path key_;
};

class RemoveKeyCommand final : public EditRoot {
 public:
  CLI::App* declare(CLI::App& root) override {
    CLI::App* command = declare_edit(root, "remove-key", "Bỏ một khóa / takes a key from a role",
                                     "root --key-id 3f2a… --draft goc.json --repo kho");
    command->add_option("--key-id", key_id_, "Mã khóa / the key's id, as `conglang keys list` shows")
        ->required();
    return command;
  }
  Result<void> run() override { return edit(repository::RemoveKey{role_, key_id_}); }

 private:
  std::string key_id_;
};

class RotateCommand final : public EditRoot {
 public:
  CLI::App* declare(CLI::App& root) override {
    CLI::App* command =
        declare_edit(root, "rotate", "Thay hết khóa bằng một khóa mới / replaces a role's keys by one",
                     "timestamp --key moi.pub.json --draft goc.json --repo kho");
    command->add_option("--key", key_, "Tệp khóa công khai / what `conglang keys new` wrote")->required();
    return command;
  }
  Result<void> run() override {
    TRY(tuf::PublicKey key, read_public_key(key_));
    return edit(repository::ReplaceKeys{role_, std::move(key)});
  }

 private:
  fs::path key_;
};

class SignRootCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& root) override {
    CLI::App* command = root.add_subcommand(
        "sign", "Ký gốc mới, trên từng máy / signs a draft; pass the file to the next person");
    command->add_option("DRAFT", draft_, "Tệp gốc mới / the next root's file")->required();
    options_.declare_keys(*command);
    command->footer("Ví dụ / example: conglang root sign goc.json --keys khoa");
    return command;
  }

  Result<void> run() override {
    TRY(const repository::KeyFolder folder, options_.key_folder());
    TRY(const std::string draft, read_root(draft_));
    TRY(const std::string more, repository::sign_root(draft, folder));
    TRY(const tuf::Metadata<tuf::Root> parsed, tuf::parse_root(more));
    TRY_VOID(write_file_atomically(draft_, more));
    report(parsed, draft_, options_.json);
    return {};
  }

 private:
  fs::path draft_;
  RepositoryOptions options_;
};

class PublishRootCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& root) override {
    CLI::App* command =
        root.add_subcommand("publish", "Đưa gốc mới vào kho / puts a signed draft into the repository");
    command->add_option("DRAFT", draft_, "Tệp gốc đã ký / the signed draft")->required();
    options_.declare_repo(*command);
    options_.declare_keys(*command);
    command->footer("Ví dụ / example: conglang root publish goc.json --repo kho --keys khoa");
    return command;
  }

  Result<void> run() override {
    TRY(const repository::KeyFolder folder, options_.key_folder());
    TRY(const std::string draft, read_root(draft_));
    TRY_VOID(repository::publish_root(options_.tree(), folder, draft, system_now()));
    TRY(const tuf::Metadata<tuf::Root> parsed, tuf::parse_root(draft));
    report(parsed, draft_, options_.json);
    return {};
  }

 private:
  fs::path draft_;
  RepositoryOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_root_command() {
  Commands commands;
  commands.push_back(std::make_unique<AddKeyCommand>());
  commands.push_back(std::make_unique<RemoveKeyCommand>());
  commands.push_back(std::make_unique<RotateCommand>());
  commands.push_back(std::make_unique<SignRootCommand>());
  commands.push_back(std::make_unique<PublishRootCommand>());
  return make_group(
      "root", "Gốc tin cậy / the root of trust: who may sign what", std::move(commands),
      "Ví dụ / example:\n"
      "  conglang root add-key root --key moi.pub.json --draft goc.json --repo kho --threshold 2\n"
      "  conglang root sign goc.json --keys khoa\n"
      "  conglang root publish goc.json --repo kho --keys khoa");
}

}  // namespace conglang::cli
