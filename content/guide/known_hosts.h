#pragma once
// Hosts that an allow-list must not hold, whoever signs it: what stands behind them is not one owner's.

#include <string_view>

namespace conglang::guide {

/// A link shortener: its addresses lead wherever their owner turns them, after our check.
bool is_shortener(std::string_view host);

/// A suffix below which others register names (gov.vn, com.vn, …): never to be allowed with subdomains.
bool is_shared_suffix(std::string_view host);

/// A host where anybody may put pages (zalo.me, an app store, a social network): only exact addresses of it.
bool is_open_to_anybody(std::string_view host);

}  // namespace conglang::guide
