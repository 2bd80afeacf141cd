#pragma once
// Hosts that are made to be taken for a state site: dichvucong-gov.vn, dichvucong.gov.vn.example,
// vneid.gov.vn-xacthuc.top, dịchvụcông.gov.vn, dichvucong.gov.com. The allow-list refuses them anyway; this
// says why, and keeps them out of the allow-list itself.

#include <optional>
#include <string>
#include <string_view>

namespace conglang::guide {

/// The part of `url` that a phone would open: what stands after "//" and a user's name, up to a port, path or
/// query, in lower case. Lenient, for addresses that the strict reading (web_address.h) refuses.
std::string rough_host(std::string_view url);

/// The state site that `host` imitates; nothing when it is one itself, or like none. `host` may hold letters
/// beyond ASCII, and need not be a possible host.
std::optional<std::string_view> imitated_site(std::string_view host);

/// The state site whose name stands in front of "@" in `url`, where it means nothing.
std::optional<std::string_view> site_as_user(std::string_view url);

/// True for the state's own sites that guides lead to, and for what is below them.
bool is_known_state_site(std::string_view host);

}  // namespace conglang::guide
