// The command as a clerk runs it, against a real HTTPS server in the place of every host.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <sstream>

#include "content/base/file.h"
#include "tests/folders.h"
#include "tests/support/careful_bundle.h"
#include "tests/support/stand_in_web.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;

namespace {

const std::string kSearch = "dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=";
const std::string kBirth = kSearch + "1.001193";
const std::string kGroup = "zalo.me/g/thuongthap";

// Words that make `text` one of a shell's.
std::string quoted(const std::string& text) {
  return "'" + text + "'";
}

class Bundle {
 public:
  Bundle() : files(careful_bundle()) {}

  Finished check(const std::string& options) const {
    for (const auto& entry : files) {
      std::filesystem::create_directories((folder_ / entry.first).parent_path());
      REQUIRE(write_file_atomically(folder_ / entry.first, entry.second));
    }
    return run_shell(std::string(CONGLANG_BIN_DIR) + "/conglang links check " + folder_.path().string() +
                     " --wait 0.05 --timeout 5 " + options);
  }

  Finished check(const StandInWeb& web, const std::string& options = "--json 2>/dev/null") const {
    return check("--test-server " + web.address() + " --authorities " + quoted(web.authorities()) + " " +
                 options);
  }

  void give_links(const std::vector<std::string>& paths) {
    json links = json::array();
    for (const std::string& path : paths) links.push_back({{"url", "https://dichvucong.gov.vn/" + path}});
    std::string& guide = files["national/guides/khai-sinh.json"];
    json root = json::parse(guide);
    root["links"] = links;
    guide = root.dump();
  }

  guide::Files files;

 private:
  TemporaryFolder folder_;
};

std::map<std::string, json> by_url(const Finished& finished) {
  std::map<std::string, json> links;
  std::istringstream lines(finished.output);
  for (std::string line; std::getline(lines, line);) {
    const json link = json::parse(line, nullptr, false);
    CAPTURE(line);
    REQUIRE(link.is_object());
    links[link["url"].get<std::string>()] = link;
  }
  return links;
}

json fine() {
  return json::array({{{"status", 200}}});
}

json sends_to(const std::string& location, int status = 302) {
  return json::array({{{"status", status}, {"location", location}}});
}

bool was_asked(const StandInWeb& web, const std::string& page) {
  const auto asked = web.asked();
  return std::any_of(asked.begin(), asked.end(), [&](const auto& one) { return one.page == page; });
}

}  // namespace

TEST_CASE("every link of a bundle that answers is good, and the command ends with 0", "[cli][links]") {
  const StandInWeb web(json::object({{"*", fine()}}));
  const Bundle bundle;
  const Finished ended = bundle.check(web);
  CHECK(ended.status == 0);
  const auto links = by_url(ended);
  REQUIRE(links.count("https://" + kBirth) == 1);
  const json& birth = links.at("https://" + kBirth);
  CHECK(birth["standing"] == "good");
  CHECK(birth["status"] == 200);
  CHECK(birth["template"] == "portal-search");
  CHECK(birth["files"][0] == "national/guides/khai-sinh.json");
  CHECK(links.at("https://" + kGroup)["standing"] == "good");
  for (const auto& link : links) CHECK(was_asked(web, link.first.substr(std::string("https://").size())));
  CHECK(bundle.check(web, "2>/dev/null").output.empty());
}

TEST_CASE("a page that is gone is named with its file in Vietnamese, and the command ends with 1",
          "[cli][links]") {
  const StandInWeb web(json::object({{kGroup, json::array({{{"status", 404}}})}, {"*", fine()}}));
  const Finished ended = Bundle().check(web, "2>&1");
  CHECK(ended.status == 1);
  CHECK(ended.says("[hỏng] https://" + kGroup));
  CHECK(ended.says("trang không còn (404)"));
  CHECK(ended.says("communes/09784/place/thuong-thap.json"));
  CHECK(ended.says("1 hỏng hoặc bị chặn"));
}

TEST_CASE("a server in trouble is asked again after waits, and what stays open ends with 3", "[cli][links]") {
  const StandInWeb web(
      json::object({{kBirth, json::array({{{"status", 503}}, {{"status", 429}}, {{"status", 200}}})},
                    {kGroup, json::array({{{"status", 500}}})},
                    {"*", fine()}}));
  const Finished ended = Bundle().check(web);
  CHECK(ended.status == 3);
  const auto links = by_url(ended);
  CHECK(links.at("https://" + kBirth)["standing"] == "good");
  CHECK(links.at("https://" + kBirth)["tries"] == 3);
  CHECK(links.at("https://" + kGroup)["standing"] == "no-answer");
  std::vector<double> times;
  for (const auto& one : web.asked()) {
    if (one.page == kBirth) times.push_back(one.at);
  }
  REQUIRE(times.size() == 3);
  CHECK(times[1] - times[0] >= 0.045);
  CHECK(times[2] - times[1] >= 0.095);
}

TEST_CASE("no host is asked by more than allowed, nor all together", "[cli][links]") {
  Bundle bundle;
  std::vector<std::string> paths;
  for (int i = 0; i < 12; ++i) paths.push_back("p" + std::to_string(i));
  bundle.give_links(paths);
  const StandInWeb web(json::object({{"*", json::array({{{"status", 200}, {"after", 0.1}}})}}));
  const auto busiest = [&](const std::string& limits, int StandInWeb::Asked::*count) {
    const std::size_t before = web.asked().size();
    CHECK(bundle.check(web, limits + " --json 2>/dev/null").status == 0);
    const auto asked = web.asked();
    int most = 0;
    for (std::size_t i = before; i < asked.size(); ++i) most = std::max(most, asked[i].*count);
    return most;
  };
  CHECK(busiest("--at-once 8 --per-host 3", &StandInWeb::Asked::of_host) == 3);
  CHECK(busiest("--at-once 2 --per-host 8", &StandInWeb::Asked::in_all) == 2);
}

TEST_CASE("redirects are followed where the link policy leads, and a move for good is told", "[cli][links]") {
  const StandInWeb web(json::object({{kBirth, sends_to("https://dichvucong.gov.vn/moi/1.001193", 301)},
                                     {kGroup, sends_to("https://vneid.gov.vn/nhom")},
                                     {"*", fine()}}));
  const Finished ended = Bundle().check(web);
  CHECK(ended.status == 0);
  const auto links = by_url(ended);
  CHECK(links.at("https://" + kBirth)["standing"] == "moved");
  CHECK(links.at("https://" + kBirth)["address"] == "https://dichvucong.gov.vn/moi/1.001193");
  CHECK(links.at("https://" + kGroup)["standing"] == "good");
}

TEST_CASE("attack: a portal that redirects inside or away is refused, and nobody there is asked",
          "[cli][links]") {
  const std::vector<std::string> targets = {
      "https://127.0.0.1/admin",   "https://169.254.169.254/latest/meta-data",
      "http://dichvucong.gov.vn/", "https://evil.gov.vn/",
      "//evil.gov.vn/x",           "file:///etc/passwd"};
  Bundle bundle;
  std::vector<std::string> paths;
  json script = {{"*", fine()}};
  for (std::size_t i = 0; i < targets.size(); ++i) {
    paths.push_back("p" + std::to_string(i));
    script["dichvucong.gov.vn/" + paths.back()] = sends_to(targets[i]);
  }
  bundle.give_links(paths);
  const StandInWeb web(script);
  const Finished ended = bundle.check(web);
  CHECK(ended.status == 1);
  const auto links = by_url(ended);
  for (const std::string& path : paths) {
    CAPTURE(path);
    CHECK(links.at("https://dichvucong.gov.vn/" + path)["standing"] == "refused");
  }
  for (const auto& one : web.asked()) {
    CHECK(one.page.find("evil") == std::string::npos);
    CHECK(one.page.find("admin") == std::string::npos);
  }
}

TEST_CASE("attack: an allowed name that leads to this machine is refused without a connection",
          "[cli][links]") {
  Bundle bundle;
  bundle.files["national/links.json"] = R"({"hosts": [{"host": "portal.localhost"}], "templates": [
    {"id": "portal-search", "url": "https://portal.localhost/?q={code}", "owner": {"vi": "Cổng"}}]})";
  bundle.files.erase("communes/09784/place/thuong-thap.json");
  bundle.give_links({});
  const Finished ended = bundle.check("--json 2>/dev/null");
  CHECK(ended.status == 1);
  const auto links = by_url(ended);
  REQUIRE(links.count("https://portal.localhost/?q=1.001193") == 1);
  CHECK(links.at("https://portal.localhost/?q=1.001193")["standing"] == "refused");
}

TEST_CASE("attack: a certificate that nobody vouches for is told as a broken link", "[cli][links]") {
  const StandInWeb web(json::object({{"*", fine()}}));
  const Finished ended = Bundle().check("--json --test-server " + web.address() + " 2>/dev/null");
  CHECK(ended.status == 1);
  CHECK(by_url(ended).at("https://" + kBirth)["standing"] == "broken");
  CHECK(web.asked().empty());
}

TEST_CASE("attack: the stand-in for tests can only be this machine", "[cli][links]") {
  for (const char* address :
       {"93.184.216.34:443", "localhost:443", "127.0.0.1", "127.0.0.1:x", "10.0.0.1:80"}) {
    CAPTURE(address);
    const Finished ended = Bundle().check(std::string("--test-server ") + address + " 2>&1");
    CHECK(ended.status == 1);
    CHECK(ended.says("must be on this machine"));
  }
}

TEST_CASE("a portal's new address is one change of its template", "[cli][links]") {
  Bundle bundle;
  std::string& catalogue = bundle.files["national/catalogue.json"];
  json root = json::parse(catalogue);
  for (int i = 2; i < 30; ++i) {
    root["entries"].push_back({"1.0" + std::to_string(2000 + i), "Thủ tục", {0}, {0}});
  }
  catalogue = root.dump();
  json script = {{"*", fine()}};
  for (const json& entry : root["entries"])
    script[kSearch + entry[0].get<std::string>()] = json::array({{{"status", 404}}});
  const StandInWeb web(script);
  const Finished before = bundle.check(web, "--catalogue 2>/dev/null");
  CHECK(before.status == 1);
  CHECK(before.says("29 địa chỉ trên đều theo mẫu \"portal-search\": sửa một chỗ"));
  std::string& links = bundle.files["national/links.json"];
  const std::string old_path = "tim-kiem-thu-tuc-hanh-chinh?keyword=";
  links.replace(links.find(old_path), old_path.size(), "tra-cuu?ma=");
  const Finished after = bundle.check(web, "--catalogue --json 2>/dev/null");
  CHECK(after.status == 0);
  CHECK(was_asked(web, "dichvucong.gov.vn/tra-cuu?ma=1.001193"));
  for (const auto& link : by_url(after)) CHECK(link.second["standing"] == "good");
}

TEST_CASE("a slow site shows on standard error how far the check is", "[cli][links]") {
  const StandInWeb web(json::object({{"*", json::array({{{"status", 200}, {"after", 1.3}}})}}));
  const Finished ended = Bundle().check(web, "--json 2>&1 >/dev/null");
  CHECK(ended.says("Mở thử / asking 0/"));
}
