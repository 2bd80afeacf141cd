#include "content/guide/vietqr.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/bank.h"
#include "content/guide/bundle.h"
#include "content/guide/product_json.h"
#include "tests/support/sample_local.h"

using namespace conglang;
using namespace conglang::guide;
using namespace conglang::testing;

namespace {

const Payment kNapasExample{"970403", "0011012345678", "NGUYEN VAN A", std::nullopt, ""};

// The field's place in `text`, and its checksum made anew: what somebody does who knows the format.
std::string forged(std::string text, std::string_view from, std::string_view to) {
  text.replace(text.find(from), from.size(), to);
  text.resize(text.size() - 4);
  return text + fmt::format("{:04X}", crc16(text));
}

}  // namespace

TEST_CASE("the checksum is CRC-16/CCITT-FALSE", "[guide][vietqr]") {
  CHECK(crc16("123456789") == 0x29B1);  // the check value of the catalogue of parametrised CRC algorithms
  CHECK(crc16("") == 0xFFFF);
  // Napas, QR format for IBFT 1.5.2: the example with an amount.
  CHECK(
      crc16("00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN"
            "62340107NPS68690819thanh toan don hang6304") == 0x2E2E);
}

TEST_CASE("Napas's own example is written as Napas writes it", "[guide][vietqr]") {
  CHECK(vietqr(kNapasExample) ==
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F");
}

TEST_CASE("what a code says is read back: bank, account, amount and note", "[guide][vietqr]") {
  for (const auto& amount : {std::optional<std::int64_t>(), std::optional<std::int64_t>(35000)}) {
    for (const char* note : {"", "Mua dau phu"}) {
      const Payment payment{"970436", "0123456789", "", amount, note};
      const auto text = vietqr(payment);
      REQUIRE(text);
      CHECK(read_vietqr(*text) == payment);
      CHECK(text->substr(6, 6) == (amount ? "010212" : "010211"));
    }
  }
}

TEST_CASE("attack: a code with one character changed is no code", "[guide][vietqr][security]") {
  const std::string sound = vietqr({"970436", "0123456789", "", 35000, "Mua gao"}).value();
  for (std::size_t at = 0; at < sound.size(); ++at) {
    std::string changed = sound;
    changed[at] = changed[at] == '7' ? '8' : '7';
    CAPTURE(changed);
    CHECK_FALSE(read_vietqr(changed));
  }
  for (std::size_t size = 0; size < sound.size(); ++size) CHECK_FALSE(read_vietqr(sound.substr(0, size)));
}

TEST_CASE(
    "attack: an account changed with its checksum made anew reads as that account, never as the old one",
    "[guide][vietqr][security]") {
  const Payment payment{"970436", "0123456789", "", 35000, ""};
  const auto forgery = read_vietqr(forged(vietqr(payment).value(), "0123456789", "9876543210"));
  REQUIRE(forgery);
  CHECK(forgery->account == "9876543210");
  CHECK(*forgery != payment);
  CHECK_FALSE(read_vietqr(forged(vietqr(payment).value(), "5802VN", "5802US")));
  CHECK_FALSE(read_vietqr(forged(vietqr(payment).value(), "QRIBFTTA", "QRIBFTTX")));
}

TEST_CASE("attack: fields that would break out of their place are refused", "[guide][vietqr][security]") {
  for (const Payment& wrong :
       {Payment{"97043", "1", "", {}, ""}, Payment{"970436", "", "", {}, ""},
        Payment{"970436", "01 23", "", {}, ""}, Payment{"970436", std::string(20, '1'), "", {}, ""},
        Payment{"970436", "1", "", 0, ""}, Payment{"970436", "1", "", 500'000'000, ""},
        Payment{"970436", "1", "", {}, "tiền"}, Payment{"970436", "1", "", {}, std::string(26, 'a')}}) {
    CHECK(vietqr(wrong).error().code == Errc::invalid);
  }
}

TEST_CASE("a product's payment is read, written, and of a bank that can be named", "[guide][vietqr]") {
  const std::string paid = with(kSampleProduct, R"("price":)",
                                R"("payment": {"bank": "970436", "account": "0123456789",
                                "holder": "HOP TAC XA MAU", "amountVnd": 35000, "note": "Dau phu"}, "price":)");
  const auto product = read_product(paid, "a.json");
  REQUIRE(product);
  REQUIRE(product->payment);
  CHECK(product->payment->amount_vnd == 35000);
  CHECK(read_product(write_product(*product), "b.json") == *product);
  CHECK(bank_name(product->payment->bank) == "Vietcombank");
  CHECK(bank_name("000000").empty());
  CHECK_FALSE(read_product(with(paid, "\"0123456789\"", "\"0123 456 789\""), "c.json"));
  CHECK_FALSE(read_product(with(paid, "35000", "500000000"), "d.json"));
  CHECK_FALSE(read_product(with(paid, "\"Dau phu\"", "\"Đậu phụ\""), "e.json"));

  Files files = full_bundle();
  files["communes/09784/products/dau-phu.json"] = with(paid, "970436", "123456");
  const auto assembled = assemble(files, kSampleCommune);
  REQUIRE(assembled);
  REQUIRE(assembled->set_aside.size() == 1);
  CHECK_FALSE(assembled->content.products.front().payment);
}
