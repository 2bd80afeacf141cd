#include "content/cli/signed_before.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/base/file.h"

namespace conglang::cli {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxBytes = 16UL * 1024 * 1024;

fs::path file_of(const fs::path& keys, const std::string& role) {
  return keys / (role + ".signed.json");
}

tl::unexpected<Error> not_ours(const fs::path& file) {
  return fail(Errc::parse, "{}: không đọc được; xóa tệp này thì mất dấu lần ký trước / cannot be read",
              file.string());
}

}  // namespace

Result<std::optional<SignedBefore>> read_signed_before(const fs::path& keys, const std::string& role) {
  const fs::path file = file_of(keys, role);
  const auto bytes = read_file(file, kMaxBytes);
  if (!bytes && bytes.error().code == Errc::not_found) return std::optional<SignedBefore>();
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  try {
    const Json json = Json::parse(*bytes);
    return std::optional<SignedBefore>(
        SignedBefore{json.at("version"), json.at("threshold"), json.at("keyIds"), json.at("files")});
  } catch (const Json::exception&) {
    return not_ours(file);
  }
}

Result<void> store_signed_before(const fs::path& keys, const std::string& role, const SignedBefore& last) {
  const Json json = {{"version", last.version},
                     {"threshold", last.threshold},
                     {"keyIds", last.key_ids},
                     {"files", last.files}};
  return write_file_atomically(file_of(keys, role), json.dump(1) + "\n");
}

std::vector<std::string> unseen(const std::optional<SignedBefore>& last, const SignedBefore& next,
                                const std::vector<std::string>& shown) {
  std::vector<std::string> lines;
  std::size_t kept = 0;
  for (const auto& [path, hash] : next.files) {
    if (std::ranges::find(shown, path) != shown.end()) continue;
    ++kept;
    if (!last) continue;
    const auto seen = last->files.find(path);
    if (seen == last->files.end() || seen->second != hash)
      lines.push_back(fmt::format("{}: người khác đã đổi từ lần ký trước / changed by others since", path));
  }
  if (!last) {
    if (kept > 0)
      lines.push_back(
          fmt::format("lần ký đầu ở đây: {} tệp khác giữ nguyên mà chưa xem / other files, unseen", kept));
    return lines;
  }
  if (last->key_ids != next.key_ids || last->threshold != next.threshold)
    lines.emplace_back(
        "những khóa được ký đã khác lần trước: hỏi tỉnh / other keys count than before: ask the province");
  return lines;
}

}  // namespace conglang::cli
