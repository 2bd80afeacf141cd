#include "tests/unit/sync/server/office.h"

#include <signal.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/folders.h"

namespace conglang::testing {
namespace fs = std::filesystem;

const std::string kServerProgram = std::string(CONGLANG_BIN_DIR) + "/conglang-server";

Office::Office(OfficePlace wanted) : place(std::move(wanted)) {
  if (place.data.empty()) place.data = folder / "data";
  if (place.repository.empty()) {
    place.repository = folder / "repo";
    fs::create_directories(place.repository / "metadata");
  }
  for (const char* part : {"desk", "signer"}) {
    fs::create_directories(folder / "pages" / part);
    std::ofstream(folder / "pages" / part / "index.html") << "<!doctype html>" << part;
  }
}

std::uint16_t Office::start(const Arguments& more) {
  process.reset();
  Arguments words = place.inside;
  for (const std::string& word :
       {kServerProgram, std::string("--repo"), place.repository.string(), std::string("--data"),
        place.data.string(), std::string("--port"), std::string("0")})
    words.push_back(word);
  words.insert(words.end(), more.begin(), more.end());
  process = std::make_unique<Process>(words, folder / ("log-" + std::to_string(++starts_)));
  const bool serves = process->wait_for_output("\"serving\"", std::chrono::seconds(20));
  INFO(process->output());
  REQUIRE(serves);
  return port_in(process->output());
}

void Office::kill() {
  process->stop(SIGKILL);
}

Finished Office::command(const Arguments& words) const {
  Arguments command = place.inside;
  for (const std::string& word : {kServerProgram, std::string("--data"), place.data.string()})
    command.push_back(word);
  command.insert(command.end(), words.begin(), words.end());
  return run(command);
}

Browser Office::first_operator(std::uint16_t port) const {
  const std::string link = command({"operator", "Nguyễn Văn An"}).output;
  const std::string token = link.substr(link.rfind('/') + 1, 64);
  Browser browser(port);
  REQUIRE(browser.post("/api/invitations/" + token, {{"name", "an.nguyen"}, {"password", "một con đê dài"}})
              .status == 200);
  return browser;
}

std::string invitation_in(const nlohmann::json& link) {
  const std::string path = link["path"];
  return "/api/invitations/" + path.substr(path.rfind('/') + 1);
}

std::uint16_t port_in(const std::string& output) {
  const std::size_t port = output.find(':', output.find("://") + 3) + 1;
  return static_cast<std::uint16_t>(std::stoi(output.substr(port, 5)));
}

}  // namespace conglang::testing
