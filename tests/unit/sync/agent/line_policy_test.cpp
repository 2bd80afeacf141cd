#include "sync/agent/line_policy.h"

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::agent;
using namespace std::chrono_literals;

namespace {

Result<LinePolicy> policy_of(const std::string& bytes) {
  const testing::TemporaryFolder data;
  REQUIRE(write_file_atomically(data / "sync.json", bytes));
  return load_policy(data.path());
}

// The instant at which it is that time in Việt Nam.
Instant at(std::chrono::minutes time_of_day) {
  return Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}} + time_of_day - kVietnamOffset;
}

}  // namespace

TEST_CASE("without a sync.json nothing is held back", "[agent]") {
  const testing::TemporaryFolder data;
  CHECK(load_policy(data.path()) == LinePolicy{});
  CHECK(is_media_time(LinePolicy{}, at(12h)));
  CHECK(policy_of("{}") == LinePolicy{});
}

TEST_CASE("each field of sync.json is read", "[agent]") {
  const auto policy = policy_of(
      R"({"max_bytes_per_s":65536,"media_hours":"22:00-05:30","metered_bytes_per_day":20000000,
          "proxy":"http://10.0.0.1:3128","ca_file":"/etc/ssl/province.pem","future":1})");
  REQUIRE(policy);
  CHECK(*policy ==
        LinePolicy{65536, Hours{22h, 5h + 30min}, 20000000, "http://10.0.0.1:3128", "/etc/ssl/province.pem"});
}

TEST_CASE("a field that makes no sense is refused by its name", "[agent]") {
  for (const std::string field :
       {R"("max_bytes_per_s":1)", R"("max_bytes_per_s":"fast")", R"("metered_bytes_per_day":-1)",
        R"("media_hours":"22-05")", R"("media_hours":"24:00-05:00")", R"("media_hours":"22:00")",
        R"("media_hours":"05:00-05:00")", R"("media_hours":"22:00-05:60")", R"("proxy":7)",
        R"("ca_file":[])"}) {
    INFO(field);
    const auto refused = policy_of("{" + field + "}");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find(field.substr(1, field.find('"', 1) - 1)) != std::string::npos);
  }
  CHECK(policy_of("[").error().code == Errc::parse);
}

TEST_CASE("hours over midnight are the night, others the day between them", "[agent]") {
  LinePolicy policy;
  policy.media_hours = Hours{22h, 5h};
  CHECK(is_media_time(policy, at(22h)));
  CHECK(is_media_time(policy, at(23h + 59min)));
  CHECK(is_media_time(policy, at(4h + 59min)));
  CHECK_FALSE(is_media_time(policy, at(5h)));
  CHECK_FALSE(is_media_time(policy, at(21h + 59min)));
  policy.media_hours = Hours{9h, 11h};
  CHECK(is_media_time(policy, at(10h)));
  CHECK_FALSE(is_media_time(policy, at(11h)));
  CHECK_FALSE(is_media_time(policy, at(3h)));
}
