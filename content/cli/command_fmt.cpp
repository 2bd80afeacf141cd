#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <vector>

#include "content/base/file.h"
#include "content/cli/commands.h"
#include "content/cli/progress.h"
#include "content/guide/guide_json.h"
#include "content/publish/bundle_folder.h"
#include "content/publish/format_file.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExample =
    "Ví dụ / example:\n"
    "  conglang fmt content/starter\n"
    "  conglang fmt drafts/khai-sinh.json --check\n"
    "Chỉ đổi cách trình bày, không đổi chữ và số liệu. --check không ghi gì, kết thúc với 1 nếu có tệp cần "
    "sửa.\n"
    "Only the layout changes, no word and no fact. --check writes nothing and ends with 1 if a file would "
    "change.";

// The JSON files below `path`, or `path` itself.
Result<std::vector<fs::path>> files_at(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return std::vector<fs::path>{path};
  TRY(const std::vector<std::string> names, list_files(path));
  std::vector<fs::path> files;
  for (const std::string& name : names) {
    const bool hidden = name.starts_with('.') || name.find("/.") != std::string::npos;
    if (name.ends_with(".json") && !hidden) files.push_back(path / name);
  }
  return files;
}

class FmtCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command =
        tool.add_subcommand("fmt", "Trình bày lại tệp cho ngay ngắn / lays files out in the canonical form");
    command->add_option("paths", paths_, "Tệp hoặc thư mục / files or folders")->required();
    command->add_flag("--check", check_, "Chỉ xem, không ghi / writes nothing");
    command->add_flag("--json", json_, "Mỗi tệp một dòng JSON / one JSON object a file");
    command->footer(kExample);
    return command;
  }

  Result<void> run() override {
    std::vector<fs::path> files;
    for (const std::string& path : paths_) {
      TRY(const std::vector<fs::path> some, files_at(path));
      files.insert(files.end(), some.begin(), some.end());
    }
    Progress progress(files.size(), "Trình bày / formatting");
    for (const fs::path& file : files) {
      const auto changed = format(file);
      report(file.string(), changed);
      progress.step();
    }
    return verdict(files.size());
  }

 private:
  // Whether the file was, or would be, changed.
  Result<bool> format(const fs::path& file) {
    TRY(const std::string bytes, read_file(file, publish::kMaxCatalogueBytes));
    TRY(const std::string canonical, publish::format_file(bytes, file.generic_string(), links_above(file)));
    if (canonical == bytes) return false;
    if (!check_) TRY_VOID(write_file_atomically(file, canonical));
    return true;
  }

  // The nation's links of the bundle that a file of a province stands in; none for any other file.
  guide::LinkPolicy links_above(const fs::path& file) {
    const std::string path = file.generic_string();
    const std::size_t at = path.rfind("provinces/");
    if (at == std::string::npos || file.filename() != "links.json") return {};
    const std::string national = path.substr(0, at) + "national/links.json";
    const auto bytes = read_file(national, publish::kMaxSourceBytes);
    auto policy = bytes ? guide::read_link_policy(*bytes, national) : tl::unexpected<Error>(bytes.error());
    return policy ? std::move(*policy) : guide::LinkPolicy{};
  }

  void report(const std::string& path, const Result<bool>& changed) {
    if (!changed) ++failed_;
    if (changed && *changed) ++changed_;
    if (json_) return print_json(path, changed);
    if (!changed) fmt::print(stderr, "{}\n", changed.error().message);
    if (changed && *changed) fmt::print("{}: {}\n", path, check_ ? "cần trình bày lại" : "đã trình bày lại");
  }

  static void print_json(const std::string& path, const Result<bool>& changed) {
    nlohmann::ordered_json line{{"path", path}};
    changed ? void(line["changed"] = *changed) : void(line["error"] = changed.error().message);
    fmt::print("{}\n", line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  }

  Result<void> verdict(std::size_t files) const {
    if (failed_ > 0) {
      return fail(Errc::invalid,
                  "{0} tệp không đọc được, để nguyên / {0} files could not be read and were left", failed_);
    }
    if (check_ && changed_ > 0) {
      return fail(Errc::invalid, "{0} tệp cần trình bày lại / {0} files would change", changed_);
    }
    fmt::print(stderr, "{0} tệp, trình bày lại {1} / {0} files, {1} changed\n", files, changed_);
    return {};
  }

  std::vector<std::string> paths_;
  bool check_ = false;
  bool json_ = false;
  std::size_t changed_ = 0;
  std::size_t failed_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_fmt_command() {
  return std::make_unique<FmtCommand>();
}

}  // namespace conglang::cli
