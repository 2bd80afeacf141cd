#pragma once
// What the screen shows while nobody stands before it: the village gate with the time, what is new, and the
// commune's pictures. No page of a visit: any touch begins one.

#include <string>
#include <vector>

#include "kiosk/model/view_parts.h"

namespace conglang::kiosk {

struct AttractNoticeView {
  std::string icon;
  std::string title;
  std::string when;        ///< "Đến hết ngày 26/11"
  bool important = false;  ///< the icon warns

  bool operator==(const AttractNoticeView&) const = default;
};

/// One of the commune's pictures.
struct SlideView {
  std::string file;     ///< guide::PictureUse::file; empty: no picture now
  std::string caption;  ///< "Đình làng"

  bool operator==(const SlideView&) const = default;
};

struct AttractView {
  std::string sign;         ///< over the gate: "THƯỢNG THÁP"; may be empty
  std::string name;         ///< "Nhà văn hóa thôn Thượng Tháp"
  std::string name_in_two;  ///< the same, broken before the village
  std::string clock;        ///< "16:20"; empty, as are the dates, when the clock is not believed
  std::string weekday;      ///< "Thứ Hai", else that the time is not known
  std::string day;          ///< "23 tháng 11"
  std::string lunar_day;    ///< "Rằm tháng Mười"
  std::string lunar_year;   ///< "năm Bính Ngọ"
  std::string notices_title;
  std::vector<AttractNoticeView> notices;  ///< at most three; the others' turn comes
  SlideView slide;
  std::string next_picture;  ///< whose turn comes next; empty: none
  std::string start;         ///< Touched: "Chạm vào màn hình để bắt đầu"
  std::string start_short;   ///< "Chạm vào để bắt đầu"
  ChipView freshness;        ///< text empty when unknown
  int shift_px = 0;          ///< HeaderView::shift_px

  bool operator==(const AttractView&) const = default;
};

}  // namespace conglang::kiosk
