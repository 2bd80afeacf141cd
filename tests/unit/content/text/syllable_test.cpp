#include "content/text/syllable.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;

TEST_CASE("a toned letter is split into letter and tone and put together again", "[text]") {
  CHECK(split_tone(U'ệ').letter == U'ê');
  CHECK(split_tone(U'ệ').tone == Tone::dot);
  CHECK(split_tone(U'đ').letter == U'đ');
  CHECK(with_tone(U'ư', Tone::tilde) == U'ữ');
  CHECK(with_tone(U'k', Tone::tilde) == U'k');
}

TEST_CASE("what exists, and what may still come to exist, is told from what cannot", "[text]") {
  for (const auto* may :
       {U"", U"ng", U"q", U"qu", U"viet", U"việt", U"nghiêng", U"tuoi", U"giương", U"quyt", U"xoong"})
    CHECK(may_become_syllable(may == std::u32string_view(U"việt") ? U"viêt" : may));
  for (const auto* never : {U"w", U"cat1", U"email", U"viêk", U"uă", U"bl", U"quư", U"trangd"})
    CHECK_FALSE(may_become_syllable(never));
}

TEST_CASE("only final p, t, c and ch are stops", "[text]") {
  for (const auto* stop : {U"cat", U"sach", U"viêc", U"hop"}) CHECK(ends_in_stop(stop));
  for (const auto* open : {U"", U"t", U"ch", U"nhanh", U"ca"}) CHECK_FALSE(ends_in_stop(open));
}

TEST_CASE("a run without a vowel has no place for a tone", "[text]") {
  CHECK_FALSE(tone_position(U"", ToneStyle::modern));
  CHECK_FALSE(tone_position(U"ngh", ToneStyle::modern));
  CHECK(tone_position(U"qu", ToneStyle::modern) == 1);
  CHECK(tone_position(U"gi", ToneStyle::modern) == 1);
}
