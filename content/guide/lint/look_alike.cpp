#include "content/guide/lint/look_alike.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "content/text/fold.h"

namespace conglang::guide {
namespace {

struct Site {
  std::string_view host;
  std::string_view brand;  // the part that alone makes people trust a host; may be empty
};

// The sites a guide leads to, as in the starter's allow-list.
constexpr std::array kSites{
    Site{"dichvucong.gov.vn", "dichvucong"},
    Site{"bocongan.gov.vn", "bocongan"},
    Site{"vneid.gov.vn", "vneid"},
    Site{"dancuquocgia.gov.vn", "dancuquocgia"},
    Site{"dangkykinhdoanh.gov.vn", "dangkykinhdoanh"},
    Site{"dkkd.gov.vn", ""},
    Site{"baohiemxahoi.gov.vn", "baohiemxahoi"},
    Site{"hanoi.gov.vn", ""},
    Site{"moh.gov.vn", ""},
    Site{"moha.gov.vn", ""},
    Site{"moc.gov.vn", ""},
    Site{"baochinhphu.vn", "baochinhphu"},
    Site{"chinhphu.vn", "chinhphu"},
    Site{"khonggianmang.vn", "khonggianmang"},
};

bool is_or_below(std::string_view host, std::string_view site) {
  if (!host.ends_with(site)) return false;
  return host.size() == site.size() || host[host.size() - site.size() - 1] == '.';
}

// Digits, and the pair "rn", that the eye takes for a letter.
std::string without_disguise(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '0':
        out += 'o';
        break;
      case '1':
        out += 'i';
        break;
      case 'l':
        out += 'i';
        break;
      case '3':
        out += 'e';
        break;
      case '5':
        out += 's';
        break;
      default:
        out += c;
    }
  }
  for (auto at = out.find("rn"); at != std::string::npos; at = out.find("rn", at + 1))
    out.replace(at, 2, "m");
  return out;
}

// Letters only: marks, dots, hyphens and disguises gone.
std::string skeleton(std::string_view host) {
  std::string letters;
  for (const char c : fold(host)) {
    if (c != '.' && c != '-' && c != '_' && c != ' ') letters += c;
  }
  return without_disguise(letters);
}

std::vector<std::string_view> labels_of(std::string_view host) {
  std::vector<std::string_view> labels;
  for (;;) {
    const std::size_t dot = host.find('.');
    labels.push_back(host.substr(0, dot));
    if (dot == std::string_view::npos) return labels;
    host.remove_prefix(dot + 1);
  }
}

// At most one letter changed, left out, added, or swapped with the next.
bool within_one_edit(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  if (a.size() != b.size()) return a.substr(same) == b.substr(same + 1);
  if (same == a.size() || a.substr(same + 1) == b.substr(same + 1)) return true;
  return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
         a.substr(same + 2) == b.substr(same + 2);
}

// A brand is long enough for one slip of it to be no other word.
constexpr std::size_t kLongBrand = 8;

bool wears_brand(std::string_view host, std::string_view brand) {
  if (brand.empty()) return false;
  const std::string wanted = without_disguise(brand);
  for (const std::string_view label : labels_of(host)) {
    const std::string worn = skeleton(label);
    if (worn.find(wanted) != std::string::npos) return true;
    if (brand.size() >= kLongBrand && within_one_edit(worn, wanted)) return true;
  }
  return false;
}

// "dichvucong-gov.vn", "vneid.gov.vn-xacthuc.top", "dichvucong.gov.com": the site's letters up to "gov".
bool holds_site(std::string_view host, std::string_view site) {
  const std::size_t end = site.rfind(".vn");
  return skeleton(host).find(skeleton(site.substr(0, end))) != std::string::npos;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string rough_host(std::string_view url) {
  if (const auto scheme = url.find("//"); scheme != std::string_view::npos) url.remove_prefix(scheme + 2);
  url = url.substr(0, url.find_first_of("/?#\\"));
  if (const auto at = url.rfind('@'); at != std::string_view::npos) url.remove_prefix(at + 1);
  std::string host(url.substr(0, url.find(':')));
  std::transform(host.begin(), host.end(), host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return host;
}

bool is_known_state_site(std::string_view host) {
  return std::any_of(kSites.begin(), kSites.end(),
                     [&](const Site& site) { return is_or_below(host, site.host); });
}

std::optional<std::string_view> imitated_site(std::string_view host) {
  if (is_known_state_site(host)) return std::nullopt;
  // Names below gov.vn are given to state bodies alone: a strange one is a slip, not a trap.
  if (is_ascii(host) && host.ends_with(".gov.vn")) return std::nullopt;
  for (const Site& site : kSites) {
    const bool gov = site.host.ends_with(".gov.vn");
    if ((gov && holds_site(host, site.host)) || wears_brand(host, site.brand)) return site.host;
  }
  if (skeleton(host).find("govvn") != std::string::npos) return "gov.vn";
  return std::nullopt;
}

std::optional<std::string_view> site_as_user(std::string_view url) {
  if (const auto scheme = url.find("//"); scheme != std::string_view::npos) url.remove_prefix(scheme + 2);
  url = url.substr(0, url.find_first_of("/?#\\"));
  const auto at = url.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  const std::string user = rough_host(url.substr(0, at));
  for (const Site& site : kSites) {
    if (is_or_below(user, site.host)) return site.host;
  }
  return std::nullopt;
}

}  // namespace conglang::guide
