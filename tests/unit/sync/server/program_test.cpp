// conglang-server as it is installed: started, killed, ended, and its commands beside it.

#include <signal.h>

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <mutex>
#include <thread>

#include "tests/folders.h"
#include "tests/support/browser.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang::testing;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

const std::string kProgram = std::string(CONGLANG_BIN_DIR) + "/conglang-server";

class Office {
 public:
  Office() {
    fs::create_directories(folder / "repo/metadata");
    for (const char* part : {"desk", "signer"}) {
      fs::create_directories(folder / "pages" / part);
      std::ofstream(folder / "pages" / part / "index.html") << "<!doctype html>" << part;
    }
  }

  /// Starts the server on the data of before; its port.
  std::uint16_t start(const Arguments& more = {}) {
    process.reset();
    Arguments command = {kProgram, "--repo", folder / "repo", "--data", folder / "data", "--port", "0"};
    command.insert(command.end(), more.begin(), more.end());
    process = std::make_unique<Process>(command, folder / ("log-" + std::to_string(++starts)));
    REQUIRE(process->wait_for_output("serving", std::chrono::seconds(20)));
    const std::string output = process->output();
    const std::size_t port = output.find(':', output.find("http://") + 7) + 1;
    return static_cast<std::uint16_t>(std::stoi(output.substr(port, 5)));
  }

  Finished command(const Arguments& words) const {
    Arguments command = {kProgram, "--data", folder / "data"};
    command.insert(command.end(), words.begin(), words.end());
    return run(command);
  }

  /// A browser in which the first operator has just signed in, by the command's link.
  Browser first_operator(std::uint16_t port) const {
    const std::string link = command({"operator", "Nguyễn Văn An"}).output;
    const std::string token = link.substr(link.rfind('/') + 1, 64);
    Browser browser(port);
    REQUIRE(browser.post("/api/invitations/" + token, {{"name", "an.nguyen"}, {"password", "một con đê dài"}})
                .status == 200);
    return browser;
  }

  TemporaryFolder folder;
  std::unique_ptr<Process> process;
  int starts = 0;
};

const json kInvitation = {{"displayName", "Lan"}, {"roles", {"author"}}, {"commune", "09784"}};

std::string api_path(const json& made) {
  const std::string path = made["path"];
  return "/api/invitations/" + path.substr(path.rfind('/') + 1);
}

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
          accepted.push_back(api_path(told.body));
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
    CHECK(an.get(api_path(kept)).status == 200);
    CHECK(an.get(api_path(later)).status == 404);
    CHECK(an.post("/api/invitations", kInvitation).status == 201);
  }
  SECTION("when it does not") {
    office.process->stop(SIGTERM);
    REQUIRE(office.command({"restore", office.folder / "kept.db"}).status == 0);
    Browser anybody(office.start());
    CHECK(anybody.get(api_path(kept)).status == 200);
    CHECK(anybody.get(api_path(later)).status == 404);
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
  const std::string hash = run({kProgram, "--desk", pages, "--signer-hash"}).output.substr(0, 64);
  CHECK(office.first_operator(port).get("/api/me").body["signerHash"] == hash);
  CHECK(
      run_shell("cd '" + (pages / "signer").string() +
                "' && find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum")
          .says(hash));
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
  Process server({kProgram, "--repo", office.folder / "repo", "--port", "0"}, office.folder / "log");
  REQUIRE(server.wait_for_output("serving", std::chrono::seconds(20)));
  const std::string output = server.output();
  const auto port = static_cast<std::uint16_t>(std::stoi(output.substr(output.find("127.0.0.1:") + 10, 5)));
  for (const char* path : {"/api/me", "/healthz", "/metrics", "/desk/"}) CHECK(get(port, path).status == 404);
  CHECK(run({kProgram, "operator", "An"}).says("--data"));
  CHECK(run({kProgram}).says("--repo"));
}
