// A kiosk's agent and the province's server as they are installed: enrolled, claimed, heard once whatever is
// killed in between, and doing what it is asked.

#include <signal.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>

#include "content/base/file.h"
#include "content/base/time.h"
#include "tests/e2e/village.h"
#include "tests/support/browser.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;
using std::chrono::seconds;
namespace fs = std::filesystem;

namespace {

// The province's server with a data folder, on one port however often it is started.
class Province {
 public:
  explicit Province(fs::path repository) : repository_(std::move(repository)) {
    start();
    const Finished made = run({program("conglang-server"), "--data", folder_ / "data", "operator", "Tỉnh"});
    INFO(made.output);
    REQUIRE(made.status == 0);
    const std::string token = made.output.substr(made.output.rfind('/') + 1);
    browser_.emplace(static_cast<std::uint16_t>(port_));
    const Told told = browser_->post("/api/invitations/" + token.substr(0, token.find('\n')),
                                     {{"name", "tinh"}, {"password", "một con đê dài bên sông"}});
    INFO(told.raw.body);
    REQUIRE(told.status == 200);
  }

  void start() {
    server_ = std::make_unique<Process>(Arguments{program("conglang-server"), "--repo", repository_, "--data",
                                                  folder_ / "data", "--port", std::to_string(port_)},
                                        folder_ / "server.log");
    REQUIRE(server_->wait_for_output("http://127.0.0.1:", seconds(30)));
    const std::string output = server_->output();
    port_ = std::stoi(output.substr(output.rfind("http://127.0.0.1:") + 17));
  }
  void kill() { server_->stop(SIGKILL); }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  Browser& desk() { return *browser_; }

 private:
  TemporaryFolder folder_;
  fs::path repository_;
  int port_ = 0;
  std::unique_ptr<Process> server_;
  std::optional<Browser> browser_;
};

json shown(const Village& village) {
  const auto bytes = read_file(village.data() / "enrolment.json", 8192);
  return bytes ? json::parse(*bytes, nullptr, false) : json::object();
}

// One guide that was opened, and one search that nobody may keep.
void count_in_outbox(const Village& village, int batch) {
  const std::string today =
      format_date(local_date(std::chrono::floor<seconds>(std::chrono::system_clock::now())));
  const auto entry = [&](const char* kind, const char* subject, const char* action) {
    return json{{"day", today}, {"kind", kind}, {"subject", subject}, {"action", action}, {"n", 1}};
  };
  json usage = {{"batch", "usage"}, {"id", batch}, {"lost", 0}};
  usage["entries"] = {entry("use", "khai-sinh", "opened"), entry("search", "0912345678", "")};
  REQUIRE(make_folders(village.data() / "outbox"));
  REQUIRE(write_file_atomically(village.data() / "outbox" / fmt::format("usage-{}.batch.json", batch),
                                usage.dump()));
}

bool is_empty(const Village& village) {
  for (const auto& entry : fs::directory_iterator(village.data() / "outbox"))
    if (entry.path().extension() == ".json") return false;
  return true;
}

}  // namespace

TEST_CASE(
    "a kiosk is enrolled by its code, heard once though the server is killed, and does what it is asked",
    "[e2e][fleet]") {
  Village village;
  Province province(village.repository());
  Process agent({program("conglang-sync"), "--data", village.data(), "--url", province.url(), "--server",
                 province.url(), "--interval", "1", "--report-every", "1"},
                village.data() / "agent.log");

  // Enrolled.
  REQUIRE(eventually([&] { return shown(village).value("state", "") == "waiting"; }));
  const Told claimed = province.desk().post("/api/kiosks", {{"claimCode", shown(village)["claimCode"]},
                                                            {"name", "Máy cửa chính"},
                                                            {"place", "Thôn Thượng Tháp"},
                                                            {"commune", "09784"}});
  INFO(claimed.raw.body);
  REQUIRE(claimed.status == 201);
  REQUIRE(eventually([&] { return shown(village).value("state", "") == "claimed"; }));
  const std::string kiosk = "/api/kiosks/" + std::to_string(claimed.body["id"].get<int>());
  CHECK(eventually([&] { return province.desk().get(kiosk).body["state"] == "well"; }));

  // Heard once.
  constexpr int kBatches = 12;
  for (int batch = 0; batch < kBatches; ++batch) {
    count_in_outbox(village, batch);
    if (batch % 4 != 1) continue;
    province.kill();
    count_in_outbox(village, ++batch);
    province.start();
  }
  INFO(agent.output());
  REQUIRE(eventually([&] { return is_empty(village); }, seconds(60)));
  const json usage = province.desk().get("/api/usage").body;
  CHECK(usage["all"]["opened"] == kBatches);
  CHECK(usage["searches"].empty());
  CHECK(province.desk().get(kiosk).body["refusedEntries"] == kBatches);

  // Asked.
  for (const char* ask : {"sync", "restart"})
    REQUIRE(province.desk().post(kiosk + "/asks", {{"ask", ask}}).status == 202);
  CHECK(eventually([&] {
    const json asks = province.desk().get(kiosk).body["asks"];
    return !asks[0]["doneAt"].is_null() && !asks[1]["doneAt"].is_null();
  }));
  CHECK(fs::exists(village.data() / "restart.order"));
  CHECK(agent.output().find("the operator asked: sync") != std::string::npos);

  CHECK(
      eventually([&] { return province.desk().get(kiosk).body["health"]["generation"] == 1; }, seconds(60)));
  REQUIRE(province.desk().post(kiosk + "/retire").status == 200);
  CHECK(eventually([&] { return shown(village).value("state", "") == "waiting"; }));
  CHECK(agent.stop(SIGTERM) == 0);
}
