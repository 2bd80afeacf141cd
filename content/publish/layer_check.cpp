#include "content/publish/layer_check.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "content/guide/guide_json.h"
#include "content/guide/heritage_json.h"
#include "content/guide/json_document.h"
#include "content/guide/lint/json_walk.h"
#include "content/guide/lint/lint_dates.h"
#include "content/guide/lint/lint_facts.h"
#include "content/guide/lint/lint_links.h"
#include "content/guide/notice_json.h"
#include "content/publish/canonical_file.h"
#include "content/publish/drawing.h"
#include "content/publish/file_rules.h"
#include "content/publish/picture_rules.h"
#include "content/publish/recording_rules.h"

namespace conglang::publish {
namespace {

using guide::BundlePath;
using guide::Document;
using guide::Finding;
using guide::Guide;
using guide::Report;
using guide::RuleId;
using Kind = BundlePath::Kind;
using Layer = BundlePath::Layer;

// A file whose bytes are JSON.
struct ReadFile {
  BundlePath path;
  Document document;
};

bool is_read_before(const BundlePath& path) {
  return path.kind == Kind::links || path.kind == Kind::topics || path.kind == Kind::catalogue ||
         path.kind == Kind::sectors;
}

// Names that Kind gives to the field "id"; the province's is its code.
bool is_named_by_id(Kind kind) {
  return kind == Kind::guide || kind == Kind::notice || kind == Kind::place || kind == Kind::heritage ||
         kind == Kind::product;
}

class LayerChecker {
 public:
  LayerChecker(const guide::Files& source, Shelf above, Date today, FindingBook& book)
      : source_(source), above_(std::move(above)), today_(today), book_(book) {
    out_.shelf = above_;
  }

  CheckedLayer run(const std::string& folder, const std::function<void()>& each_file) {
    for (auto file = source_.lower_bound(folder); file != source_.end() && file->first.starts_with(folder);
         ++file) {
      read(file->first, file->second);
      each_file();
    }
    for (const ReadFile& one : files_) {
      if (one.path.kind == Kind::patch) check_patch(one);
    }
    const guide::KnownIds known = known_ids();
    for (const ReadFile& one : files_) check(one, known);
    pictures_.lint_unused(book_);
    recordings_.lint_unused(book_);
    return std::move(out_);
  }

 private:
  void read(const std::string& path, const std::string& bytes) {
    if (const auto picture = picture_path_of_drawing(path)) return read_drawing(path, *picture, bytes);
    const auto parsed = guide::parse_bundle_path(path);
    if (!parsed) {
      return book_.note(RuleId::file_unknown, path,
                        "không phải tệp của gói hướng dẫn; bỏ ra hoặc sửa lại tên, chỗ");
    }
    if (parsed->kind == Kind::picture) {
      pictures_.add(path, parsed->id, bytes, book_);
      out_.files[path] = bytes;
    } else if (parsed->kind == Kind::recording) {
      recordings_.add(path, parsed->id, bytes, book_);
      out_.files[path] = bytes;
    } else if (!is_read_before(*parsed)) {
      read_json(*parsed, path, bytes);
    }
  }

  void read_drawing(const std::string& path, const std::string& picture, const std::string& bytes) {
    if (source_.contains(picture)) {
      return book_.note(
          RuleId::picture_format, path,
          fmt::format("bản vẽ này sẽ thành \"{}\", mà đã có tệp ấy; giữ một trong hai", picture));
    }
    auto png = pictures_.draw(path, guide::parse_bundle_path(picture)->id, bytes, book_);
    if (png) out_.files[picture] = std::move(*png);
  }

  void read_json(const BundlePath& parsed, const std::string& path, const std::string& bytes) {
    auto document = book_.take(path, guide::parse_document(bytes, path));
    if (parsed.kind == Kind::guide && !document) out_.shelf.broken_guides.insert(parsed.id);
    if (!document) return;
    lint_file(parsed, *document);
    if (parsed.kind != Kind::patch) {  // a patch is told by what it makes
      auto canonical = book_.take(path, canonical_file(parsed, bytes, path, above_.policy));
      if (canonical) out_.files[path] = std::move(*canonical);
    }
    if (parsed.kind == Kind::place) place_ids_.insert(parsed.id);
    if (parsed.kind == Kind::place) ++out_.places;
    if (parsed.kind == Kind::guide) read_guide(parsed, *document);
    files_.push_back({parsed, std::move(*document)});
  }

  // What needs no more than the file and the allow-list.
  void lint_file(const BundlePath& parsed, const Document& document) {
    Report report(document);
    lint_values(document, today_, report);
    if (above_.policy_reads) {
      lint_links(document, above_.policy, report);
      lint_qr(document, above_.policy, report);
    }
    const std::string_view id = guide::string_member(document.root, "id");
    if (is_named_by_id(parsed.kind) && !id.empty() && id != parsed.id) {
      report.add(RuleId::file_name, "/id",
                 fmt::format("là \"{}\" nhưng tên tệp là \"{}\"; sửa cho giống nhau", id, parsed.id));
    }
    book_.note(report);
  }

  void read_guide(const BundlePath& parsed, const Document& document) {
    auto value = guide::read_guide(document);  // canonical_file has told what is wrong
    if (!value) {
      out_.shelf.broken_guides.insert(parsed.id);
      return;
    }
    ++out_.guides;
    if (!above_.guides.contains(value->id)) out_.shelf.guides[value->id] = std::move(*value);
  }

  void check_patch(const ReadFile& file) {
    ++out_.patches;
    const std::string& path = file.document.where;
    const auto base = above_.guides.find(file.path.id);
    if (base == above_.guides.end()) {
      if (above_.broken_guides.contains(file.path.id)) return;  // what is broken there is told there
      return book_.note(
          RuleId::patch_orphan, path,
          fmt::format("không có bài \"{}\" của cấp trên để bổ sung; sửa tên tệp", file.path.id));
    }
    auto patched = book_.take(path, guide::patch_guide(write_guide(base->second), file.document.bytes, path),
                              RuleId::patch_misfit);
    if (!patched) return;
    auto canonical = book_.take(path, canonical_file(file.path, file.document.bytes, path, above_.policy));
    if (canonical) out_.files[path] = std::move(*canonical);
    note_news(base->second, *patched, file.document);
    check_recordings(*patched, file.document);
    out_.shelf.guides[file.path.id] = std::move(*patched);
  }

  void check_recordings(const Guide& patched, const Document& patch) {
    if (!patch.root.contains("recordings")) return;  // those of above are told there
    Report report(patch);
    recordings_.lint_uses(patched, report);
    book_.note(report);
  }

  // What is wrong with `patched` and was not with `base`: the patch brought it.
  void note_news(const Guide& base, const Guide& patched, const Document& patch) {
    const guide::KnownIds known = known_ids();
    Report before(patch);
    Report after(patch);
    for (const auto& [guide, report] : {std::pair(&base, &before), std::pair(&patched, &after)}) {
      lint_facts(*guide, *report);
      lint_references(*guide, known, *report);
    }
    for (const Finding& finding : after.findings()) {
      const auto& old = before.findings();
      const bool was_there = std::any_of(old.begin(), old.end(), [&](const Finding& other) {
        return other.rule == finding.rule && other.pointer == finding.pointer &&
               other.message == finding.message;
      });
      if (!was_there) book_.note(finding);
    }
  }

  void check(const ReadFile& file, const guide::KnownIds& known) {
    Report report(file.document);
    if (file.path.kind == Kind::guide) check_guide(file, known, report);
    if (file.path.kind == Kind::notice) check_notice(file, report);
    if (file.path.kind == Kind::heritage || file.path.kind == Kind::product) {
      pictures_.lint_uses(file.document, report);
    }
    if (file.path.kind == Kind::heritage) {
      if (const auto page = guide::read_heritage(file.document.bytes, file.document.where))
        recordings_.lint_uses(*page, report);
    }
    book_.note(report);
  }

  void check_guide(const ReadFile& file, const guide::KnownIds& known, Report& report) {
    const auto value = guide::read_guide(file.document);
    if (!value) return;
    lint_facts(*value, report);
    lint_references(*value, known, report);
    recordings_.lint_uses(*value, report);
    if (value->status == Guide::Status::in_force) lint_guide_dates(file.document, report);
    if (above_.guides.contains(value->id)) {
      report.add(RuleId::national_name, "/id",
                 fmt::format("cấp trên đã có bài \"{}\"; chỉ bổ sung bằng tệp trong patches/", value->id));
    }
  }

  void check_notice(const ReadFile& file, Report& report) {
    if (const auto notice = guide::read_notice(file.document.bytes, file.document.where))
      recordings_.lint_uses(*notice, report);
    if (file.path.layer != Layer::commune) return;
    guide::for_each_value(file.document.root, [&](const nlohmann::json& value, const std::string& pointer) {
      if (!value.is_string() || guide::without_indices(pointer) != "/places") return;
      const auto& id = value.get_ref<const std::string&>();
      if (place_ids_.contains(id)) return;
      report.add(RuleId::place_unknown, pointer,
                 fmt::format("không có nhà văn hóa \"{}\" trong thư mục place/ của xã; sửa tên", id));
    });
  }

  guide::KnownIds known_ids() const {
    guide::KnownIds known{out_.shelf.topics, out_.shelf.codes, out_.shelf.broken_guides};
    for (const auto& entry : out_.shelf.guides) known.guides.insert(entry.first);
    return known;
  }

  const guide::Files& source_;
  Shelf above_;
  Date today_;
  FindingBook& book_;
  std::vector<ReadFile> files_;
  std::set<std::string> place_ids_;
  PictureShelf pictures_;
  RecordingShelf recordings_;
  CheckedLayer out_;
};

}  // namespace

CheckedLayer check_layer(const guide::Files& source, const std::string& folder, Shelf above, Date today,
                         FindingBook& book, const std::function<void()>& each_file) {
  return LayerChecker(source, std::move(above), today, book).run(folder, each_file);
}

}  // namespace conglang::publish
