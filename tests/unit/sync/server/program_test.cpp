// conglang-server as it is installed: started, killed, ended, and its commands beside it.

#include <fmt/format.h>
#include <openssl/ssl.h>
#include <signal.h>

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <mutex>
#include <thread>

#include "tests/support/tls_line.h"
#include "tests/unit/sync/server/office.h"

using namespace conglang::testing;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

const json kInvitation = {{"displayName", "Lan"}, {"roles", {"author"}}, {"commune", "09784"}};

}  // namespace

TEST_CASE("the first operator, their session and their work outlive a kill, and SIGTERM ends well",
          "[desk]") {
  Office office;
  Browser an = office.first_operator(office.start());
  office.process->stop(SIGKILL);
  Browser again(office.start());
  again.cookie = an.cookie;
  CHECK(again.get("/api/me").body["account"]["name"] == "an.nguyen");
  CHECK(office.process->stop(SIGTERM) == 0);
  CHECK(office.command({"verify-audit"}).status == 0);
}

TEST_CASE("killed at any moment under load, nothing that was accepted is lost", "[desk]") {
  Office office;
  std::uint16_t port = office.start();
  const Browser an = office.first_operator(port);
  std::vector<std::string> accepted;
  for (int round = 0; round < 4; ++round) {
    std::atomic<bool> stop = false;
    std::mutex mutex;
    std::vector<std::jthread> staff;
    for (int i = 0; i < 4; ++i) {
      staff.emplace_back([&, browser = Browser(port)]() mutable {
        browser.cookie = an.cookie;
        browser.csrf = an.csrf;
        while (!stop) {
          const Told told = browser.post("/api/invitations", kInvitation);
          if (told.status != 201) return;
          const std::lock_guard lock(mutex);
          accepted.push_back(invitation_in(told.body));
        }
      });
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(150 + 70 * round));
    office.process->stop(SIGKILL);
    stop = true;
    staff.clear();
    port = office.start();
  }
  CHECK(accepted.size() > 10);
  Browser anybody(port);
  for (const std::string& path : accepted) CHECK(anybody.get(path).status == 200);
  CHECK(office.command({"verify-audit"}).status == 0);
}

TEST_CASE("a backup is taken and restored while the server runs, and when it does not", "[desk]") {
  Office office;
  Browser an = office.first_operator(office.start());
  const json kept = an.post("/api/invitations", kInvitation).body;
  REQUIRE(office.command({"backup", office.folder / "kept.db"}).status == 0);
  CHECK(office.command({"backup", office.folder / "kept.db"}).status != 0);
  const json later = an.post("/api/invitations", kInvitation).body;
  SECTION("while it runs") {
    REQUIRE(office.command({"restore", office.folder / "kept.db"}).status == 0);
    CHECK(an.get("/api/me").status == 200);
    CHECK(an.get(invitation_in(kept)).status == 200);
    CHECK(an.get(invitation_in(later)).status == 404);
    CHECK(an.post("/api/invitations", kInvitation).status == 201);
  }
  SECTION("when it does not") {
    office.process->stop(SIGTERM);
    REQUIRE(office.command({"restore", office.folder / "kept.db"}).status == 0);
    Browser anybody(office.start());
    CHECK(anybody.get(invitation_in(kept)).status == 200);
    CHECK(anybody.get(invitation_in(later)).status == 404);
  }
  CHECK(office.command({"verify-audit"}).status == 0);
}

TEST_CASE("the signer is served on its own port, and its hash is printed and told", "[desk]") {
  Office office;
  const fs::path pages = office.folder / "pages";
  const std::uint16_t port = office.start({"--desk", pages, "--signer-port", "0"});
  const std::string output = office.process->output();
  const std::size_t signer = output.find("signer http://127.0.0.1:") + 24;
  const auto signer_port = static_cast<std::uint16_t>(std::stoi(output.substr(signer, 5)));
  CHECK(get(signer_port, "/").body == "<!doctype html>signer");
  CHECK(get(port, "/desk/").body == "<!doctype html>desk");
  const std::string hash = run({kServerProgram, "--desk", pages, "--signer-hash"}).output.substr(0, 64);
  CHECK(office.first_operator(port).get("/api/me").body["signerHash"] == hash);
  CHECK(
      run_shell("cd '" + (pages / "signer").string() +
                "' && find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum")
          .says(hash));
}

TEST_CASE("with a certificate the program speaks https alone, says so, and gives cookies to nothing else",
          "[desk]") {
  Office office;
  const fs::path key = office.folder / "key.pem";
  const fs::path certificate = office.folder / "certificate.pem";
  REQUIRE(run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
               "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", certificate})
              .status == 0);
  const Arguments tls = {"--cert", certificate, "--key", key};
  SECTION("served") {
    Arguments words = tls;
    for (const std::string& word : {std::string("--desk"), (office.folder / "pages").string(),
                                    std::string("--signer-port"), std::string("0")})
      words.push_back(word);
    const std::uint16_t port = office.start(words);
    const std::string output = office.process->output();
    CHECK(output.starts_with("https://127.0.0.1:"));
    CHECK(output.find("signer https://127.0.0.1:") != std::string::npos);
    const std::string link = office.command({"operator", "Nguyễn Văn An"}).output;
    const std::string body = json({{"name", "an.nguyen"}, {"password", "một con đê dài"}}).dump();
    const std::string answer =
        ask_by_tls(port,
                   fmt::format("POST /api/invitations/{} HTTP/1.1\r\nHost: localhost:{}\r\nContent-Type: "
                               "application/json\r\nContent-Length: {}\r\n\r\n{}",
                               link.substr(link.rfind('/') + 1, 64), port, body.size(), body),
                   TLS1_3_VERSION);
    CAPTURE(answer);
    CHECK(answer.starts_with("HTTP/1.1 200 "));
    const std::size_t cookie = answer.find("Set-Cookie: conglang_session=");
    REQUIRE(cookie != std::string::npos);
    const std::string line = answer.substr(cookie, answer.find("\r\n", cookie) - cookie);
    for (const char* word : {"; Secure", "; HttpOnly", "; SameSite=Strict"})
      CHECK(line.find(word) != std::string::npos);
    // In plain words nothing is answered, least of all a password.
    CHECK(Browser(port).sign_in("an.nguyen", "một con đê dài").status == 0);
    CHECK(get(port, "/healthz").status == 0);
  }
  SECTION("not without its key, nor with another") {
    const Arguments begun = {kServerProgram, "--repo", office.place.repository, "--port", "0"};
    const auto started = [&](const Arguments& more) {
      Arguments words = begun;
      words.insert(words.end(), more.begin(), more.end());
      return run(words);
    };
    CHECK(started({"--cert", certificate}).says("--key"));
    CHECK(started({"--key", key}).says("--cert"));
    REQUIRE(
        run({"openssl", "genpkey", "-algorithm", "ed25519", "-out", office.folder / "other.pem"}).status ==
        0);
    const Finished other = started({"--cert", certificate, "--key", office.folder / "other.pem"});
    CHECK(other.status == 1);
    CHECK(other.says("certificate"));
  }
}

TEST_CASE("attack: a machine on the network cannot take every place of a server without a proxy", "[desk]") {
  Office office;
  const std::uint16_t port = office.start({"--address", "0.0.0.0"});
  std::vector<std::unique_ptr<RawConnection>> held;
  for (int i = 0; i < 256; ++i) held.push_back(std::make_unique<RawConnection>(port));
  CHECK(RawConnection(port).ends());
  RawConnection other(port, std::chrono::seconds(5), 2);
  REQUIRE(other.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"));
  CHECK(other.read_answer().status == 200);
}

TEST_CASE("without a data folder the server is files and nothing else", "[desk]") {
  const Office office;
  Process server({kServerProgram, "--repo", office.folder / "repo", "--port", "0"}, office.folder / "log");
  REQUIRE(server.wait_for_output("serving", std::chrono::seconds(20)));
  const std::uint16_t port = port_in(server.output());
  for (const char* path : {"/api/me", "/healthz", "/metrics", "/desk/"}) CHECK(get(port, path).status == 404);
  CHECK(run({kServerProgram, "operator", "An"}).says("--data"));
  CHECK(run({kServerProgram}).says("--repo"));
}
