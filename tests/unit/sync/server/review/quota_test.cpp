// How much one commune may publish.

#include <catch2/catch_test_macros.hpp>

#include "sync/server/review/draft_check.h"
#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBigBytes = server::kMaxCommuneBytes / 4;

std::string big(int number) {
  return fmt::format("communes/09784/pictures/to-{}.png", number);
}

// Files that fill what a commune may publish, at a command line, where nobody counts.
void publish_big_files(const DeskScene& scene, int count) {
  for (const char* part : {"national", "provinces"}) fs::remove_all(scene.bundle() / part);
  for (int i = 0; i < 4; ++i) {
    fs::remove(scene.bundle() / big(i));
    if (i < count) scene.put(big(i), std::string(kBigBytes, static_cast<char>('a' + i)));
  }
  REQUIRE(repository::publish(scene.tree, scene.staff.at("an").person->keys, scene.bundle(), scene.now));
  REQUIRE(repository::sign_waiting(scene.tree, scene.staff.at("binh").person->keys, kCommuneRole, scene.now));
  REQUIRE(repository::publish_waiting(scene.tree, scene.keys, scene.now));
}

}  // namespace

TEST_CASE("a commune that would publish too much is told how much, and its draft waits until there is room",
          "[review]") {
  const DeskScene scene;
  publish_big_files(scene, 4);
  const std::int64_t id = scene.approved_draft("Việc của tôi.");
  const Said refused = scene.propose(id);
  CAPTURE(refused.bytes);
  CHECK(refused.status == 413);
  CHECK(refused.code() == "quota");
  CHECK(refused.body["error"]["message"]["vi"].get<std::string>().find("67108864 byte") != std::string::npos);
  const Said kept = scene.get(fmt::format("/api/drafts/{}", id), "an");
  CHECK(kept.body["state"] == "approved");
  CHECK(kept.body["content"]["description"]["vi"] == "Việc của tôi.");
  CHECK(scene.get("/api/proposals", "an").body.empty());
  publish_big_files(scene, 3);
  CHECK(scene.propose(id).status == 201);
}

TEST_CASE("a commune may have two thousand files and not one more", "[review]") {
  server::Published published;
  published.commune = "09784";
  server::FileChangesToCheck changes;
  for (std::size_t i = 0; i < server::kMaxCommuneFiles; ++i)
    published.files[fmt::format("communes/09784/pictures/a-{}.png", i)] = "x";
  const Date today = local_date(kMade);
  const auto code_of = [&] {
    const auto checked = server::check_publishable(published, changes, today);
    return checked ? Errc::internal : checked.error().code;
  };
  CHECK(code_of() != Errc::too_large);
  changes["communes/09784/pictures/b.png"] = "x";
  CHECK(code_of() == Errc::too_large);
  changes["communes/09784/pictures/a-0.png"] = std::nullopt;
  CHECK(code_of() != Errc::too_large);
}
