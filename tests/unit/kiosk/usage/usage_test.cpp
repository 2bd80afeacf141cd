#include "kiosk/usage/usage.h"

#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <csignal>
#include <nlohmann/json.hpp>
#include <set>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::usage;
using conglang::testing::TemporaryFolder;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const Date kMonday = *parse_date("2026-11-23");
const Date kTuesday = *parse_date("2026-11-24");

bool is_known(std::string_view word) {
  static const std::set<std::string, std::less<>> kWords{"dang", "ky",  "ket", "hon",
                                                         "dat",  "cho", "con", "12"};
  return kWords.count(word) > 0;
}

// Every byte that the folder holds.
std::string all_bytes(const fs::path& folder) {
  std::string bytes;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += read_file(entry.path(), 64UL << 20U).value_or("");
  return bytes;
}

std::vector<json> batches(const TemporaryFolder& data) {
  std::vector<json> found;
  if (!fs::exists(data / "outbox")) return found;
  for (const auto& entry : fs::directory_iterator(data / "outbox"))
    found.push_back(json::parse(read_file(entry.path(), 1UL << 20U).value_or("")));
  return found;
}

void search_in_visits(Usage& usage, const std::string& text, int visits) {
  for (int i = 0; i < visits; ++i) {
    usage.search_failed(text, kMonday, is_known);
    usage.end_visit();
  }
  usage.write_down(kMonday);
}

}  // namespace

TEST_CASE("counts of a day leave the next day as one batch, and none twice", "[usage]") {
  const TemporaryFolder data;
  Usage usage(data.path());
  for (int i = 0; i < 3; ++i) usage.count({Kind::use, kMonday, "khai-sinh", "opened"});
  usage.count({Kind::rating, kMonday, "khai-sinh", "helped"});
  usage.write_down(kMonday);
  CHECK(batches(data).empty());
  usage.count({Kind::use, kTuesday, "khai-sinh", "opened"});
  usage.write_down(kTuesday);
  REQUIRE(batches(data).size() == 1);
  const json batch = batches(data).front();
  CHECK(batch["entries"] == json::parse(R"([
    {"day":"2026-11-23","kind":"use","subject":"khai-sinh","action":"opened","n":3},
    {"day":"2026-11-23","kind":"rating","subject":"khai-sinh","action":"helped","n":1}])"));
  CHECK(batch["lost"] == 0);
  CHECK(batch["id"].get<std::string>().size() == 32);
  usage.write_down(kTuesday);
  CHECK(batches(data).size() == 1);
}

TEST_CASE("counts outlive the program", "[usage]") {
  const TemporaryFolder data;
  {
    Usage usage(data.path());
    usage.count({Kind::use, kMonday, "can-cuoc", "code-shown"});
    usage.write_down(kMonday);
  }
  Usage usage(data.path());
  usage.write_down(kTuesday);
  CHECK(batches(data).at(0)["entries"][0]["subject"] == "can-cuoc");
}

TEST_CASE("attack: a number of twelve digits is typed into search", "[usage][security]") {
  const std::string text =
      GENERATE("001085012345", "001 085 012 345", "đăng ký 001085012345", "kết hôn 0912.345.678");
  const TemporaryFolder data;
  Usage usage(data.path());
  search_in_visits(usage, text, 10);
  usage.write_down(kTuesday);
  const std::string bytes = all_bytes(data.path());
  CHECK(bytes.find("001085") == std::string::npos);
  CHECK(bytes.find("085012") == std::string::npos);
  CHECK(bytes.find("0912") == std::string::npos);
  CHECK(bytes.find("dang") == std::string::npos);
}

TEST_CASE("attack: a name is typed into search", "[usage][security]") {
  const TemporaryFolder data;
  Usage usage(data.path());
  search_in_visits(usage, "Zebedee đăng ký kết hôn Zylinder", 10);
  usage.write_down(kTuesday);
  const std::string bytes = all_bytes(data.path());
  for (const char* name : {"Zebedee", "zebedee", "zylinder", "Zylinder"})
    CHECK(bytes.find(name) == std::string::npos);
  CHECK(batches(data).at(0)["entries"][0]["subject"] == "dang ky ket hon");
  CHECK(batches(data).at(0)["entries"][0]["n"] == 8);
}

TEST_CASE("attack: two visits, or one that tries again and again, are too few to be kept",
          "[usage][security]") {
  const TemporaryFolder data;
  Usage usage(data.path());
  search_in_visits(usage, "chia đất cho con", 2);
  for (int i = 0; i < 50; ++i) usage.search_failed("đăng ký kết hôn", kMonday, is_known);
  usage.write_down(kTuesday);
  CHECK(all_bytes(data.path()).find("dat cho con") == std::string::npos);
  CHECK(all_bytes(data.path()).find("ket hon") == std::string::npos);
  search_in_visits(usage, "chia đất cho con", 1);
  CHECK(all_bytes(data.path()).find("dat cho con") != std::string::npos);
}

TEST_CASE("attack: a subject that could be about somebody is not counted", "[usage][security]") {
  const TemporaryFolder data;
  Usage usage(data.path());
  for (const std::string& subject :
       {std::string("001085012345"), std::string("Nguyễn Văn"), std::string("a\nb"), std::string(2000, 'a')})
    usage.count({Kind::use, kMonday, subject, "opened"});
  usage.write_down(kMonday);
  usage.write_down(kTuesday);
  CHECK(batches(data).empty());
}

TEST_CASE("cut off between file and deletion, the same batch is written again under its id", "[usage]") {
  const TemporaryFolder data;
  auto file = UsageFile::open(data / "usage.db");
  REQUIRE(file);
  REQUIRE(file->count({Kind::use, kMonday, "khai-sinh", "opened"}));
  // An outbox that cannot be made: the batch is marked, and stays.
  REQUIRE(write_file_atomically(data / "blocked", "a file, no folder"));
  CHECK_FALSE(file->hand_over(kTuesday, data.path() / "blocked" / "outbox"));
  REQUIRE(file->count({Kind::use, kTuesday, "khai-sinh", "opened"}));
  REQUIRE(file->hand_over(kTuesday, data / "outbox"));
  REQUIRE(batches(data).size() == 1);
  CHECK(batches(data)[0]["entries"].size() == 1);
  CHECK(batches(data)[0]["entries"][0]["n"] == 1);
}

TEST_CASE("a full disk loses counts, says how many, and goes on when there is room", "[usage]") {
  const TemporaryFolder data;
  Usage usage(data.path());
  // No file may grow: what a full disk is to the program.
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit none{0, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
  for (int i = 0; i < 5; ++i) {
    usage.count({Kind::use, kMonday, "khai-sinh", "opened"});
    usage.write_down(kMonday);
  }
  ::setrlimit(RLIMIT_FSIZE, &before);
  CHECK(usage.lost() == 5);
  CHECK_FALSE(usage.trouble().empty());
  usage.count({Kind::use, kMonday, "khai-sinh", "opened"});
  usage.write_down(kMonday);
  CHECK(usage.trouble().empty());
  usage.write_down(kTuesday);
  CHECK(batches(data).at(0)["entries"][0]["n"] == 1);
  CHECK(batches(data).at(0)["lost"] == 5);
}

TEST_CASE("a damaged file is put away, and counting goes on", "[usage]") {
  const TemporaryFolder data;
  REQUIRE(write_file_atomically(data / "usage.db", std::string(5000, 'x')));
  Usage usage(data.path());
  usage.count({Kind::use, kMonday, "khai-sinh", "opened"});
  usage.write_down(kMonday);
  CHECK(usage.lost() == 0);
  CHECK(fs::exists(data / "usage.db.damaged"));
}
