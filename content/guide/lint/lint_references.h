#pragma once
// What a file refers to, and whether that exists.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/guide/guide.h"
#include "content/guide/json_document.h"
#include "content/guide/lint/report.h"

namespace conglang::guide {

/// Ids that files may refer to; nothing where the file that defines them does not read.
struct KnownIds {
  std::optional<std::set<std::string>> topics;
  std::optional<std::set<std::string>> codes;  ///< of the catalogue; nothing: there is none
  std::set<std::string> guides;                ///< in force or not
};

/// Rules topic-unknown, replaced-by-unknown, code-unknown.
void lint_references(const Guide& guide, const KnownIds& known, Report& report);

/// Rule most-asked-unknown, on the ids of topics.json's "mostAsked". `in_force`: ids of guides.
void lint_most_asked(const std::vector<std::string>& most_asked, const std::set<std::string>& in_force,
                     Report& report);

/// Rule field-unknown: each of "portalNames" in sectors.json against the catalogue's fields.
void lint_fields(const Document& sectors, const std::set<std::string>& fields, Report& report);

/// Rule guide-unknown: each of "guides" in synonyms.json against the ids of guides.
void lint_synonyms(const Document& synonyms, const std::set<std::string>& guides, Report& report);

/// Rule duplicate-id: objects of one list with the same "id".
void lint_duplicates(const Document& document, Report& report);

/// True when `code` is in `codes`, itself or by its stem: 1.001193.02 is a case of 1.001193.
bool is_known_code(std::string_view code, const std::set<std::string>& codes);

}  // namespace conglang::guide
