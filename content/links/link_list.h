#pragma once
// Every address that a bundle can turn into a code or a link, once each, with the files it stands in. Pure.

#include <cstddef>
#include <string>
#include <vector>

#include "content/guide/bundle.h"
#include "content/guide/link_policy.h"

namespace conglang::links {

struct ListedLink {
  std::string url;          ///< as the code holds it; as written when `refused`
  std::string template_id;  ///< "portal-search"; empty: written out in the files
  std::vector<std::string> files;
  std::string refused;     ///< why the link policy refuses it; empty: it may be asked
  std::size_t policy = 0;  ///< place in LinkList::policies of the one that it was judged by

  bool operator==(const ListedLink&) const = default;
};

struct LinkList {
  std::vector<ListedLink> links;            ///< in order of address
  std::vector<guide::LinkPolicy> policies;  ///< the nation's, then each commune's
  std::size_t left_out = 0;                 ///< addresses of the catalogue that were not wanted
};

/// What to take of the catalogue, whose thousands of addresses differ in the code alone.
enum class CatalogueLinks { one, all };

/// The links of guides, houses, products and the catalogue, and the listed addresses of links.json, as every
/// commune that has files and a house without a commune show them. Guides that are not shown are passed over.
/// Errors: as guide::assemble.
Result<LinkList> list_links(const guide::Files& files, CatalogueLinks catalogue);

}  // namespace conglang::links
