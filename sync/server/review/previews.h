#pragma once
// A draft as its readers will see it: on the kiosk, drawn by the kiosk's own renderer (`conglang preview`),
// and on a phone, by the maker of the phone pages.

#include <chrono>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "sync/server/review/published.h"
#include "sync/server/review/tool.h"

namespace conglang::server {

struct PreviewOrder {
  std::string path;            ///< of the draft
  std::string content;         ///< the file as it would be
  std::string page = "guide";  ///< as `conglang preview --page` takes it
  std::string language = "vi";
  std::map<std::string, std::string> pictures;  ///< that were sent here and are not published, by path

  bool operator==(const PreviewOrder&) const = default;
};

struct Preview {
  std::string landscape;  ///< PNG
  std::string portrait;
};

/// Draws one at a time and keeps the last few: both pictures of a draft come from one run.
class Previews {
 public:
  Previews(Tool tool, std::filesystem::path scratch) : tool_(std::move(tool)), scratch_(std::move(scratch)) {}

  /// Errors: refused 422, what has no page on a screen, what does not read yet, or a page that it does not
  /// have, with the tool's words; 503, busy or not there.
  Result<Preview> draw(const Published& published, const PreviewOrder& order);

 private:
  struct Kept {
    std::int64_t timestamp = 0;
    PreviewOrder order;
    Preview preview;
  };

  const Preview* find(std::int64_t timestamp, const PreviewOrder& order) const;
  Result<Preview> draw_anew(const Published& published, const PreviewOrder& order) const;

  Tool tool_;
  std::filesystem::path scratch_;
  std::timed_mutex drawing_;
  std::deque<Kept> kept_;
};

/// The phone page of the guide that the draft at `path` is about, as it would be. Errors: refused 422, a
/// draft that is no guide or does not fit.
Result<std::string> phone_page(const Published& published, const std::string& path,
                               const std::string& content, const std::string& language, Date today);

/// What its Content-Security-Policy says when the desk frames it.
std::string phone_page_policy();

}  // namespace conglang::server
