// keys, delegate, sign, root, emergency, gc and diff as people of several offices run them.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "content/base/file.h"
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
