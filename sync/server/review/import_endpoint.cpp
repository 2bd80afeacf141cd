// Records of the national portal and lists of a commune become drafts of its guides. Read by the tool, in a
// process of its own; nothing of it is published before it was reviewed and signed as everything else.

#include <filesystem>
#include <system_error>

#include "content/base/file.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/endpoints.h"
#include "sync/server/review/published_folder.h"

namespace conglang::server {
namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr std::size_t kMaxText = 2UL * 1024 * 1024;
constexpr std::size_t kMostDrafts = 100;

tl::unexpected<Error> not_read(const std::string& why) {
  return refuse(
      {.status = 422, .code = "import", .vi = "Chưa nhập được: " + why, .en = "Not imported: " + why});
}

Result<std::string> kind_of(const Ask& ask) {
  TRY(const std::string kind, text_in(ask.body, "kind", Need::required, 20));
  if (kind == "portal" || kind == "csv") return kind;
  return refuse({.status = 422,
                 .code = "field",
                 .vi = "Chỉ nhập được bản ghi của cổng (portal) và danh sách CSV (csv).",
                 .en = "A portal's record (portal) or a CSV list (csv) can be imported.",
                 .field = "kind"});
}

/// What the tool made of one text: guides by their id, and its report.
struct Imported {
  std::vector<std::pair<std::string, std::string>> guides;
  std::string report;
};

Result<Imported> read_guides(const ReviewDesk& desk, const std::string& kind, const std::string& text) {
  if (!desk.tool.is_there()) return not_read("máy chủ chưa được cài để nhập / the server has no tool for it");
  TRY(const ScratchFolder folder, ScratchFolder::make(desk.options.scratch / "imports"));
  const std::string name = kind == "csv" ? "list.csv" : "record.json";
  TRY_VOID(write_beside(folder.path(), name, text));
  const auto out = folder.path() / "drafts";
  const auto run =
      desk.tool.run({"import", kind, (folder.path() / name).string(), "--out", out.string()}, kPatience);
  if (!run) return not_read("quá lâu / it took too long");
  Imported imported{{}, without_folder(run->output, folder.path())};
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(out, error)) {
    if (entry.path().extension() != ".json") continue;
    if (imported.guides.size() == kMostDrafts)
      return not_read("quá nhiều bài một lần / too many guides at a time");
    TRY(std::string bytes, read_file(entry.path(), kMaxDraftBytes));
    imported.guides.emplace_back(entry.path().stem().string(), std::move(bytes));
  }
  if (imported.guides.empty()) return not_read(imported.report);
  return imported;
}

// What is written or published already is somebody's work: it stays, and the caller is told.
Result<Json> keep_drafts(Transaction& transaction, const Imported& imported, const Published& published,
                         const std::string& commune, const Caller& caller, Instant now) {
  Json made = Json::array();
  Json left = Json::array();
  for (const auto& [id, content] : imported.guides) {
    NewDraft draft;
    TRY(draft.path,
        draft_path(fmt::format("communes/{}/guides/{}.json", commune, id), caller.account, commune));
    TRY(const auto open, drafts::open_at(transaction, draft.path.path));
    if (open || published.find(draft.path.path) != nullptr) {
      left.push_back(draft.path.path);
      continue;
    }
    draft.content = object_of(content).dump();
    draft.note = "Nhập từ tệp / imported from a file";
    TRY(const Draft kept, drafts::create(transaction, draft, caller.account, now));
    made.push_back({{"id", kept.id}, {"path", kept.path}, {"title", title_in(object_of(content), id)}});
  }
  return Json{{"drafts", std::move(made)}, {"left", std::move(left)}, {"report", imported.report}};
}

Result<Answer> import(ReviewDesk& desk, const Ask& ask, const Caller& caller) {
  TRY(const std::string named, text_in(ask.body, "commune", Need::optional, 20));
  TRY(const std::string commune, commune_of(caller.account, named));
  TRY(const std::string kind, kind_of(ask));
  TRY(const std::string text, text_in(ask.body, "text", Need::required, kMaxText));
  TRY(const Imported imported, read_guides(desk, kind, text));
  TRY(const PublishedNow published, desk.content.of(commune));
  auto kept = desk.store.write_and_get([&](Transaction& transaction) {
    return keep_drafts(transaction, imported, *published, commune, caller, ask.now);
  });
  if (!kept) return tl::unexpected<Error>(kept.error());
  return Answer{201, std::move(*kept)};
}

}  // namespace

void add_import_endpoint(Router& router, ReviewDesk& desk) {
  router.add("POST", "/api/imports", Role::author,
             [&desk](const Ask& ask, const Caller& caller) { return import(desk, ask, caller); },
             {.max_body = 2 * kMaxText, .pace = Pace::slow});
}

}  // namespace conglang::server
