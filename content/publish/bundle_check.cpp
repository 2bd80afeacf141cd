#include "content/publish/bundle_check.h"

#include <map>
#include <set>
#include <utility>

#include "content/guide/guide_json.h"
#include "content/guide/json_document.h"
#include "content/guide/problems.h"
#include "content/guide/synonyms_json.h"
#include "content/publish/canonical_file.h"
#include "content/publish/canonical_patch.h"
#include "content/publish/guide_facts.h"

namespace conglang::publish {
namespace {

using guide::BundlePath;
using guide::Document;
using guide::Guide;
using guide::Problems;
using Kind = BundlePath::Kind;
using Layer = BundlePath::Layer;

constexpr const char* kLinks = "national/links.json";
constexpr const char* kTopics = "national/topics.json";
constexpr const char* kSynonyms = "national/synonyms.json";

struct ReadGuide {
  std::string path;
  Layer layer = Layer::national;
  Document document;
  Guide value;
};

class Checker {
 public:
  explicit Checker(const guide::Files& source) : source_(source) {}

  Checked run() {
    read_shared();
    for (const auto& entry : source_) read_file(entry.first, entry.second);
    for (const auto& entry : source_) {
      const auto path = guide::parse_bundle_path(entry.first);
      if (path && path->kind == Kind::patch) check_patch(*path, entry.first, entry.second);
    }
    for (const ReadGuide& one : guides_) check_guide(one);
    check_most_asked();
    check_synonyms();
    return finish();
  }

 private:
  // `message` may hold several lines, each a problem.
  void note(const std::string& path, std::string_view message) {
    for (;;) {
      const std::size_t end = message.find('\n');
      problems_[path].emplace_back(message.substr(0, end));
      if (end == std::string_view::npos) return;
      message.remove_prefix(end + 1);
    }
  }

  void note(const Document& document, const Problems& problems) {
    if (!problems.empty()) note(document.where, problems.to_error(document).message);
  }

  const std::string* required(const char* path) {
    const auto found = source_.find(path);
    if (found != source_.end()) return &found->second;
    note(path, fmt::format("{}:1: thiếu tệp này", path));
    return nullptr;
  }

  // Adopts a value that reads; notes the problems of one that does not.
  template <typename T>
  std::optional<T> take(const std::string& path, Result<T> result) {
    if (result) return std::move(*result);
    note(path, result.error().message);
    return std::nullopt;
  }

  void read_shared() {
    if (const std::string* bytes = required(kLinks)) {
      around_.policy = take(kLinks, guide::read_link_policy(*bytes, kLinks));
      if (around_.policy) out_.files[kLinks] = write_link_policy(*around_.policy);
    }
    if (const std::string* bytes = required(kTopics)) {
      topics_ = take(kTopics, guide::read_topics(*bytes, kTopics));
      if (!topics_) return;
      around_.topics.emplace();
      for (const guide::Topic& topic : topics_->topics) around_.topics->insert(topic.id);
      out_.files[kTopics] = write_topics(*topics_);
    }
  }

  void read_file(const std::string& path, const std::string& bytes) {
    const auto parsed = guide::parse_bundle_path(path);
    if (!parsed) {
      return note(path,
                  fmt::format("{}:1: không phải tệp của gói hướng dẫn; bỏ ra hoặc sửa lại tên, chỗ", path));
    }
    if (parsed->layer == Layer::commune) communes_.insert(parsed->code);
    if (parsed->kind == Kind::guide) return read_guide(*parsed, path, bytes);
    if (parsed->kind == Kind::patch || path == kLinks || path == kTopics) return;  // read elsewhere
    auto canonical =
        take(path, canonical_file(*parsed, bytes, path, around_.policy.value_or(guide::LinkPolicy{})));
    if (!canonical) return;
    if (parsed->kind == Kind::place) ++out_.places;
    out_.files[path] = std::move(*canonical);
  }

  void read_guide(const BundlePath& parsed, const std::string& path, const std::string& bytes) {
    auto document = take(path, guide::parse_document(bytes, path));
    if (!document) return;
    auto value = take(path, guide::read_guide(*document));
    if (!value) return;
    check_name(*document, value->id, parsed.id);
    ++out_.guides;
    around_.guides.insert(value->id);
    out_.files[path] = write_guide(*value);
    guides_.push_back({path, parsed.layer, std::move(*document), std::move(*value)});
  }

  void check_name(const Document& document, std::string_view id, std::string_view file) {
    Problems problems;
    if (id != file) {
      problems.add("/id", fmt::format("là \"{}\" nhưng tên tệp là \"{}\"; sửa cho giống nhau", id, file));
    }
    note(document, problems);
  }

  void check_guide(const ReadGuide& one) {
    Problems problems;
    check_facts(one.value, around_, problems);
    if (one.layer != Layer::national && national(one.value.id) != nullptr) {
      problems.add("/id", fmt::format("đã có bài quốc gia \"{}\"; xã chỉ bổ sung bằng tệp trong patches/",
                                      one.value.id));
    }
    note(one.document, problems);
  }

  // A patch is checked by the guide that it makes; what the national guide itself lacks is told there.
  void check_patch(const BundlePath& parsed, const std::string& path, const std::string& bytes) {
    ++out_.patches;
    auto document = take(path, guide::parse_document(bytes, path));
    if (!document) return;
    const ReadGuide* base = national(parsed.id);
    if (base == nullptr) {
      const bool broken = source_.contains(fmt::format("national/guides/{}.json", parsed.id));
      if (!broken) note(path, fmt::format("{}:1: không có bài quốc gia \"{}\" để bổ sung", path, parsed.id));
      return;  // what is broken there is told there
    }
    const auto patched = take(path, guide::patch_guide(base->document.bytes, bytes, path));
    if (!patched) return;
    Problems problems;
    check_facts(*patched, around_, problems);
    Problems without_patch;
    check_facts(base->value, around_, without_patch);
    if (without_patch.empty()) note(*document, problems);
    if (auto canonical = take(path, canonical_patch(bytes))) out_.files[path] = std::move(*canonical);
  }

  const ReadGuide* national(std::string_view id) const {
    for (const ReadGuide& one : guides_) {
      if (one.layer == Layer::national && one.value.id == id) return &one;
    }
    return nullptr;
  }

  void check_most_asked() {
    if (!topics_) return;
    auto document = take(kTopics, guide::parse_document(source_.find(kTopics)->second, kTopics));
    if (!document) return;
    Problems problems;
    for (std::size_t i = 0; i < topics_->most_asked.size(); ++i) {
      const ReadGuide* one = national(topics_->most_asked[i]);
      if (one != nullptr && one->value.status == Guide::Status::in_force) continue;
      problems.add(fmt::format("/mostAsked/{}", i),
                   fmt::format("không có bài \"{}\" đang có hiệu lực", topics_->most_asked[i]));
    }
    note(*document, problems);
  }

  // Words for a guide that is no longer shown do no harm and are wanted when it comes back.
  void check_synonyms() {
    const auto found = source_.find(kSynonyms);
    if (found == source_.end()) return;
    const auto document = guide::parse_document(found->second, kSynonyms);
    const auto words = guide::read_search_words(found->second, kSynonyms);
    if (!document || !words) return;  // told with the file
    Problems problems;
    for (std::size_t i = 0; i < words->synonyms.size(); ++i) {
      const std::vector<std::string>& ids = words->synonyms[i].guides;
      for (std::size_t j = 0; j < ids.size(); ++j) {
        if (national(ids[j]) != nullptr) continue;
        problems.add(fmt::format("/synonyms/{}/guides/{}", i, j), fmt::format("không có bài \"{}\"", ids[j]));
      }
    }
    note(*document, problems);
  }

  Checked finish() {
    for (auto& entry : problems_) {
      for (std::string& line : entry.second) out_.problems.push_back(std::move(line));
    }
    out_.communes.assign(communes_.begin(), communes_.end());
    return std::move(out_);
  }

  const guide::Files& source_;
  Surroundings around_;
  std::optional<guide::TopicList> topics_;
  std::vector<ReadGuide> guides_;
  std::set<std::string> communes_;
  std::map<std::string, std::vector<std::string>> problems_;
  Checked out_;
};

}  // namespace

Checked check_bundle(const guide::Files& source) {
  return Checker(source).run();
}

}  // namespace conglang::publish
