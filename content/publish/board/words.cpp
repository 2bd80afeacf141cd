#include "content/publish/board/words.h"

namespace conglang::board {
namespace {

constexpr Words kVietnamese = {
    .language = "vi",
    .wall_title = "Quét mã, làm thủ tục",
    .board_number = "Bảng số {}",
    .sample = "dữ liệu mẫu",
    .step_open = "Mở Zalo hoặc máy ảnh",
    .step_hold = "Đưa máy vào một mã",
    .step_hold_one = "Đưa máy vào mã",
    .step_tap = "Bấm vào dòng chữ hiện ra",
    .secrets = "Không đưa mật khẩu, mã OTP cho ai.",
    .secrets_short = "Không đưa mã OTP cho ai.",
    .check_host = "Kiểm tra tên trang: {}",
    .check_hosts = "Kiểm tra tên trang: phải đúng như chữ in dưới mã",
    .pasted_over = "Mã bị dán đè thì đừng quét, báo cán bộ thôn.",
    .updated = "Cập nhật ngày {}",
    .checked = "Kiểm tra ngày {}",
    .not_checked = "Chưa ghi ngày kiểm tra",
    .scan_title = "Quét mã, làm trên điện thoại",
    .papers = "Giấy tờ mang theo",
    .papers_none = "Bài này không ghi giấy tờ nào phải mang.",
    .papers_online = "Nộp trên mạng thì quét mã để xem giấy tờ cần thêm.",
    .only_case = "Chỉ khi: {}",
    .only_channel = "Khi nộp qua {}",
    .originals = "Nộp {} bản chính",
    .copies = "Nộp {} bản sao",
    .originals_and_copies = "Nộp {} bản chính, {} bản sao",
    .submit = "Phải nộp",
    .show = "Chỉ đưa xem",
    .needs_check = "Cần kiểm tra",
    .ask_commune = "hỏi xã trước khi làm",
    .fee = "Lệ phí",
    .exempt = "Được miễn, giảm:",
    .time = "Bao lâu",
    .where = "Nộp ở đâu",
    .output = "Nhận được",
    .free = "Miễn phí",
    .thousands = ".",
    .changes = "Sắp thay đổi",
    .change_from = "Từ ngày {}: {}",
    .past_review = "Bài này có thể đã đổi, hỏi xã trước khi làm.",
    .local_in_question = "Thông tin tại xã đang được kiểm tra.",
    .source = "Nguồn: {}",
    .code = "Mã thủ tục {}",
    .page = "Trang {}/{}",
};

constexpr Words kEnglish = {
    .language = "en",
    .wall_title = "Scan for public services",
    .board_number = "Board {}",
    .sample = "sample data",
    .step_open = "Open Zalo or the camera",
    .step_hold = "Point at one code",
    .step_hold_one = "Point it at the code",
    .step_tap = "Tap the line that appears",
    .secrets = "Never give your password or OTP to anyone.",
    .secrets_short = "Never give anyone your OTP.",
    .check_host = "Check the site's name: {}",
    .check_hosts = "Check the site's name: exactly as printed under the code",
    .pasted_over = "A code pasted over: do not scan it, tell the village office.",
    .updated = "Updated {}",
    .checked = "Checked {}",
    .not_checked = "Date of check not recorded",
    .scan_title = "Scan, continue on your phone",
    .papers = "Papers to bring",
    .papers_none = "This guide lists no papers to bring.",
    .papers_online = "Filing online: scan the code to see what else is needed.",
    .only_case = "Only if: {}",
    .only_channel = "When filing at {}",
    .originals = "Submit originals: {}",
    .copies = "Submit copies: {}",
    .originals_and_copies = "Submit originals: {}, copies: {}",
    .submit = "To submit",
    .show = "Show only",
    .needs_check = "To be checked",
    .ask_commune = "ask the commune first",
    .fee = "Fee",
    .exempt = "Exempt or reduced:",
    .time = "How long",
    .where = "Where",
    .output = "You receive",
    .free = "Free",
    .thousands = ",",
    .changes = "Coming change",
    .change_from = "From {}: {}",
    .past_review = "This may have changed: ask the commune first.",
    .local_in_question = "The commune's details are being checked.",
    .source = "Source: {}",
    .code = "Procedure {}",
    .page = "Page {}/{}",
};

}  // namespace

const Words& words_in(std::string_view language) {
  return language == "en" ? kEnglish : kVietnamese;
}

std::string day_text(Date day) {
  return fmt::format("{}/{}/{}", unsigned(day.day()), unsigned(day.month()), int(day.year()));
}

std::string money_text(std::int64_t amount, const Words& words) {
  if (amount == 0) return std::string(words.free);
  std::string digits = std::to_string(amount);
  for (std::size_t right = 3; right < digits.size(); right += 3 + words.thousands.size())
    digits.insert(digits.size() - right, words.thousands);
  return digits + " đ";
}

}  // namespace conglang::board
