#include "tests/unit/sync/server/staffed_office.h"

#include <chrono>
#include <fstream>

#include "sync/tuf/digest.h"

namespace conglang::testing {

using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPassphrase = "mật khẩu";
constexpr const char* kPasswordOfAll = "đường làng rợp bóng";
const std::string kDeviceSecret = "a secret of the machine ";

// What begins with the name of the person, so that each has an own.
std::string account_of(const std::string& name) {
  return name + ".dan-phuong";
}

}  // namespace

Instant clock_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

StaffedOffice::StaffedOffice(Options wanted)
    : scene(clock_now()), options(std::move(wanted)), office(make_office(options, scene)) {
  for (const char* name : {"an", "binh", "chi"}) people.try_emplace(name, scene, name, kCommuneRole);
  publish_starter(scene, clock_now());
  const repository::KeyFolder online(scene.folder / "online", kPassphrase, kCheap);
  hand_over_keys(scene, people.at("an"), people.at("binh"), people.at("chi"), online, clock_now());
  std::ofstream(scene.folder / "online/passphrase") << kPassphrase << "\n";
  if (!options.disk.empty())
    fs::copy(scene.tree.path(), options.disk_from_here / "repo", fs::copy_options::recursive);
  start();
  Browser operator_browser = office.first_operator(port);
  sessions_["tinh"] = {operator_browser.cookie, operator_browser.csrf};
  invite(operator_browser, "an", {"author"});
  invite(operator_browser, "binh", {"author", "reviewer"});
  invite(operator_browser, "chi", {"author", "reviewer", "admin"});
  for (const char* name : {"an", "binh", "chi"}) enrol(operator_browser, name);
}

Office StaffedOffice::make_office(const Options& options, const Scene& scene) {
  if (options.disk.empty()) return Office({.repository = scene.tree.path(), .inside = options.inside});
  return Office({options.disk / "repo", options.disk / "data", options.inside});
}

void StaffedOffice::start() {
  Arguments words = {"--keys", scene.folder / "online"};
  words.insert(words.end(), options.more.begin(), options.more.end());
  port = office.start(words);
}

Browser StaffedOffice::browser(const std::string& name) const {
  Browser browser(port);
  browser.cookie = sessions_.at(name).cookie;
  browser.csrf = sessions_.at(name).csrf;
  browser.more_headers = options.more_headers;
  return browser;
}

void StaffedOffice::invite(Browser& by, const std::string& name, const json& roles) {
  const Told link = by.post("/api/invitations",
                            {{"displayName", "Cán bộ " + name}, {"roles", roles}, {"commune", "09784"}});
  REQUIRE(link.status == 201);
  Browser browser(port);
  browser.more_headers = options.more_headers;
  REQUIRE(browser.post(invitation_in(link.body), {{"name", account_of(name)}, {"password", kPasswordOfAll}})
              .status == 200);
  sessions_[name] = {browser.cookie, browser.csrf};
}

void StaffedOffice::enrol(Browser& by, const std::string& name) {
  Browser own = browser(name);
  const Told key = own.post("/api/keys", {{"publicKey", json::parse(people.at(name).half().object())},
                                          {"label", "máy ở văn phòng"}});
  REQUIRE(key.status == 201);
  REQUIRE(by.post("/api/keys/" + std::to_string(key.body["id"].get<int>()) + "/approve").status == 200);
}

Browser StaffedOffice::machine(const std::string& token) const {
  Browser machine(port);
  machine.more_headers = options.more_headers + "Authorization: Bearer " + token + "\r\n";
  return machine;
}

std::string StaffedOffice::claim_kiosk(const std::string& code) {
  const std::string secret = kDeviceSecret + code;
  Browser machine = this->machine(secret);
  const Told offered =
      machine.post("/api/devices", {{"claimCode", code}, {"deviceSecretHash", tuf::sha256_hex(secret)}});
  REQUIRE(offered.status == 201);
  const Told claimed = browser("chi").post(
      "/api/kiosks", {{"claimCode", code}, {"name", "Máy cửa chính"}, {"place", "Thượng Tháp"}});
  REQUIRE(claimed.status == 201);
  const Told collected = machine.get("/api/devices/" + offered.body["deviceId"].get<std::string>());
  REQUIRE(collected.status == 200);
  return collected.body["token"];
}

std::string StaffedOffice::key_of(const std::string& name) const {
  return people.at(name).half().id();
}

Told StaffedOffice::sign(const std::string& name, const json& proposal) const {
  const auto key = std::move(people.at(name).keys.load(kCommuneRole).value().front());
  return browser(name).post(
      "/api/proposals/" + std::to_string(proposal["id"].get<int>()) + "/signatures",
      {{"keyId", key.public_key().id()}, {"sig", to_hex(key.sign(DeskScene::to_sign(proposal)))}});
}

std::int64_t StaffedOffice::approved_notice(const std::string& id) const {
  Browser an = browser("an");
  const Told made =
      an.post("/api/drafts", {{"path", "communes/09784/notices/" + id + ".json"}, {"title", "Họp thôn"}});
  if (made.status >= 300 || made.body.is_null()) return 0;
  const auto number = made.body["id"].get<std::int64_t>();
  const std::string draft = "/api/drafts/" + std::to_string(number);
  const bool approved =
      an.post(draft + "/submit").status == 200 && browser("binh").post(draft + "/approve").status == 200;
  return approved ? number : 0;
}

repository::Tree StaffedOffice::tree() const {
  return options.disk.empty() ? scene.tree : repository::Tree(options.disk_from_here / "repo");
}

std::set<std::string> StaffedOffice::published() const {
  std::set<std::string> paths;
  const auto set = tree().load(scene.root(), clock_now());
  if (!set) FAIL(set.error().message);
  for (const auto& entry : set->targets_found()) paths.insert(entry.first);
  return paths;
}

}  // namespace conglang::testing
