#include "sync/server/review/difference.h"

#include <algorithm>

#include "content/guide/bundle.h"
#include "content/guide/guide_json.h"
#include "content/publish/content_diff.h"

namespace conglang::server {
namespace {

Result<publish::Items> items(const std::string& path, const std::optional<std::string>& bytes) {
  guide::Files files;
  if (bytes) files.emplace(path, *bytes);
  return publish::items_of(files);
}

struct Houses {
  publish::HouseNames vi;
  publish::HouseNames en;  ///< of those that have an English name the English one
};

Houses houses_of(const Published& published) {
  Houses houses;
  for (const auto& [path, bytes] : published.files) {
    const auto parsed = guide::parse_bundle_path(path);
    if (!parsed || parsed->kind != guide::BundlePath::Kind::place) continue;
    const auto house = guide::read_place(bytes, path);
    if (!house) continue;
    houses.vi.emplace(house->id, house->name.in("vi"));
    houses.en.emplace(house->id, house->name.in("en"));
  }
  return houses;
}

// "/cases/0/costs/1/amountVnd": "cases 1, costs 2, amountVnd".
std::string english_place(const std::string& pointer, const publish::HouseNames& houses) {
  std::string words;
  std::size_t at = 0;
  while (at < pointer.size()) {
    const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
    const std::string step = pointer.substr(at + 1, end - at - 1);
    const bool is_number =
        !step.empty() && std::ranges::all_of(step, [](char c) { return c >= '0' && c <= '9'; });
    if (is_number && step.size() < 7) {
      words += fmt::format(" {}", std::stoi(step) + 1);
    } else {
      const auto house = words == "places" ? houses.find(step) : houses.end();
      words += words.empty() ? step : fmt::format(", {}", house == houses.end() ? step : house->second);
    }
    at = end;
  }
  return words.empty() ? "the whole" : words;
}

const char* kind_word(publish::Change::Kind kind) {
  switch (kind) {
    case publish::Change::Kind::added:
      return "added";
    case publish::Change::Kind::withdrawn:
      return "withdrawn";
    case publish::Change::Kind::changed:
      break;
  }
  return "changed";
}

}  // namespace

Result<Json> difference(const Published& published, const std::string& path,
                        const std::optional<std::string>& before, const std::optional<std::string>& after) {
  TRY(const publish::Items old_items, items(path, before));
  TRY(const publish::Items new_items, items(path, after));
  const Houses houses = houses_of(published);
  Json list = Json::array();
  for (const publish::Change& change : publish::diff_items(old_items, new_items, houses.vi)) {
    list.push_back({{"field", change.pointer},
                    {"label",
                     {{"vi", change.field.empty() ? "cả nội dung" : change.field},
                      {"en", english_place(change.pointer, houses.en)}}},
                    {"kind", kind_word(change.kind)},
                    {"before", change.before},
                    {"after", change.after}});
  }
  return list;
}

}  // namespace conglang::server
