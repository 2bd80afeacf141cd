#include "content/guide/vietqr.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace conglang::guide {
namespace {

constexpr std::string_view kNapas = "A000000727";
constexpr std::string_view kToAccount = "QRIBFTTA";
constexpr std::string_view kAnyAmount = "11";    // "static": the buyer enters the amount
constexpr std::string_view kGivenAmount = "12";  // "dynamic": the code holds it
constexpr std::string_view kDong = "704";
constexpr std::string_view kVietnam = "VN";
constexpr std::size_t kMaxAccount = 19;
constexpr std::size_t kMaxNote = 25;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A field: two digits of its name, two of its length, its value.
std::string field(std::string_view name, std::string_view value) {
  return fmt::format("{}{:02}{}", name, value.size(), value);
}

std::string checksum(std::string_view text) {
  return fmt::format("{:04X}", crc16(text));
}

using Fields = std::map<std::string, std::string, std::less<>>;

std::optional<int> number_of(std::string_view two_digits) {
  if (two_digits.size() != 2 || !is_digit(two_digits[0]) || !is_digit(two_digits[1])) return std::nullopt;
  return (two_digits[0] - '0') * 10 + (two_digits[1] - '0');
}

// The fields of `text`, each once and in whole; nothing otherwise.
std::optional<Fields> fields_of(std::string_view text) {
  Fields fields;
  while (!text.empty()) {
    if (text.size() < 4) return std::nullopt;
    const auto size = number_of(text.substr(2, 2));
    if (!size || text.size() < 4U + static_cast<std::size_t>(*size)) return std::nullopt;
    const std::string_view value = text.substr(4, static_cast<std::size_t>(*size));
    if (!fields.emplace(text.substr(0, 2), value).second) return std::nullopt;
    text.remove_prefix(4 + value.size());
  }
  return fields;
}

std::string value_of(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

Fields inner_fields(const Fields& fields, std::string_view name) {
  return fields_of(value_of(fields, name)).value_or(Fields{});
}

std::optional<std::int64_t> amount_of(const std::string& digits) {
  std::int64_t amount = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), amount);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return amount;
}

bool is_sound(const Payment& payment) {
  const bool amount =
      !payment.amount_vnd || (*payment.amount_vnd >= 1 && *payment.amount_vnd <= kMaxPaymentVnd);
  return is_bank_number(payment.bank) && is_account_number(payment.account) && amount &&
         (payment.note.empty() || is_payment_note(payment.note));
}

}  // namespace

std::uint16_t crc16(std::string_view bytes) {
  unsigned crc = 0xFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned>(static_cast<unsigned char>(c)) << 8U;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 0x8000U) != 0 ? (crc << 1U) ^ 0x1021U : crc << 1U;
    crc &= 0xFFFFU;
  }
  return static_cast<std::uint16_t>(crc);
}

Result<std::string> vietqr(const Payment& payment) {
  if (!is_sound(payment)) {
    return fail(Errc::invalid, "the bank, account, amount or note of this payment cannot stand in a code");
  }
  const std::string to = field("00", payment.bank) + field("01", payment.account);
  std::string text = field("00", "01") + field("01", payment.amount_vnd ? kGivenAmount : kAnyAmount) +
                     field("38", field("00", kNapas) + field("01", to) + field("02", kToAccount)) +
                     field("53", kDong);
  if (payment.amount_vnd) text += field("54", std::to_string(*payment.amount_vnd));
  text += field("58", kVietnam);
  if (!payment.note.empty()) text += field("62", field("08", payment.note));
  text += "6304";
  return text + checksum(text);
}

Result<Payment> read_vietqr(std::string_view text) {
  const Error damaged{Errc::parse, "this is no VietQR code of ours, or it was changed"};
  if (text.size() < 4 || checksum(text.substr(0, text.size() - 4)) != text.substr(text.size() - 4)) {
    return tl::unexpected<Error>(damaged);
  }
  const Fields fields = fields_of(text).value_or(Fields{});
  const Fields napas = inner_fields(fields, "38");
  const Fields to = inner_fields(napas, "01");
  if (value_of(fields, "00") != "01" || value_of(fields, "53") != kDong ||
      value_of(fields, "58") != kVietnam || value_of(napas, "00") != kNapas ||
      value_of(napas, "02") != kToAccount) {
    return tl::unexpected<Error>(damaged);
  }
  Payment payment{value_of(to, "00"), value_of(to, "01"), {}, {}, value_of(inner_fields(fields, "62"), "08")};
  if (fields.contains("54")) {
    payment.amount_vnd = amount_of(fields.at("54"));
    if (!payment.amount_vnd) return tl::unexpected<Error>(damaged);
  }
  if (!is_sound(payment)) return tl::unexpected<Error>(damaged);
  return payment;
}

bool is_bank_number(std::string_view text) {
  return text.size() == 6 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_account_number(std::string_view text) {
  return !text.empty() && text.size() <= kMaxAccount &&
         std::all_of(text.begin(), text.end(), is_alphanumeric);
}

bool is_payment_note(std::string_view text) {
  if (text.empty() || text.size() > kMaxNote || text.front() == ' ' || text.back() == ' ') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || is_alphanumeric(c); });
}

}  // namespace conglang::guide
