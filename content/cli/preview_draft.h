#pragma once
// A guide, notice, house, heritage page or product as somebody is writing it, put among the content that it
// belongs to.

#include <filesystem>
#include <string>
#include <vector>

#include "content/guide/bundle.h"

namespace conglang::cli {

struct DraftRequest {
  std::string guide;  ///< a file of any of these kinds, or the id of a guide in the folder
  std::filesystem::path
      content;          ///< folder with national/; empty: the one around the file or the work folder
  std::string commune;  ///< empty: the file's own, else the only one
};

struct Draft {
  std::string id;
  guide::BundlePath::Kind kind =
      guide::BundlePath::Kind::guide;  ///< or patch, notice, place, heritage, product
  std::filesystem::path file;
  std::string commune;  ///< empty: none
  guide::Content content;
  guide::Files pictures;             ///< bytes of each of content.pictures, by its `file`
  std::vector<std::string> remarks;  ///< what its clerk should mend, and what was left out, one problem each
};

/// Reads the draft. Other guides that do not read are left out with a remark: they are somebody else's.
/// Errors: not_found, no such file, guide or folder; invalid, a draft that does not read, each problem a line
/// "file:line: what and where"; and those of the folder's shared files.
Result<Draft> read_draft(const DraftRequest& request);

}  // namespace conglang::cli
