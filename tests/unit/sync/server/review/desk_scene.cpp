#include "tests/unit/sync/server/review/desk_scene.h"

#include <nlohmann/json.hpp>

#include "sync/tuf/canonical_json.h"

namespace conglang::testing {

std::string DeskScene::to_sign(const server::Json& proposal) {
  server::Json content;
  if (proposal["current"].is_string()) {
    content = server::Json::parse(proposal["current"].get<std::string>())["signed"];
  } else {
    content = {{"_type", "targets"}, {"spec_version", "1.0.34"}, {"targets", server::Json::object()}};
  }
  content["version"] = proposal["next"]["version"];
  content["expires"] = proposal["next"]["expires"];
  for (const server::Json& change : proposal["changes"]) {
    REQUIRE(change["after"].is_string());
    const std::string bytes = change["after"].get<std::string>();
    content["targets"][change["path"].get<std::string>()] = {
        {"length", bytes.size()}, {"hashes", {{"sha256", tuf::sha256_hex(bytes)}}}};
  }
  for (const server::Json& path : proposal["removed"]) content["targets"].erase(path.get<std::string>());
  return tuf::canonical_json(content).value();
}

}  // namespace conglang::testing
