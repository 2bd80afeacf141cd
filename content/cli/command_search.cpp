#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/base/utf8.h"
#include "content/cli/commands.h"
#include "content/cli/progress.h"
#include "content/database/search.h"

namespace conglang::cli {
namespace {

// "[{"id":…,"title":…,"score":…}]", the shape that scripts rely on.
std::string as_json(const std::vector<database::Hit>& hits) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const database::Hit& hit : hits) {
    list.push_back({{"id", hit.id}, {"title", hit.title}, {"score", hit.score}});
  }
  return list.dump();
}

void print_plain(const std::vector<database::Hit>& hits) {
  if (hits.empty())
    fmt::print("Không tìm thấy gì; thử từ khác hoặc ít từ hơn / nothing found; try other or fewer words\n");
  for (const database::Hit& hit : hits) fmt::print("{:.4f}  {:<24}  {}\n", hit.score, hit.id, hit.title);
}

class SearchCommand final : public Command {
 public:
  CLI::App* declare(CLI::App& tool) override {
    CLI::App* command = tool.add_subcommand(
        "search", "Tìm bài như người dân gõ trên màn hình / finds guides as a resident would on the screen");
    command->add_option("text", text_, "Lời cần tìm, có dấu hoặc không / what is typed")->required();
    command->add_option("--database", database_, "Tệp guides.db do build làm ra / made by build")->required();
    command->add_option("--limit", limit_, "Nhiều nhất bao nhiêu bài / how many at most")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command->add_flag("--json", json_, "In [{id,title,score}] / as JSON");
    command->footer("Ví dụ / example: conglang search \"mat the can cuoc\" --database out/guides.db --json");
    return command;
  }

  Result<void> run() override {
    if (!is_valid_utf8(text_)) {
      return fail(Errc::bad_usage,
                  "lời cần tìm không phải UTF-8; gõ lại / the text is not UTF-8; type it again");
    }
    const Waiting waiting("Tìm / searching");
    TRY(const database::Search search, open());
    TRY(const std::vector<database::Hit> hits, search.find(text_, limit_));
    if (json_) {
      fmt::print("{}\n", as_json(hits));
    } else {
      print_plain(hits);
    }
    return {};
  }

 private:
  Result<database::Search> open() const {
    auto search = database::Search::open(database_);
    if (search) return search;
    return fail(search.error().code,
                "{}\n--database cần tệp guides.db do \"conglang build THƯ_MỤC --out RA\" làm ra"
                " / --database wants the guides.db that \"conglang build\" makes",
                search.error().message);
  }

  std::string text_;
  std::filesystem::path database_;
  std::size_t limit_ = database::kUsualHits;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_search_command() {
  return std::make_unique<SearchCommand>();
}

}  // namespace conglang::cli
