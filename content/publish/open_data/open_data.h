#pragma once
// The guides as open data: CPSV-AP 3.2 in JSON-LD for machines, a table for people. Both hold the guides that
// stand on the day given, and neither holds a number that is not certain. The same content and day give the
// same bytes. Pure.

#include <cstddef>
#include <string>

#include "content/guide/content.h"

namespace conglang::publish {

struct OpenData {
  std::string bytes;
  std::size_t guides = 0;
  std::size_t rows = 0;  ///< of the table; of JSON-LD the nodes of the graph
};

/// CPSV-AP 3.2 as JSON-LD with its context inside, so that it is read without a network: a graph of
/// cpsv:PublicService with Evidence, Channel, Cost, Output, LegalResource, LifeEvent, PublicOrganisation. A
/// case is a Requirement that its papers support; steps and processing time are Rules. `base_url`: where the
/// phone pages lie ("https://…/"): a guide's name is then its page's address; empty: names hold within the
/// file only. Source: SEMIC, Core Public Service Vocabulary Application Profile 3.2.0.
OpenData to_cpsv(const guide::Content& content, Date today, const std::string& base_url);

/// A row for each guide and case: id, code, title, case, papers, fee, time, where, link, checked-on,
/// confidence (the lowest of the row's facts). UTF-8 with the mark by which spreadsheets know it, RFC 4180. A
/// cell that a spreadsheet would take for a formula begins with an apostrophe.
OpenData to_csv(const guide::Content& content, Date today);

}  // namespace conglang::publish
