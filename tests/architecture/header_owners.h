#pragma once
// Third-party headers and the modules that own them: a C library is included by one module, so that it can be
// replaced there. Libraries that are vocabulary (fmt, expected, JSON) belong to everybody.

#include <string>
#include <string_view>
#include <vector>

namespace conglang::architecture {

enum class HeaderKind { standard, shared, owned, unknown };

struct Header {
  HeaderKind kind = HeaderKind::unknown;
  std::vector<std::string> owners;  ///< folders; for HeaderKind::owned
};

/// Whose `name` is, as it stands between the brackets of an include.
Header classify_header(std::string_view name);

}  // namespace conglang::architecture
