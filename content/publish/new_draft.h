#pragma once
// The first draft of a guide or a notice: every part that a reader of it needs is there, and what nobody has
// checked yet says so. A draft builds; lint's warnings are the list of what is left to do.

#include <string>
#include <string_view>

#include "content/base/time.h"
#include "content/guide/guide.h"
#include "content/guide/notice.h"

namespace conglang::publish {

struct GuideRequest {
  std::string id;     ///< slug: "dang-ky-loa"
  std::string title;  ///< Vietnamese
  std::string title_en;
  std::string code;           ///< mã thủ tục
  std::string official_name;  ///< of the code in the catalogue; may be empty
  std::string topic;          ///< id of a topic that exists
};

/// Errors: invalid; the id, the title or the code is not one.
Result<guide::Guide> new_guide(const GuideRequest& request);

struct NoticeRequest {
  std::string id;      ///< slug: "cat-dien"
  std::string title;   ///< Vietnamese
  std::string text;    ///< Vietnamese
  std::string source;  ///< who says so: "Ủy ban nhân dân xã Đan Phượng"
  Date from{};
  Date until{};  ///< included
};

/// Errors: invalid; as above, or an end before the beginning.
Result<guide::Notice> new_notice(const NoticeRequest& request);

}  // namespace conglang::publish
