#include "content/guide/bundle.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "content/guide/guide_json.h"
#include "content/guide/json_document.h"
#include "content/guide/object_reader.h"

namespace conglang::guide {
namespace {

using Kind = BundlePath::Kind;

bool by_id(const Guide& a, const Guide& b) {
  return a.id < b.id;
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

// Puts the layers together for one commune.
class Assembler {
 public:
  Assembler(const Files& files, std::string_view commune) : files_(files), commune_(commune) {}

  Result<Assembled> run() {
    read_national();
    if (!errors_.message.empty()) return tl::unexpected<Error>(errors_);
    if (!commune_.empty()) read_commune();
    finish();
    return std::move(out_);
  }

 private:
  // The first error's code stands for all of them.
  void note(const Error& error) {
    if (errors_.message.empty()) {
      errors_ = error;
    } else {
      errors_.message += "\n" + error.message;
    }
  }

  template <typename T>
  std::optional<T> take(Result<T> result) {
    if (result) return std::move(*result);
    note(result.error());
    return std::nullopt;
  }

  const std::string* required(std::string_view path) {
    const auto found = files_.find(path);
    if (found != files_.end()) return &found->second;
    note({Errc::not_found, fmt::format("{}: thiếu tệp này", path)});
    return nullptr;
  }

  void read_national() {
    if (const std::string* bytes = required("national/links.json")) {
      if (auto policy = take(read_link_policy(*bytes, "national/links.json"))) {
        out_.content.link_policy = std::move(*policy);
      }
    }
    if (const std::string* bytes = required("national/topics.json")) {
      if (auto list = take(read_topics(*bytes, "national/topics.json"))) {
        out_.content.topics = std::move(list->topics);
        out_.content.most_asked = std::move(list->most_asked);
      }
    }
    for (const auto& [path, bytes] : files_) {
      const auto parsed = parse_bundle_path(path);
      if (!parsed || parsed->kind != Kind::guide) continue;
      auto guide = take(read_named_guide(bytes, path, parsed->id));
      if (guide) out_.content.guides.push_back(std::move(*guide));
    }
  }

  void read_commune() {
    const std::string folder = fmt::format("communes/{}/", commune_);
    for (auto file = files_.lower_bound(folder); file != files_.end() && file->first.starts_with(folder);
         ++file) {
      read_commune_file(file->first, file->second);
    }
  }

  void read_commune_file(const std::string& path, const std::string& bytes) {
    const auto parsed = parse_bundle_path(path);
    if (!parsed) {
      return set_aside(path, "", {Errc::invalid, fmt::format("{}: xã không được có tệp này", path)});
    }
    if (parsed->kind == Kind::place) return add_place(path, bytes, parsed->id);
    if (parsed->kind == Kind::commune_guide) return add_guide(path, bytes, parsed->id);
    patch(path, bytes, parsed->id);
  }

  void add_place(const std::string& path, const std::string& bytes, const std::string& id) {
    auto place = read_place(bytes, path);
    if (!place) return set_aside(path, "", place.error());
    if (place->id != id) {
      return set_aside(path, "", {Errc::invalid, fmt::format("{}:1: /id: khác tên tệp", path)});
    }
    out_.content.places.push_back(std::move(*place));
  }

  void add_guide(const std::string& path, const std::string& bytes, const std::string& id) {
    auto guide = read_named_guide(bytes, path, id);
    if (!guide) return set_aside(path, id, guide.error());
    if (national(id) != nullptr) {
      return set_aside(
          path, id,
          {Errc::invalid, fmt::format("{}:1: đã có bài quốc gia \"{}\"; xã chỉ được bổ sung bằng "
                                      "tệp trong patches/",
                                      path, id)});
    }
    commune_guides_.push_back(std::move(*guide));
  }

  void patch(const std::string& path, const std::string& bytes, const std::string& id) {
    Guide* base = national(id);
    if (base == nullptr) {
      return set_aside(path, id,
                       {Errc::not_found, fmt::format("{}:1: không có bài quốc gia \"{}\" để sửa", path, id)});
    }
    auto patched = patch_guide(files_.find(fmt::format("national/guides/{}.json", id))->second, bytes, path);
    if (patched) {
      *base = std::move(*patched);
      return;
    }
    set_aside(path, id, patched.error());
    out_.content.local_text_in_question.push_back(id);
  }

  Guide* national(std::string_view id) {
    auto& guides = out_.content.guides;
    const auto found =
        std::find_if(guides.begin(), guides.end(), [&](const Guide& guide) { return guide.id == id; });
    return found == guides.end() ? nullptr : &*found;
  }

  void set_aside(const std::string& path, std::string guide_id, Error error) {
    out_.set_aside.push_back({path, std::move(guide_id), std::move(error)});
  }

  void finish() {
    Content& content = out_.content;
    std::move(commune_guides_.begin(), commune_guides_.end(), std::back_inserter(content.guides));
    std::erase_if(content.guides, [](const Guide& guide) { return guide.status != Guide::Status::in_force; });
    std::sort(content.guides.begin(), content.guides.end(), by_id);
    const auto hidden = [&](const std::string& id) { return national(id) == nullptr; };
    std::erase_if(content.most_asked, hidden);
    std::erase_if(content.local_text_in_question, hidden);
  }

  const Files& files_;
  std::string commune_;
  Assembled out_;
  std::vector<Guide> commune_guides_;
  Error errors_;
};

}  // namespace

Result<Guide> patch_guide(std::string_view base, std::string_view patch, std::string_view where) {
  TRY(Document document, parse_document(base, where));
  TRY(Document changes, parse_document(patch, where));
  Problems problems;
  if (!changes.root.is_object())
    problems.add("", "cần là một nhóm { … } chỉ gồm những chỗ khác bài quốc gia");
  for (const char* fixed : {"id", "type", "$schema"}) {
    if (changes.root.is_object() && changes.root.contains(fixed)) {
      problems.add(pointer_step(fixed), "tệp bổ sung của xã không được đổi chỗ này");
    }
  }
  if (!problems.empty()) return tl::unexpected<Error>(problems.to_error(changes));
  document.root.merge_patch(changes.root);
  changes.root = std::move(document.root);  // read the merged guide, report lines of the patch
  return read_guide(changes);
}

Result<Assembled> assemble(const Files& files, std::string_view commune) {
  return Assembler(files, commune).run();
}

}  // namespace conglang::guide
