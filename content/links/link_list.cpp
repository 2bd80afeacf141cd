#include "content/links/link_list.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <utility>

#include "content/guide/json_document.h"

namespace conglang::links {
namespace {

constexpr const char* kNationalLinks = "national/links.json";
constexpr const char* kCatalogue = "national/catalogue.json";
constexpr const char* kCatalogueTemplate = "portal-search";

std::set<std::string> communes_of(const guide::Files& files) {
  std::set<std::string> communes;
  for (const auto& file : files) {
    const auto path = guide::parse_bundle_path(file.first);
    if (path && path->layer == guide::BundlePath::Layer::commune) communes.insert(path->code);
  }
  return communes;
}

class Lister {
 public:
  Lister(const guide::Files& files, CatalogueLinks catalogue) : files_(files), catalogue_(catalogue) {}

  Result<void> add_layers_for(const std::string& commune) {
    TRY(const guide::Assembled assembled, guide::assemble(files_, commune));
    const guide::Content& content = assembled.content;
    list_.policies.push_back(content.link_policy);
    const std::string province = content.province ? fmt::format("provinces/{}/", content.province->code) : "";
    const std::string own = commune.empty() ? "" : fmt::format("communes/{}/", commune);
    add_guides(content, province, own);
    for (const guide::Place& place : content.places) {
      for (const guide::ZaloGroup& group : place.zalo_groups) {
        add({"", "", group.url, {}}, fmt::format("{}place/{}.json", own, place.id));
      }
    }
    for (const guide::Product& product : content.products) {
      if (product.link) add(*product.link, fmt::format("{}products/{}.json", own, product.id));
    }
    for (const std::string& url : content.link_policy.exact_urls)
      add({"", "", url, {}}, file_listing(url, province));
    if (commune.empty()) add_catalogue(content.catalogue);
    return {};
  }

  LinkList finish() && {
    for (auto& entry : by_url_) list_.links.push_back(std::move(entry.second));
    return std::move(list_);
  }

 private:
  void add_guides(const guide::Content& content, const std::string& province, const std::string& own) {
    for (const guide::Guide& guide : content.guides) {
      const std::string file = file_of(guide.id, province, own);
      for (const guide::Link& link : guide.links) add(link, file);
    }
  }

  // The file of the lowest layer that says what the guide's links are.
  std::string file_of(const std::string& id, const std::string& province, const std::string& own) const {
    for (const std::string& layer : {own, province}) {
      for (const char* kind : {"guides", "patches"}) {
        std::string path = fmt::format("{}{}/{}.json", layer, kind, id);
        if (!layer.empty() && says_links(path)) return path;
      }
    }
    return fmt::format("national/guides/{}.json", id);
  }

  bool says_links(const std::string& path) const {
    const auto file = files_.find(path);
    if (file == files_.end()) return false;
    const auto document = guide::parse_document(file->second, path);
    return document && document->root.is_object() && document->root.contains("links");
  }

  std::string file_listing(const std::string& url, const std::string& province) const {
    const auto& nation = list_.policies.front().exact_urls;
    const bool national = std::find(nation.begin(), nation.end(), url) != nation.end();
    return national ? kNationalLinks : province + "links.json";
  }

  // One address stands for all: the page behind it is the same search for another code.
  void add_catalogue(const guide::Catalogue& catalogue) {
    std::size_t taken = 0;
    for (const guide::CatalogueEntry& entry : catalogue.entries) {
      if (taken > 0 && catalogue_ == CatalogueLinks::one) break;
      add({kCatalogueTemplate, entry.code, "", {}}, kCatalogue);
      ++taken;
    }
    list_.left_out = catalogue.entries.size() - taken;
  }

  void add(const guide::Link& link, const std::string& file) {
    const std::size_t policy = list_.policies.size() - 1;
    const auto checked = link.template_id.empty()
                             ? guide::check_link(list_.policies[policy], link.url)
                             : guide::expand_link(list_.policies[policy], link.template_id, link.code);
    const std::string written =
        link.url.empty() ? fmt::format("{} {}", link.template_id, link.code) : link.url;
    const std::string& url = checked ? checked->url : written;
    auto& listed = by_url_.try_emplace(url, ListedLink{url, link.template_id, {}, {}, policy}).first->second;
    if (!checked) listed.refused = checked.error().message;
    if (std::find(listed.files.begin(), listed.files.end(), file) == listed.files.end())
      listed.files.push_back(file);
  }

  const guide::Files& files_;
  CatalogueLinks catalogue_;
  LinkList list_;
  std::map<std::string, ListedLink> by_url_;
};

}  // namespace

Result<LinkList> list_links(const guide::Files& files, CatalogueLinks catalogue) {
  Lister lister(files, catalogue);
  TRY_VOID(lister.add_layers_for(""));
  for (const std::string& commune : communes_of(files)) {
    TRY_VOID(lister.add_layers_for(commune));
  }
  return std::move(lister).finish();
}

}  // namespace conglang::links
