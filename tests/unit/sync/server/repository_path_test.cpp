#include "sync/server/repository_path.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace conglang;
using namespace conglang::server;

namespace {
const std::string kHash(64, 'a');
}

TEST_CASE("paths of metadata and targets are served, percent-decoded once", "[server]") {
  CHECK(repository_path("/metadata/timestamp.json") == "metadata/timestamp.json");
  CHECK(repository_path("/metadata/3.commune-09784.json") == "metadata/3.commune-09784.json");
  CHECK(repository_path("/targets/national/guides/" + kHash + ".khai-sinh.json") ==
        "targets/national/guides/" + kHash + ".khai-sinh.json");
  CHECK(repository_path("/metadata/%74imestamp%2Ejson") == "metadata/timestamp.json");
}

TEST_CASE("attack: a path that leads out of the tree is not served", "[server]") {
  using namespace std::string_literals;
  for (const std::string& path : {"/metadata/../keys/root.pem"s,
                                  "/metadata/%2e%2e/keys/root.pem"s,
                                  "/metadata/%2e%2e%2fkeys%2froot.pem"s,
                                  "/targets/..%2f..%2fetc/passwd"s,
                                  "/targets//etc/passwd"s,
                                  "/targets/%2fetc/passwd"s,
                                  "/etc/passwd"s,
                                  "//metadata/timestamp.json"s,
                                  "/metadata/..\\..\\keys"s,
                                  "/metadata/%5c..%5ckeys"s,
                                  "/targets/a/./b.json"s,
                                  "/targets/a/../b.json"s,
                                  "/metadata/timestamp.json%00.png"s,
                                  "/metadata/timestamp.json\0"s,
                                  "/metadata/%252e%252e/keys"s,
                                  "/metadata/a/b.json"s,
                                  "metadata/x.json"s,
                                  "*"s,
                                  ""s,
                                  "/"s,
                                  "http://localhost/metadata/timestamp.json"s,
                                  "/metadata/t\xc3\xa9.json"s,
                                  "/metadata/%c0%ae%c0%ae/keys"s,
                                  "/metadata/%0d%0aSet-Cookie:x"s}) {
    INFO(path);
    const auto served = repository_path(path);
    REQUIRE_FALSE(served);
    CHECK(served.error().code == Errc::not_found);
  }
}

TEST_CASE("attack: folders and names that start with a dot are not served", "[server]") {
  for (const char* path :
       {"/metadata", "/metadata/", "/targets/", "/targets/national/", "/metadata/.htaccess",
        "/targets/.git/config", "/targets/a/.b", "/metadata/%2ehidden"}) {
    INFO(path);
    CHECK_FALSE(repository_path(path));
  }
}

TEST_CASE("attack: broken percent-encoding is said to be malformed", "[server]") {
  for (const char* path :
       {"/metadata/%", "/metadata/%2", "/metadata/%zz.json", "/metadata/%-1", "/metadata/%%41"}) {
    INFO(path);
    const auto served = repository_path(path);
    REQUIRE_FALSE(served);
    CHECK(served.error().code == Errc::parse);
  }
}

TEST_CASE("versioned metadata and hashed targets never change, everything else may", "[server]") {
  CHECK(is_immutable("metadata/1.root.json"));
  CHECK(is_immutable("metadata/12.commune-09784.json"));
  CHECK(is_immutable("targets/national/" + kHash + ".links.json"));
  CHECK_FALSE(is_immutable("metadata/timestamp.json"));
  CHECK_FALSE(is_immutable("metadata/root.json"));
  CHECK_FALSE(is_immutable("metadata/1"));
  CHECK_FALSE(is_immutable("targets/national/links.json"));
  CHECK_FALSE(is_immutable("targets/1.json"));
  CHECK_FALSE(is_immutable("targets/" + std::string(63, 'a') + ".json"));
  CHECK_FALSE(is_immutable("targets/" + std::string(64, 'A') + ".json"));
}

TEST_CASE("a media type follows the ending of the name", "[server]") {
  CHECK(media_type("metadata/timestamp.json") == "application/json");
  CHECK(media_type("targets/a.png") == "image/png");
  CHECK(media_type("targets/a.html") == "application/octet-stream");
  CHECK(media_type("targets/json") == "application/octet-stream");
}
