#include "sync/server/review/draft_check.h"

#include <algorithm>
#include <utility>

#include "content/guide/guide_json.h"
#include "content/guide/json_document.h"
#include "content/guide/lint/rules.h"
#include "content/guide/local_layer.h"
#include "content/publish/bundle_check.h"
#include "content/publish/canonical_file.h"
#include "sync/server/identity/refusal.h"

namespace conglang::server {
namespace {

using guide::Finding;
using guide::Severity;

constexpr const char* kLinks = "national/links.json";

guide::Files with_changes(const Published& published, const FileChangesToCheck& changes) {
  guide::Files files = published.files;
  for (const auto& [path, bytes] : changes) {
    if (bytes) {
      files.insert_or_assign(path, *bytes);
    } else {
      files.erase(path);
    }
  }
  return files;
}

std::string_view english_of(const std::string& rule) {
  for (const guide::Rule& one : guide::all_rules()) {
    if (one.id == rule) return one.en;
  }
  return rule;
}

tl::unexpected<Error> refuse_finding(const Finding& finding) {
  return refuse({.status = 422,
                 .code = "content",
                 .vi = fmt::format("{}: {}", finding.path, finding.message),
                 .en = fmt::format("{}: {}", finding.path, english_of(finding.rule)),
                 .field = finding.pointer});
}

Result<void> check_quota(const guide::Files& files, const std::string& commune) {
  const std::string own = fmt::format("communes/{}/", commune);
  std::size_t count = 0;
  std::size_t bytes = 0;
  for (const auto& [path, content] : files) {
    if (!path.starts_with(own)) continue;
    ++count;
    bytes += content.size();
  }
  if (count <= kMaxCommuneFiles && bytes <= kMaxCommuneBytes) return {};
  return refuse(
      {.status = 413,
       .code = "quota",
       .vi = fmt::format("Xã sẽ có {} tệp, {} byte; tối đa {} tệp, {} byte. Hãy gỡ bớt ảnh hoặc bài cũ.",
                         count, bytes, kMaxCommuneFiles, kMaxCommuneBytes),
       .en = fmt::format("The commune would have {} files of {} bytes; it may have {} of {}. Take "
                         "old pictures or pages off first.",
                         count, bytes, kMaxCommuneFiles, kMaxCommuneBytes)});
}

}  // namespace

std::vector<Finding> check_change(const Published& published, const FileChangesToCheck& changes, Date today) {
  std::vector<Finding> found =
      publish::check_commune(with_changes(published, changes), published.commune, published.above, today);
  // Elsewhere only what the change breaks is told: what was wrong before is not its fault.
  std::erase_if(found, [&](const Finding& one) {
    if (changes.contains(one.path)) return false;
    return one.severity != Severity::error || published.errors.contains(error_key(one));
  });
  std::ranges::stable_sort(found, {}, &Finding::severity);
  return found;
}

// What kiosks would set aside.
Result<void> check_as_kiosk(const Published& published, const FileChangesToCheck& changes) {
  guide::Files files = with_changes(published, changes);
  // No commune's file changes how these are read, and they are long.
  files.erase("national/catalogue.json");
  files.erase("national/sectors.json");
  const auto assembled = guide::assemble(files, published.commune);
  if (!assembled) return tl::unexpected<Error>(assembled.error());
  for (const guide::SetAside& aside : assembled->set_aside) {
    if (!changes.contains(aside.path)) continue;
    return refuse_finding(guide::findings_of(aside.error, aside.path, "set-aside").front());
  }
  return {};
}

Result<void> check_publishable(const Published& published, const FileChangesToCheck& changes, Date today) {
  TRY_VOID(check_quota(with_changes(published, changes), published.commune));
  for (const auto& [path, bytes] : changes) {
    if (!bytes || bytes->size() <= guide::kMaxLocalFileBytes) continue;
    return refuse({.status = 413,
                   .code = "too-large",
                   .vi = fmt::format("{}: tệp quá lớn, tối đa {} byte.", path, guide::kMaxLocalFileBytes),
                   .en = fmt::format("{}: too large, {} bytes at most.", path, guide::kMaxLocalFileBytes)});
  }
  const std::vector<Finding> found = check_change(published, changes, today);
  if (!found.empty() && found.front().severity == Severity::error) return refuse_finding(found.front());
  return check_as_kiosk(published, changes);
}

Result<std::string> canonical_bytes(const Published& published, const std::string& path,
                                    const std::string& content) {
  const auto parsed = guide::parse_bundle_path(path);
  if (!parsed) return fail(Errc::invalid, "{}: is no path of a bundle", path);
  guide::LinkPolicy policy;
  if (const std::string* links = published.find(kLinks)) {
    if (auto read = guide::read_link_policy(*links, kLinks)) policy = std::move(*read);
  }
  auto bytes = publish::canonical_file(*parsed, content, path, policy);
  if (bytes) return std::move(*bytes);
  const auto findings = guide::findings_of(bytes.error(), path, "schema");
  if (findings.empty()) return tl::unexpected<Error>(std::move(bytes).error());
  return refuse_finding(findings.front());
}

Json to_json(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const Finding& one : findings) {
    list.push_back({{"level", guide::severity_name(one.severity)},
                    {"field", one.pointer},
                    {"path", one.path},
                    {"rule", one.rule},
                    {"message", {{"vi", one.message}, {"en", english_of(one.rule)}}}});
  }
  return list;
}

}  // namespace conglang::server
