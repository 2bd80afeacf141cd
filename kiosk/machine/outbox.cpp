#include "kiosk/machine/outbox.h"

#include <nlohmann/json.hpp>

#include "content/base/file.h"

namespace conglang::machine {
namespace {

using nlohmann::json;
using What = kiosk::RequestOfAgent::What;

constexpr const char* kFolder = "outbox";

const char* name_of(What what) {
  switch (what) {
    case What::sync:
      return "sync";
    case What::import:
      return "import";
    case What::turn_back:
      return "turn-back";
  }
  return "sync";
}

}  // namespace

Result<void> put_request(const std::filesystem::path& data, const kiosk::RequestOfAgent& request) {
  TRY_VOID(make_folders(data / kFolder));
  json document = {{"request", name_of(request.what)}};
  if (request.what == What::import) document["path"] = request.tree;
  const std::string bytes = document.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
  return write_file_atomically(data / kFolder / fmt::format("screen-{}.request.json", name_of(request.what)),
                               bytes);
}

Result<void> put_report(const std::filesystem::path& data, std::string_view name, std::string_view bytes) {
  TRY_VOID(make_folders(data / kFolder));
  return write_file_atomically(data / kFolder / fmt::format("{}.report.json", name), bytes);
}

}  // namespace conglang::machine
