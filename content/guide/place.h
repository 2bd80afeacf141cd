#pragma once
// A cultural house: what a resident may want to know of the house itself.

#include <string>
#include <vector>

#include "content/guide/contact.h"
#include "content/guide/text_in_languages.h"

namespace conglang::guide {

/// The house's own network, open to residents.
struct Wifi {
  std::string ssid;      ///< 1 to 32 bytes; empty: none
  std::string password;  ///< 8 to 63 characters; empty: an open network

  bool operator==(const Wifi&) const = default;
};

/// A group that residents may join. Only an address that the link policy lists exactly is shown.
struct ZaloGroup {
  Text name;
  std::string url;

  bool operator==(const ZaloGroup&) const = default;
};

/// A cultural house and the commune it belongs to.
struct Place {
  std::string id;  ///< "thuong-thap"
  Text name;       ///< "Nhà văn hóa thôn Thượng Tháp"
  Text commune;    ///< "Xã Đan Phượng, Hà Nội"
  Text village;    ///< "Thôn Thượng Tháp"; may be empty
  Text address;    ///< may be empty
  Text hours;      ///< when the house is open; may be empty
  std::vector<Contact> contacts;
  Wifi wifi;
  std::vector<ZaloGroup> zalo_groups;
  bool sample = false;  ///< marked sample data

  bool operator==(const Place&) const = default;
};

}  // namespace conglang::guide
