#pragma once
// One machine and the repository it follows, in memory and in a temporary folder.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "content/base/file.h"
#include "content/database/guide_database.h"
#include "sync/agent/agent.h"
#include "tests/support/recording_fetcher.h"
#include "tests/support/repository_simulator.h"
#include "tests/support/sample_bundle.h"
#include "tests/support/temporary_folder.h"

namespace conglang::agent {

using testing::kSimulatorNow;

inline constexpr const char* kGuide = "national/guides/khai-sinh.json";

/// The sample bundle is published, nothing is fetched yet.
class World {
 public:
  World() {
    repository.delegate("targets", "commune-09784", {"communes/09784/*", "communes/09784/*/*"}, true);
    for (const auto& [path, bytes] : testing::sample_bundle()) set(path, bytes);
    repository.publish();
    write("kiosk.json", R"({"commune":"09784","place":"thuong-thap","diagonalInches":21.5})");
    write("root.json", repository.metadata("1.root.json"));
  }

  void set(const std::string& path, const std::string& bytes) {
    repository.set_target(path.starts_with("communes/") ? "commune-09784" : "targets", path, bytes);
  }
  void publish_title(const std::string& title) {
    const auto bundle = testing::sample_bundle();
    set(kGuide, testing::with(bundle.at(kGuide), "Register a birth", title));
    repository.publish();
  }
  std::string& served(const std::string& path) {
    const std::string hash = repository.roles["targets"].targets[path].hashes.sha256;
    const std::size_t slash = path.rfind('/') + 1;
    return repository.files.at("targets/" + path.substr(0, slash) + hash + "." + path.substr(slash));
  }
  void write(const std::string& name, const std::string& bytes) const {
    REQUIRE(write_file_atomically(data / name, bytes));
  }

  Result<std::unique_ptr<Agent>> open(const std::string& version = "0.1.0") {
    return Agent::open({data.path(), version, built,
                        [this](std::string_view step) {
                          said += std::string(step) + "\n";
                          if (on_say) on_say();
                        }},
                       fetcher);
  }
  // A new process each time, as after a restart.
  Result<void> try_once(Instant system = kSimulatorNow) {
    auto agent = open();
    if (!agent) return tl::unexpected<Error>(agent.error());
    return (*agent)->try_once(system);
  }

  std::string pointer() const { return read_file(data / "current", 100).value_or(""); }
  database::Stored shown() const {
    const std::string name = pointer();
    return database::load(data / name.substr(0, name.size() - 1)).value();
  }
  std::string shown_title() const {
    const database::Stored stored = shown();
    const auto guide = std::ranges::find(stored.content.guides, "khai-sinh", &guide::Guide::id);
    return guide == stored.content.guides.end() ? "" : std::string(guide->title.in("en"));
  }
  Status status() const { return load_status(data.path()); }

  testing::RepositorySimulator repository;
  testing::TemporaryFolder data;
  testing::RecordingFetcher fetcher{repository.files};
  Instant built = kSimulatorNow - std::chrono::days(30);
  std::string said;
  std::function<void()> on_say;
};

}  // namespace conglang::agent
