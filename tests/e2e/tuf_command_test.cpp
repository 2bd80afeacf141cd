// `conglang-sync tuf` as a program, against a real server: the command line, the exit status and the clock.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <memory>

#include "content/base/file.h"
#include "tests/e2e/village.h"
#include "tests/support/process.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;

namespace {

// A simulated repository behind the real server, and one client of it, on the day the repository was made.
class Scene {
 public:
  Scene() {
    repository.set_target("targets", "docs/x.txt", "the text");
    repository.set_target("targets", "y.txt", "more text");
    repository.publish();
    serve();
    server_ = std::make_unique<Process>(
        Arguments{program("conglang-server"), "--repo", folder / "repo", "--port", "0"},
        folder / "server.log");
    REQUIRE(server_->wait_for_output("http://127.0.0.1:", std::chrono::seconds(20)));
    const std::string output = server_->output();
    url = output.substr(output.rfind("http://127.0.0.1:"));
    url = url.substr(0, url.find_first_not_of("htp:/.0123456789"));
  }

  void serve() const { repository.write_to(folder / "repo"); }

  Finished client(const Arguments& words, const std::string& day = "2026-06-01 01:00:00") const {
    Arguments command{"env", "TZ=UTC",         "faketime",         day, program("conglang-sync"),
                      "tuf", "--metadata-dir", folder / "metadata"};
    command.insert(command.end(), words.begin(), words.end());
    return run(command);
  }
  Finished init() const { return client({"init", folder / "repo" / "metadata" / "1.root.json"}); }
  Finished refresh(const std::string& day = "2026-06-01 01:00:00") const {
    return client({"--metadata-url", url + "/metadata/", "refresh"}, day);
  }
  Finished download(const Arguments& targets) const {
    Arguments words{"--metadata-url", url + "/metadata/"};
    for (const std::string& target : targets) {
      words.emplace_back("--target-name");
      words.push_back(target);
    }
    for (const std::string& word :
         {std::string("--target-dir"), (folder / "targets").string(), std::string("--target-base-url"),
          url + "/targets/", std::string("download")}) {
      words.push_back(word);
    }
    return client(words);
  }

  TemporaryFolder folder;
  RepositorySimulator repository;
  std::string url;

 private:
  std::unique_ptr<Process> server_;
};

}  // namespace

TEST_CASE("the tuf commands follow a repository over HTTP", "[e2e]") {
  const Scene scene;
  const Finished made = scene.init();
  INFO(made.output);
  REQUIRE(made.status == 0);
  const Finished refreshed = scene.refresh();
  INFO(refreshed.output);
  CHECK(refreshed.status == 0);
  CHECK(scene.refresh().status == 0);
  const Finished downloaded = scene.download({"docs/x.txt", "y.txt"});
  INFO(downloaded.output);
  CHECK(downloaded.status == 0);
  CHECK(read_file(scene.folder / "targets" / "docs%2Fx.txt", 100) == "the text");
  CHECK(read_file(scene.folder / "targets" / "y.txt", 100) == "more text");
}

TEST_CASE("attack: whatever is refused ends the tuf commands with status 1 and a reason", "[e2e][security]") {
  Scene scene;
  CHECK(scene.refresh().status == 1);
  REQUIRE(scene.init().status == 0);
  CHECK(scene.init().status == 0);  // the root that is there already: nothing to do
  const Finished frozen = scene.refresh("2027-06-01 01:00:00");
  CHECK(frozen.status == 1);
  CHECK(frozen.says("timestamp.json: expired"));
  CHECK(scene.download({"unknown"}).status == 1);
  CHECK(scene.client({"--metadata-url", scene.url, "download"}).says("--target-name is needed"));
  std::string& timestamp = scene.repository.metadata("timestamp.json");
  timestamp[timestamp.find("\"version\":2") + 10] = '3';
  scene.serve();
  const Finished forged = scene.refresh();
  CHECK(forged.status == 1);
  CHECK(forged.says("timestamp.json: "));
}
