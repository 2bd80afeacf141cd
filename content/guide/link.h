#pragma once

#include <string>

#include "content/guide/text_in_languages.h"

namespace conglang::guide {

/// Where the QR code leads: a template of LinkPolicy filled with a procedure code, or a listed address.
struct Link {
  std::string template_id;  ///< "portal-search"; empty when `url` is given
  std::string code;         ///< the procedure code that fills the template
  std::string url;          ///< used when there is no template
  Text label;               ///< may be empty

  bool operator==(const Link&) const = default;
};

}  // namespace conglang::guide
