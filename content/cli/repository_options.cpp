#include "content/cli/repository_options.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "content/base/file.h"
#include "content/cli/passphrase.h"

namespace conglang::cli {
namespace {

constexpr std::uintmax_t kMaxKeyBytes = 64UL * 1024;

void print_paths(const char* label, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) fmt::print("  {} {}\n", label, path);
}

}  // namespace

void RepositoryOptions::declare_repo(CLI::App& command) {
  command.add_option("--repo", repo, "Thư mục kho / the repository's folder")->required();
}

void RepositoryOptions::declare_keys(CLI::App& command) {
  command.add_option("--keys", keys, "Thư mục khóa / the keys' folder")->required();
  command.add_option("--passphrase-file", passphrase_file,
                     "Tệp chứa mật khẩu của khóa / file with the keys' passphrase; else KEYS/passphrase");
  command.add_flag("--json", json, "Kết quả dạng JSON / the result as JSON");
}

Result<repository::KeyFolder> RepositoryOptions::key_folder() const {
  TRY(std::string passphrase, read_passphrase(passphrase_file, keys));
  return repository::KeyFolder(keys, std::move(passphrase));
}

void print_line(const nlohmann::ordered_json& object) {
  fmt::print("{}\n", object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

nlohmann::ordered_json to_json(const repository::Signed& change) {
  nlohmann::ordered_json object = {{"role", change.role},
                                   {"version", change.version},
                                   {"signers", change.signers},
                                   {"threshold", change.threshold},
                                   {"added", change.files.added},
                                   {"changed", change.files.changed},
                                   {"removed", change.files.removed},
                                   {"timestamp", nullptr}};
  if (change.timestamp) object["timestamp"] = *change.timestamp;
  return object;
}

void print_signed(const repository::Signed& change) {
  fmt::print("{} {}: {}/{} chữ ký / signatures\n", change.role, change.version, change.signers,
             change.threshold);
  print_paths("thêm", change.files.added);
  print_paths("sửa ", change.files.changed);
  print_paths("bỏ  ", change.files.removed);
  if (change.timestamp) {
    fmt::print("Đã công bố phiên bản {} / published\n", *change.timestamp);
  } else if (change.signers >= change.threshold) {
    fmt::print(
        "Đủ chữ ký; công bố trên máy giữ khóa snapshot và timestamp / enough: publish where those keys "
        "are\n");
  } else {
    fmt::print("Còn thiếu {} chữ ký / more needed: conglang sign --role {}\n",
               change.threshold - change.signers, change.role);
  }
}

Result<tuf::PublicKey> read_public_key(const std::filesystem::path& path) {
  TRY(const std::string bytes, read_file(path, kMaxKeyBytes));
  auto key = tuf::PublicKey::parse(nlohmann::json::parse(bytes, nullptr, false));
  if (!key) return with_context(std::move(key).error(), path.string());
  return key;
}

}  // namespace conglang::cli
