#include "content/publish/board/pdf_amend.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

namespace conglang::board {
namespace {

constexpr std::size_t kEntryBytes = 20;  // of the table of objects, 7.5.4

std::optional<std::size_t> number_at(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r')) ++at;
  std::size_t value = 0;
  const char* const end = text.data() + text.size();
  if (std::from_chars(text.data() + at, end, value).ec != std::errc()) return std::nullopt;
  return value;
}

// The number that stands after the last `key`.
std::optional<std::size_t> number_after(std::string_view text, std::string_view key) {
  const std::size_t at = text.rfind(key);
  return at == std::string_view::npos ? std::nullopt : number_at(text, at + key.size());
}

struct Table {
  std::size_t at = 0;  // where "xref" stands
  std::vector<std::size_t> offsets;
  std::string_view trailer;
};

std::optional<Table> read_table(std::string_view pdf) {
  const auto at = number_after(pdf, "startxref");
  constexpr std::string_view kHead = "xref\n0 ";
  if (!at || !pdf.substr(std::min(*at, pdf.size())).starts_with(kHead)) return std::nullopt;
  const auto count = number_at(pdf, *at + kHead.size());
  const std::size_t first = pdf.find('\n', *at + kHead.size()) + 1;
  const std::size_t trailer = pdf.find("trailer", first);
  if (!count || trailer == std::string_view::npos || first + *count * kEntryBytes > trailer) {
    return std::nullopt;
  }
  Table table{*at, {}, pdf.substr(trailer)};
  for (std::size_t i = 0; i < *count; ++i) {
    table.offsets.push_back(number_at(pdf, first + i * kEntryBytes).value_or(0));
  }
  return table;
}

// The dictionary of object `id`, from "<<" to before its last ">>"; empty for anything else.
std::string_view dictionary(std::string_view pdf, const Table& table, std::size_t id) {
  if (id >= table.offsets.size() || table.offsets[id] >= pdf.size()) return {};
  const std::size_t begin = pdf.find("<<", table.offsets[id]);
  const std::size_t end = pdf.find("endobj", table.offsets[id]);
  if (begin == std::string_view::npos || end == std::string_view::npos || begin > end) return {};
  const std::string_view body = pdf.substr(begin, end - begin);
  const std::size_t close = body.rfind(">>");
  return close == std::string_view::npos ? std::string_view() : body.substr(0, close);
}

bool is_page(std::string_view body) {
  constexpr std::string_view kPage = "<< /Type /Page";
  return body.starts_with(kPage) && body.size() > kPage.size() && body[kPage.size()] != 's';
}

// "[ 0 0 w h ]" of a page, less `inset` on every side.
std::optional<std::string> inner_box(std::string_view page, double inset) {
  const std::size_t at = page.find("/MediaBox");
  const std::size_t open = page.find('[', at);
  if (at == std::string_view::npos || open == std::string_view::npos) return std::nullopt;
  double left = 0;
  double bottom = 0;
  double right = 0;
  double top = 0;
  const std::string numbers(page.substr(open + 1, 120));
  if (std::sscanf(numbers.c_str(), "%lf %lf %lf %lf", &left, &bottom, &right, &top) != 4) return std::nullopt;
  return fmt::format("[ {:.4f} {:.4f} {:.4f} {:.4f} ]", left + inset, bottom + inset, right - inset,
                     top - inset);
}

// Writes changed objects after the end of a file, then the table of where they are.
class Update {
 public:
  explicit Update(std::string pdf) : pdf_(std::move(pdf)) {}

  void replace(std::size_t id, const std::string& body) {
    rows_ += fmt::format("{} 1\n{:010} 00000 n \n", id, pdf_.size());
    pdf_ += fmt::format("{} 0 obj\n{}>>\nendobj\n", id, body);
  }

  std::string finish(std::size_t size, std::size_t root, std::size_t info, std::size_t previous) && {
    const std::size_t at = pdf_.size();
    pdf_ += fmt::format("xref\n{}trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\n",
                        rows_, size, root, info, previous);
    pdf_ += fmt::format("startxref\n{}\n%%EOF\n", at);
    return std::move(pdf_);
  }

 private:
  std::string pdf_;
  std::string rows_;
};

}  // namespace

Result<std::string> amend_pdf(std::string pdf, const Amendment& amendment) {
  const std::string original = pdf;
  const auto table = read_table(original);
  const auto root = table ? number_after(table->trailer, "/Root") : std::nullopt;
  const auto info = table ? number_after(table->trailer, "/Info") : std::nullopt;
  const std::string_view catalogue = root ? dictionary(original, *table, *root) : std::string_view();
  if (!info || catalogue.empty()) {
    return fail(Errc::internal, "thư viện cairo ghi PDF theo cách chưa biết, không ghi được ngôn ngữ");
  }
  Update update(std::move(pdf));
  update.replace(*root, fmt::format("{}   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n",
                                    catalogue, amendment.language));
  for (std::size_t id = 1; id < table->offsets.size() && amendment.bleed_pt > 0; ++id) {
    const std::string_view page = dictionary(original, *table, id);
    if (!is_page(page)) continue;
    const auto trim = inner_box(page, amendment.bleed_pt);
    const auto media = inner_box(page, 0);
    if (!trim) return fail(Errc::internal, "trang PDF không có kích thước, không ghi được đường cắt");
    update.replace(id, fmt::format("{}   /TrimBox {}\n   /BleedBox {}\n", page, *trim, *media));
  }
  return std::move(update).finish(table->offsets.size(), *root, *info, table->at);
}

}  // namespace conglang::board
