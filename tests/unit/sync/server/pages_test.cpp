#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "sync/server/static_folder.h"
#include "tests/support/desk_server.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

/// A desk and a signer of a few files.
struct Pages {
  Pages() {
    write(folder / "desk/index.html", "<!doctype html><title>Bàn làm việc</title>");
    write(folder / "desk/app/main.mjs", "export {};");
    write(folder / "desk/.secret", "no");
    write(folder / "signer/index.html", "<!doctype html><title>Ký</title>");
    write(folder / "signer/signer.mjs", "export const one = 1;");
    write(folder / "outside.txt", "outside");
    fs::create_symlink(folder / "outside.txt", folder / "desk/link.txt");
  }
  TemporaryFolder folder;
};

DeskServerOptions with(const Pages& pages) {
  DeskServerOptions options;
  options.desk = pages.folder.path();
  return options;
}

}  // namespace

TEST_CASE("the desk's pages are served with their types and may do nothing of another origin", "[desk]") {
  const Pages pages;
  DeskServer server(with(pages));
  const auto page = get(server.port(), "/desk/");
  CHECK(page.status == 200);
  CHECK(page.header("Content-Type") == "text/html; charset=utf-8");
  const std::string policy = page.header("Content-Security-Policy").value_or("");
  CHECK(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"));
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
  CHECK(get(server.port(), "/desk/app/main.mjs").header("Content-Type") == "text/javascript; charset=utf-8");
  CHECK(get(server.port(), "/").header("Location") == "/desk/");
  CHECK(get(server.port(), "/desk").header("Location") == "/desk/");
}

TEST_CASE("a page that the browser has is not sent again, a changed one is", "[desk]") {
  const Pages pages;
  DeskServer server(with(pages));
  const std::string tag = get(server.port(), "/desk/").header("ETag").value();
  CHECK(get(server.port(), "/desk/", "If-None-Match: " + tag + "\r\n").status == 304);
  write(pages.folder / "desk/index.html", "new");
  CHECK(get(server.port(), "/desk/", "If-None-Match: " + tag + "\r\n").body == "new");
}

TEST_CASE("attack: nothing outside the desk's folder, hidden or linked is served", "[desk]") {
  const Pages pages;
  DeskServer server(with(pages));
  for (const char* path :
       {"/desk/../outside.txt", "/desk/..%2foutside.txt", "/desk/%2e%2e/outside.txt", "/desk/.secret",
        "/desk/link.txt", "/desk//index.html", "/desk/app", "/desk/app/", "/desk/app/../index.html",
        "/desk/index.html%00.txt", "/desk/\\..\\outside.txt", "/signer/index.html"}) {
    INFO(path);
    CHECK(get(server.port(), path).status != 200);
  }
  CHECK(ask(server.port(), "POST /desk/ HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n").status == 405);
}

TEST_CASE("the signer has an origin of its own, from which nothing connects anywhere", "[desk]") {
  const Pages pages;
  DeskServer server(with(pages));
  CHECK(server.signer_port() != server.port());
  const auto page = get(server.signer_port(), "/");
  CHECK(page.body.find("Ký") != std::string::npos);
  const std::string policy = page.header("Content-Security-Policy").value_or("");
  CHECK(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"));
  CHECK(policy.find("connect-src") == std::string::npos);
  CHECK(get(server.signer_port(), "/signer.mjs").status == 200);
  for (const char* path : {"/api/me", "/desk/", "/metadata/timestamp.json", "/healthz"})
    CHECK(get(server.signer_port(), path).status == 404);
  const auto me = server.browser("tac.gia").get("/api/me").body;
  CHECK(me["signer"] == "http://localhost:" + std::to_string(server.signer_port()) + "/");
  CHECK(me["signerHash"] == server::hash_of_folder(pages.folder / "signer").value());
}

TEST_CASE("the signer's hash changes with any byte or name of it", "[desk]") {
  const Pages pages;
  const fs::path folder = pages.folder / "signer";
  const std::string before = server::hash_of_folder(folder).value();
  SECTION("a byte") {
    write(folder / "signer.mjs", "export const one = 2;");
  }
  SECTION("a name") {
    fs::rename(folder / "signer.mjs", folder / "signed.mjs");
  }
  SECTION("a file more") {
    write(folder / "more.mjs", "");
  }
  CHECK(server::hash_of_folder(folder).value() != before);
}

TEST_CASE("health and numbers are told, and the numbers name nobody", "[desk]") {
  DeskServer server;
  Browser lan = server.browser("tac.gia");
  CHECK(lan.get("/api/invitations/" + std::string(64, 'a')).status == 404);
  CHECK(get(server.port(), "/healthz").status == 200);
  get(server.port(), "/metadata/none.json");
  const std::string numbers = get(server.port(), "/metrics").body;
  CHECK(numbers.find("conglang_requests_total{method=\"POST\",route=\"/api/sign-in\",status=\"2xx\"} 1") !=
        std::string::npos);
  CHECK(numbers.find("# TYPE conglang_request_seconds histogram") != std::string::npos);
  CHECK(numbers.find("conglang_file_requests_total{status=\"4xx\"} 1") != std::string::npos);
  CHECK(numbers.find("conglang_requests_waiting{pace=\"quick\"} 0") != std::string::npos);
  CHECK(numbers.find("conglang_requests_waiting{pace=\"slow\"} 0") != std::string::npos);
  CHECK(numbers.find("\nconglang_connections ") != std::string::npos);
  for (const char* secret : {"tac.gia", "aaaa", "127.0.0.1"})
    CHECK(numbers.find(secret) == std::string::npos);
}

TEST_CASE("a server that cannot read its database says that it is not well", "[desk]") {
  DeskServer server;
  const auto broken = server.store().write([](server::Transaction& transaction) -> Result<void> {
    TRY_VOID(transaction.run("ALTER TABLE accounts RENAME TO elsewhere"));
    return {};
  });
  REQUIRE(broken);
  const Told told = server.stranger().get("/healthz");
  CHECK(told.status == 503);
  CHECK(told.body["well"] == false);
}

TEST_CASE("attack: made-up paths and methods grow no numbers", "[desk]") {
  DeskServer server;
  Browser lan = server.stranger();
  for (int i = 0; i < 50; ++i) {
    lan.send("M" + std::to_string(i), "/api/x" + std::to_string(i), "");
    lan.send("M" + std::to_string(i), "/api/me", "");
  }
  const std::string numbers = get(server.port(), "/metrics").body;
  CHECK(std::count(numbers.begin(), numbers.end(), '\n') < 40);
}
