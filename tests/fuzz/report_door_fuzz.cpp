// Any bytes at the door of what kiosks report, sent by whoever holds a token: never a crash, and what passes
// has a known shape, short texts without numbers that may be somebody's, and counters of what is published
// alone. What is refused is not repeated.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>

#include "content/base/utf8.h"
#include "content/text/long_numbers.h"
#include "sync/server/fleet/report_door.h"

using namespace conglang;
using namespace conglang::server::fleet;
using nlohmann::json;

namespace {

constexpr std::size_t kMostText = 303;
constexpr std::int64_t kSmall = 100'000'000;  // nine digits may be a person's number

void require(bool holds) {
  if (!holds) std::abort();
}

const KnownWords& known() {
  static const KnownWords kKnown = [] {
    KnownWords words;
    words.learn({{"title", {{"vi", "Đăng ký khai sinh"}}}});
    words.learn_guide("khai-sinh");
    return words;
  }();
  return kKnown;
}

void check_kept(const json& value) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    require(text.size() <= kMostText && is_valid_utf8(text) && !has_long_number(text));
  } else if (value.is_number()) {
    require(value.is_number_integer());
    require(value.is_number_unsigned() ? value.get<std::uint64_t>() < std::uint64_t{kSmall}
                                       : value.get<std::int64_t>() > -kSmall);
  }
  for (const auto& part : value.items())
    if (value.is_structured()) check_kept(part.value());
}

void check_count(const Count& count) {
  require(count.n > 0 && count.n <= 1'000'000 && parse_date(count.day));
  require(!has_long_number(count.subject) && count.subject.size() <= 100);
  const bool of_words = count.kind == "search" && count.action.empty();
  require(of_words || known().has_procedure(count.subject));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const json document = json::parse(bytes, nullptr, false);
  if (document.is_discarded()) return 0;
  const auto report = read_report(document, known(), *parse_instant("2026-11-27T08:00:00Z"));
  if (!report) {
    require(!has_long_number(report.error().message) && report.error().message.size() < 200);
    return 0;
  }
  require(report_id(document) == report->id);
  require(report->refused_counts >= 0);
  for (const Count& count : report->counts) check_count(count);
  if (report->kind == ReportKind::usage) {
    require(report->body.empty());
    return 0;
  }
  const json body = json::parse(report->body, nullptr, false);
  require(body.is_object() && report->counts.empty());
  for (const auto& field : body.items()) check_kept(field.value());
  return 0;
}
