#include "content/text/claim_code.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

using namespace conglang;

TEST_CASE("a claim code has eight signs that nobody mistakes, each as likely as the others", "[claim-code]") {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  std::map<char, int> seen;
  for (int byte = 0; byte < 256; ++byte) {
    const auto code = claim_code_from(std::string(8, static_cast<char>(byte)));
    if (code) ++seen[code->front()];
    if (code) CHECK(code->size() == kClaimCodeLength);
  }
  CHECK(seen.size() == kClaimSigns.size());
  std::set<int> counts;
  for (const auto& entry : seen) counts.insert(entry.second);
  CHECK(counts.size() == 1);
  for (const char sign : std::string("0OQD1IL2Z5S8BGUV")) CHECK(seen.count(sign) == 0);
  CHECK_FALSE(claim_code_from("few"));
}

TEST_CASE("a claim code is read as people type it, and nothing else is", "[claim-code]") {
  CHECK(read_claim_code("K7MP3XR4") == "K7MP3XR4");
  CHECK(read_claim_code(" k7mp-3xr4 ") == "K7MP3XR4");
  CHECK(read_claim_code(spell_claim_code("K7MP3XR4")) == "K7MP3XR4");
  CHECK(spell_claim_code("K7MP3XR4") == "K7MP-3XR4");
  for (const char* typed : {"", "K7MP3XR", "K7MP3XR44", "K7MP3XR0", "K7MP3XR'", "K7MP3XRÁ"})
    CHECK_FALSE(read_claim_code(typed));
}
