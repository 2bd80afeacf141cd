#include "tests/e2e/village.h"

#include <signal.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "content/base/file.h"
#include "tests/folders.h"

namespace conglang::testing {
namespace fs = std::filesystem;
using std::chrono::seconds;

std::string program(const std::string& name) {
  return std::string(CONGLANG_BIN_DIR) + "/" + name;
}

Arguments joined(Arguments words, const std::vector<Arguments>& more) {
  for (const Arguments& some : more) words.insert(words.end(), some.begin(), some.end());
  return words;
}

Village::Village(Start start) {
  const char* const made = std::getenv("CONGLANG_VILLAGE");
  if (start == Start::copied && made != nullptr) {
    fs::copy(made, folder_.path(), fs::copy_options::recursive);
  } else {
    make();
  }
  start_server();
}

void Village::keep_at(const fs::path& folder) const {
  fs::remove_all(folder);
  fs::create_directories(folder.parent_path());
  fs::copy(folder_.path(), folder, fs::copy_options::recursive);
  fs::remove(folder / "server.log");  // of this one's server, at this one's port
}

void Village::make() {
  fs::copy(fs::path(CONGLANG_SOURCE_DIR) / "content" / "starter", content(), fs::copy_options::recursive);
  REQUIRE(write_file_atomically(folder_ / "passphrase", "a passphrase of the test", 0600));
  const Finished made = tool({"init", "--repo", repository(), "--keys", folder_ / "keys", "--commune",
                              "09784", "--passphrase-file", folder_ / "passphrase"});
  INFO(made.output);
  REQUIRE(made.status == 0);
  REQUIRE(make_folders(data()));
  fs::copy_file(repository() / "metadata" / "1.root.json", data() / "root.json");
  REQUIRE(write_file_atomically(data() / "kiosk.json",
                                R"({"commune":"09784","place":"thuong-thap","diagonalInches":21.5})"));
  publish();
}

Finished Village::tool(Arguments words) {
  words.insert(words.begin(), program("conglang"));
  return run(words);
}

void Village::edit(const std::string& path, const std::function<void(nlohmann::json&)>& change) {
  const auto bytes = read_file(content() / path, 1UL << 24U);
  REQUIRE(bytes);
  auto json = nlohmann::json::parse(*bytes);
  change(json);
  REQUIRE(write_file_atomically(content() / path, json.dump(2) + "\n"));
}

void Village::publish() {
  const Finished published = run(publish_words());
  INFO(published.output);
  REQUIRE(published.status == 0);
}

Arguments Village::publish_words() {
  const Finished built = tool({"build", content(), "--out", folder_ / "out", "--commune", "09784"});
  INFO(built.output);
  REQUIRE(built.status == 0);
  return signing_words(folder_ / "out");
}

void Village::publish_unchecked() {
  fs::remove_all(folder_ / "unchecked");
  fs::create_directories(folder_ / "unchecked");
  fs::copy(content(), folder_ / "unchecked" / "bundle", fs::copy_options::recursive);
  const Finished published = run(signing_words(folder_ / "unchecked"));
  INFO(published.output);
  REQUIRE(published.status == 0);
}

Arguments Village::repository_words() const {
  return {"--repo", repository()};
}

Arguments Village::key_words() const {
  return {"--keys", folder_ / "keys", "--passphrase-file", folder_ / "passphrase"};
}

Arguments Village::signing_words(const fs::path& out) const {
  return joined({program("conglang"), "publish", out}, {repository_words(), key_words()});
}

void Village::emergency(const Arguments& words) {
  const Finished issued = tool(joined({"emergency"}, {words, repository_words(), key_words()}));
  INFO(issued.output);
  REQUIRE(issued.status == 0);
}

void Village::start_server() {
  // Port 0 is a free one the first time; afterwards the same again, so that the agent finds the server.
  server_ = std::make_unique<Process>(
      Arguments{program("conglang-server"), "--repo", repository(), "--port", std::to_string(port_)},
      folder_ / "server.log");
  REQUIRE(server_->wait_for_output("http://127.0.0.1:", seconds(20)));
  const std::string output = server_->output();
  port_ = std::stoi(output.substr(output.rfind("http://127.0.0.1:") + 17));
}

void Village::kill_server() {
  server_->stop(SIGKILL);
}

std::string Village::url() const {
  return "http://127.0.0.1:" + std::to_string(port_);
}

Finished Village::sync() {
  return run({program("conglang-sync"), "--data", data(), "--url",
              "http://127.0.0.1:" + std::to_string(port_), "--once"});
}

std::unique_ptr<Process> Village::start_agent() {
  return std::make_unique<Process>(Arguments{program("conglang-sync"), "--data", data(), "--url",
                                             "http://127.0.0.1:" + std::to_string(port_), "--interval", "1"},
                                   folder_ / "agent.log");
}

std::unique_ptr<Process> Village::start_kiosk(const Display& display, const Arguments& under,
                                              const Arguments& more) {
  Arguments command{"env", "DISPLAY=" + display.name(), "SDL_VIDEODRIVER=x11"};
  command.insert(command.end(), under.begin(), under.end());
  for (const std::string& word : {program("conglang-kiosk"), std::string("--data"), data().string(),
                                  std::string("--size"), std::string("1920x1080")}) {
    command.push_back(word);
  }
  command.insert(command.end(), more.begin(), more.end());
  return std::make_unique<Process>(command, folder_ / "kiosk.log");
}

std::string Village::active_database() const {
  return read_file(data() / "current", 256).value_or("");
}

void wait_for_picture(Display& display) {
  REQUIRE(eventually([&] {
    const GreyImage picture = display.picture();
    return std::count(picture.pixels.begin(), picture.pixels.end(), 0) * 2 <
           static_cast<std::ptrdiff_t>(picture.pixels.size());
  }));
}

void wait_for_first_page(Display& display) {
  // Without content yet the window is named after the program alone.
  REQUIRE(eventually([&] { return display.window_title().find("Thượng Tháp") != std::string::npos; }));
  wait_for_picture(display);
  tap_and_look(display, kStart);
}

OpenKiosk::OpenKiosk(const Arguments& under, const Arguments& more) {
  REQUIRE(village.sync().status == 0);
  kiosk = village.start_kiosk(display, under, more);
  wait_for_first_page(display);
}

GreyImage tap_and_look(Display& display, Point point) {
  const GreyImage before = display.steady_picture();
  display.tap(point.x, point.y);
  CHECK(eventually([&] { return difference(before, display.picture()) > 0.001; }));
  return display.steady_picture();
}

}  // namespace conglang::testing
