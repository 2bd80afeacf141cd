#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "content/base/hex.h"
#include "content/cli/clock.h"
#include "content/cli/commands.h"
#include "content/cli/proposal_file.h"
#include "content/cli/repository_options.h"
#include "content/cli/signed_before.h"
#include "sync/repository/sign.h"
#include "sync/tuf/digest.h"

namespace conglang::cli {
namespace {

class SignCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("sign", "Ký thay đổi đang chờ / signs a change that waits for more signatures");
    command->add_option("--role", role_,
                        "Vai trò; không có thì liệt kê / the role, as commune-09784; without it, what waits");
    auto* again = command->add_flag("--again", again_,
                                    "Ký lại bản hiện nay / signs what the role says today once more");
    command->add_flag("--drop", drop_, "Bỏ thay đổi đang chờ / forgets the change that waits")
        ->excludes(again);
    command->add_option("--proposal", proposal_,
                        "Đề nghị ký tải từ bàn làm việc / a proposal that the desk gave as a file");
    command->add_option("--out", out_, "Ghi chữ ký vào đây / where its signature is written, for the desk");
    options_.declare_repo(*command);
    command->get_option("--repo")->required(false);
    options_.declare_keys(*command);
    command->footer(
        "Ví dụ / example:\n"
        "  conglang sign --repo kho --keys khoa\n"
        "  conglang sign --role commune-09784 --repo kho --keys khoa\n"
        "  conglang sign --proposal de-nghi-12.json --keys khoa --out chu-ky.json");
    return command;
  }

  Result<void> run() override {
    TRY(const repository::KeyFolder folder, options_.key_folder());
    if (proposal_.empty() && options_.repo.empty())
      return fail(Errc::bad_usage, "cần --repo hoặc --proposal / give --repo or --proposal");
    if (!proposal_.empty()) return sign_proposal(folder);
    const repository::Tree tree = options_.tree();
    if (role_.empty()) return list(tree, folder);
    if (drop_) return repository::drop_waiting(tree, role_);
    TRY(const repository::Signed change, again_
                                             ? repository::sign_again(tree, folder, role_, system_now())
                                             : repository::sign_waiting(tree, folder, role_, system_now()));
    print(change);
    return {};
  }

 private:
  // Of several keys the one that counts; a key that is not delegated to yet signs too (delegate.h).
  static const tuf::SigningKey& key_for(const ProposalFile& proposal,
                                        const std::vector<tuf::SigningKey>& keys) {
    const auto found = std::ranges::find_if(keys, [&](const tuf::SigningKey& key) {
      const auto& ids = proposal.next.key_ids;
      return std::ranges::find(ids, key.public_key().id()) != ids.end();
    });
    return found == keys.end() ? keys.front() : *found;
  }

  static void show(const ProposalFile& proposal, const std::optional<SignedBefore>& last) {
    fmt::print("{} {}\n", proposal.role, proposal.next.version);
    for (const std::string& change : proposal.changes) fmt::print("  {}\n", change);
    for (const std::string& line : unseen(last, proposal.next, proposal.shown)) fmt::print("! {}\n", line);
  }

  // What the desk takes: {"keyId", "sig", "signedSha256"}. Everything that it signs was shown before.
  Result<void> sign_proposal(const repository::KeyFolder& folder) const {
    if (out_.empty()) return fail(Errc::bad_usage, "cần --out TỆP / --out FILE is needed");
    TRY(const ProposalFile proposal, read_proposal_file(proposal_, system_now()));
    TRY(const std::vector<tuf::SigningKey> keys, folder.load(proposal.role));
    TRY(const auto last, read_signed_before(options_.keys, proposal.role));
    if (last && proposal.next.version < last->version) {
      return fail(Errc::rollback,
                  "{}: phiên bản {} cũ hơn bản {} đã ký ở đây / is older than what was signed here",
                  proposal_.string(), proposal.next.version, last->version);
    }
    if (!options_.json) show(proposal, last);
    const tuf::SigningKey& key = key_for(proposal, keys);
    const nlohmann::ordered_json signature = {{"keyId", key.public_key().id()},
                                              {"sig", to_hex(key.sign(proposal.signed_bytes))},
                                              {"signedSha256", tuf::sha256_hex(proposal.signed_bytes)}};
    // Remembered before the signature can leave, so that nothing older follows it.
    TRY_VOID(store_signed_before(options_.keys, proposal.role, proposal.next));
    TRY_VOID(write_file_atomically(out_, signature.dump() + "\n"));
    if (options_.json) {
      print_line(signature);
    } else {
      fmt::print("Đã ký vào {} / signed\n", out_.string());
    }
    return {};
  }

  Result<void> list(const repository::Tree& tree, const repository::KeyFolder& folder) const {
    TRY(const std::vector<repository::Signed> changes, repository::waiting_changes(tree, folder));
    for (const repository::Signed& change : changes) print(change);
    if (changes.empty() && !options_.json) fmt::print("Không có gì chờ ký / nothing waits\n");
    return {};
  }

  void print(const repository::Signed& change) const {
    if (options_.json) {
      print_line(to_json(change));
    } else {
      print_signed(change);
    }
  }

  std::string role_;
  std::filesystem::path proposal_;
  std::filesystem::path out_;
  bool again_ = false;
  bool drop_ = false;
  RepositoryOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_sign_command() {
  return std::make_unique<SignCommand>();
}

}  // namespace conglang::cli
