#include "content/guide/web_address.h"

#include <algorithm>

#include "content/base/hex.h"
#include "content/guide/known_hosts.h"

namespace conglang::guide {
namespace {

constexpr std::string_view kScheme = "https://";
constexpr std::size_t kMaxHost = 253;
constexpr std::size_t kMaxLabel = 63;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_unreserved(char c) {
  return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// What may stand after the host: unreserved, the separators of path and query, and "%".
bool is_allowed_after_host(char c) {
  return is_unreserved(c) || std::string_view("/?&=%+,;:!$'()*").find(c) != std::string_view::npos;
}

std::optional<std::string> label_problem(std::string_view label) {
  if (label.empty()) return "có hai dấu chấm liền nhau, hoặc dấu chấm ở đầu hay cuối";
  if (label.size() > kMaxLabel) return "có phần dài quá 63 ký tự";
  if (label.front() == '-' || label.back() == '-') return "có phần bắt đầu hoặc kết thúc bằng gạch nối";
  // "xn--" and its kin (RFC 5891, section 4.2.3.1) stand for letters that look like others.
  if (label.size() >= 4 && label.substr(2, 2) == "--") return "viết bằng chữ ngoài bảng a-z (xn--)";
  return std::nullopt;
}

// As the URL standard tells: a last label that is a number, decimal or hexadecimal, makes an IPv4 address.
bool is_numeric_label(std::string_view label) {
  if (label.substr(0, 2) == "0x") return true;
  return std::all_of(label.begin(), label.end(), is_digit);
}

std::optional<std::string> step_problem(std::string_view step, bool is_last) {
  if (step.empty() && !is_last) return "có hai dấu \"/\" liền nhau";
  std::string plain = lower_case(step);
  for (auto at = plain.find("%2e"); at != std::string::npos; at = plain.find("%2e"))
    plain.replace(at, 3, ".");
  if (plain == "." || plain == "..") return "có bước \".\" hoặc \"..\" trong đường dẫn";
  return std::nullopt;
}

std::optional<std::string> path_problem(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);  // "/"
    const std::size_t end = path.find('/');
    const bool is_last = end == std::string_view::npos;
    if (auto problem = step_problem(path.substr(0, end), is_last)) return problem;
    path = is_last ? std::string_view() : path.substr(end);
  }
  return std::nullopt;
}

// The bytes that percent-encoding stands for; nothing if it is broken or hides a control character.
std::optional<std::string> decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const auto byte = from_hex(text.substr(std::min(i + 1, text.size()), 2));
    if (!byte || byte->size() != 1) return std::nullopt;
    const auto value = static_cast<unsigned char>(byte->front());
    if (value < 0x20 || value == 0x7f) return std::nullopt;
    out += *byte;
    i += 2;
  }
  return out;
}

std::optional<std::string> rest_problem(std::string_view rest) {
  if (rest.find('#') != std::string_view::npos) return "có dấu \"#\"; bỏ phần từ dấu ấy";
  if (rest.find('@') != std::string_view::npos) return "có dấu \"@\"";
  if (rest.find('\\') != std::string_view::npos) return "có dấu \"\\\"";
  if (!std::all_of(rest.begin(), rest.end(), is_allowed_after_host)) {
    return "có dấu cách hoặc ký tự lạ sau tên trang; viết chữ có dấu dưới dạng %…";
  }
  const auto plain = decode(rest);
  if (!plain) return "có mã %… viết sai hoặc giấu ký tự điều khiển";
  if (plain->find("://") != std::string::npos || plain->find("=//") != std::string::npos) {
    return "chứa một địa chỉ khác bên trong (có thể dẫn sang trang khác)";
  }
  if (plain->find('\\') != std::string::npos) return "giấu dấu \"\\\" trong mã %…";
  return path_problem(rest.substr(0, rest.find('?')));
}

}  // namespace

std::optional<std::string> host_problem(std::string_view host) {
  for (const char c : host) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) return fmt::format("tên trang \"{}\" có chữ ngoài bảng a-z", host);
    if (c >= 'A' && c <= 'Z') return fmt::format("tên trang \"{}\" phải viết thường", host);
    if (!is_letter(c) && !is_digit(c) && c != '-' && c != '.') {
      return fmt::format("tên trang \"{}\" có ký tự không được phép", host);
    }
  }
  if (host.size() > kMaxHost) return "tên trang quá dài";
  if (host.find('.') == std::string_view::npos) {
    return fmt::format("\"{}\" không phải tên trang đầy đủ, như dichvucong.gov.vn", host);
  }
  for (std::string_view left = host;;) {
    const std::size_t dot = left.find('.');
    const std::string_view label = left.substr(0, dot);
    if (auto problem = label_problem(label)) return fmt::format("tên trang \"{}\" {}", host, *problem);
    if (dot == std::string_view::npos) {
      if (is_numeric_label(label)) return fmt::format("\"{}\" là địa chỉ IP, không phải tên trang", host);
      break;
    }
    left.remove_prefix(dot + 1);
  }
  if (is_shortener(host)) return fmt::format("\"{}\" là trang rút gọn địa chỉ; dùng địa chỉ thật", host);
  return std::nullopt;
}

Result<WebAddress> parse_web_address(std::string_view url) {
  if (url.size() > kMaxAddressBytes)
    return fail(Errc::forbidden, "địa chỉ dài quá {} ký tự", kMaxAddressBytes);
  if (lower_case(url.substr(0, kScheme.size())) != kScheme) {
    return fail(Errc::forbidden, "địa chỉ \"{}\" phải bắt đầu bằng https://", url);
  }
  const std::string_view after_scheme = url.substr(kScheme.size());
  const std::size_t end = std::min(after_scheme.find_first_of("/?#\\"), after_scheme.size());
  const std::string_view authority = after_scheme.substr(0, end);
  if (authority.find('@') != std::string_view::npos) {
    return fail(Errc::forbidden,
                "địa chỉ \"{}\" có tên người dùng trước dấu \"@\": phần sau mới là trang thật", url);
  }
  if (authority.find(':') != std::string_view::npos) {
    return fail(Errc::forbidden, "địa chỉ \"{}\" có số cổng hoặc địa chỉ IP", url);
  }
  const std::string host = lower_case(authority);
  if (auto problem = host_problem(host)) return fail(Errc::forbidden, "{}", *problem);
  const std::string_view rest = after_scheme.substr(end);
  if (auto problem = rest_problem(rest)) return fail(Errc::forbidden, "địa chỉ \"{}\" {}", url, *problem);
  return WebAddress{std::string(kScheme) + host + std::string(rest), host};
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0x0fU];
  }
  return out;
}

}  // namespace conglang::guide
