#pragma once
// Phone pages: each guide as a light web page in each language, an index by topic, and a page for what is not
// in force any more. Nothing runs on them and nothing is loaded but one icon; a strict
// Content-Security-Policy says so to the browser. The same content and day give the same bytes. Pure: values
// in, files out.

#include <functional>
#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/guide/bundle.h"
#include "content/publish/pages/site.h"

namespace conglang::publish {

/// What a page may weigh on the wire (gzip -9): one round trip of a new connection.
inline constexpr std::size_t kMaxPageGzipBytes = 14 * 1024;

/// The file that marks a folder as one of ours, and lists its pages.
inline constexpr std::string_view kPageList = "pages.json";

struct PageInfo {
  std::string path;      ///< "en/khai-sinh.html"
  std::string language;  ///< "en"
  std::string guide;     ///< id; empty for the index
  bool retired = false;
  std::size_t bytes = 0;
  std::size_t gzip_bytes = 0;  ///< by gzip -9

  bool operator==(const PageInfo&) const = default;
};

struct Pages {
  guide::Files files;           ///< by path in the pages' folder, kPageList and the icon among them
  std::vector<PageInfo> pages;  ///< by language, then guide
};

/// Every page of `site`. `made` is called after each.
/// Errors: invalid, a guide whose id is the index's name or not a slug; bad_usage, a base address that is not
/// https or does not end in "/".
Result<Pages> make_pages(
    const Site& site, const std::function<void()>& made = [] {});

}  // namespace conglang::publish
