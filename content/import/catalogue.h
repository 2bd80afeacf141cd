#pragma once
// The portal's list of procedures, one JSON object a line, to compact entries: what a search over names and
// codes needs.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content/base/result.h"
#include "content/import/ledger.h"

namespace conglang::import {

struct CatalogueEntry {
  std::string code;
  std::string name;                   ///< cleaned; may be 1,192 characters long
  std::vector<std::string> fields;    ///< lĩnh vực
  std::vector<std::string> agencies;  ///< who carries it out
  std::string publisher;              ///< who announced it
  std::vector<std::string> audience;
  std::string state;  ///< the portal's word: "ACTIVE"
};

struct Catalogue {
  std::vector<CatalogueEntry> entries;          ///< by code; two may share one, see doubtful
  FateCounts counts;                            ///< of all leaves of all lines
  std::map<std::string, std::size_t> doubtful;  ///< by field: how often
  std::map<std::string, std::size_t> unknown;   ///< by field: how often
  std::vector<std::string> problems;  ///< lines that gave no entry: "file:line: what, and what to do"
};

/// `bytes`: JSON lines, not compressed. Never fails as a whole: a bad line is a problem of its own.
/// `after_line` is called once a line, for a progress display.
Catalogue import_catalogue(std::string_view bytes, std::string_view where,
                           const std::function<void()>& after_line = {});

/// One JSON object a line: code, name, fields, agencies, publisher, audience, state; empty ones left out.
std::string write_catalogue(const std::vector<CatalogueEntry>& entries);

}  // namespace conglang::import
