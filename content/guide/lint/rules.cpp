#include "content/guide/lint/rules.h"

#include <array>
#include <cstddef>

namespace conglang::guide {
namespace {

using enum Severity;
using R = RuleId;

constexpr std::array kRules{
    Rule{R::json_syntax, "json-syntax", error, "Tệp phải đúng cú pháp JSON, mã UTF-8.",
         "The file is well-formed JSON in UTF-8."},
    Rule{R::schema, "schema", error, "Các trường phải đúng tên, đúng kiểu và đủ.",
         "Fields have the names, kinds and values of the schema."},
    Rule{R::file_unknown, "file-unknown", error, "Chỉ có tệp mà gói hướng dẫn biết.",
         "Every file belongs to the bundle."},
    Rule{R::file_missing, "file-missing", error, "Phải có national/links.json và national/topics.json.",
         "links.json and topics.json are there."},
    Rule{R::file_name, "file-name", error, "Tên tệp và \"id\" phải giống nhau.",
         "A file is named as its id."},
    Rule{R::duplicate_id, "duplicate-id", error, "Trong một danh sách, mỗi \"id\" chỉ dùng một lần.",
         "Ids in one list are unique."},
    Rule{R::national_name, "national-name", error,
         "Bài riêng của xã, tỉnh không được trùng tên với bài quốc gia; dùng tệp trong patches/.",
         "A local guide never takes a national guide's name; a patch changes it."},
    Rule{R::patch_misfit, "patch-misfit", error, "Tệp bổ sung phải khớp với bài mà nó sửa.",
         "A patch fits the guide that it changes."},
    Rule{R::patch_orphan, "patch-orphan", error, "Tệp bổ sung phải có bài gốc.",
         "A patch has a guide to change."},
    Rule{R::set_aside, "set-aside", error, "Tệp của tỉnh, xã phải dùng được nguyên vẹn trên máy.",
         "A kiosk can use the whole of every local file."},
    Rule{R::fee_missing, "fee-missing", error,
         "Mỗi trường hợp và mỗi cách nộp phải ghi lệ phí, kể cả khi miễn phí.",
         "Every case and way of filing tells its fee."},
    Rule{R::fee_mismatch, "fee-mismatch", error,
         "Số tiền trong \"amountVnd\" và trong câu trả lời phải như nhau.",
         "A fee's amount and its answer agree."},
    Rule{R::exemptions_missing, "exemptions-missing", warning, "Có thu tiền thì ghi ai được miễn, giảm.",
         "A fee says who pays less or nothing."},
    Rule{R::time_missing, "time-missing", error, "Mỗi trường hợp phải ghi bao lâu thì xong.",
         "Every case tells its processing time."},
    Rule{R::legal_basis_missing, "legal-basis-missing", error, "Phải ghi căn cứ pháp lý.",
         "A guide names its legal basis."},
    Rule{R::channel_missing, "channel-missing", error, "Phải ghi nộp ở đâu.", "A guide tells where to file."},
    Rule{R::evidence_missing, "evidence-missing", warning, "Mỗi trường hợp nên ghi giấy tờ phải mang.",
         "Every case lists the papers to bring."},
    Rule{R::steps_missing, "steps-missing", warning, "Mỗi trường hợp nên ghi các bước làm.",
         "Every case lists its steps."},
    Rule{R::topic_missing, "topic-missing", error, "Bài phải nằm trong ít nhất một chủ đề.",
         "A guide belongs to a topic."},
    Rule{R::link_missing, "link-missing", error, "Phải có địa chỉ để quét mã.",
         "A guide has an address for its code."},
    Rule{R::topic_unknown, "topic-unknown", error, "Chủ đề được nhắc tới phải có trong topics.json.",
         "Topics that are referred to exist."},
    Rule{R::most_asked_unknown, "most-asked-unknown", error, "Bài hay hỏi phải có và đang có hiệu lực.",
         "The most asked guides exist and are in force."},
    Rule{R::replaced_by_unknown, "replaced-by-unknown", error, "Bài thay thế phải có.",
         "The guide that replaces another exists."},
    Rule{R::guide_unknown, "guide-unknown", error,
         "Từ tìm kiếm trong synonyms.json phải dẫn tới bài có thật.",
         "Search words lead to guides that exist."},
    Rule{R::code_missing, "code-missing", warning, "Nên ghi mã thủ tục hành chính.",
         "A guide has its procedure code."},
    Rule{R::code_unknown, "code-unknown", warning, "Mã thủ tục phải có trong danh mục quốc gia.",
         "Procedure codes are in the catalogue."},
    Rule{R::catalogue_missing, "catalogue-missing", note,
         "Thiếu national/catalogue.json nên không đối chiếu được mã thủ tục.",
         "Without a catalogue, codes are not compared."},
    Rule{R::place_unknown, "place-unknown", error, "Thông báo phải nêu đúng tên nhà văn hóa của xã.",
         "The places of a notice exist."},
    Rule{R::field_unknown, "field-unknown", warning,
         "Tên lĩnh vực trong sectors.json phải có trong danh mục.",
         "The fields of sectors.json are in the catalogue."},
    Rule{R::link_address, "link-address", error,
         "Địa chỉ phải là https, viết thường, không có @, số cổng hay địa chỉ IP.",
         "An address is plain https: no user, port or IP address."},
    Rule{R::link_host, "link-host", error, "Chỉ dẫn tới trang trong danh sách được phép.",
         "Links lead to allowed hosts only."},
    Rule{R::link_lookalike, "link-lookalike", error, "Không dẫn tới trang giả giống trang nhà nước.",
         "No host that looks like a state site."},
    Rule{R::link_dead, "link-dead", error, "Không dùng địa chỉ đã biết là hỏng.",
         "No address that is known to be dead."},
    Rule{R::link_template_unknown, "link-template-unknown", error, "Mẫu địa chỉ phải có trong links.json.",
         "The template of a link exists."},
    Rule{R::link_template_code, "link-template-code", error, "Mẫu địa chỉ phải có chỗ điền mã {code}.",
         "A template has a place for the code."},
    Rule{R::link_template_host, "link-template-host", error,
         "Mẫu địa chỉ chỉ dẫn tới trang trong danh sách được phép.", "A template leads to an allowed host."},
    Rule{R::host_unfamiliar, "host-unfamiliar", warning,
         "Trang ngoài danh sách trang nhà nước đã biết: mở xem tận nơi trước khi cho phép.",
         "A host outside the known state sites: look at it before allowing it."},
    Rule{R::qr_too_long, "qr-too-long", warning, "Địa chỉ phải đủ ngắn để mã in ra vẫn dễ quét.",
         "A payload is short enough for a code with large modules."},
    Rule{R::text_unclean, "text-unclean", warning,
         "Chữ phải ở dạng chuẩn: không dấu cách thừa, tab, ƣ hay ký tự ẩn.",
         "Text is NFC, without double spaces, tabs, ƣ or hidden characters."},
    Rule{R::text_html, "text-html", error, "Trong chữ không được có mã HTML.", "Text holds no HTML."},
    Rule{R::text_capitals, "text-capitals", warning, "Không viết cả câu bằng chữ in hoa.",
         "No sentence in capitals."},
    Rule{R::sentence_long, "sentence-long", warning, "Mỗi câu không quá 22 tiếng.",
         "A sentence has at most 22 syllables."},
    Rule{R::reading_hard, "reading-hard", warning, "Cả bài phải dễ đọc với học sinh lớp 4.",
         "A fourth-grader can read the whole."},
    Rule{R::word_hard, "word-hard", warning, "Dùng chữ thường ngày thay chữ công văn.",
         "Everyday words instead of office language."},
    Rule{R::translation_missing, "translation-missing", warning, "Nên có bản tiếng Anh.",
         "Texts are translated into English."},
    Rule{R::review_overdue, "review-overdue", warning, "Bài phải được xem lại đúng hạn \"reviewBy\".",
         "A guide is reviewed by its day."},
    Rule{R::review_missing, "review-missing", note, "Nên ghi ngày phải xem lại \"reviewBy\".",
         "A guide has a day to review it by."},
    Rule{R::checked_old, "checked-old", warning, "Nội dung phải được đối chiếu trong 180 ngày qua.",
         "Facts were checked within 180 days."},
    Rule{R::checked_missing, "checked-missing", warning, "Phải ghi ngày đối chiếu \"checkedOn\".",
         "A guide says when it was checked."},
    Rule{R::validity_over, "validity-over", warning, "Không để nội dung đã hết hiệu lực.",
         "Nothing past its last valid day."},
    Rule{R::change_arrived, "change-arrived", warning, "Thay đổi đã đến ngày áp dụng thì phải viết vào bài.",
         "A coming change whose day has come is worked in."},
    Rule{R::notice_over, "notice-over", warning, "Thông báo hết hạn thì gỡ ra.",
         "A notice past its last day is taken out."},
    Rule{R::date_future, "date-future", warning, "Ngày kiểm tra không thể ở sau hôm nay.",
         "What was checked was checked before today's end."},
    Rule{R::fact_unverified, "fact-unverified", note, "Nội dung còn \"cần kiểm tra\".",
         "A fact is recalled or uncertain."},
    Rule{R::personal_id, "personal-id", error,
         "Không đưa số căn cước, số định danh, số chứng minh nhân dân lên màn hình.",
         "No personal ID numbers."},
    Rule{R::personal_phone, "personal-phone", error,
         "Số điện thoại chỉ được ghi khi là số công khai, khai trong \"publicContacts\".",
         "Telephone numbers only where they are declared public."},
    Rule{R::picture_missing, "picture-missing", error, "Ảnh được nhắc tới phải có trong pictures/.",
         "Pictures that are referred to exist."},
    Rule{R::picture_format, "picture-format", error,
         "Ảnh phải là JPEG, PNG, WebP thật, hoặc bản vẽ SVG không dẫn ra ngoài.",
         "A picture is JPEG, PNG or WebP by content, or an SVG drawing that refers to nothing outside."},
    Rule{R::picture_too_big, "picture-too-big", error,
         "Ảnh không quá 1 MiB và 4096 điểm mỗi cạnh (ảnh toàn cảnh: 8192x2048).",
         "A picture is within its bounds of bytes and pixels."},
    Rule{R::picture_unused, "picture-unused", warning, "Ảnh không bài nào dùng thì bỏ ra.",
         "Every picture is used."},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    if (kRules[i].rule != static_cast<RuleId>(i)) return false;
  }
  return true;
}
static_assert(in_order(), "the table follows RuleId");

}  // namespace

std::span<const Rule> all_rules() {
  return kRules;
}

const Rule& rule_of(RuleId rule) {
  return kRules[static_cast<std::size_t>(rule)];
}

}  // namespace conglang::guide
