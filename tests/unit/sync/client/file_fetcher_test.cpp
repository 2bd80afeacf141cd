#include "sync/client/file_fetcher.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <optional>

#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
namespace fs = std::filesystem;

namespace {

struct Stick {
  Stick() {
    fs::create_directories(folder / "metadata");
    std::ofstream(folder / "metadata/timestamp.json") << "0123456789";
  }
  testing::TemporaryFolder folder;
};

struct Collected : Sink {
  Result<void> begin(Delivery how) override {
    delivery = how;
    return {};
  }
  Result<void> take(std::string_view part) override {
    bytes += part;
    return {};
  }
  std::optional<Delivery> delivery;
  std::string bytes;
};

Wanted wanted(std::string path, std::int64_t max_bytes = 100, std::int64_t offset = 0) {
  return {std::move(path), max_bytes, offset, {}};
}

}  // namespace

TEST_CASE("a file of the folder is read whole or from an offset", "[client]") {
  const Stick stick;
  FileFetcher fetcher(stick.folder.path());
  CHECK(fetch_bytes(fetcher, wanted("metadata/timestamp.json")).value().bytes == "0123456789");
  Collected rest;
  REQUIRE(fetcher.fetch(wanted("metadata/timestamp.json", 100, 4), rest));
  CHECK(rest.delivery == Delivery::rest);
  CHECK(rest.bytes == "456789");
  Collected whole;
  REQUIRE(fetcher.fetch(wanted("metadata/timestamp.json", 100, 11), whole));
  CHECK(whole.delivery == Delivery::whole);
  CHECK(whole.bytes == "0123456789");
}

TEST_CASE("attack: a stick's file over the bound is refused while it is read", "[client]") {
  const Stick stick;
  FileFetcher fetcher(stick.folder.path());
  Collected rest;
  CHECK(fetcher.fetch(wanted("metadata/timestamp.json", 9), rest).error().code == Errc::too_large);
  CHECK(fetcher.fetch(wanted("metadata/timestamp.json", 9, 4), rest).error().code == Errc::too_large);
  CHECK(fetcher.fetch(wanted("metadata/timestamp.json", 10), rest));
}

TEST_CASE("attack: links, pipes and paths that leave the stick are refused", "[client]") {
  const Stick stick;
  fs::create_symlink("/etc/passwd", stick.folder / "metadata/1.root.json");
  REQUIRE(::mkfifo((stick.folder / "metadata/pipe").c_str(), 0600) == 0);
  FileFetcher fetcher(stick.folder.path());
  CHECK(fetch_bytes(fetcher, wanted("metadata/1.root.json")).error().code == Errc::forbidden);
  CHECK(fetch_bytes(fetcher, wanted("metadata/../../etc/passwd")).error().code == Errc::forbidden);
  CHECK(fetch_bytes(fetcher, wanted("metadata/pipe")).error().code == Errc::not_found);
}

TEST_CASE("a missing file and a stick that was pulled are said by name", "[client]") {
  FileFetcher pulled("/nonexistent/stick");
  CHECK(fetch_bytes(pulled, wanted("metadata/timestamp.json")).error().message.find("stick") !=
        std::string::npos);
  const Stick stick;
  FileFetcher fetcher(stick.folder.path());
  const auto missing = fetch_bytes(fetcher, wanted("metadata/2.root.json"));
  CHECK(missing.error().code == Errc::not_found);
  CHECK(missing.error().message.find("metadata/2.root.json") != std::string::npos);
}
