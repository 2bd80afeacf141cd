#pragma once
// What a commune's staff see of what its kiosks show: every guide, whose text it is, how fresh, and whose
// draft is on its way.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sync/server/api/router.h"
#include "sync/server/review/drafts.h"
#include "sync/server/review/published.h"

namespace conglang::server {

/// A file that staff can change, or a national guide that they can add to.
struct GuideEntry {
  std::string id;          ///< "khai-sinh"; "notice.cat-nuoc" for what is no guide
  std::string path;        ///< of the file that says it: the commune's patch, where there is one
  std::string draft_path;  ///< where a draft of it lies
  std::string kind;
  bool is_national = false;  ///< no word of it is the commune's own
  Json content;              ///< as kiosks show it, layers merged; null when it does not fit together
};

/// By id, guides first. Files that do not read are left out: they are shown by nobody.
std::vector<GuideEntry> guide_entries(const Published& published);

/// [{id, path, draftPath, title, kind, layer, state, checkedOn, reviewBy, freshness, who, draft}], those that
/// exist only as drafts too, and as "withdrawn" those of `removals` that are gone. `names`: display names by
/// account id.
Json guide_list(const Published& published, const std::vector<Draft>& open,
                const std::vector<Draft>& removals, const std::map<std::int64_t, std::string>& names,
                Date today);

/// Those of `removals` whose page is gone, each page once. A national guide without the commune's words is
/// none.
std::vector<const Draft*> gone_pages(const Published& published, const std::vector<Draft>& removals);

/// "stale", "due" (within 30 days) or "fresh"; "fresh" for what has no day to be looked at again.
std::string freshness(const Json& content, Date today);

/// {id, path, draftPath, kind, national, commune, merged}; nothing when there is no such id.
std::optional<Json> guide_view(const Published& published, const std::string& id);

/// "notice.cat-nuoc"
std::string entry_id(std::string_view kind, std::string_view id);

}  // namespace conglang::server
