#include "content/guide/known_hosts.h"

#include <algorithm>
#include <array>

namespace conglang::guide {
namespace {

template <std::size_t size>
bool is_one_of_or_below(std::string_view host, const std::array<std::string_view, size>& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
    if (!host.ends_with(name)) return false;
    return host.size() == name.size() || host[host.size() - name.size() - 1] == '.';
  });
}

}  // namespace

bool is_shortener(std::string_view host) {
  constexpr std::array<std::string_view, 16> kNames{
      "bit.ly", "bom.so", "by.com.vn",   "cutt.ly", "goo.gl",      "is.gd", "ow.ly",     "rb.gy",
      "s.id",   "t.co",   "shorturl.at", "t.ly",    "tinyurl.com", "v.gd",  "urlvn.net", "tiny.cc"};
  return is_one_of_or_below(host, kNames);
}

bool is_shared_suffix(std::string_view host) {
  // Second-level names of .vn that the registry keeps for others, and the one of the state: facts of a
  // commune's list come host by host.
  constexpr std::array<std::string_view, 15> kNames{"ac.vn",  "ai.vn",     "biz.vn", "com.vn", "edu.vn",
                                                    "gov.vn", "health.vn", "id.vn",  "int.vn", "info.vn",
                                                    "io.vn",  "name.vn",   "net.vn", "org.vn", "pro.vn"};
  return std::find(kNames.begin(), kNames.end(), host) != kNames.end();
}

bool is_open_to_anybody(std::string_view host) {
  constexpr std::array<std::string_view, 13> kNames{
      "apple.com",  "blogspot.com", "facebook.com",  "forms.gle",   "github.io", "google.com", "netlify.app",
      "vercel.app", "tiktok.com",   "wordpress.com", "youtube.com", "zalo.me",   "zaloapp.com"};
  return is_one_of_or_below(host, kNames);
}

}  // namespace conglang::guide
