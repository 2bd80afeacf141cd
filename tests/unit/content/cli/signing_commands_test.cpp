// keys, delegate, sign, root, emergency, gc and diff as people of several offices run them.

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "content/base/file.h"
#include "content/base/hex.h"
#include "content/base/time.h"
#include "sync/tuf/canonical_json.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/keys.h"
#include "sync/tuf/signing_key.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

// A province with one published commune, and the tool run in its folder.
class Office {
 public:
  Office() {
    put("OUT/bundle/national/links.json", "{}");
    put("OUT/bundle/communes/09784/place/p.json", "p");
    REQUIRE(run("init --repo repo --keys keys --commune 09784").status == 0);
    REQUIRE(run("publish OUT --repo repo --keys keys").status == 0);
  }

  void put(const std::string& path, const std::string& bytes) const {
    fs::create_directories((folder / path).parent_path());
    REQUIRE(write_file_atomically(folder / path, bytes));
  }

  Finished run(const std::string& arguments) const {
    return run_shell("cd '" + folder.path().string() + "' && '" + CONGLANG_BIN_DIR + "/conglang' " +
                     arguments);
  }

  json json_of(const std::string& arguments) const {
    const Finished done = run(arguments + " --json");
    INFO(arguments << "\n" << done.output);
    CHECK(done.status == 0);
    return json::parse(done.output, nullptr, false);
  }

  // Makes `person` a folder with a key for `role`; returns the file of its public half.
  std::string key_of(const std::string& person, const std::string& role) const {
    const json made = json_of("keys new " + role + " --keys " + person + " --root keys/root.json --public " +
                              person + ".pub.json");
    CHECK(made["id"].get<std::string>().size() == 64);
    return person + ".pub.json";
  }

  TemporaryFolder folder;
};

constexpr const char* kNotice = "communes/09784/notices/cat-nuoc.json";
constexpr const char* kOldText = R"({"title":{"vi":"Cúp nước"}})";
constexpr const char* kNewText = R"({"title":{"vi":"Cúp nước đến 10 giờ"}})";

/// A commune whose notice is public, and the desk's proposal to change it.
class ProposedNotice : public Office {
 public:
  ProposedNotice() {
    put(std::string("OUT/bundle/") + kNotice, kOldText);
    REQUIRE(run("publish OUT --repo repo --keys keys").status == 0);
    key_ = json::parse(read_file(folder / key_of("an", "09784"), 10000).value());
    REQUIRE(run("sign --role commune-09784 --again --repo repo --keys an").status == 0);
    REQUIRE(run("sign --role commune-09784 --repo repo --keys keys").status == 0);
    REQUIRE(run("delegate 09784 --key an.pub.json --repo repo --keys keys").status == 0);
    version_ = newest_version();
  }

  /// As GET /api/proposals/ID says it.
  json proposal() const {
    const std::string id = tuf::PublicKey::parse(key_).value().id();
    return {{"id", 12},
            {"role", "commune-09784"},
            {"threshold", 1},
            {"keyIds", {id}},
            {"keys", {{id, key_}}},
            {"current", current()},
            {"next", {{"version", version_ + 1}, {"expires", format_instant(in_a_year())}}},
            {"changes", {{{"path", kNotice}, {"before", kOldText}, {"after", kNewText}}}},
            {"removed", json::array()}};
  }

  Finished sign(const json& given) const {
    put("de-nghi.json", given.dump());
    return run("sign --proposal de-nghi.json --keys an --out chu-ky.json");
  }

  void refuses(const json& given, const std::string& why) const {
    fs::remove(folder / "chu-ky.json");
    const Finished refused = sign(given);
    INFO(given.dump(1) << "\n" << refused.output);
    CHECK(refused.status != 0);
    CHECK(refused.says(why));
    CHECK_FALSE(fs::exists(folder / "chu-ky.json"));
  }

  /// The bytes that a signature of `given` is over.
  std::string to_sign(const json& given) const {
    json content = json::parse(current())["signed"];
    content["version"] = given["next"]["version"];
    content["expires"] = given["next"]["expires"];
    const std::string after = given["changes"][0]["after"];
    content["targets"][kNotice] = {{"length", after.size()},
                                   {"hashes", {{"sha256", tuf::sha256_hex(after)}}}};
    return tuf::canonical_json(content).value();
  }

  tuf::PublicKey key() const { return tuf::PublicKey::parse(key_).value(); }
  std::int64_t version() const { return version_; }
  std::string current() const {
    const std::string name = std::to_string(version_) + ".commune-09784.json";
    return read_file(folder / "repo/metadata" / name, 100000).value();
  }
  static Instant in_a_year() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return now + std::chrono::days(365);
  }

 private:
  std::int64_t newest_version() const {
    std::int64_t version = 1;
    const auto file = [&](std::int64_t number) {
      return folder / "repo/metadata" / (std::to_string(number) + ".commune-09784.json");
    };
    while (fs::exists(file(version + 1))) ++version;
    return version;
  }

  json key_;
  std::int64_t version_ = 0;
};

}  // namespace

TEST_CASE("two people of a commune sign what neither publishes alone", "[cli]") {
  const Office office;
  const std::string keys = " --key " + office.key_of("an", "09784") + " --key " +
                           office.key_of("binh", "09784") + " --key " + office.key_of("chi", "09784");
  for (const std::string person : {"an", "binh"}) {
    const std::string how = person == "an" ? "--again" : "";
    REQUIRE(office.run("sign --role commune-09784 " + how + " --repo repo --keys " + person).status == 0);
  }
  REQUIRE(office.json_of("sign --role commune-09784 --repo repo --keys keys")["timestamp"].is_number());
  CHECK(office.json_of("delegate 09784" + keys + " --threshold 2 --repo repo --keys keys")["threshold"] == 1);
  const Finished listed = office.run("keys list --keys an --repo repo");
  CHECK(listed.says("đang dùng"));
  CHECK(office.run("keys list --keys keys --repo repo").says("không dùng"));

  office.put("OUT/bundle/communes/09784/place/p.json", "mới");
  fs::remove_all(office.folder / "OUT/bundle/national");
  CHECK(office.json_of("publish OUT --repo repo --keys an")["waiting"] == json{"commune-09784"});
  CHECK(office.run("sign --repo repo --keys binh").says("Còn thiếu 1 chữ ký"));
  CHECK(office.run("sign --role commune-09784 --repo repo --keys binh").says("Đủ chữ ký"));
  CHECK(office.run("publish --repo repo --keys keys").says("Đã công bố phiên bản"));
  CHECK(office.run("sign --repo repo --keys binh").says("Không có gì chờ ký"));
  CHECK(office.run("verify --repo repo --root keys/root.json").status == 0);
}

TEST_CASE("a delegation comes from the desk as one file, and another commune's is refused", "[cli]") {
  const Office office;
  json delegation = {{"commune", "09784"}, {"threshold", 1}, {"keys", json::array()}};
  for (const std::string person : {"an", "binh", "chi"}) {
    const fs::path half = office.folder / office.key_of(person, "09784");
    delegation["keys"].push_back(json::parse(read_file(half, 10000).value()));
  }
  office.put("09784.json", delegation.dump());
  REQUIRE(office.run("sign --role commune-09784 --again --repo repo --keys an").status == 0);
  CHECK(office.json_of("delegate 09784 --file 09784.json --repo repo --keys keys")["role"] ==
        "commune-09784");
  CHECK(office.run("keys list --keys binh --repo repo").says("đang dùng"));
  delegation["commune"] = "10001";
  office.put("10001.json", delegation.dump());
  CHECK(office.run("delegate 09784 --file 10001.json --repo repo --keys keys").status != 0);
  CHECK(office.run("delegate 09784 --file 09784.json --key an.pub.json --repo repo --keys keys").status != 0);
  CHECK(office.run("delegate 09784 --repo repo --keys keys").status != 0);
}

TEST_CASE("the desk's proposal is shown and signed from its file alone", "[cli]") {
  const ProposedNotice office;
  const json proposal = office.proposal();
  const Finished done = office.sign(proposal);
  INFO(done.output);
  REQUIRE(done.status == 0);
  CHECK(done.says("commune-09784 " + std::to_string(office.version() + 1)));
  CHECK(done.says("Cúp nước → Cúp nước đến 10 giờ"));
  const json signature = json::parse(read_file(office.folder / "chu-ky.json", 10000).value());
  const std::string bytes = office.to_sign(proposal);
  CHECK(signature["keyId"] == office.key().id());
  CHECK(signature["signedSha256"] == tuf::sha256_hex(bytes));
  CHECK(office.key().verify(bytes, from_hex(signature["sig"].get<std::string>()).value()));

  json skipped = proposal;  // numbers that a killed publisher used up
  skipped["next"]["version"] = office.version() + 100;
  CHECK(office.sign(skipped).status == 0);
}

TEST_CASE("attack: a proposal that shows something other than what would be signed is not signed",
          "[cli][security]") {
  const ProposedNotice office;
  const json good = office.proposal();
  const auto with = [&](const std::string& pointer, const json& value) {
    json altered = good;
    altered[json::json_pointer(pointer)] = value;
    return altered;
  };
  for (const std::int64_t version : {office.version(), office.version() - 1, office.version() + 101})
    office.refuses(with("/next/version", version), "does not follow");
  for (const char* expires : {"2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"})
    office.refuses(with("/next/expires", expires), "expiry");
  office.refuses(with("/changes/0/path", "communes/00001/notices/cat-nuoc.json"), "may not sign it");
  office.refuses(with("/changes/0/path", "national/links.json"), "may not sign it");
  office.refuses(with("/removed", {"national/links.json"}), "may not sign it");
  office.refuses(with("/changes/0/before", kNewText), "old text");  // the change would not be seen
  office.refuses(with("/changes/0/before", nullptr), "old text");
  office.refuses(with("/changes/1", {{"path", kNotice}, {"before", kNewText}, {"after", kNewText}}), "twice");
  office.refuses(with("/role", "targets"), "targets");
  office.refuses(with("/keys", json::object()), "of its keys signed it");
  json hidden = json::parse(office.current());
  hidden["signed"]["targets"]["communes/09784/notices/la.json"] = {
      {"length", 2}, {"hashes", {{"sha256", tuf::sha256_hex("{}")}}}};
  office.refuses(with("/current", hidden.dump()), "of its keys signed it");
  office.refuses(json::array(), "no proposal");
  office.put("de-nghi.json", good.dump());
  CHECK(office.run("sign --proposal de-nghi.json --keys an").says("--out"));
  CHECK(office.run("sign --proposal nowhere.json --keys an --out o.json").says("nowhere.json"));
}

TEST_CASE("attack: a proposal that builds on what its signer never saw says so, and nothing older is signed",
          "[cli][security]") {
  const ProposedNotice office;
  const json first = office.proposal();
  CHECK(office.sign(first).says("1 tệp khác giữ nguyên mà chưa xem"));
  CHECK_FALSE(office.sign(first).says("!"));  // the same once more: everything was seen
  // Whoever took the server over names a key of their own, and has it sign a file that nobody saw.
  const auto thief = tuf::SigningKey::generate().value();
  json forged = first;
  json current = json::parse(office.current());
  current["signed"]["targets"]["communes/09784/notices/la.json"] = {
      {"length", 2}, {"hashes", {{"sha256", tuf::sha256_hex("{}")}}}};
  const std::string bytes = tuf::canonical_json(current["signed"]).value();
  const std::string id = thief.public_key().id();
  current["signatures"] = {{{"keyid", id}, {"sig", to_hex(thief.sign(bytes))}}};
  forged["current"] = current.dump();
  forged["keyIds"].push_back(id);
  forged["keys"][id] = json::parse(thief.public_key().object());
  const Finished told = office.sign(forged);
  INFO(told.output);
  CHECK(told.says("! communes/09784/notices/la.json"));
  CHECK(told.says("ask the province"));
  json later = first;
  later["next"]["version"] = office.version() + 5;
  REQUIRE(office.sign(later).status == 0);
  office.refuses(first, "older");
}

TEST_CASE("a root key travels as a file and the passphrase is never printed", "[cli][security]") {
  const Office office;
  const std::string half = office.key_of("hai", "root");
  CHECK(office.json_of("root add-key root --key " + half +
                       " --draft next.json --repo repo --threshold 2")["version"] == 2);
  CHECK(office.run("root publish next.json --repo repo --keys keys").says("conglang root sign"));
  CHECK(office.json_of("root sign next.json --keys keys")["signatures"] == 1);
  CHECK(office.json_of("root sign next.json --keys hai")["signatures"] == 2);
  const Finished done = office.run("root publish next.json --repo repo --keys keys");
  INFO(done.output);
  CHECK(done.status == 0);
  CHECK(fs::exists(office.folder / "repo/metadata/2.root.json"));
  CHECK(office.run("verify --repo repo --root keys/root.json").status == 0);
  const std::string passphrase = read_file(office.folder / "hai/passphrase", 100).value();
  CHECK_FALSE(done.says(passphrase.substr(0, 20)));
  CHECK((fs::status(office.folder / "hai/root.pem").permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a timestamp key is rotated and the old file can go", "[cli]") {
  const Office office;
  const std::string half = office.json_of("keys new timestamp --keys keys")["public"];
  REQUIRE(office.run("root rotate timestamp --key '" + half + "' --draft next.json --repo repo").status == 0);
  REQUIRE(office.run("root sign next.json --keys keys").status == 0);
  const Finished published = office.run("root publish next.json --repo repo --keys keys");
  INFO(published.output);
  REQUIRE(published.status == 0);
  fs::remove(office.folder / "keys/timestamp.pem");
  office.put("OUT/bundle/national/links.json", "{\"new\":1}");
  CHECK(office.run("publish OUT --repo repo --keys keys").status == 0);
  CHECK(office.run("verify --repo repo --root keys/root.json").status == 0);
}

TEST_CASE("an emergency reaches the repository in one command and is lifted by another", "[cli]") {
  const Office office;
  REQUIRE(office.run("emergency replace --title 'Bão số 5' --text 'Ở yên trong nhà.' --repo repo --keys keys")
              .status == 0);
  std::string screen;
  for (const auto& entry : fs::directory_iterator(office.folder / "repo/targets/emergency")) {
    screen = read_file(entry.path(), 1000).value();
  }
  const json first = json::parse(screen, nullptr, false);
  CHECK(first["mode"] == "replace");
  CHECK(first["title"]["vi"] == "Bão số 5");
  CHECK(first["text"]["vi"] == "Ở yên trong nhà.");
  CHECK(first["issuedAt"].is_string());
  CHECK(office.json_of("emergency lift --repo repo --keys keys")["mode"] == "none");
  CHECK(office.run("verify --repo repo").says("3 tệp"));
}

TEST_CASE("an order that no screen would show is refused before anything is signed", "[cli]") {
  const Office office;
  const std::string before = office.json_of("verify --repo repo").dump();
  const std::string long_title(121, 'a');
  const Finished refused =
      office.run("emergency replace --title " + long_title + " --text x --repo repo --keys keys");
  INFO(refused.output);
  CHECK(refused.status != 0);
  CHECK(refused.says("/title"));
  CHECK(office.json_of("verify --repo repo").dump() == before);
}

TEST_CASE("two repositories are compared, and what is old can be counted", "[cli]") {
  const Office office;
  fs::copy(office.folder / "repo", office.folder / "before", fs::copy_options::recursive);
  office.put("OUT/bundle/national/links.json", "{\"new\":1}");
  REQUIRE(office.run("publish OUT --repo repo --keys keys").status == 0);
  CHECK(office.run("diff before repo").says("~ national/links.json"));
  CHECK(office.json_of("diff before repo")["changed"] == json{"national/links.json"});
  CHECK(office.json_of("gc --repo repo --keys keys --dry-run")["files"].empty());
}

TEST_CASE("a role that nobody has is named with what there is", "[cli]") {
  const Office office;
  CHECK(office.run("keys new mayor --keys an").says("five digits"));
  CHECK(office.run("sign --role commune-00001 --repo repo --keys keys").says("no such role"));
  CHECK(office.run("root add-key root --key nowhere.json --draft d.json --repo repo").says("nowhere.json"));
}
