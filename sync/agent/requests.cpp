#include "sync/agent/requests.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>

#include "content/base/file.h"
#include "content/base/file_steps.h"
#include "sync/client/folder_names.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/digest.h"

namespace conglang::agent {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kFolder = "outbox";
constexpr std::string_view kEnding = ".request.json";
constexpr std::uintmax_t kMaxRequestBytes = 8192;

json to_json(const Request& request) {
  if (const auto* import = std::get_if<ImportTree>(&request)) {
    return {{"request", "import"}, {"path", import->tree.string()}};
  }
  return {{"request", std::holds_alternative<TurnBack>(request) ? "turn-back" : "sync"}};
}

std::string text(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Request> read_request(const fs::path& path) {
  std::error_code error;
  if (fs::symlink_status(path, error).type() != fs::file_type::regular) {
    return fail(Errc::forbidden, "is no regular file");
  }
  TRY(const std::string bytes, read_file(path, kMaxRequestBytes));
  TRY(const json object, tuf::parse_json(bytes));
  if (!object.is_object()) return fail(Errc::parse, "is no object");
  const std::string kind = text(object, "request");
  if (kind == "sync") return Request(SyncNow{});
  if (kind == "turn-back") return Request(TurnBack{});
  const fs::path tree = text(object, "path");
  if (kind == "import" && tree.is_absolute()) return Request(ImportTree{tree});
  return fail(Errc::invalid, "asks for nothing that is known here");
}

}  // namespace

Result<void> put_request(const fs::path& data, const Request& request) {
  TRY_VOID(make_folders(data / kFolder));
  const std::string bytes = to_json(request).dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
  // The same request twice is one.
  const std::string name = tuf::sha256_hex(bytes).substr(0, 16) + std::string(kEnding);
  return write_file_atomically(data / kFolder / name, bytes);
}

TakenRequests take_requests(const fs::path& data) {
  TakenRequests taken;
  std::vector<std::string> names = client::folder_names(data / kFolder);
  std::ranges::sort(names);
  for (const std::string& name : names) {
    if (!name.ends_with(kEnding)) continue;
    const fs::path path = data / kFolder / name;
    auto request = read_request(path);
    // One that cannot be removed would be carried out for ever.
    if (const auto removed = remove_file(path); !removed || !*removed) {
      taken.problems.push_back(fmt::format("{}: cannot be removed, so it is not carried out", path.string()));
    } else if (request) {
      taken.requests.push_back(std::move(*request));
    } else {
      taken.problems.push_back(fmt::format("{}: {}", path.string(), request.error().message));
    }
  }
  return taken;
}

}  // namespace conglang::agent
