#pragma once
// Which repository speaks for which paths: DATA/map.json, which staff write when they set a machine up, in
// the form of TAP 4. Every path has one owner at most, whatever the repositories themselves say: what another
// one signs for it is not looked at. Narrower than TAP 4: one repository an entry, each entry ends the
// search.

#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"

namespace conglang::client {

class RepositoryMap {
 public:
  struct Repository {
    std::string
        name;  ///< lower-case letters, digits and "-": it names a folder; empty: the machine's only one
    std::string url;

    bool operator==(const Repository&) const = default;
  };

  /// One repository that owns every path: a machine without a map.
  static RepositoryMap of_one(std::string url);

  /// Errors: parse; invalid, naming the field: a name that is no plain word, a repository without an address,
  /// an entry of several repositories, patterns of a repository that is not listed.
  /// Source: TAP 4, "The map file".
  static Result<RepositoryMap> parse(std::string_view bytes);

  /// In the order in which the entries name them.
  const std::vector<Repository>& repositories() const { return repositories_; }

  /// The name of the repository that speaks for `path`; null when none does. The first entry that matches
  /// decides.
  const std::string* owner(std::string_view path) const;

 private:
  struct Entry {
    std::vector<std::string> paths;  // empty: all
    std::string repository;
  };

  std::vector<Repository> repositories_;
  std::vector<Entry> entries_;
};

}  // namespace conglang::client
