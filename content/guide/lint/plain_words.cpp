#include "content/guide/lint/plain_words.h"

#include <array>

#include "content/base/utf8.h"

namespace conglang::guide {
namespace {

// A longer phrase stands before a shorter one that begins or lies in it.
constexpr std::array kWords{
    PlainWord{"theo quy định của pháp luật", "theo luật"},
    PlainWord{"theo quy định tại", "theo"},
    PlainWord{"cơ quan nhà nước có thẩm quyền", "tên cơ quan, như Ủy ban nhân dân xã"},
    PlainWord{"cơ quan có thẩm quyền", "tên cơ quan, như Ủy ban nhân dân xã"},
    PlainWord{"cơ quan tiếp nhận hồ sơ", "nơi nhận giấy tờ"},
    PlainWord{"có trách nhiệm", "phải"},
    PlainWord{"có nghĩa vụ", "phải"},
    PlainWord{"trong thời hạn", "trong"},
    PlainWord{"kể từ ngày", "từ ngày"},
    PlainWord{"kể từ thời điểm", "từ khi"},
    PlainWord{"nêu trên", "nói lại tên việc ấy"},
    PlainWord{"nói trên", "nói lại tên việc ấy"},
    PlainWord{"sau đây gọi là", "gọi luôn một tên"},
    PlainWord{"đương sự", "người nộp"},
    PlainWord{"chủ thể", "người"},
    PlainWord{"thể nhân", "người"},
    PlainWord{"xuất trình", "đưa ra xem"},
    PlainWord{"thẩm định", "xem xét"},
    PlainWord{"thẩm tra", "xem xét"},
    PlainWord{"thụ lý", "nhận giải quyết"},
    PlainWord{"niêm yết", "dán"},
    PlainWord{"tống đạt", "giao"},
    PlainWord{"hoàn trả", "trả lại"},
    PlainWord{"khước từ", "từ chối"},
    PlainWord{"tiến hành", "làm"},
    PlainWord{"thực thi", "làm"},
    PlainWord{"triển khai thực hiện", "làm"},
    PlainWord{"phối kết hợp", "cùng làm"},
    PlainWord{"đối với", "với, hoặc bỏ hẳn"},
    PlainWord{"trường hợp nếu", "nếu"},
    PlainWord{"trong trường hợp", "nếu"},
    PlainWord{"nhằm mục đích", "để"},
    PlainWord{"ban hành kèm theo", "đi kèm"},
    PlainWord{"cá nhân, tổ chức", "người dân"},
    PlainWord{"tổ chức, cá nhân", "người dân"},
    PlainWord{"hồ sơ hợp lệ", "đủ giấy tờ"},
    PlainWord{"hợp lệ", "đúng"},
    PlainWord{"bất hợp pháp", "trái luật"},
    PlainWord{"phúc đáp", "trả lời"},
    PlainWord{"thông tư liên tịch", "tên văn bản"},
    PlainWord{"truy xuất", "xem lại"},
    PlainWord{"khiếm khuyết", "thiếu sót"},
    PlainWord{"song thân", "cha mẹ"},
    PlainWord{"thân nhân", "người nhà"},
    PlainWord{"hiện hành", "đang áp dụng"},
    PlainWord{"quyết toán", "tính xong tiền"},
};

std::string lower_case(std::string_view text) {
  const auto points = to_code_points(text);
  if (!points) return {};
  std::u32string lower;
  for (const char32_t point : *points) lower += to_lower(point);
  return to_utf8(lower);
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// The place of `word` in `text` as whole syllables; npos when it is not there.
std::size_t find_whole(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool starts = at == 0 || !is_word_byte(text[at - 1]);
    if (starts && (end == text.size() || !is_word_byte(text[end]))) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::vector<PlainWord> hard_words_in(std::string_view text) {
  std::string left = lower_case(text);
  std::vector<PlainWord> found;
  for (const PlainWord& word : kWords) {
    bool first = true;
    for (auto at = find_whole(left, word.hard); at != std::string_view::npos;
         at = find_whole(left, word.hard)) {
      if (first) found.push_back(word);
      first = false;
      left.replace(at, word.hard.size(), word.hard.size(), '.');  // no shorter word is found in it again
    }
  }
  return found;
}

}  // namespace conglang::guide
