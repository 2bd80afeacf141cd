#include "content/publish/pages/pages.h"

#include "content/guide/object_reader.h"
#include "content/guide/standing.h"
#include "content/publish/base_url.h"
#include "content/publish/gzip_size.h"
#include "content/publish/pages/frame.h"
#include "content/publish/pages/guide_page.h"
#include "content/publish/pages/index_page.h"

namespace conglang::publish {
namespace {

/// An id becomes a file's name, so it is checked here too, whatever was checked before.
Result<void> check_name(const std::string& id) {
  if (guide::is_slug(id) && id != kIndex) return {};
  return fail(Errc::invalid, "bài \"{}\": không dùng được tên này cho trang; đổi \"id\" của bài", id);
}

class Maker {
 public:
  Maker(const Site& site, const std::function<void()>& made) : site_(site), made_(made) {}

  Result<Pages> run() {
    TRY_VOID(check_base_url(site_.base_url));
    for (const Phrases& words : all_phrases()) TRY_VOID(add_language({site_, words}));
    out_.files[std::string(kIcon)] = icon_file();
    out_.files[std::string(kPageList)] = list();
    return std::move(out_);
  }

 private:
  Result<void> add_language(const PagePlace& place) {
    add(place, kIndex, {}, false, index_page(place));
    for (const guide::Guide& guide : site_.content.guides) TRY_VOID(add_guide(place, guide));
    for (const guide::Guide& guide : site_.content.retired) TRY_VOID(add_guide(place, guide));
    return {};
  }

  Result<void> add_guide(const PagePlace& place, const guide::Guide& guide) {
    TRY_VOID(check_name(guide.id));
    const bool shown = is_shown(guide, site_.today);
    add(place, guide.id, guide.id, !shown, shown ? guide_page(guide, place) : retired_page(guide, place));
    return {};
  }

  void add(const PagePlace& place, std::string_view name, std::string guide, bool retired,
           std::string bytes) {
    const std::string path = place.path(name);
    out_.pages.push_back(
        {path, std::string(place.words.language), std::move(guide), retired, bytes.size(), gzip_size(bytes)});
    out_.files[path] = std::move(bytes);
    made_();
  }

  std::string list() const {
    nlohmann::ordered_json list = {{"made", "conglang pages"}, {"date", format_date(site_.today)}};
    for (const PageInfo& page : out_.pages)
      list["pages"].push_back({{"path", page.path},
                               {"language", page.language},
                               {"guide", page.guide},
                               {"retired", page.retired}});
    return list.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  }

  const Site& site_;
  const std::function<void()>& made_;
  Pages out_;
};

}  // namespace

Result<Pages> make_pages(const Site& site, const std::function<void()>& made) {
  return Maker(site, made).run();
}

}  // namespace conglang::publish
