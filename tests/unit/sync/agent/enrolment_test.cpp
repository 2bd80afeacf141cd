#include "sync/agent/enrolment.h"

#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "content/base/file.h"
#include "content/base/hex.h"
#include "content/text/claim_code.h"
#include "sync/tuf/digest.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/sync/agent/scripted_line.h"

using namespace conglang;
using namespace conglang::agent;
using namespace conglang::testing;
using nlohmann::json;

namespace {

constexpr const char* kToken = "token-of-this-machine";

// Bytes that differ from call to call, the same in each test.
std::string next_bytes(std::size_t count) {
  static unsigned next = 1;
  std::string bytes;
  while (bytes.size() < count) bytes += *from_hex(tuf::sha256_hex(std::to_string(next++)));
  bytes.resize(count);
  return bytes;
}

// A server that knows one machine; `claimed` by whoever typed its code.
struct Server {
  bool claimed = false;
  bool forgot = false;
  int offered = 0;
  std::string code;
  std::string secret_hash;

  Result<client::ApiAnswer> operator()(const client::ApiCall& call) {
    if (call.path == "/api/devices") {
      const json body = json::parse(call.body);
      ++offered;
      forgot = false;
      code = body["claimCode"];
      secret_hash = body["deviceSecretHash"];
      return answer(201, {{"deviceId", "d-1"}});
    }
    REQUIRE(call.path == "/api/devices/d-1");
    if (forgot || tuf::sha256_hex(call.token) != secret_hash) return answer(404, json::object());
    if (!claimed) return answer(200, {{"state", "waiting"}});
    return answer(200,
                  {{"state", "claimed"}, {"token", kToken}, {"commune", "09784"}, {"place", "Thượng Tháp"}});
  }
};

struct Machine {
  TemporaryFolder data;
  Server server;
  ScriptedLine line{[this](const client::ApiCall& call) { return server(call); }};
  Enrolment enrolment{data.path(), next_bytes};
  std::chrono::seconds retry_after{0};

  bool step() { return enrolment.step(line, retry_after).value(); }
  void restart() { enrolment = Enrolment(data.path(), next_bytes); }
  json shown() const { return json::parse(read_file(data / "enrolment.json", 8192).value()); }
};

}  // namespace

TEST_CASE("a machine offers itself, shows its code, and has a token once somebody claimed it",
          "[enrolment]") {
  Machine machine;
  CHECK(machine.step());
  CHECK(machine.shown()["state"] == "offering");
  CHECK(machine.step());
  CHECK(machine.shown()["claimCode"] == machine.server.code);
  CHECK(read_claim_code(machine.server.code) == machine.server.code);
  for (int asked = 0; asked < 3; ++asked) CHECK_FALSE(machine.step());
  machine.server.claimed = true;
  CHECK(machine.step());
  CHECK(machine.enrolment.has_token());
  CHECK(machine.enrolment.device().token == kToken);
  CHECK(machine.shown() == json{{"state", "claimed"}, {"commune", "09784"}, {"place", "Thượng Tháp"}});
  CHECK(machine.server.offered == 1);
}

TEST_CASE("a machine that is restarted between any two steps is offered once", "[enrolment]") {
  Machine machine;
  for (int step = 0; step < 4; ++step) {
    machine.step();
    machine.restart();
  }
  machine.server.claimed = true;
  machine.step();
  machine.restart();
  CHECK(machine.enrolment.device().token == kToken);
  CHECK(machine.server.offered == 1);
}

TEST_CASE("secret and token are for the owner's eyes alone, and not in what the screen may show",
          "[enrolment]") {
  Machine machine;
  machine.server.claimed = true;
  while (!machine.enrolment.has_token()) machine.step();
  struct stat info {};
  REQUIRE(::stat((machine.data / "device.json").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0600);
  const std::string shown = read_file(machine.data / "enrolment.json", 8192).value();
  CHECK(shown.find(kToken) == std::string::npos);
  CHECK(shown.find(machine.enrolment.device().secret) == std::string::npos);
  // Of the secret only the digest ever leaves before it is claimed.
  CHECK(machine.line.calls.front().body.find(machine.enrolment.device().secret) == std::string::npos);
}

TEST_CASE("a code that has run out, or that another machine shows, is replaced with its secret",
          "[enrolment]") {
  Machine machine;
  machine.step();
  machine.step();
  const Device before = machine.enrolment.device();
  machine.server.forgot = true;
  CHECK_FALSE(machine.step());
  CHECK(machine.enrolment.device().claim_code != before.claim_code);
  CHECK(machine.enrolment.device().secret != before.secret);
  machine.step();
  CHECK(machine.server.offered == 2);

  ScriptedLine taken([](const client::ApiCall&) { return answer(409, json::object()); });
  TemporaryFolder data;
  Enrolment other(data.path(), next_bytes);
  std::chrono::seconds retry_after{0};
  REQUIRE(other.step(taken, retry_after));
  const std::string first = other.device().claim_code;
  REQUIRE(other.step(taken, retry_after));
  CHECK(other.device().claim_code != first);
}

TEST_CASE("no answer, or a server in trouble, leaves everything as it was", "[enrolment]") {
  TemporaryFolder data;
  Enrolment enrolment(data.path(), next_bytes);
  std::chrono::seconds retry_after{0};
  ScriptedLine silent([](const client::ApiCall&) -> Result<client::ApiAnswer> {
    return fail(Errc::network, "nobody answers");
  });
  REQUIRE(enrolment.step(silent, retry_after));
  const Device before = enrolment.device();
  CHECK_FALSE(enrolment.step(silent, retry_after));
  ScriptedLine busy([](const client::ApiCall&) {
    return client::ApiAnswer{503, "", std::chrono::seconds(30)};
  });
  CHECK_FALSE(enrolment.step(busy, retry_after));
  CHECK(retry_after == std::chrono::seconds(30));
  CHECK(enrolment.device() == before);
}

TEST_CASE("an attack: an answer cannot put anything but plain words into an address or a header",
          "[enrolment]") {
  TemporaryFolder data;
  Enrolment enrolment(data.path(), next_bytes);
  std::chrono::seconds retry_after{0};
  ScriptedLine line([](const client::ApiCall&) { return answer(201, {{"deviceId", "../../x\r\nEvil: 1"}}); });
  REQUIRE(enrolment.step(line, retry_after));
  CHECK_FALSE(enrolment.step(line, retry_after));
  CHECK(enrolment.device().id.empty());
}

TEST_CASE("a damaged file of the machine's identity is begun anew", "[enrolment]") {
  TemporaryFolder data;
  REQUIRE(write_file_atomically(data / "device.json", R"({"secret":"short","token":"x"})"));
  CHECK_FALSE(Enrolment(data.path(), next_bytes).has_token());
}
