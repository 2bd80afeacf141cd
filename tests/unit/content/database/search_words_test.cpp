#include "content/database/search_words.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang::database;

TEST_CASE("words are compared by letters alone, and a form's number belongs to its letters", "[search]") {
  CHECK(search_words("  Đăng KÝ, (ct 01)") ==
        std::vector<SearchWord>{{"đăng", "dang"}, {"ký", "ki"}, {"ct01", "ct01"}});
  CHECK(search_words("bà 80 tuổi").size() == 3);
  CHECK(search_words("ct 0123").size() == 2);
  CHECK(search_words("\xff").empty());
  CHECK(search_words(" -- ").empty());
}

TEST_CASE("one slip is one letter more, less, other or swapped", "[search]") {
  for (const char* typed : {"sinh", "snih", "sinhh", "sih", "xinh", "sin", "inh", "asinh"}) {
    CAPTURE(typed);
    CHECK(within_one_slip("sinh", typed));
    CHECK(within_one_slip(typed, "sinh"));
  }
  for (const char* typed : {"hnis", "sn", "sinnhh", "xanh", "sinhab"})
    CHECK_FALSE(within_one_slip("sinh", typed));
  CHECK(within_one_slip("", ""));
}

TEST_CASE("initials that a region does not tell apart sound the same", "[search]") {
  CHECK(sound_key("nuu") == sound_key("luu"));
  CHECK(sound_key("chich") == sound_key("trich"));
  CHECK(sound_key("xo") == sound_key("so"));
  CHECK(sound_key("dam") == sound_key("giam"));
  CHECK(sound_key("nghi") != sound_key("lghi"));
  CHECK(sound_key("n") == "n");
}

TEST_CASE("the place of a word is the bytes that it takes in the text", "[search]") {
  const std::string text = "Tờ khai CT 01, đất";
  std::vector<std::string> pieces;
  for (const PlacedWord& one : placed_words(text))
    pieces.push_back(text.substr(one.span.begin, one.span.length));
  CHECK(pieces == std::vector<std::string>{"Tờ", "khai", "CT 01", "đất"});
}
