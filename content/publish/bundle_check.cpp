#include "content/publish/bundle_check.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "content/guide/catalogue_json.h"
#include "content/guide/guide_json.h"
#include "content/guide/json_document.h"
#include "content/guide/lint/lint_links.h"
#include "content/guide/lint/lint_references.h"
#include "content/guide/province_json.h"
#include "content/guide/sector_json.h"
#include "content/publish/drawing.h"
#include "content/publish/file_rules.h"
#include "content/publish/layer_check.h"

namespace conglang::publish {
namespace {

using guide::Document;
using guide::Report;
using guide::RuleId;

constexpr const char* kLinks = "national/links.json";
constexpr const char* kTopics = "national/topics.json";
constexpr const char* kCatalogue = "national/catalogue.json";
constexpr const char* kSectors = "national/sectors.json";
constexpr const char* kSynonyms = "national/synonyms.json";

class Checker {
 public:
  Checker(const guide::Files& source, Date today, const std::function<void()>& each_file)
      : source_(source), today_(today), each_file_(each_file) {}

  Checked run() {
    check_shared();
    for (const std::string& code : codes_below("communes/")) check_commune(code);
    check_folder("emergency/", national_.shelf);
    check_rest();
    check_most_asked();
    check_synonyms();
    check_as_kiosk();
    out_.findings = std::move(book_).finish();
    return std::move(out_);
  }

  Shelf shelf_above(const std::string& commune) {
    check_shared();
    const auto province = by_commune_.find(commune);
    return province == by_commune_.end() ? std::move(national_.shelf) : std::move(province->second);
  }

 private:
  // The layers above the communes'.
  void check_shared() {
    read_policy();
    read_topics();
    read_catalogue();
    read_sectors();
    national_ = check_folder("national/", std::move(nation_));
    for (const std::string& code : codes_below("provinces/")) check_province(code);
  }

  const std::string* bytes_of(const std::string& path) const {
    const auto found = source_.find(path);
    return found == source_.end() ? nullptr : &found->second;
  }

  // The document of a file of its own kind, its values linted.
  std::optional<Document> read_document(const std::string& path) {
    const std::string* bytes = bytes_of(path);
    if (bytes == nullptr) return std::nullopt;
    auto document = book_.take(path, guide::parse_document(*bytes, path));
    if (!document) return std::nullopt;
    Report report(*document);
    lint_values(*document, today_, report);
    book_.note(report);
    return document;
  }

  std::optional<Document> required(const char* path) {
    if (bytes_of(path) == nullptr) {
      book_.note(RuleId::file_missing, path, "thiếu tệp này; chép từ bản mẫu rồi sửa");
    }
    return read_document(path);
  }

  void read_policy() {
    const auto document = required(kLinks);
    if (!document) return;
    Report report(*document);
    lint_link_policy(*document, {}, report);
    book_.note(report);
    auto policy = book_.take(kLinks, guide::read_link_policy(document->bytes, kLinks));
    if (!policy) return;
    out_.files[kLinks] = write_link_policy(*policy);
    nation_.policy = std::move(*policy);
    nation_.policy_reads = true;
  }

  void read_topics() {
    const auto document = required(kTopics);
    if (!document) return;
    auto topics = book_.take(kTopics, guide::read_topics(document->bytes, kTopics));
    if (!topics) return;
    out_.files[kTopics] = write_topics(*topics);
    most_asked_ = topics->most_asked;
    nation_.topics.emplace();
    for (const guide::Topic& topic : topics->topics) nation_.topics->insert(topic.id);
  }

  // Its names are the portal's: not ours to judge.
  void read_catalogue() {
    const std::string* bytes = bytes_of(kCatalogue);
    if (bytes == nullptr) {
      return book_.note(
          RuleId::catalogue_missing, kCatalogue,
          "không có danh mục thủ tục nên chưa đối chiếu được mã thủ tục; thêm bằng \"conglang import "
          "portal --catalogue\"");
    }
    const auto catalogue = book_.take(kCatalogue, guide::read_catalogue(*bytes, kCatalogue));
    if (!catalogue) return;
    out_.files[kCatalogue] = write_catalogue(*catalogue);
    nation_.codes.emplace();
    for (const guide::CatalogueEntry& entry : catalogue->entries) nation_.codes->insert(entry.code);
    fields_.emplace(catalogue->fields.begin(), catalogue->fields.end());
  }

  void read_sectors() {
    const auto document = read_document(kSectors);
    if (!document) return;
    const auto sectors = book_.take(kSectors, guide::read_sectors(document->bytes, kSectors));
    if (!sectors) return;
    out_.files[kSectors] = write_sectors(*sectors);
    if (!fields_) return;
    Report report(*document);
    lint_fields(*document, *fields_, report);
    book_.note(report);
  }

  CheckedLayer check_folder(const std::string& folder, Shelf above) {
    CheckedLayer layer = check_layer(source_, folder, std::move(above), today_, book_, each_file_);
    out_.files.merge(layer.files);
    out_.guides += layer.guides;
    out_.patches += layer.patches;
    out_.places += layer.places;
    return layer;
  }

  // The distinct "<code>" of paths "<folder><code>/…", in order.
  std::vector<std::string> codes_below(const std::string& folder) const {
    std::vector<std::string> codes;
    for (auto file = source_.lower_bound(folder); file != source_.end() && file->first.starts_with(folder);
         ++file) {
      const std::string_view rest = std::string_view(file->first).substr(folder.size());
      const std::string_view code = rest.substr(0, rest.find('/'));
      if (code.size() == rest.size() || !guide::is_area_code(code)) continue;
      if (codes.empty() || codes.back() != code) codes.emplace_back(code);
    }
    return codes;
  }

  void check_province(const std::string& code) {
    const std::string folder = fmt::format("provinces/{}/", code);
    Shelf above = national_.shelf;
    add_links(folder + "links.json", above);
    const auto layer = check_folder(folder, std::move(above));
    const std::string* bytes = bytes_of(folder + "province.json");
    const auto province = bytes == nullptr ? std::nullopt : read_province(*bytes, folder + "province.json");
    for (std::size_t i = 0; province && i < province->communes.size(); ++i) {
      by_commune_.emplace(province->communes[i].code, layer.shelf);
    }
  }

  static std::optional<guide::Province> read_province(const std::string& bytes, const std::string& path) {
    auto province = guide::read_province(bytes, path);
    return province ? std::optional(std::move(*province)) : std::nullopt;  // told with its layer
  }

  void add_links(const std::string& path, Shelf& shelf) {
    const auto document = read_document(path);
    if (!document) return;
    Report report(*document);
    lint_link_policy(*document, shelf.policy, report);
    book_.note(report);
    const auto additions = book_.take(path, guide::read_link_additions(document->bytes, path, shelf.policy));
    if (!additions) return;
    out_.files[path] = write_link_policy(*additions);
    shelf.policy = guide::add_links(std::move(shelf.policy), *additions);
  }

  void check_commune(const std::string& code) {
    out_.communes.push_back(code);
    const auto province = by_commune_.find(code);
    const Shelf& above = province == by_commune_.end() ? national_.shelf : province->second;
    check_folder(fmt::format("communes/{}/", code), above);
  }

  // Files in no layer's folder.
  void check_rest() {
    for (const auto& entry : source_) {
      if (guide::parse_bundle_path(entry.first) || picture_path_of_drawing(entry.first)) continue;
      if (book_.has_error(entry.first)) continue;
      book_.note(RuleId::file_unknown, entry.first,
                 "không phải tệp của gói hướng dẫn; bỏ ra hoặc sửa lại tên, chỗ");
      each_file_();
    }
  }

  void check_most_asked() {
    if (!most_asked_) return;
    const auto document = guide::parse_document(*bytes_of(kTopics), kTopics);
    if (!document) return;  // told when it was read
    std::set<std::string> in_force;
    for (const auto& entry : national_.shelf.guides) {
      if (entry.second.status == guide::Guide::Status::in_force) in_force.insert(entry.first);
    }
    Report report(*document);
    lint_most_asked(*most_asked_, in_force, report);
    book_.note(report);
  }

  // Words for a guide that is no longer shown do no harm and are wanted when it comes back.
  void check_synonyms() {
    const std::string* bytes = bytes_of(kSynonyms);
    if (bytes == nullptr) return;
    const auto document = guide::parse_document(*bytes, kSynonyms);
    if (!document) return;  // told with the nation's layer
    std::set<std::string> known = national_.shelf.broken_guides;
    for (const auto& entry : national_.shelf.guides) known.insert(entry.first);
    Report report(*document);
    lint_synonyms(*document, known, report);
    book_.note(report);
  }

  // The last word is the kiosk's own reader: what it would set aside and no rule has found is told here.
  void check_as_kiosk() {
    if (book_.has_errors()) return;
    for (const std::string& code : out_.communes) {
      const auto assembled = guide::assemble(out_.files, code);
      if (!assembled) {
        book_.note(kLinks, assembled.error(), RuleId::set_aside);
        return;
      }
      for (const guide::SetAside& aside : assembled->set_aside) {
        note_set_aside(aside);
      }
    }
  }

  void note_set_aside(const guide::SetAside& aside) {
    const std::string* bytes = bytes_of(aside.path);
    const auto document = guide::parse_document(bytes == nullptr ? "" : *bytes, aside.path);
    for (guide::Finding one :
         guide::findings_of(aside.error, aside.path, guide::rule_of(RuleId::set_aside).id)) {
      if (document) one.line = guide::Lines(*document).of(one.pointer);
      book_.note(one);
    }
  }

  const guide::Files& source_;
  Date today_;
  const std::function<void()>& each_file_;
  FindingBook book_;
  Shelf nation_;  // what the nation's shared files give
  CheckedLayer national_;
  std::map<std::string, Shelf> by_commune_;  // the province's, by each commune that it lists
  std::optional<std::vector<std::string>> most_asked_;
  std::optional<std::set<std::string>> fields_;
  Checked out_;
};

}  // namespace

std::size_t Checked::count(guide::Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [&](const guide::Finding& finding) { return finding.severity == severity; }));
}

Checked check_bundle(const guide::Files& source, Date today, const std::function<void()>& each_file) {
  return Checker(source, today, each_file).run();
}

Shelf shelf_above_commune(const guide::Files& source, const std::string& code, Date today) {
  const std::function<void()> nothing = [] {};
  return Checker(source, today, nothing).shelf_above(code);
}

std::vector<guide::Finding> check_commune(const guide::Files& source, const std::string& code,
                                          const Shelf& above, Date today) {
  FindingBook book;
  check_layer(source, fmt::format("communes/{}/", code), above, today, book, [] {});
  return std::move(book).finish();
}

}  // namespace conglang::publish
