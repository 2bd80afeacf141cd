// What the server writes down about its work says nothing about anybody.

#include <signal.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "tests/unit/sync/server/staffed_office.h"

using namespace conglang;
using namespace conglang::testing;
using nlohmann::json;

namespace {

constexpr const char* kAddress = "203.0.113.77";

/// The lines of the log; those of standard output, which a script reads, are not among them.
std::vector<std::string> log_lines(const std::string& output) {
  std::vector<std::string> lines;
  std::istringstream stream(output);
  for (std::string line; std::getline(stream, line);)
    if (!line.starts_with("http://")) lines.push_back(line);
  return lines;
}

bool tells(const std::vector<std::string>& lines, const std::string& route) {
  return std::ranges::any_of(lines, [&](const std::string& line) {
    const json said = json::parse(line, nullptr, false);
    return said.is_object() && said.value("event", "") == "request" && said.value("route", "") == route;
  });
}

}  // namespace

TEST_CASE(
    "each line of the log is an object, and none holds a name, a password, a token, an address or a number",
    "[desk][security]") {
  StaffedOffice office(
      {.more = {"--behind-proxy"},
       .more_headers = fmt::format("X-Forwarded-For: {}\r\nX-Forwarded-Proto: https\r\n", kAddress)});
  std::vector<std::string> secrets = {kAddress,          "an.nguyen",       "Nguyễn Văn An",  "an.dan-phuong",
                                      "Cán bộ an",       "một con đê dài",  "đường làng rợp", "0912345678",
                                      "0912 345 678",    "Trần Thị Nở",     "K7MP3XR4",       "Máy cửa chính",
                                      "a secret of the", "conglang_session"};

  Browser an = office.browser("an");
  secrets.insert(secrets.end(), {an.cookie, an.csrf});
  Browser stranger = office.browser("an");
  stranger.cookie.clear();
  CHECK(stranger.sign_in("an.dan-phuong", "0912345678").status == 401);
  CHECK(stranger.sign_in("Trần Thị Nở", "0912345678").status == 401);
  REQUIRE(stranger.sign_in("an.dan-phuong", "đường làng rợp bóng").status == 200);
  secrets.insert(secrets.end(), {stranger.cookie, stranger.csrf});

  const Told draft = an.post(
      "/api/drafts", {{"path", "communes/09784/notices/hop-thon.json"}, {"title", "Hỏi Trần Thị Nở"}});
  REQUIRE(draft.status == 201);
  json content = draft.body["content"];
  content["body"] = json::array({{{"vi", "Gọi bà Trần Thị Nở, số 0912345678."}}});
  const std::string path = fmt::format("/api/drafts/{}", draft.body["id"].get<int>());
  REQUIRE(an.put(path, {{"revision", draft.body["revision"]}, {"content", content}, {"note", "0912 345 678"}})
              .status == 200);
  REQUIRE(an.post(path + "/submit").status == 422);  // a telephone number stands in it

  const std::string token = office.claim_kiosk("K7MP3XR4");
  secrets.push_back(token);
  const json entry = {{"day", format_date(local_date(clock_now()))},
                      {"kind", "search"},
                      {"subject", "0912345678"},
                      {"action", ""},
                      {"n", 1}};
  const json report = {
      {"id", "u-1"}, {"kind", "usage"}, {"body", {{"entries", json::array({entry})}, {"lost", 0}}}};
  REQUIRE(office.machine(token).post("/api/reports", {{"reports", json::array({report})}}).status == 200);
  CHECK(office.machine("no token of ours").post("/api/reports", {{"reports", json::array()}}).status == 401);
  const Told link = office.browser("tinh").post(
      "/api/invitations", {{"displayName", "Trần Thị Nở"}, {"roles", {"author"}}, {"commune", "09784"}});
  REQUIRE(link.status == 201);
  const std::string invitation = invitation_in(link.body);
  secrets.push_back(invitation.substr(invitation.rfind('/') + 1));
  CHECK(office.browser("an").post(invitation, {{"name", "no"}, {"password", "0912345678"}}).status == 422);
  CHECK(office.office.process->stop(SIGTERM) == 0);

  const std::vector<std::string> lines = log_lines(office.office.process->output());
  for (const std::string& line : lines) {
    CAPTURE(line);
    const json said = json::parse(line, nullptr, false);
    REQUIRE(said.is_object());
    for (const char* field : {"at", "level", "event"}) CHECK(said.contains(field));
    for (const std::string& secret : secrets) CHECK(line.find(secret) == std::string::npos);
  }
  for (const char* route :
       {"/api/sign-in", "/api/drafts", "/api/drafts/{id}", "/api/drafts/{id}/submit", "/api/kiosks",
        "/api/devices", "/api/reports", "/api/invitations", "/api/invitations/{token}"}) {
    CAPTURE(route);
    CHECK(tells(lines, route));
  }
}
