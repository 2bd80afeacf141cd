#pragma once
// Where drafts may lie. A path comes from a browser: nothing but what is exactly one of the paths of a
// commune gets past here, so what is not published cannot even be begun.

#include <string>
#include <string_view>
#include <utility>

#include "content/guide/bundle.h"
#include "sync/server/identity/account.h"

namespace conglang::server {

struct DraftPath {
  std::string path;     ///< "communes/09784/patches/khai-sinh.json"
  std::string commune;  ///< "09784"
  std::string kind;     ///< "guide", "patch", "notice", "place", "heritage", "product", "settings"
  std::string id;       ///< "khai-sinh"
};

/// "guide", "patch", …; empty for kinds that nobody drafts.
std::string_view kind_name(guide::BundlePath::Kind kind);

/// `path` as a draft of somebody of `account`. A national guide stands for the commune's patch of it.
/// `commune`: whose, for an operator and a national path; ignored otherwise. Errors: refused 422 for no path
/// of a commune, 403 for another commune's or one that only the province signs.
Result<DraftPath> draft_path(std::string_view path, const Account& account, std::string_view commune);

/// What a file without a title of its own is called, in Vietnamese and in English; `otherwise` for others
/// than the kiosks' settings. `kind`: DraftPath::kind.
std::pair<std::string, std::string> untitled(std::string_view kind, const std::string& otherwise);

/// Which commune `account` works for now: its own, or the one an operator names. Errors: refused 422, an
/// operator who names none; 403, anybody who names another than their own.
Result<std::string> commune_of(const Account& account, std::string_view named);

}  // namespace conglang::server
