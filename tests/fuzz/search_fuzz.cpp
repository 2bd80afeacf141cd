// Any bytes in place of what a resident types: an answer, never an error or a crash; the same answer each
// time; no more hits than asked for, scores between 0 and 1, marked words inside the title.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "content/database/search.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::database;

namespace {

constexpr std::size_t kLimit = 5;

void require(bool holds) {
  if (!holds) std::abort();
}

guide::Text vi(std::string text) {
  guide::Text out;
  out.by_language["vi"] = std::move(text);
  return out;
}

guide::Guide guide_of(std::string id, std::string title, std::string description) {
  guide::Guide out;
  out.id = std::move(id);
  out.title = vi(std::move(title));
  out.description = vi(std::move(description));
  out.search_terms = {"gks", "tt", "vợ mới đẻ"};
  guide::ProcedureCode code;
  code.code = "1.001193";
  code.provenance.source = "Cổng Dịch vụ công quốc gia";
  out.codes.push_back(code);
  guide::Case only;
  only.id = "moi-nguoi";
  only.label = vi("Mọi người");
  out.cases.push_back(only);
  return out;
}

guide::Content small_content() {
  guide::Content out;
  out.guides = {guide_of("khai-sinh", "Làm giấy khai sinh", "Mang theo giấy chứng sinh"),
                guide_of("tam-tru", "Đăng ký tạm trú", "Nộp tờ khai CT01")};
  out.topics = {{"sinh-con", vi("Sinh con"), "baby", 10}};
  out.catalogue.source = "Cổng Dịch vụ công quốc gia";
  out.link_policy.hosts = {{"dichvucong.gov.vn", false}};
  out.search_words.fillers = {"cho", "làm"};
  out.search_words.spellings = {{{"sanh"}, "sinh"}, {{"đk"}, "đăng ký"}};
  out.search_words.synonyms = {{{"kt3", "ở trọ"}, {"tam-tru"}}};
  out.catalogue.entries = {{"1.000894", "Thủ tục đăng ký kết hôn", {}, {}, false},
                           {"2.000815", "Chứng thực bản sao từ bản chính", {}, {}, false}};
  return out;
}

Search small_search() {
  const testing::TemporaryFolder folder;
  const auto path = folder / "guides.db";
  const guide::Content content = small_content();
  require(build(path, content, {"", 0, ""}).has_value());
  auto search = Search::over(content, path);
  require(search.has_value());
  return std::move(*search);  // the open file outlives its folder
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Search kSearch = small_search();
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  const auto hits = kSearch.find(typed, kLimit);
  require(hits.has_value() && hits->size() <= kLimit);
  require(kSearch.find(typed, kLimit) == hits);
  for (const Hit& hit : *hits) {
    require(hit.score > 0.0 && hit.score <= 1.0);
    for (const Span& span : hit.marked) require(span.begin + span.length <= hit.title.size());
  }
  return 0;
}
