#include "content/cli/preview_draft.h"

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>

#include "content/base/file.h"
#include "content/cli/clock.h"
#include "content/guide/closest_name.h"
#include "content/guide/guide_json.h"
#include "content/publish/bundle_check.h"
#include "content/publish/bundle_folder.h"
#include "content/publish/canonical_file.h"

namespace conglang::cli {
namespace {

namespace fs = std::filesystem;
using Kind = guide::BundlePath::Kind;

bool is_content_folder(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "national" / "links.json", error);
}

// `start` or the nearest folder above it that holds guides.
std::optional<fs::path> content_above(const fs::path& start) {
  std::error_code error;
  for (fs::path folder = fs::weakly_canonical(start, error); !folder.empty(); folder = folder.parent_path()) {
    if (is_content_folder(folder)) return folder;
    if (folder == folder.root_path()) break;
  }
  return std::nullopt;
}

Result<fs::path> find_content(const DraftRequest& request, bool is_file) {
  if (!request.content.empty()) {
    if (is_content_folder(request.content)) return request.content;
    return fail(Errc::not_found,
                "{}: không có national/links.json; --content là thư mục có national/ và communes/",
                request.content.string());
  }
  if (is_file) {
    if (auto around = content_above(fs::absolute(request.guide).parent_path())) return *around;
  }
  if (auto around = content_above(fs::current_path())) return *around;
  return fail(Errc::not_found,
              "{}: chưa rõ bài thuộc thư mục hướng dẫn nào; thêm --content THƯ_MỤC (có national/)",
              request.guide);
}

std::string relative_to(const fs::path& folder, const fs::path& file) {
  std::error_code error;
  return fs::weakly_canonical(file, error)
      .lexically_relative(fs::weakly_canonical(folder, error))
      .generic_string();
}

std::string folder_of(std::string_view path) {
  return fs::path(path).parent_path().filename().string();
}

std::string commune_of(std::string_view path) {
  constexpr std::string_view kCommunes = "communes/";
  if (!path.starts_with(kCommunes)) return {};
  const std::string_view rest = path.substr(kCommunes.size());
  return std::string(rest.substr(0, rest.find('/')));
}

bool is_guide(Kind kind) {
  return kind == Kind::guide || kind == Kind::patch;
}

bool is_previewed(Kind kind) {
  return is_guide(kind) || kind == Kind::notice || kind == Kind::place || kind == Kind::heritage ||
         kind == Kind::product;
}

std::string national_path(std::string_view id) {
  return fmt::format("national/guides/{}.json", id);
}

// Each line of an error a remark of its own.
void add_lines(std::vector<std::string>& remarks, std::string_view message) {
  for (;;) {
    const std::size_t end = message.find('\n');
    remarks.emplace_back(message.substr(0, end));
    if (end == std::string_view::npos) return;
    message.remove_prefix(end + 1);
  }
}

class Reader {
 public:
  explicit Reader(const DraftRequest& request) : request_(request) {}

  Result<Draft> run() {
    std::error_code error;
    const bool is_file = fs::is_regular_file(request_.guide, error);
    if (!is_file && request_.guide.ends_with(".json")) {
      return fail(Errc::not_found, "{}: không có tệp này", request_.guide);
    }
    TRY(folder_, find_content(request_, is_file));
    TRY(files_, publish::read_source(folder_));
    TRY_VOID(is_file ? take_file() : take_id());
    TRY_VOID(choose_commune());
    TRY_VOID(check_draft());
    leave_out_broken();
    TRY_VOID(assemble());
    name_other_layers();
    add_problems();
    return std::move(draft_);
  }

 private:
  // The draft's file, in its place among the others or instead of the one it will replace.
  Result<void> take_file() {
    draft_.file = request_.guide;
    const std::string inside = relative_to(folder_, request_.guide);
    if (files_.contains(inside)) {
      path_ = inside;
    } else {
      TRY(std::string bytes, read_file(request_.guide, publish::kMaxSourceBytes));
      const auto guide = guide::read_guide(bytes, request_.guide);
      if (!guide) return tl::unexpected(guide.error());
      path_ = own_path(guide->id).value_or(national_path(guide->id));
      files_[path_] = std::move(bytes);
    }
    const auto parsed = guide::parse_bundle_path(path_);
    if (!parsed || !is_previewed(parsed->kind)) {
      return fail(Errc::bad_usage,
                  "{}: không có trang trên màn hình; xem trước được tệp trong guides/, patches/, notices/, "
                  "place/, heritage/ và products/",
                  request_.guide);
    }
    draft_.id = parsed->id;
    draft_.kind = parsed->kind;
    return {};
  }

  Result<void> take_id() {
    draft_.id = request_.guide;
    const auto path = own_path(draft_.id);
    if (path) {
      path_ = *path;
      draft_.file = folder_ / path_;
      return {};
    }
    std::vector<std::string> known;
    for (const auto& entry : files_) {
      if (folder_of(entry.first) == "guides") known.push_back(fs::path(entry.first).stem().string());
    }
    const std::string_view near = guide::closest_name(draft_.id, known);
    return fail(Errc::not_found, "không có bài \"{}\" trong {}{}", draft_.id, folder_.string(),
                near.empty() ? "" : fmt::format("; có phải \"{}\"?", near));
  }

  // Where a guide of this id lies already: the nation's, or a commune's own.
  std::optional<std::string> own_path(std::string_view id) const {
    if (files_.contains(national_path(id))) return national_path(id);
    for (const auto& entry : files_) {
      if (folder_of(entry.first) == "guides" && fs::path(entry.first).stem() == id) return entry.first;
    }
    return std::nullopt;
  }

  Result<void> choose_commune() {
    std::set<std::string> there;
    for (const auto& entry : files_) {
      if (const std::string code = commune_of(entry.first); !code.empty()) there.insert(code);
    }
    draft_.commune = request_.commune.empty() ? commune_of(path_) : request_.commune;
    if (draft_.commune.empty() && there.size() == 1) draft_.commune = *there.begin();
    if (draft_.commune.empty() || there.contains(draft_.commune)) return {};
    return fail(Errc::not_found, "không có thư mục communes/{} trong {}", draft_.commune, folder_.string());
  }

  Result<void> check_draft() const {
    const std::string& bytes = files_.find(path_)->second;
    if (draft_.kind == Kind::guide) return without_value(guide::read_guide(bytes, draft_.file.string()));
    if (draft_.kind != Kind::patch) {
      return without_value(
          publish::canonical_file(*guide::parse_bundle_path(path_), bytes, draft_.file.string(), {}));
    }
    const auto base = files_.find(national_path(draft_.id));
    if (base == files_.end()) {
      return fail(Errc::not_found, "{}: không có bài quốc gia \"{}\" để bổ sung", draft_.file.string(),
                  draft_.id);
    }
    return without_value(guide::patch_guide(base->second, bytes, draft_.file.string()));
  }

  template <typename T>
  static Result<void> without_value(const Result<T>& read) {
    if (!read) return tl::unexpected(read.error());
    return {};
  }

  void leave_out_broken() {
    std::erase_if(files_, [this](const auto& entry) {
      if (entry.first == path_ || !entry.first.starts_with("national/guides/")) return false;
      const auto read = guide::read_guide(entry.second, entry.first);
      if (!read) draft_.remarks.push_back(fmt::format("{}: chưa đọc được, để ra ngoài", entry.first));
      return !read;
    });
  }

  // A fee corrected in the nation's guide stays unseen where the province or the commune has its own.
  void name_other_layers() {
    if (!is_guide(draft_.kind)) return;
    for (const auto& entry : files_) {
      const bool other = folder_of(entry.first) == "patches" && fs::path(entry.first).stem() == draft_.id;
      const std::string commune = commune_of(entry.first);
      if (!other || entry.first == path_ || (!commune.empty() && commune != draft_.commune)) continue;
      draft_.remarks.push_back(fmt::format("{}: tệp này cũng sửa bài \"{}\"; mục nào nó ghi thì ảnh theo nó",
                                           entry.first, draft_.id));
    }
  }

  Result<void> assemble() {
    TRY(guide::Assembled assembled, guide::assemble(files_, draft_.commune));
    for (const guide::SetAside& aside : assembled.set_aside) {
      const bool is_own = is_guide(draft_.kind) ? aside.guide_id == draft_.id : aside.path == path_;
      if (is_own) add_lines(draft_.remarks, aside.error.message);
    }
    draft_.content = std::move(assembled.content);
    draft_.pictures = std::move(assembled.media.pictures);
    return {};
  }

  // What `conglang build` would say about this guide, under the name that its clerk knows.
  void add_problems() {
    for (guide::Finding finding : publish::check_bundle(files_, local_date(system_now())).findings) {
      if (finding.severity != guide::Severity::error || finding.path != path_) continue;
      finding.path = draft_.file.string();
      draft_.remarks.push_back(to_line(finding));
    }
  }

  const DraftRequest& request_;
  fs::path folder_;
  guide::Files files_;
  std::string path_;  // of the draft among files_
  Draft draft_;
};

}  // namespace

Result<Draft> read_draft(const DraftRequest& request) {
  return Reader(request).run();
}

}  // namespace conglang::cli
