#include "content/guide/national_layer.h"

#include <utility>

#include "content/guide/catalogue_json.h"
#include "content/guide/guide_json.h"
#include "content/guide/json_document.h"
#include "content/guide/sector_json.h"
#include "content/guide/synonyms_json.h"

namespace conglang::guide {
namespace {

// Reads every file, so that every problem is told.
class NationalReader {
 public:
  explicit NationalReader(const Files& files) : files_(files) {}

  Result<Content> run() {
    TopicList list;
    read("national/links.json", Need::required, read_link_policy, content_.link_policy);
    read("national/topics.json", Need::required, read_topics, list);
    read("national/catalogue.json", Need::optional, read_catalogue, content_.catalogue);
    read("national/sectors.json", Need::optional, read_sectors, content_.sectors);
    read("national/synonyms.json", Need::optional, read_search_words, content_.search_words);
    content_.topics = std::move(list.topics);
    content_.most_asked = std::move(list.most_asked);
    for (const auto& [path, bytes] : files_) {
      const auto parsed = parse_bundle_path(path);
      if (!parsed || parsed->layer != BundlePath::Layer::national ||
          parsed->kind != BundlePath::Kind::guide) {
        continue;
      }
      auto guide = read_named_guide(bytes, path, parsed->id);
      if (guide) {
        content_.guides.push_back(std::move(*guide));
      } else {
        note(guide.error());
      }
    }
    if (!errors_.message.empty()) return tl::unexpected<Error>(std::move(errors_));
    return std::move(content_);
  }

 private:
  enum class Need { optional, required };

  template <typename Read, typename T>
  void read(std::string_view path, Need need, Read read_file, T& out) {
    const auto found = files_.find(path);
    if (found == files_.end()) {
      if (need == Need::required) note({Errc::not_found, fmt::format("{}: thiếu tệp này", path)});
      return;
    }
    auto value = read_file(found->second, path);
    if (value) {
      out = std::move(*value);
    } else {
      note(value.error());
    }
  }

  // The first error's code stands for all of them.
  void note(const Error& error) {
    if (errors_.message.empty()) {
      errors_ = error;
    } else {
      errors_.message += "\n" + error.message;
    }
  }

  const Files& files_;
  Content content_;
  Error errors_;
};

}  // namespace

Result<Content> read_national(const Files& files) {
  return NationalReader(files).run();
}

Result<Guide> read_named_guide(std::string_view bytes, std::string_view path, std::string_view id) {
  TRY(const Document document, parse_document(bytes, path));
  TRY(Guide guide, read_guide(document));
  if (guide.id != id) {
    return fail(Errc::invalid, "{}:{}: /id: là \"{}\" nhưng tên tệp là \"{}\"; sửa cho giống nhau", path,
                Lines(document).of("/id"), guide.id, id);
  }
  return guide;
}

}  // namespace conglang::guide
