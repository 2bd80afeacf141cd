#include "content/publish/canonical_patch.h"

#include "content/guide/clean_text.h"
#include "content/guide/json_writer.h"

namespace conglang::publish {
namespace {

using guide::Json;

// Nesting is bounded by parse_document, through which every patch has gone.
Result<void> clean(Json& value) {
  if (value.is_string()) {
    TRY(value, guide::clean_text(value.get_ref<const std::string&>(), guide::LineBreaks::keep_one));
  } else if (value.is_structured()) {
    for (Json& inner : value) TRY_VOID(clean(inner));
  }
  return {};
}

}  // namespace

Result<std::string> canonical_patch(std::string_view bytes) {
  Json patch = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
  if (patch.is_discarded()) return fail(Errc::parse, "không phải JSON");
  TRY_VOID(clean(patch));
  return guide::to_file(patch);
}

}  // namespace conglang::publish
