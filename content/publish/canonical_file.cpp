#include "content/publish/canonical_file.h"

#include "content/guide/catalogue_json.h"
#include "content/guide/emergency_json.h"
#include "content/guide/guide_json.h"
#include "content/guide/heritage_json.h"
#include "content/guide/json_document.h"
#include "content/guide/kiosk_settings.h"
#include "content/guide/notice_json.h"
#include "content/guide/product_json.h"
#include "content/guide/province_json.h"
#include "content/guide/sector_json.h"
#include "content/guide/synonyms_json.h"
#include "content/publish/canonical_patch.h"

namespace conglang::publish {
namespace {

using guide::BundlePath;
using Kind = BundlePath::Kind;

// `name` is the field that must say what the path says.
Result<void> check_name(std::string_view bytes, std::string_view where, std::string_view field,
                        std::string_view value, std::string_view expected) {
  if (value == expected) return {};
  TRY(const guide::Document document, guide::parse_document(bytes, where));
  return fail(Errc::invalid, "{}:{}: {}: là \"{}\" nhưng tên tệp là \"{}\"; sửa cho giống nhau", where,
              guide::Lines(document).of(field), field, value, expected);
}

template <typename Read, typename Write>
Result<std::string> rewrite(std::string_view bytes, std::string_view where, Read read, Write write) {
  TRY(const auto value, read(bytes, where));
  return write(value);
}

template <typename Read, typename Write>
Result<std::string> rewrite_named(const BundlePath& path, std::string_view bytes, std::string_view where,
                                  Read read, Write write) {
  TRY(const auto value, read(bytes, where));
  TRY_VOID(check_name(bytes, where, "/id", value.id, path.id));
  return write(value);
}

Result<std::string> rewrite_guide(const BundlePath& path, std::string_view bytes, std::string_view where) {
  TRY(const guide::Guide value, guide::read_guide(bytes, where));
  TRY_VOID(check_name(bytes, where, "/id", value.id, path.id));
  return write_guide(value);
}

Result<std::string> rewrite_province(const BundlePath& path, std::string_view bytes, std::string_view where) {
  TRY(const guide::Province value, guide::read_province(bytes, where));
  TRY_VOID(check_name(bytes, where, "/code", value.code, path.code));
  return write_province(value);
}

Result<std::string> rewrite_links(const BundlePath& path, std::string_view bytes, std::string_view where,
                                  const guide::LinkPolicy& national) {
  if (path.layer == BundlePath::Layer::national) {
    return rewrite(bytes, where, guide::read_link_policy, guide::write_link_policy);
  }
  TRY(const guide::LinkPolicy additions, guide::read_link_additions(bytes, where, national));
  return write_link_policy(additions);
}

Result<std::string> rewrite_patch(std::string_view bytes, std::string_view where) {
  TRY_VOID(guide::parse_document(bytes, where));
  return canonical_patch(bytes);
}

// What is no text stays as it is, once `inspect` has found it to be what its name says.
template <typename Inspect>
Result<std::string> keep(const BundlePath& path, std::string_view bytes, std::string_view where,
                         Inspect inspect) {
  if (const auto media = inspect(bytes, path.id); !media) {
    return fail(media.error().code, "{}:1: {}", where, media.error().message);
  }
  return std::string(bytes);
}

}  // namespace

Result<std::string> canonical_file(const BundlePath& path, std::string_view bytes, std::string_view where,
                                   const guide::LinkPolicy& national) {
  switch (path.kind) {
    case Kind::links:
      return rewrite_links(path, bytes, where, national);
    case Kind::topics:
      return rewrite(bytes, where, guide::read_topics, guide::write_topics);
    case Kind::catalogue:
      return rewrite(bytes, where, guide::read_catalogue, guide::write_catalogue);
    case Kind::sectors:
      return rewrite(bytes, where, guide::read_sectors, guide::write_sectors);
    case Kind::synonyms:
      return rewrite(bytes, where, guide::read_search_words, guide::write_search_words);
    case Kind::emergency:
      return rewrite(bytes, where, guide::read_emergency, guide::write_emergency);
    case Kind::patch:
      return rewrite_patch(bytes, where);
    case Kind::province:
      return rewrite_province(path, bytes, where);
    case Kind::guide:
      return rewrite_guide(path, bytes, where);
    case Kind::notice:
      return rewrite_named(path, bytes, where, guide::read_notice, guide::write_notice);
    case Kind::place:
      return rewrite_named(path, bytes, where, guide::read_place, guide::write_place);
    case Kind::heritage:
      return rewrite_named(path, bytes, where, guide::read_heritage, guide::write_heritage);
    case Kind::product:
      return rewrite_named(path, bytes, where, guide::read_product, guide::write_product);
    case Kind::settings:
      return rewrite(bytes, where, guide::read_kiosk_settings, guide::write_kiosk_settings);
    case Kind::picture:
      return keep(path, bytes, where, guide::inspect_picture);
    case Kind::recording:
      return keep(path, bytes, where, guide::inspect_recording);
  }
  return fail(Errc::internal, "{}: a kind of file that has no canonical form", where);
}

}  // namespace conglang::publish
