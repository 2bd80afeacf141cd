#pragma once
// What the commune and the village tell everybody these days: the list, and one notice in full.

#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

struct NoticesPage {
  bool operator==(const NoticesPage&) const = default;
};
struct NoticePage {
  std::string id;
  bool operator==(const NoticePage&) const = default;
};

struct OpenNotice {
  std::string id;
};

struct NoticeRowView {
  std::string id;  ///< for OpenNotice
  std::string title;
  std::vector<ChipView> chips;  ///< how urgent, until when
  bool urgent = false;          ///< a border that is seen from the door

  bool operator==(const NoticeRowView&) const = default;
};

struct NoticesView {
  std::vector<NoticeRowView> rows;  ///< the most urgent first, then the newest
  std::string empty;                ///< a sentence when there are no rows
  Pattern more;                     ///< "Còn {n} thông báo nữa"

  bool operator==(const NoticesView&) const = default;
};

struct NoticeView {
  std::string title;            ///< empty: the notice is over; `over` stands alone
  std::vector<ChipView> chips;  ///< how urgent, from and until when, sample data
  std::vector<std::string> paragraphs;
  std::string numbers_title;  ///< "Gọi số này"
  std::vector<NumberView> numbers;
  std::string over;  ///< "Thông báo này đã hết hạn."

  bool operator==(const NoticeView&) const = default;
};

}  // namespace conglang::kiosk
