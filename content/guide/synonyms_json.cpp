#include "content/guide/synonyms_json.h"

#include "content/guide/read_whole.h"
#include "content/guide/shared_fields.h"

namespace conglang::guide {
namespace {

constexpr const char* kSchema = "synonyms.schema.json";

Spelling read_spelling(ObjectReader& in) {
  Spelling out;
  out.said = in.strings("said");
  out.meant = in.string("meant", Need::required);
  if (out.said.empty()) in.refuse("said", "cần ít nhất một từ");
  for (const std::string& word : out.said) {
    if (word.find(' ') != std::string::npos) in.refuse("said", "mỗi mục chỉ là một từ, không có dấu cách");
  }
  return out;
}

Synonym read_synonym(ObjectReader& in) {
  Synonym out;
  out.words = in.strings("words");
  out.guides = in.slugs("guides");
  if (out.words.empty()) in.refuse("words", "cần ít nhất một từ");
  if (out.guides.empty()) in.refuse("guides", "cần ít nhất một bài");
  return out;
}

SearchWords read_fields(ObjectReader& in) {
  SearchWords out;
  in.string("$schema");
  out.fillers = in.strings("fillers");
  out.spellings = in.list("spellings", read_spelling);
  out.synonyms = in.list("synonyms", read_synonym);
  return out;
}

}  // namespace

Result<SearchWords> read_search_words(std::string_view json, std::string_view where) {
  return read_whole(json, where, read_fields);
}

std::string write_search_words(const SearchWords& words) {
  Json out = Json::object();
  out["$schema"] = kSchema;
  put(out, "fillers", words.fillers);
  put_list(out, "spellings", words.spellings, [](const Spelling& one) {
    return Json{{"said", one.said}, {"meant", one.meant}};
  });
  put_list(out, "synonyms", words.synonyms, [](const Synonym& one) {
    return Json{{"words", one.words}, {"guides", one.guides}};
  });
  return to_file(out);
}

}  // namespace conglang::guide
