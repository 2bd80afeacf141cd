// Search over every procedure of the catalogue and the guides: the time of a keystroke beside FTS5's ranked
// prefix query on the same names, and how often the phrases of residents find their guide, beside SQLite's
// default tokenizer and ripgrep.
//   bench_search [--missed] [CATALOGUE]
// The catalogue is the starter content's unless another is named. Prints what the tuning half misses with
// --missed; never what the test half does.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "content/database/search.h"
#include "content/database/title_index.h"
#include "content/guide/bundle.h"
#include "tests/bench/search_rivals.h"
#include "tests/folders.h"
#include "tests/support/search_phrases.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace conglang;
using bench::FullText;
using database::Hit;
using testing::Figures;
using testing::Phrase;
using Microseconds = std::chrono::duration<double, std::micro>;
using Rows = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t kShown = 8;
constexpr std::uintmax_t kMaxFileBytes = 20'000'000;

std::filesystem::path starter_folder() {
  return std::filesystem::path(CONGLANG_SOURCE_DIR) / "content/starter";
}

Result<guide::Files> starter_files() {
  guide::Files files;
  TRY(const std::vector<std::string> paths, list_files(starter_folder()));
  for (const std::string& path : paths) {
    TRY(files[path], read_file(starter_folder() / path, kMaxFileBytes));
  }
  return files;
}

struct Times {
  double median_us = 0.0;
  double p99_us = 0.0;
};

Times measure(const std::vector<std::string>& keystrokes,
              const std::function<void(const std::string&)>& find) {
  std::vector<double> times;
  for (const std::string& typed : keystrokes) {
    const auto start = std::chrono::steady_clock::now();
    find(typed);
    times.push_back(Microseconds(std::chrono::steady_clock::now() - start).count());
  }
  std::ranges::sort(times);
  return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

void print(const char* what, const Times& times) {
  fmt::print("{:<44} median {:8.1f} us   99 % {:8.1f} us\n", what, times.median_us, times.p99_us);
}

// What stands in the field after each key, from the second letter on: results begin there.
void add_keystrokes(const std::string& text, std::vector<std::string>& out) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool letter_ends =
        at + 1 == text.size() || (static_cast<unsigned char>(text[at + 1]) & 0xC0) != 0x80;
    if (letter_ends && ++letters >= 2) out.push_back(text.substr(0, at + 1));
  }
}

std::vector<std::string> keystrokes_of(const std::vector<Phrase>& phrases,
                                       const std::vector<guide::CatalogueEntry>& procedures) {
  constexpr std::size_t kEvery = 40;
  constexpr std::size_t kBytes = 30;
  std::vector<std::string> out;
  for (const Phrase& phrase : phrases) add_keystrokes(phrase.query, out);
  for (std::size_t i = 0; i < procedures.size(); i += kEvery) {
    const std::string& name = procedures[i].name;
    add_keystrokes(name.substr(0, name.find(' ', std::min(kBytes, name.size() - 1))), out);
  }
  return out;
}

Rows names_of(const std::vector<guide::Guide>& guides, const std::vector<guide::CatalogueEntry>& procedures) {
  Rows rows;
  for (const guide::Guide& one : guides) {
    std::string names;
    for (const guide::Text* text : {&one.title, &one.short_title, &one.official_name}) {
      for (const auto& entry : text->by_language) names += entry.second + " ";
    }
    for (const std::string& term : one.search_terms) names += term + " ";
    rows.emplace_back(one.id, names);
  }
  for (const auto& one : procedures) rows.emplace_back(one.code, one.name);
  return rows;
}

void compare_times(const database::TitleIndex& index, const Rows& rows,
                   const std::vector<std::string>& keystrokes) {
  const Times ours = measure(keystrokes, [&](const std::string& typed) { index.find(typed, kShown); });
  fmt::print("\n{} keystrokes over {} names of guides and procedures\n", keystrokes.size(), rows.size());
  print("conglang", ours);
  for (const bool prefix_index : {false, true}) {
    auto table = FullText::over(rows, prefix_index);
    if (!table) return fmt::print(stderr, "{}\n", table.error().message);
    const Times theirs = measure(
        keystrokes, [&](const std::string& typed) { table->find(typed, FullText::Join::all, kShown); });
    print(prefix_index ? "FTS5, ranked prefix query, prefix = '2 3 4'" : "FTS5, ranked prefix query", theirs);
    fmt::print("{:<44} median {:8.3f} x    99 % {:8.3f} x\n", "  ours to it",
               ours.median_us / theirs.median_us, ours.p99_us / theirs.p99_us);
  }
}

using Finder = std::function<std::vector<std::string>(const std::string&)>;

std::string missed_line(const Phrase& phrase, const std::vector<std::string>& found) {
  std::string line = phrase.query + " |";
  for (std::size_t i = 0; i < std::min<std::size_t>(3, found.size()); ++i) line += " " + found[i];
  return line + "\n";
}

void count_hits(const char* what, const std::vector<Phrase>& phrases, const Finder& find,
                std::string* missed) {
  Figures figures;
  for (const Phrase& phrase : phrases) {
    const auto found = find(phrase.query);
    if (!figures.add(found, phrase) && missed != nullptr) *missed += missed_line(phrase, found);
  }
  fmt::print("{:<36} {}\n", what, figures.text());
}

std::vector<std::string> ids_of(const std::vector<Hit>& hits) {
  std::vector<std::string> out;
  for (const Hit& hit : hits) out.push_back(hit.id);
  return out;
}

// The guides' whole files, for a rival that has no notion of a title.
Rows texts_of(const guide::Files& files) {
  constexpr std::string_view kGuides = "national/guides/";
  Rows rows;
  for (const auto& [path, bytes] : files) {
    if (path.starts_with(kGuides)) rows.emplace_back(std::filesystem::path(path).stem().string(), bytes);
  }
  return rows;
}

struct Lists {
  std::vector<Phrase> agreed = testing::read_phrases("search-tests.json", "tests");
  std::vector<Phrase> tuning = testing::read_phrases("search-phrases.json", "tuning");
  std::vector<Phrase> test = testing::read_phrases("search-phrases.json", "test");
};

void count_all(const std::string& who, const Lists& lists, const Finder& find,
               std::string* missed = nullptr) {
  count_hits((who + ", agreed tests").c_str(), lists.agreed, find, missed);
  count_hits((who + ", tuning half").c_str(), lists.tuning, find, missed);
  count_hits((who + ", test half").c_str(), lists.test, find, nullptr);
}

void compare_hits(const database::Search& search, const guide::Files& files, const Lists& lists,
                  bool show_missed) {
  fmt::print("\nwhat the phrases find\n");
  const auto ours = [&](const std::string& typed) {
    const auto hits = search.find(typed, kShown);
    return hits ? ids_of(*hits) : std::vector<std::string>();
  };
  std::string missed;
  count_all("conglang", lists, ours, &missed);
  if (show_missed) fmt::print("{}", missed);
  auto table = FullText::over(texts_of(files), false);
  if (!table) return fmt::print(stderr, "{}\n", table.error().message);
  count_all("FTS5, all words", lists,
            [&](const std::string& typed) { return table->find(typed, FullText::Join::all, kShown); });
  count_all("FTS5, any word", lists,
            [&](const std::string& typed) { return table->find(typed, FullText::Join::any, kShown); });
  const bench::FileSearch grep(starter_folder() / "national/guides");
  count_all(grep.program() + " -liF", lists, [&](const std::string& typed) { return grep.find(typed); });
}

int fail(const std::string& message) {
  fmt::print(stderr, "{}\n", message);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool show_missed = !arguments.empty() && arguments.front() == "--missed";
  auto files = starter_files();
  if (!files) return fail(files.error().message);
  if (arguments.size() > (show_missed ? 1U : 0U)) {
    auto catalogue = read_file(arguments.back(), kMaxFileBytes);
    if (!catalogue) return fail(catalogue.error().message);
    (*files)["national/catalogue.json"] = std::move(*catalogue);
  }
  const auto assembled = guide::assemble(*files, "");
  if (!assembled) return fail(assembled.error().message);
  const guide::Content& content = assembled->content;
  const auto& procedures = content.catalogue.entries;
  const testing::TemporaryFolder folder;
  guide::Content plain = content;
  plain.catalogue = {};
  const auto built = database::build(folder / "guides.db", plain, {"", 0, ""});
  if (!built) return fail(built.error().message);
  const auto search = database::Search::over(content, folder / "guides.db");
  if (!search) return fail(search.error().message);
  const Lists lists;
  compare_hits(*search, *files, lists, show_missed);
  std::vector<Phrase> typed = lists.tuning;
  typed.insert(typed.end(), lists.test.begin(), lists.test.end());
  compare_times(database::TitleIndex(content.guides, procedures, content.search_words),
                names_of(content.guides, procedures), keystrokes_of(typed, procedures));
  return 0;
}
