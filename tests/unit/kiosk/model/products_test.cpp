#include "kiosk/model/products.h"

#include <catch2/catch_test_macros.hpp>

#include "content/guide/vietqr.h"
#include "tests/unit/kiosk/model/sample.h"
#include "tests/unit/kiosk/model/village.h"

using namespace conglang;
using namespace conglang::kiosk;
using conglang::kiosk::test::Kiosk;

namespace {

Kiosk at_products() {
  Kiosk kiosk = test::resting_kiosk();
  kiosk.does({Touched{}, OpenDoor{Door::products}});
  return kiosk;
}

}  // namespace

TEST_CASE("the products' door leads to the list, a product and its seller's code, and back again",
          "[model][products]") {
  Kiosk kiosk = at_products();
  const auto list = kiosk.page<ProductsView>();
  REQUIRE(list.cards.size() == 2);
  CHECK(list.cards[1].name == "Gạo");
  CHECK(list.cards[1].price == "35.000 đ một cân");
  CHECK(list.cards[1].seller == "Hợp tác xã mẫu");
  CHECK(list.cards[1].picture == "gao.png");
  CHECK(kiosk.does({OpenProduct{"gao"}}).page<ProductView>().contact.phone == "024 0000 0000");
  CHECK(kiosk.does({OpenPayment{}}).shows<PaymentView>());
  CHECK(kiosk.does({Back{}}).shows<ProductView>());
  CHECK(kiosk.does({Back{}}).shows<ProductsView>());
  CHECK(kiosk.does({Back{}}).shows<HomeView>());
}

TEST_CASE("a payment page names holder, bank, account and amount, and says whose code it is",
          "[model][products]") {
  Kiosk kiosk = at_products();
  const auto view = kiosk.does({OpenProduct{"gao"}, OpenPayment{}}).page<PaymentView>();
  REQUIRE(view.code);
  CHECK(view.facts == std::vector<PaymentFactView>{{"Người nhận tiền", "HOP TAC XA MAU"},
                                                   {"Ngân hàng", "Vietcombank"},
                                                   {"Số tài khoản", "0123456789"},
                                                   {"Số tiền", "35.000 đ"}});
  CHECK(view.owner == "Mã của người bán, không phải của Nhà nước");
  CHECK(view.refused.empty());
}

TEST_CASE("the payment code is the one of the page's own account", "[model][products]") {
  Kiosk kiosk = at_products();
  const auto view = kiosk.does({OpenProduct{"gao"}, OpenPayment{}}).page<PaymentView>();
  const guide::Payment payment = *test::village_content().products[1].payment;
  CHECK(view.code == qr::encode(guide::vietqr(payment).value()).value());
}

TEST_CASE("a seller without an account, or with one that cannot be a code, gets none", "[model][products]") {
  Kiosk kiosk = at_products();
  CHECK(kiosk.does({OpenProduct{"dau-phu"}}).page<ProductView>().pay.empty());
  CHECK(kiosk.does({OpenPayment{}}).shows<ProductView>());
  for (const auto& [bank, account] : {std::pair("123456", "1"), std::pair("970436", "không số")}) {
    guide::Content content = test::village_content();
    content.products[1].payment->bank = bank;
    content.products[1].payment->account = account;
    Kiosk other = test::resting_kiosk(std::move(content));
    other.does({Touched{}, OpenDoor{Door::products}, OpenProduct{"gao"}, OpenPayment{}});
    CHECK_FALSE(other.page<PaymentView>().code);
    CHECK_FALSE(other.page<PaymentView>().refused.empty());
  }
}

TEST_CASE("attack: an account changed under an open payment page changes code and words together",
          "[model][products][security]") {
  Kiosk kiosk = at_products();
  kiosk.does({OpenProduct{"gao"}, OpenPayment{}});
  guide::Content content = test::village_content();
  content.products[1].payment->account = "9876543210";
  const guide::Payment changed = *content.products[1].payment;
  const auto view = kiosk.gets(std::move(content)).page<PaymentView>();
  CHECK(view.facts[2].value == "9876543210");
  CHECK(view.code == qr::encode(guide::vietqr(changed).value()).value());
}

TEST_CASE("a product taken off the list under a reader leads back to the list", "[model][products]") {
  Kiosk kiosk = at_products();
  kiosk.does({OpenProduct{"gao"}, OpenPayment{}});
  guide::Content content = test::village_content();
  content.products[1].payment.reset();
  CHECK(kiosk.gets(content).shows<ProductView>());
  content.products.pop_back();
  CHECK(kiosk.gets(content).shows<ProductsView>());
  content.products.clear();
  CHECK(kiosk.gets(content).shows<HomeView>());
}
