#include "sync/server/fleet/report_door.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <nlohmann/json.hpp>

using namespace conglang;
using namespace conglang::server::fleet;
using nlohmann::json;

namespace {

const Instant kNow = *parse_instant("2026-11-27T08:00:00Z");

KnownWords known() {
  KnownWords words;
  words.learn({{"title", {{"vi", "Đăng ký khai sinh"}, {"en", "Register a birth"}}},
               {"more", {"giấy chứng sinh", "sổ 12 tháng", "hộ chiếu"}}});
  words.learn_guide("khai-sinh");
  words.learn_guide("dk-ktt");
  return words;
}

json count(const std::string& kind, const std::string& subject, const std::string& action) {
  return {{"day", "2026-11-26"}, {"kind", kind}, {"subject", subject}, {"action", action}, {"n", 2}};
}

json usage(const json& entry) {
  return {{"id", "usage-1"}, {"kind", "usage"}, {"body", {{"entries", {entry}}, {"lost", 0}}}};
}

// 1 for a row that passes, 0 for one that is refused.
std::size_t passed(const json& entry) {
  const auto report = read_report(usage(entry), known(), kNow);
  REQUIRE(report);
  CHECK(report->counts.size() + static_cast<std::size_t>(report->refused_counts) == 1);
  return report->counts.size();
}

Result<Report> health(const json& body) {
  return read_report({{"id", "h-1"}, {"kind", "health"}, {"body", body}}, known(), kNow);
}

}  // namespace

TEST_CASE("counters about published guides, procedures' codes and known words pass", "[fleet][door]") {
  CHECK(passed(count("use", "khai-sinh", "opened")) == 1);
  CHECK(passed(count("use", "dk-ktt", "code-shown")) == 1);
  CHECK(passed(count("use", "1.001193", "opened")) == 1);
  CHECK(passed(count("rating", "khai-sinh", "hard-to-read")) == 1);
  CHECK(passed(count("search", "khai-sinh", "found")) == 1);
  CHECK(passed(count("search", "giay chung sinh", "")) == 1);
  CHECK(passed(count("search", "12", "")) == 1);
}

TEST_CASE("an attack: numbers of nine digits and more are refused at the door, however they are written",
          "[fleet][door]") {
  const std::string subject = GENERATE("0912345678", "0912 345 678", "001 099 012 345", "so 123456789",
                                       "1.001193.000.00.00", "khai-sinh-0912345678", "０９１２３４５６７８");
  INFO(subject);
  for (const char* kind : {"use", "rating", "search"})
    for (const char* action : {"opened", "helped", "found", ""})
      CHECK(passed(count(kind, subject, action)) == 0);
}

TEST_CASE("an attack: words that no guide has are refused at the door", "[fleet][door]") {
  const std::string subject = GENERATE("nguyen van an", "khai sinh an", "ung thu", "xyz", "khai-tu-an", "");
  INFO(subject);
  for (const char* kind : {"use", "rating", "search"})
    for (const char* action : {"opened", "helped", "found", ""})
      CHECK(passed(count(kind, subject, action)) == 0);
}

TEST_CASE("words that are not folded, too many of them, odd kinds, actions, days and numbers are refused",
          "[fleet][door]") {
  CHECK(passed(count("search", "Khai Sinh", "")) == 0);
  CHECK(passed(count("search", "sinh sinh sinh sinh sinh sinh sinh sinh sinh", "")) == 0);
  CHECK(passed(count("visit", "khai-sinh", "opened")) == 0);
  CHECK(passed(count("use", "khai-sinh", "by nguyen van an")) == 0);
  CHECK(passed(count("rating", "khai-sinh", "khai sinh")) == 0);
  for (const char* day : {"2026-11-31", "2025-01-01", "2027-01-01", "today", ""}) {
    json entry = count("use", "khai-sinh", "opened");
    entry["day"] = day;
    CHECK(passed(entry) == 0);
  }
  for (const json& n : {json(0), json(-1), json(2'000'000), json("1"), json(1.5), json(nullptr)}) {
    json entry = count("use", "khai-sinh", "opened");
    entry["n"] = n;
    CHECK(passed(entry) == 0);
  }
  json more = count("use", "khai-sinh", "opened");
  more["visitor"] = "somebody";
  CHECK(passed(more) == 0);
}

TEST_CASE("one row that is refused does not cost the others", "[fleet][door]") {
  json report = usage(count("use", "khai-sinh", "opened"));
  report["body"]["entries"].push_back(count("search", "0912345678", ""));
  report["body"]["entries"].push_back("text");
  const auto read = read_report(report, known(), kNow);
  REQUIRE(read);
  CHECK(read->counts.size() == 1);
  CHECK(read->refused_counts == 2);
  CHECK(read->body.empty());
}

TEST_CASE("an attack: a report with free text in a field of its own, or personal numbers in one, is refused",
          "[fleet][door]") {
  CHECK(health({{"version", "1.2.3"}, {"error", "timestamp.json: expired on 2026-11-27T08:00:00Z"}}));
  for (const json& body :
       {json{{"error", "gọi 0912 345 678"}}, json{{"version", "001099012345"}},
        json{{"visitor", "Nguyễn Văn An"}}, json{{"error", std::string(400, 'x')}}, json{{"error", "a\nb"}},
        json{{"generation", "7"}}, json{{"turnedAway", 1}}, json{{"generation", 12345678901234567}},
        json{{"error", {{"a", "b"}}}}, json{{"generation", 912345678}}, json{{"upHours", -912345678}},
        json{{"generation", 18446744073709551615ULL}}, json{{"generation", 18446744072797205938ULL}}}) {
    const auto refused = health(body);
    REQUIRE_FALSE(refused);
    // What was refused is not repeated: an answer and a log are no place for it either.
    for (const char* part : {"0912", "0990", "Nguy", "visitor"})
      CHECK(refused.error().message.find(part) == std::string::npos);
  }
}

TEST_CASE("events of the machine pass with short lists of known fields alone", "[fleet][door]") {
  const auto agent = [](const json& entry) {
    return read_report(
        {{"id", "a-1"}, {"kind", "agent"}, {"at", "2026-11-27T07:00:00Z"}, {"body", {{"setAside", {entry}}}}},
        known(), kNow);
  };
  const auto good = agent({{"path", "communes/09784/patches/khai-sinh.json"},
                           {"guide", "khai-sinh"},
                           {"reason", "does not fit"}});
  REQUIRE(good);
  CHECK(good->at == parse_instant("2026-11-27T07:00:00Z"));
  CHECK(good->kind == ReportKind::agent);
  CHECK_FALSE(agent({{"who", "somebody"}}));
  CHECK_FALSE(agent({{"reason", "0912345678"}}));
  CHECK_FALSE(agent("text"));
  CHECK(read_report({{"id", "c"}, {"kind", "crash-loop"}, {"body", {{"active", "guides-1.db"}}}}, known(),
                    kNow));
  const auto picture = [](const json& body) {
    return read_report({{"id", "p"}, {"kind", "picture"}, {"body", body}}, known(), kNow);
  };
  CHECK(picture({{"file", "dinh.png"}, {"active", "guides-1.db"}, {"error", "no PNG"}}));
  CHECK_FALSE(picture({{"file", "dinh.png"}, {"who", "somebody"}}));
}

TEST_CASE("what is no report at all is refused", "[fleet][door]") {
  for (const json& document :
       {json("text"), json::array(), json::object(),
        json{{"id", ""}, {"kind", "health"}, {"body", json::object()}},
        json{{"id", "a b"}, {"kind", "health"}, {"body", json::object()}},
        json{{"id", std::string(100, 'a')}, {"kind", "health"}, {"body", json::object()}},
        json{{"id", "a"}, {"kind", "photo"}, {"body", json::object()}}, json{{"id", "a"}, {"kind", "health"}},
        json{{"id", "a"}, {"kind", "health"}, {"body", json::object()}, {"name", "somebody"}},
        json{{"id", "a"}, {"kind", "health"}, {"body", json::object()}, {"at", "yesterday"}},
        json{{"id", "a"}, {"kind", "usage"}, {"body", {{"entries", "none"}, {"lost", 0}}}}})
    CHECK_FALSE(read_report(document, known(), kNow));
}
