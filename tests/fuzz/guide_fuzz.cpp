// Any bytes in place of a file of a bundle: a value or an error whose every line names the file, never a
// crash; what is read is written and read back as it was, and as a patch it never leaves half a guide.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content/guide/bundle.h"
#include "content/guide/guide_json.h"
#include "content/guide/synonyms_json.h"

using namespace conglang;
using namespace conglang::guide;

namespace {

constexpr std::string_view kBase = R"({"$schema": "guide.schema.json", "type": "PublicService",
  "id": "a", "title": {"vi": "A"}, "cases": [{"id": "b"}]})";

void require(bool holds) {
  if (!holds) std::abort();
}

void require_names_file(const Error& error) {
  std::string_view message = error.message;
  for (;;) {
    require(message.starts_with("f:"));
    const std::size_t end = message.find('\n');
    if (end == std::string_view::npos) return;
    message.remove_prefix(end + 1);
  }
}

template <typename T, typename Read, typename Write>
void check_round_trip(const Result<T>& value, Read read, Write write) {
  if (!value) return require_names_file(value.error());
  const std::string written = write(*value);
  const auto again = read(written, "f");
  require(again && *again == *value && write(*again) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = [](std::string_view json, std::string_view where) { return read_guide(json, where); };
  const auto write = [](const Guide& guide) { return write_guide(guide); };
  check_round_trip(read_guide(bytes, "f"), read, write);
  check_round_trip(read_link_policy(bytes, "f"), read_link_policy, write_link_policy);
  check_round_trip(read_topics(bytes, "f"), read_topics, write_topics);
  check_round_trip(read_search_words(bytes, "f"), read_search_words, write_search_words);
  check_round_trip(read_place(bytes, "f"), read_place, write_place);
  const auto patched = patch_guide(kBase, bytes, "f");
  check_round_trip(patched, read, write);
  require(!patched || patched->id == "a");
  return 0;
}
