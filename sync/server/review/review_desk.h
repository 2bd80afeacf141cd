#pragma once
// Review and signing, whole: what the desk's "Content" and "Signing" endpoints work on, and what happens by
// itself between their calls.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sync/repository/key_folder.h"
#include "sync/server/api/router.h"
#include "sync/server/review/previews.h"
#include "sync/server/review/proposals.h"
#include "sync/server/review/published.h"

namespace conglang::server {

/// Something that waits for the person who asks: {kind, about, text: {vi, en}, link, since}.
using TodoSource = std::function<Result<std::vector<Json>>(const Caller&, Instant)>;

struct ReviewOptions {
  std::filesystem::path repository;  ///< the tree
  std::filesystem::path content;     ///< a folder of national guides, where the tree has none; may be empty
  std::filesystem::path tool;        ///< `conglang`; empty: no previews, pictures or recordings
  std::filesystem::path scratch;     ///< a folder to work in, emptied of what earlier runs left
};

class ReviewDesk {
 public:
  /// `keys`: the server's, with those of snapshot and timestamp and the root that it trusts.
  ReviewDesk(Store& store, const repository::KeyFolder& keys, ReviewOptions options);

  /// Adds what is to be done elsewhere, such as with kiosks. Before add_review_endpoints().
  void add_todo(TodoSource source) { todo.push_back(std::move(source)); }

  /// To be called every few seconds: makes the store agree with the tree, and proposes what is due. `failed`
  /// is told what could not be proposed. Errors: those of settle().
  Result<void> tick(Instant now, const std::function<void(const std::string& commune, const Error&)>& failed);

  Store& store;
  ReviewOptions options;
  Tool tool;
  Tool recorder;  ///< conglang-recording, which lies beside the tool
  PublishedContent content;
  Proposals proposals;
  Previews previews;
  std::vector<TodoSource> todo;
};

/// `desk` outlives `router`.
void add_review_endpoints(Router& router, ReviewDesk& desk);

}  // namespace conglang::server
