#include "content/text/syllable.h"

#include <algorithm>
#include <array>
#include <span>

namespace conglang {

namespace {

// Each vowel letter with its six tones, in the order of Tone.
constexpr std::u32string_view kTonedVowels =
    U"aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
constexpr std::size_t kTones = 6;

constexpr std::u32string_view kMarked = U"ăâêôơưđ";
constexpr std::u32string_view kUnmarked = U"aaeooud";

constexpr auto kInitials = std::to_array<std::u32string_view>(
    {U"",  U"b",  U"c",   U"ch", U"d", U"đ",  U"g", U"gh", U"gi", U"h",  U"k",  U"kh", U"l", U"m",
     U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"r", U"s",  U"t",  U"th", U"tr", U"v",  U"x"});

constexpr auto kRimes = std::to_array<std::u32string_view>({
    U"a",   U"ac",   U"ach",  U"ai",   U"am",   U"an",  U"ang",  U"anh",  U"ao",  U"ap",   U"at",   U"au",
    U"ay",  U"ăc",   U"ăm",   U"ăn",   U"ăng",  U"ăp",  U"ăt",   U"âc",   U"âm",  U"ân",   U"âng",  U"âp",
    U"ât",  U"âu",   U"ây",   U"e",    U"ec",   U"em",  U"en",   U"eng",  U"eo",  U"ep",   U"et",   U"ê",
    U"êch", U"êm",   U"ên",   U"ênh",  U"êp",   U"êt",  U"êu",   U"i",    U"ia",  U"ich",  U"im",   U"in",
    U"inh", U"ip",   U"it",   U"iu",   U"iêc",  U"iêm", U"iên",  U"iêng", U"iêp", U"iêt",  U"iêu",  U"o",
    U"oa",  U"oac",  U"oach", U"oai",  U"oam",  U"oan", U"oang", U"oanh", U"oao", U"oap",  U"oat",  U"oay",
    U"oăc", U"oăm",  U"oăn",  U"oăng", U"oăt",  U"oc",  U"oe",   U"oen",  U"oeo", U"oet",  U"oi",   U"om",
    U"on",  U"ong",  U"ooc",  U"oong", U"op",   U"ot",  U"ô",    U"ôc",   U"ôi",  U"ôm",   U"ôn",   U"ông",
    U"ôp",  U"ôt",   U"ơ",    U"ơi",   U"ơm",   U"ơn",  U"ơp",   U"ơt",   U"u",   U"ua",   U"uc",   U"ui",
    U"um",  U"un",   U"ung",  U"up",   U"ut",   U"uân", U"uâng", U"uât",  U"uây", U"uê",   U"uêch", U"uênh",
    U"uôc", U"uôi",  U"uôm",  U"uôn",  U"uông", U"uôt", U"uơ",   U"uy",   U"uya", U"uych", U"uynh", U"uyt",
    U"uyu", U"uyên", U"uyêt", U"ư",    U"ưa",   U"ưc",  U"ưi",   U"ưm",   U"ưng", U"ưt",   U"ưu",   U"ươc",
    U"ươi", U"ươm",  U"ươn",  U"ương", U"ươp",  U"ươt", U"ươu",  U"y",    U"yêm", U"yên",  U"yêng", U"yêt",
    U"yêu",
});

// After qu the u belongs to the initial, so these are the rimes with a glide, written without it.
constexpr auto kRimesAfterQu = std::to_array<std::u32string_view>({
    U"a",  U"ac", U"ach", U"ai", U"an",  U"ang", U"anh", U"ao",  U"ap",  U"at",  U"au",  U"ay", U"ăc",
    U"ăm", U"ăn", U"ăng", U"ăp", U"ăt",  U"âc",  U"ân",  U"âng", U"ât",  U"âu",  U"ây",  U"e",  U"en",
    U"eo", U"et", U"ê",   U"ên", U"ênh", U"êch", U"êt",  U"i",   U"ich", U"inh", U"it",  U"ô",  U"ôc",
    U"ơ",  U"ơi", U"ơn",  U"ơt", U"y",   U"ych", U"ynh", U"yp",  U"yt",  U"yên", U"yêt",
});

constexpr std::u32string_view kQu = U"qu";

bool may_stand_for(char32_t typed, char32_t letter) {
  return typed == letter || typed == without_mark(letter);
}

/// `typed` is as long as `whole` or shorter, and each letter may stand for the one in its place.
bool begins(std::u32string_view typed, std::u32string_view whole) {
  if (typed.size() > whole.size()) return false;
  for (std::size_t i = 0; i < typed.size(); ++i)
    if (!may_stand_for(typed[i], whole[i])) return false;
  return true;
}

bool begins_any(std::u32string_view typed, std::span<const std::u32string_view> rimes) {
  if (typed.empty()) return true;
  if (!is_vowel(typed.front())) return false;
  for (const std::u32string_view rime : rimes)
    if (begins(typed, rime)) return true;
  return false;
}

/// Where the nucleus starts. The u of qu and, before another vowel, the i of gi belong to the initial.
std::size_t initial_length(std::u32string_view letters) {
  const bool glide = letters.starts_with(kQu) || letters.starts_with(U"gi");
  if (glide && letters.size() > 2 && is_vowel(letters[2])) return 2;
  const auto vowel = std::ranges::find_if(letters, is_vowel);
  return static_cast<std::size_t>(vowel - letters.begin());
}

bool is_one_of(std::u32string_view nucleus, std::initializer_list<std::u32string_view> group) {
  return std::ranges::find(group, nucleus) != group.end();
}

/// The position within an open nucleus of two or three unmarked letters.
std::size_t position_when_open(std::u32string_view nucleus, ToneStyle style) {
  // Still without its mark, which will fall on the last letter (iê, yê, uô, uê, uyê).
  if (is_one_of(nucleus, {U"ie", U"ye", U"uo", U"ue", U"uye"})) return nucleus.size() - 1;
  if (nucleus.size() >= 3) return 1;
  if (is_one_of(nucleus, {U"oa", U"oe", U"uy"})) return style == ToneStyle::modern ? 1 : 0;
  return 0;
}

}  // namespace

TonedLetter split_tone(char32_t lower) {
  const std::size_t at = kTonedVowels.find(lower);
  if (at == std::u32string_view::npos) return {lower, Tone::level};
  return {kTonedVowels[at / kTones * kTones], static_cast<Tone>(at % kTones)};
}

char32_t with_tone(char32_t letter, Tone tone) {
  const std::size_t at = kTonedVowels.find(letter);
  if (at == std::u32string_view::npos) return letter;
  return kTonedVowels[at / kTones * kTones + static_cast<std::size_t>(tone)];
}

char32_t without_mark(char32_t letter) {
  if (letter < 0x80) return letter;
  const std::size_t at = kMarked.find(letter);
  return at == std::u32string_view::npos ? letter : kUnmarked[at];
}

bool is_vowel(char32_t letter) {
  constexpr std::u32string_view kVowels = U"aeiouy";
  return kVowels.find(without_mark(letter)) != std::u32string_view::npos;
}

bool may_become_syllable(std::u32string_view letters) {
  constexpr std::size_t kLongest = 7;  // nghiêng
  if (letters.size() > kLongest) return false;
  if (begins(letters, kQu)) return true;
  if (letters.starts_with(kQu)) return begins_any(letters.substr(kQu.size()), kRimesAfterQu);
  return std::ranges::any_of(kInitials, [&](std::u32string_view initial) {
    return letters.starts_with(initial) && begins_any(letters.substr(initial.size()), kRimes);
  });
}

bool ends_in_stop(std::u32string_view letters) {
  if (letters.size() < 2) return false;
  if (letters.ends_with(U"ch")) letters.remove_suffix(1);
  constexpr std::u32string_view kStops = U"ptc";
  return kStops.find(letters.back()) != std::u32string_view::npos && std::ranges::any_of(letters, is_vowel);
}

std::optional<std::size_t> tone_position(std::u32string_view letters, ToneStyle style) {
  const std::size_t start = initial_length(letters);
  std::u32string_view nucleus = letters.substr(start);
  if (nucleus.empty()) return std::nullopt;
  const auto end = std::ranges::find_if_not(nucleus, is_vowel);
  const bool closed = end != nucleus.end();
  nucleus = nucleus.substr(0, static_cast<std::size_t>(end - nucleus.begin()));
  for (std::size_t i = nucleus.size(); i-- > 0;)
    if (nucleus[i] != without_mark(nucleus[i])) return start + i;
  if (nucleus.size() == 1 || closed) return start + nucleus.size() - 1;
  return start + position_when_open(nucleus, style);
}

}  // namespace conglang
