#include "tests/unit/sync/server/review/desk_scene.h"

#include <nlohmann/json.hpp>

#include "sync/tuf/canonical_json.h"

namespace conglang::testing {
namespace {

// RFC 4648, section 4.
std::string from_base64(const std::string& text) {
  static const std::string kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char letter : text) {
    const std::size_t value = kLetters.find(letter);
    if (value == std::string::npos) break;  // the padding
    bits = bits << 6U | static_cast<unsigned>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return bytes;
}

std::string bytes_after(const server::Json& change) {
  if (change.contains("binary")) return from_base64(change["binary"]["after"].get<std::string>());
  REQUIRE(change["after"].is_string());
  return change["after"].get<std::string>();
}

}  // namespace

void publish_starter(const Scene& scene, Instant now) {
  std::filesystem::remove_all(scene.bundle());
  for (const auto& [path, bytes] : starter_files()) {
    const bool is_guide = path.find("/guides/") != std::string::npos;
    const bool is_patch = path.find("/patches/") != std::string::npos;
    const bool is_long = path == "national/catalogue.json" || path == "national/sectors.json";
    if (is_long || path.ends_with(".md")) continue;
    if ((!is_guide && !is_patch) || path.find("/khai-sinh.json") != std::string::npos) scene.put(path, bytes);
  }
  REQUIRE(scene.publish(now));
}

void hand_over_keys(const Scene& scene, const Person& an, const Person& binh, const Person& chi,
                    const repository::KeyFolder& online, Instant now) {
  REQUIRE(repository::sign_again(scene.tree, an.keys, kCommuneRole, now));
  REQUIRE(repository::sign_waiting(scene.tree, binh.keys, kCommuneRole, now));
  REQUIRE(repository::sign_waiting(scene.tree, scene.keys, kCommuneRole, now)->timestamp);
  REQUIRE(
      repository::delegate(scene.tree, scene.keys, {"09784", {an.half(), binh.half(), chi.half()}, 2}, now));
  REQUIRE(make_folders(online.path()));
  for (const char* role : {"snapshot", "timestamp"})
    std::filesystem::copy_file(scene.keys.key_path(role), online.key_path(role));
  REQUIRE(online.store_trusted_root(scene.root()));
}

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
    const std::string bytes = bytes_after(change);
    content["targets"][change["path"].get<std::string>()] = {
        {"length", bytes.size()}, {"hashes", {{"sha256", tuf::sha256_hex(bytes)}}}};
  }
  for (const server::Json& path : proposal["removed"]) content["targets"].erase(path.get<std::string>());
  return tuf::canonical_json(content).value();
}

}  // namespace conglang::testing
