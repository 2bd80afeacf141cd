#include "tests/unit/content/text/syllables.h"

#include <algorithm>
#include <array>

namespace conglang::testing {

namespace {

constexpr auto kRimes = std::to_array<std::u32string_view>({
    U"á",   U"ác",   U"ách",  U"ái",  U"ám",   U"án",   U"áng",  U"ánh",  U"áo",   U"áp",   U"át",   U"áu",
    U"áy",  U"ắc",   U"ắm",   U"ắn",  U"ắng",  U"ắp",   U"ắt",   U"ấc",   U"ấm",   U"ấn",   U"ấng",  U"ấp",
    U"ất",  U"ấu",   U"ấy",   U"é",   U"éc",   U"ém",   U"én",   U"éng",  U"éo",   U"ép",   U"ét",   U"ế",
    U"ếch", U"ếm",   U"ến",   U"ếnh", U"ếp",   U"ết",   U"ếu",   U"í",    U"ía",   U"ích",  U"ím",   U"ín",
    U"ính", U"íp",   U"ít",   U"íu",  U"iếc",  U"iếm",  U"iến",  U"iếng", U"iếp",  U"iết",  U"iếu",  U"ó",
    U"oác", U"oách", U"oái",  U"oám", U"oán",  U"oáng", U"oánh", U"oáo",  U"oáp",  U"oát",  U"oáy",  U"oắc",
    U"oắm", U"oắn",  U"oắng", U"oắt", U"óc",   U"oén",  U"oéo",  U"oét",  U"ói",   U"óm",   U"ón",   U"óng",
    U"oóc", U"oóng", U"óp",   U"ót",  U"ố",    U"ốc",   U"ối",   U"ốm",   U"ốn",   U"ống",  U"ốp",   U"ốt",
    U"ớ",   U"ới",   U"ớm",   U"ớn",  U"ớp",   U"ớt",   U"ú",    U"úa",   U"úc",   U"úi",   U"úm",   U"ún",
    U"úng", U"úp",   U"út",   U"uấn", U"uấng", U"uất",  U"uấy",  U"uế",   U"uếch", U"uếnh", U"uốc",  U"uối",
    U"uốm", U"uốn",  U"uống", U"uốt", U"uýa",  U"uých", U"uýnh", U"uýt",  U"uýu",  U"uyến", U"uyết", U"ứ",
    U"ứa",  U"ức",   U"ứi",   U"ứm",  U"ứng",  U"ứt",   U"ứu",   U"ước",  U"ưới",  U"ướm",  U"ướn",  U"ướng",
    U"ướp", U"ướt",  U"ướu",  U"ý",   U"yếm",  U"yến",  U"yếng", U"yết",  U"yếu",
});

/// The only three that the styles write differently.
struct TwoStyles {
  std::u32string_view modern;
  std::u32string_view traditional;
};
constexpr auto kOpenRimes = std::to_array<TwoStyles>({{U"oá", U"óa"}, {U"oé", U"óe"}, {U"uý", U"úy"}});

constexpr auto kInitials = std::to_array<std::u32string_view>(
    {U"",  U"b",  U"c",   U"ch", U"d", U"đ",  U"g", U"gh", U"h", U"k",  U"kh", U"l", U"m",
     U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"r", U"s",  U"t", U"th", U"tr", U"v", U"x"});

constexpr auto kInitialsOfUo = std::to_array<std::u32string_view>({U"", U"h", U"kh", U"th"});  // before uơ

constexpr auto kRimesAfterQu = std::to_array<std::u32string_view>({
    U"á",  U"ác", U"ách", U"ái", U"án",  U"áng", U"ánh", U"áo", U"át",  U"áu",  U"áy",  U"ắc",
    U"ắm", U"ắn", U"ắng", U"ắp", U"ắt",  U"ấn",  U"ấng", U"ất", U"ấu",  U"ấy",  U"é",   U"én",
    U"éo", U"ét", U"ế",   U"ến", U"ếnh", U"ếch", U"ết",  U"í",  U"ích", U"ính", U"ít",  U"ố",
    U"ốc", U"ớ",  U"ới",  U"ớt", U"ý",   U"ých", U"ýnh", U"ýp", U"ýt",  U"yến", U"yết",
});

/// `acute` with its tone replaced.
std::u32string retoned(std::u32string_view acute, Tone tone) {
  std::u32string text(acute);
  for (char32_t& each : text)
    if (const TonedLetter split = split_tone(each); split.tone == Tone::acute)
      each = with_tone(split.letter, tone);
  return text;
}

void add(std::vector<Spelling>& all, std::u32string_view initial, std::u32string_view modern,
         std::u32string_view traditional) {
  const bool stop = ends_in_stop(retoned(modern, Tone::level));
  for (const Tone tone : {Tone::level, Tone::grave, Tone::hook, Tone::tilde, Tone::acute, Tone::dot}) {
    if (stop && tone != Tone::acute && tone != Tone::dot) continue;
    const std::u32string start(initial);
    all.push_back({start + retoned(modern, Tone::level), tone, start + retoned(modern, tone),
                   start + retoned(traditional, tone)});
  }
}

}  // namespace

std::vector<Spelling> all_syllables() {
  std::vector<Spelling> all;
  for (const std::u32string_view initial : kInitials) {
    for (const std::u32string_view rime : kRimes) {
      // gía, gíu are written giá, giú, and belong to the initial gi below; giếng is listed here.
      const bool gi = initial == U"g" && (rime == U"ía" || rime == U"íu");
      if (!gi) add(all, initial, rime, rime);
    }
    for (const TwoStyles& open : kOpenRimes) add(all, initial, open.modern, open.traditional);
  }
  for (const std::u32string_view initial : kInitialsOfUo) add(all, initial, U"uớ", U"uớ");
  for (const std::u32string_view rime : kRimes) {
    const char32_t first = split_tone(rime.front()).letter;
    const bool listed_above =
        std::ranges::find(kRimes, U"i" + std::u32string(rime)) != kRimes.end();  // giêng
    if (first != U'i' && first != U'y' && !listed_above) add(all, U"gi", rime, rime);
  }
  for (const std::u32string_view rime : kRimesAfterQu) add(all, U"qu", rime, rime);
  return all;
}

}  // namespace conglang::testing
