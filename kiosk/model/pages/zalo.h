#pragma once
// The villages' Zalo groups: the list, and the code of one. Only addresses that the link policy lists as they
// stand are shown; none of them is a page of the state, and each says so.

#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

struct ZaloPage {
  bool operator==(const ZaloPage&) const = default;
};
struct ZaloCodePage {
  std::string url;
  bool operator==(const ZaloCodePage&) const = default;
};

struct OpenZaloGroup {
  std::string url;
};

struct ZaloRowView {
  std::string url;  ///< for OpenZaloGroup
  std::string name;
  std::string village;

  bool operator==(const ZaloRowView&) const = default;
};

struct ZaloView {
  ChipView mark;                  ///< "Không phải trang của Nhà nước"
  std::vector<ZaloRowView> rows;  ///< those of this house first
  Pattern more;

  bool operator==(const ZaloView&) const = default;
};

}  // namespace conglang::kiosk
