#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/guide/contact.h"
#include "content/guide/link.h"
#include "content/guide/payment.h"
#include "content/guide/picture.h"
#include "content/guide/provenance.h"
#include "content/guide/text_in_languages.h"

namespace conglang::guide {

/// Something that is made in the commune and may be bought.
struct Product {
  std::string id;  ///< "dau-phu-song-phuong"
  Text name;
  Text description;
  Text producer;
  Text price;                      ///< "35.000 đ một cân"; may be empty
  std::optional<Payment> payment;  ///< nothing: pay the seller by hand
  std::optional<Contact> contact;
  std::vector<PictureUse> pictures;
  std::optional<Link> link;
  bool sample = false;
  Provenance provenance;

  bool operator==(const Product&) const = default;
};

}  // namespace conglang::guide
