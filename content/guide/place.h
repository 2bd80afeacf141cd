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

/// Something to report, as residents say it.
struct Matter {
  Text name;         ///< "Đèn đường hỏng"
  std::string icon;  ///< name from assets/icons.json; may be empty

  bool operator==(const Matter&) const = default;
};

/// A number on the house's page of contacts.
struct PlaceContact {
  enum class Kind { other, village_head, digital_team, police, commune, emergency, hotline };
  Contact contact;
  Kind kind = Kind::other;
  std::vector<Matter> about;  ///< what it is called about: a camera, a lamp, a pothole

  bool operator==(const PlaceContact&) const = default;
};

/// A cultural house and the commune it belongs to.
struct Place {
  std::string id;  ///< "thuong-thap"
  Text name;       ///< "Nhà văn hóa thôn Thượng Tháp"
  Text commune;    ///< "Xã Đan Phượng, Hà Nội"
  Text village;    ///< "Thôn Thượng Tháp"; may be empty
  Text address;    ///< may be empty
  Text hours;      ///< when the house is open; may be empty
  std::vector<PlaceContact> contacts;
  Wifi wifi;
  std::vector<ZaloGroup> zalo_groups;
  bool sample = false;  ///< marked sample data

  bool operator==(const Place&) const = default;
};

}  // namespace conglang::guide
