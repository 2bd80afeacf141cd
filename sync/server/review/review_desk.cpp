#include "sync/server/review/review_desk.h"

#include <system_error>
#include <utility>

#include "sync/server/review/endpoints.h"

namespace conglang::server {

ReviewDesk::ReviewDesk(Store& store_of_all, const repository::KeyFolder& keys, ReviewOptions with)
    : store(store_of_all),
      options(std::move(with)),
      tool(options.tool),
      recorder(options.tool.empty() ? options.tool : options.tool.parent_path() / "conglang-recording"),
      content(repository::Tree(options.repository), keys, options.content),
      proposals(store, content),
      previews(tool, options.scratch / "previews") {
  std::error_code ignored;
  std::filesystem::remove_all(options.scratch, ignored);
}

Result<void> ReviewDesk::tick(Instant now,
                              const std::function<void(const std::string&, const Error&)>& failed) {
  TRY_VOID(proposals.settle(now));
  return proposals.propose_due(now, failed);
}

void add_review_endpoints(Router& router, ReviewDesk& desk) {
  add_guide_endpoints(router, desk);
  add_draft_endpoints(router, desk);
  add_restore_endpoint(router, desk);
  add_step_endpoints(router, desk);
  add_preview_endpoints(router, desk);
  add_picture_endpoints(router, desk);
  add_recording_endpoints(router, desk);
  add_proposal_endpoints(router, desk);
  add_board_endpoints(router, desk);
  add_import_endpoint(router, desk);
  add_todo_endpoint(router, desk);
}

}  // namespace conglang::server
