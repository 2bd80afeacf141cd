#include "tests/support/stand_in_web.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <memory>
#include <sstream>

#include "content/base/file.h"
#include "tests/folders.h"

namespace conglang::testing {
namespace {

constexpr std::uintmax_t kMaxLogBytes = 10'000'000;

// Self-signed, so that it is its own authority; key and certificate in one file.
void make_certificate(const std::filesystem::path& folder) {
  const Finished made = run_shell(
      "cd " + folder.string() +
      " && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=web "
      "-addext 'subjectAltName=DNS:dichvucong.gov.vn,DNS:*.dichvucong.gov.vn,DNS:*.gov.vn,DNS:zalo.me,"
      "DNS:dichvucong.bocongan.gov.vn' -keyout key.pem -out certificate.pem 2>/dev/null && "
      "cat key.pem certificate.pem > web.pem");
  REQUIRE(made.status == 0);
}

}  // namespace

StandInWeb::StandInWeb(const nlohmann::json& script) {
  make_certificate(folder_.path());
  REQUIRE(write_file_atomically(folder_ / "script.json", script.dump()));
  const std::string program = std::string(CONGLANG_SOURCE_DIR) + "/tests/support/stand_in_web.py";
  server_ =
      std::make_unique<Process>(Arguments{"python3", program, authorities(),
                                          (folder_ / "script.json").string(), (folder_ / "log").string()},
                                folder_ / "output");
  REQUIRE(server_->wait_for_output("\n", std::chrono::seconds(20)));
  std::istringstream(server_->output()) >> port_;
}

std::vector<StandInWeb::Asked> StandInWeb::asked() const {
  std::vector<Asked> asked;
  const auto log = read_file(folder_ / "log", kMaxLogBytes);
  if (!log) return asked;  // nobody came
  std::istringstream lines(*log);
  for (std::string line; std::getline(lines, line);) {
    const auto one = nlohmann::json::parse(line);
    asked.push_back({one["page"], one["at"], one["ofHost"], one["inAll"]});
  }
  return asked;
}

}  // namespace conglang::testing
