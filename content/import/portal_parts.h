#pragma once
// The parts of a portal record, each read into its part of the draft. Inner interface of portal_import.

#include <string>
#include <string_view>
#include <vector>

#include "content/guide/guide.h"
#include "content/import/source_node.h"

namespace conglang::import {

/// What the parts share.
struct PortalReading {
  SourceNode data;
  guide::Guide& guide;
  guide::Provenance origin;             ///< of a plain fact; see provenance()
  std::vector<guide::Evidence> shared;  ///< papers that every case needs

  guide::Provenance provenance(bool plain) const;
};

inline constexpr std::string_view kInnerNumber = "mã số bên trong của cổng";

guide::Text vi(std::string text);

/// The items' names: texts, or the field "name" of objects. Their inner numbers are marked omitted.
std::vector<std::string> names_of(const SourceNode& list, std::string_view to);

/// Adds `text` to the guide's notes, once.
void add_note(guide::Guide& guide, const std::string& text);
void add_note(PortalReading& in, const std::string& text);

/// executionCases, and the lists of papers that some records keep elsewhere: cases with their evidence.
void read_cases(PortalReading& in);

/// executionSteps, into every case.
void read_steps(PortalReading& in);

/// executionMethods with their times and fees, and the times of `cases`, into every case; channels.
void read_methods(PortalReading& in);

/// One method's "fees". `channel` may be empty: every channel.
std::vector<guide::Cost> read_fees(const PortalReading& in, const SourceNode& fees,
                                   const std::string& channel);

/// Legal bases, results, the deciding document.
void read_law(PortalReading& in);

/// Who may file, who decides, who else works on it.
void read_people(PortalReading& in);

/// The time that entries of data.cases name.
struct CaseTime {
  std::string answer;  ///< "3 ngày làm việc"
  bool plain = true;   ///< number and unit are both known
  std::string name;
};
std::vector<CaseTime> read_variants(PortalReading& in);

/// "3 ngày làm việc" from a number and the portal's name of a unit; `known`: the unit is one we know.
std::string time_text(std::int64_t quantity, std::string_view unit, bool& known);

}  // namespace conglang::import
