#pragma once
// What is made here and may be bought: the list, one product, and the seller's own payment code.

#include <optional>
#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"
#include "kiosk/qr/qr.h"

namespace conglang::kiosk {

struct ProductsPage {
  bool operator==(const ProductsPage&) const = default;
};
struct ProductPage {
  std::string id;
  int picture = 0;  ///< which of its pictures is shown
  bool operator==(const ProductPage&) const = default;
};
struct PaymentPage {
  std::string id;  ///< of the product
  bool operator==(const PaymentPage&) const = default;
};

struct OpenProduct {
  std::string id;
};
struct OpenPayment {};  ///< from a product to its seller's payment code

struct ProductCardView {
  std::string id;  ///< for OpenProduct
  std::string name;
  std::string price;  ///< may be empty
  std::string seller;
  std::string picture;  ///< guide::PictureUse::file; empty: none

  bool operator==(const ProductCardView&) const = default;
};

struct ProductsView {
  std::vector<ProductCardView> cards;
  std::string empty;  ///< a sentence when there are none
  Pattern more;       ///< "Còn {n} món nữa"

  bool operator==(const ProductsView&) const = default;
};

struct ProductView {
  std::string name;
  std::string price;  ///< may be empty
  std::string seller;
  std::string description;
  NumberView contact;  ///< phone empty: none
  std::optional<ChipView> sample;
  PicturesView pictures;
  std::string pay;   ///< OpenPayment; empty: this seller has no code
  std::string note;  ///< "Xã chỉ giới thiệu, không bán hàng"

  bool operator==(const ProductView&) const = default;
};

/// A label and what it says: "Ngân hàng", "Vietcombank".
struct PaymentFactView {
  std::string label;
  std::string value;

  bool operator==(const PaymentFactView&) const = default;
};

struct PaymentView {
  std::optional<qr::Code> code;  ///< absent: show `refused` in its place
  std::string refused;
  std::string title;                   ///< "Đây là mã trả tiền"
  std::string product;                 ///< what is paid for
  std::string owner;                   ///< "Mã của người bán, không phải của Nhà nước"
  std::vector<PaymentFactView> facts;  ///< holder, bank, account, amount, note
  std::string reminder;                ///< compare the name before you pay

  bool operator==(const PaymentView&) const = default;
};

}  // namespace conglang::kiosk
