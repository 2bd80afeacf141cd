#include "content/text/order.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>
#include <vector>

using namespace conglang;

namespace {

using Texts = std::vector<std::string>;

/// Each text's key is less than the next one's.
bool in_order(const Texts& texts) {
  return std::ranges::is_sorted(texts, std::ranges::less_equal{}, sort_key);
}

}  // namespace

TEST_CASE("names sort as the Unicode collation for Vietnamese sorts them", "[text]") {
  const Texts sample = {"cải chính", "cam kết",    "căn cước",   "cấm",        "cấp đổi", "chung cư",
                        "chữ ký",    "chứng thực", "dân cư",     "Đan Phượng", "đăng ký", "đất đai",
                        "Hoài Đức",  "khai sinh",  "khai tử",    "Liên Minh",  "Ô Diên",  "tạm trú",
                        "tạm vắng",  "thương mại", "thường trú", "trích lục"};
  Texts shuffled = sample;
  std::ranges::reverse(shuffled);
  std::ranges::sort(shuffled, {}, sort_key);
  CHECK(shuffled == sample);
}

TEST_CASE("the alphabet has 29 letters in order, and the foreign four among them", "[text]") {
  CHECK(in_order({"0", "9", "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l",
                  "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z"}));
}

TEST_CASE("tones follow the letters: ngang, huyền, hỏi, ngã, sắc, nặng", "[text]") {
  CHECK(in_order({"ma", "mà", "mả", "mã", "má", "mạ", "man", "màn", "măn", "mân"}));
}

TEST_CASE("both tone styles have one key", "[text]") {
  CHECK(sort_key("hoà") == sort_key("hòa"));
  CHECK(sort_key("khoẻ thuỷ") == sort_key("khỏe thủy"));
  CHECK(in_order({"hoa", "hòa", "hoả", "hỏa hoạn", "hoã", "hoá", "hoạ"}));
}

TEST_CASE("separate tone marks and the look-alike letter have the key of the usual spelling", "[text]") {
  CHECK(sort_key("ti\u0323ch") == sort_key("tịch"));
  CHECK(sort_key("th\u01A3") == sort_key("thư"));
}

TEST_CASE("words are compared one by one, the shorter text first", "[text]") {
  CHECK(in_order({"hoa", "hoa hồng", "hoa sen", "hoà bình", "hoàn"}));
  CHECK(in_order({"an toàn", "anh em"}));
}

TEST_CASE("lower case precedes upper only between texts otherwise equal", "[text]") {
  CHECK(in_order({"an bình", "An bình", "an toàn", "An toàn"}));
}

TEST_CASE("punctuation and blanks only part words", "[text]") {
  CHECK(sort_key("Khai sinh (lại)") == sort_key("Khai  sinh lại"));
  CHECK(sort_key(" - ").empty());
  CHECK(sort_key("\xff").empty());
}

TEST_CASE("foreign letters stand with their base, other scripts at the end", "[text]") {
  CHECK(in_order({"cb", "čc", "cd", "zz", "中"}));
}

TEST_CASE("an index lists a text under its letter of the Vietnamese alphabet", "[text]") {
  CHECK(index_letter("đất đai") == "Đ");
  CHECK(index_letter("Ủy ban") == "U");
  CHECK(index_letter("ứng dụng") == "Ư");
  CHECK(index_letter("\"Ân hạn\"") == "Â");
  CHECK(index_letter("čaj") == "C");
  CHECK(index_letter("1.001193") == "#");
  CHECK(index_letter("日本") == "#");
  CHECK(index_letter("…").empty());
  CHECK(index_letter("\xff").empty());
  const auto letters = index_letters();
  CHECK(letters.size() == 33);  // the 29 of the alphabet, and F J W Z
  CHECK(letters.front() == "A");
  CHECK(letters[2] == "Â");
  CHECK(letters.back() == "Z");
}
