#include "sync/client/manifest.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::client;

TEST_CASE("a manifest written is the manifest read", "[client]") {
  Manifest manifest;
  manifest.recipe = "0.1.0 09784";
  manifest.activated_at = "2026-11-24T00:00:00Z";
  manifest.previous = 6;
  manifest.files["national/links.json"] = {12, {std::string(64, 'a'), ""}, ""};
  manifest.files["communes/09784/place/x.json"] = {0, {std::string(64, 'b'), ""}, ""};
  CHECK(parse_manifest(write_manifest(manifest)) == manifest);
  CHECK(parse_manifest(write_manifest({})) == Manifest{});
}

TEST_CASE("anything else is no manifest", "[client]") {
  for (const char* bytes :
       {"", "{}", "[]", R"({"activatedAt":"","files":{"a":1},"previous":0,"recipe":""})",
        R"({"activatedAt":"","files":{"a":{"length":-1,"sha256":""}},"previous":0,"recipe":""})",
        R"({"activatedAt":"","files":[],"previous":0,"recipe":""})"}) {
    INFO(bytes);
    CHECK(parse_manifest(bytes).error().code == Errc::parse);
  }
}
