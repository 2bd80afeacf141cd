#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <system_error>

#include "content/base/file.h"
#include "content/cli/command_group.h"
#include "content/cli/commands.h"
#include "content/cli/passphrase.h"
#include "content/cli/repository_options.h"
#include "sync/repository/province_roles.h"
#include "sync/repository/signed_role.h"
#include "sync/tuf/limits.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;

bool is_top_level(const std::string& name) {
  return name == "root" || name == "targets" || name == "snapshot" || name == "timestamp";
}

// "09784" is the role commune-09784's.
Result<std::string> role_of(const std::string& name) {
  if (is_top_level(name)) return name;
  TRY(const tuf::DelegatedRole role, repository::role_named(name));
  return role.name;
}

class KeysNew final : public Command {
 public:
  CLI::App* declare(CLI::App& keys) override {
    CLI::App* command =
        keys.add_subcommand("new", "Tạo một khóa / makes a key; its public half can be handed out");
    command
        ->add_option(
            "ROLE", role_,
            "root, targets, snapshot, timestamp, emergency, communes hoặc mã xã / or a commune's code")
        ->required();
    options_.declare_keys(*command);
    command->add_option("--public", public_,
                        "Tệp khóa công khai / where the public half goes; else KEYS/ROLE.<id>.pub.json");
    command->add_option("--root", root_, "Tệp gốc đã tin / the root to trust, for a new folder");
    command->footer("Ví dụ / example: conglang keys new 09784 --keys khoa-cua-toi --root root.json");
    return command;
  }

  Result<void> run() override {
    TRY(const std::string role, role_of(role_));
    TRY(const NewPassphrase passphrase, passphrase_for_new_keys(options_.passphrase_file, options_.keys));
    TRY_VOID(make_folders(options_.keys));
    const repository::KeyFolder folder(options_.keys, passphrase.text);
    if (!root_.empty()) {
      TRY(const std::string root, read_file(root_, static_cast<std::uintmax_t>(tuf::kMaxRootBytes)));
      TRY_VOID(folder.store_trusted_root(root));
    }
    TRY(const tuf::SigningKey key, folder.create_another(role));
    const tuf::PublicKey& half = key.public_key();
    const fs::path out = public_.empty()
                             ? options_.keys / fmt::format("{}.{}.pub.json", role, half.id().substr(0, 8))
                             : public_;
    TRY_VOID(write_file_atomically(out, half.object() + "\n"));
    if (options_.json) {
      print_line({{"role", role},
                  {"id", half.id()},
                  {"public", out.string()},
                  {"passphraseDrawn", passphrase.drawn}});
      return {};
    }
    fmt::print("Khóa mới của {}: {}\nKhóa công khai, giao cho người lập quyền: {}\n", role, half.id(),
               out.string());
    return {};
  }

 private:
  std::string role_;
  RepositoryOptions options_;
  fs::path public_;
  fs::path root_;
};

class KeysList final : public Command {
 public:
  CLI::App* declare(CLI::App& keys) override {
    CLI::App* command =
        keys.add_subcommand("list", "Liệt kê khóa / lists the keys of a folder, and which count today");
    options_.declare_keys(*command);
    command->add_option("--repo", options_.repo, "Thư mục kho / a repository, to say which keys count in it");
    command->footer("Ví dụ / example: conglang keys list --keys khoa --repo kho");
    return command;
  }

  Result<void> run() override {
    TRY(const repository::KeyFolder folder, options_.key_folder());
    std::optional<tuf::TrustedSet> set;
    if (!options_.repo.empty()) {
      TRY(const std::string root, folder.trusted_root());
      TRY(set, options_.tree().load(root, repository::kIgnoreExpiry));
    }
    TRY(const std::vector<repository::KeyFolder::Entry> entries, folder.list());
    std::string last;
    for (const auto& [role, path] : entries) {
      if (role == last) continue;
      last = role;
      TRY(const std::vector<tuf::SigningKey> keys, folder.load(role));
      for (const tuf::SigningKey& key : keys) print(role, key.public_key(), set);
    }
    return {};
  }

 private:
  static bool counts(const std::string& role, const tuf::PublicKey& key, const tuf::TrustedSet& set) {
    const auto authority = repository::authority_over(set, role);
    if (!authority) return false;
    return std::ranges::any_of(authority->role.key_ids, [&](const std::string& id) {
      const auto found = authority->keys.find(id);
      return found != authority->keys.end() && found->second.value() == key.value();
    });
  }

  void print(const std::string& role, const tuf::PublicKey& key,
             const std::optional<tuf::TrustedSet>& set) const {
    if (options_.json) {
      nlohmann::ordered_json line = {{"role", role}, {"id", key.id()}};
      if (set) line["counts"] = counts(role, key, *set);
      print_line(line);
      return;
    }
    const char* state = "";
    if (set) state = counts(role, key, *set) ? "  đang dùng / counts" : "  không dùng / does not count";
    fmt::print("{:<16} {}{}\n", role, key.id(), state);
  }

  RepositoryOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_keys_command() {
  Commands commands;
  commands.push_back(std::make_unique<KeysNew>());
  commands.push_back(std::make_unique<KeysList>());
  return make_group("keys", "Khóa ký / keys that sign", std::move(commands),
                    "Ví dụ / example:\n"
                    "  conglang keys new 09784 --keys khoa-cua-toi --root root.json\n"
                    "  conglang keys list --keys khoa --repo kho");
}

}  // namespace conglang::cli
