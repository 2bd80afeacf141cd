#include "content/publish/field_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace conglang::publish {
namespace {

using Json = nlohmann::ordered_json;

struct Word {
  std::string_view key;
  std::string_view vi;  // empty: says nothing by itself
};

constexpr std::array kWords{
    Word{"costs", "lệ phí"},
    Word{"processingTimes", "thời gian giải quyết"},
    Word{"evidence", "giấy tờ"},
    Word{"steps", "các bước"},
    Word{"channels", "nơi nộp"},
    Word{"outputs", "kết quả"},
    Word{"forms", "mẫu tờ khai"},
    Word{"legalResources", "căn cứ pháp lý"},
    Word{"codes", "mã thủ tục"},
    Word{"code", "mã"},
    Word{"links", "địa chỉ quét mã"},
    Word{"link", "địa chỉ quét mã"},
    Word{"url", ""},
    Word{"template", "mẫu địa chỉ"},
    Word{"templates", "mẫu địa chỉ"},
    Word{"hosts", "trang được phép"},
    Word{"exactUrls", "địa chỉ được phép"},
    Word{"title", "tên"},
    Word{"name", "tên"},
    Word{"shortTitle", "tên ngắn"},
    Word{"officialName", "tên chính thức"},
    Word{"description", "mô tả"},
    Word{"summary", "tóm tắt"},
    Word{"body", "nội dung"},
    Word{"audience", "ai được nộp"},
    Word{"requirements", "điều kiện"},
    Word{"caseQuestion", "câu hỏi chọn trường hợp"},
    Word{"caseHint", "gợi ý chọn trường hợp"},
    Word{"label", "tên gọi"},
    Word{"note", "ghi chú"},
    Word{"notes", "ghi chú"},
    Word{"hours", "giờ làm việc"},
    Word{"kind", "cách nộp"},
    Word{"onlyIf", "chỉ khi"},
    Word{"originals", "số bản chính"},
    Word{"copies", "số bản sao"},
    Word{"handling", "nộp hay xuất trình"},
    Word{"exemptions", "miễn, giảm"},
    Word{"amountVnd", "số tiền"},
    Word{"answer", ""},
    Word{"text", ""},
    Word{"vi", ""},
    Word{"cases", ""},
    Word{"en", "tiếng Anh"},
    Word{"competentAuthority", "cơ quan giải quyết"},
    Word{"searchTerms", "từ tìm kiếm"},
    Word{"comingChanges", "thay đổi sắp tới"},
    Word{"lifeEvents", "chủ đề"},
    Word{"topics", "chủ đề"},
    Word{"mostAsked", "bài hay hỏi"},
    Word{"checkedOn", "ngày đối chiếu"},
    Word{"reviewBy", "hạn xem lại"},
    Word{"validFrom", "hiệu lực từ"},
    Word{"validUntil", "hiệu lực đến"},
    Word{"changeNote", "ghi chú sửa đổi"},
    Word{"status", "tình trạng"},
    Word{"replacedBy", "bài thay thế"},
    Word{"provenance", "nguồn"},
    Word{"source", "văn bản"},
    Word{"publisher", "nơi ban hành"},
    Word{"publishedOn", "ngày ban hành"},
    Word{"capturedOn", "ngày tải về"},
    Word{"confidence", "độ tin cậy"},
    Word{"from", "từ ngày"},
    Word{"until", "đến ngày"},
    Word{"urgency", "mức khẩn"},
    Word{"places", "nhà văn hóa"},
    Word{"publicContacts", "liên hệ công khai"},
    Word{"contacts", "liên hệ"},
    Word{"contact", "liên hệ"},
    Word{"phone", "điện thoại"},
    Word{"address", "địa chỉ"},
    Word{"village", "thôn"},
    Word{"commune", "xã"},
    Word{"communes", "các xã"},
    Word{"wifi", "Wi-Fi"},
    Word{"password", "mật khẩu"},
    Word{"zaloGroups", "nhóm Zalo"},
    Word{"pictures", "ảnh"},
    Word{"recordings", "bản thu"},
    Word{"language", "tiếng"},
    Word{"words", "chữ đã thu"},
    Word{"price", "giá"},
    Word{"producer", "người làm"},
    Word{"payment", "tài khoản nhận tiền"},
    Word{"bank", "ngân hàng"},
    Word{"account", "số tài khoản"},
    Word{"holder", "chủ tài khoản"},
    Word{"mode", "cách hiện"},
    Word{"issuedAt", "lúc ra lệnh"},
    Word{"sample", "dữ liệu mẫu"},
    Word{"entries", "danh mục"},
    Word{"fields", "lĩnh vực"},
    Word{"agencies", "cơ quan"},
    Word{"sectors", "ngành"},
    Word{"icon", "biểu tượng"},
    Word{"order", "thứ tự"},
    Word{"all", "mọi màn hình"},
    Word{"brightness", "độ sáng trong giờ mở cửa"},
    Word{"nightBrightness", "độ sáng ngoài giờ mở cửa"},
    Word{"loudness", "độ to khi đọc"},
    Word{"rotation", "xoay màn hình"},
    Word{"syncWindow", "giờ tải ảnh và bản thu"},
};

std::string_view word_of(std::string_view key) {
  const auto found =
      std::find_if(kWords.begin(), kWords.end(), [&](const Word& word) { return word.key == key; });
  return found == kWords.end() ? key : found->vi;
}

// The member `name` in words: a string, or a text's Vietnamese.
std::optional<std::string> words_in(const Json& value, const char* name) {
  const auto found = value.find(name);
  if (found == value.end()) return std::nullopt;
  if (found->is_string()) return found->get<std::string>();
  if (!found->is_object()) return std::nullopt;
  const auto vi = found->find("vi");
  if (vi == found->end() || !vi->is_string()) return std::nullopt;
  return vi->get<std::string>();
}

std::optional<std::string> first_words(const Json& value, std::initializer_list<const char*> names) {
  if (!value.is_object()) return std::nullopt;
  for (const char* name : names) {
    if (auto words = words_in(value, name)) return words;
  }
  return std::nullopt;
}

}  // namespace

std::string field_words(const std::vector<FieldStep>& steps) {
  std::string words;
  std::string behind;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool item = steps[i].key.empty();
    if (item && i > 0 && steps[i - 1].key == "cases") {
      behind = fmt::format(" (case {})", steps[i].name);
    } else if (item) {
      if (!steps[i].name.empty()) words += fmt::format(" \"{}\"", steps[i].name);
    } else if (!steps[i].name.empty()) {
      words = steps[i].name;  // says what the key before it says, and more
    } else if (const std::string_view word = word_of(steps[i].key); !word.empty()) {
      words += fmt::format("{}{}", words.empty() ? "" : ": ", word);
    }
  }
  if (words.empty() && !behind.empty()) words = "trường hợp";
  return words + behind;
}

std::string value_words(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "có" : "không";
  if (const auto words = first_words(
          value, {"vi", "answer", "title", "name", "text", "label", "url", "number", "code", "id", "file"})) {
    return *words;
  }
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string item_name(const Json& item) {
  return first_words(item, {"id", "code", "number", "name", "text", "host", "file", "url", "from", "vi"})
      .value_or("");
}

}  // namespace conglang::publish
