#pragma once
// The trail of pages behind a visitor, and the moves on it. Each keeps the invariants of Visit: the trail
// starts at home and is never empty, and `reading` is there exactly when a page of a guide is.

#include "kiosk/model/state.h"

namespace conglang::kiosk {

const Page& current_page(const Visit& visit);

template <typename P>
bool is_on(const Visit& visit) {
  return std::holds_alternative<P>(current_page(visit));
}

/// True for the pages that show `Visit::reading`.
bool is_of_guide(const Page& page);

/// A visit that nothing has happened in.
Visit fresh_visit(const Settings& settings);

void go_to(Visit& visit, Page page);
void go_back(Visit& visit);
void go_home(Visit& visit);

/// Forgets the guide when no page of it is left on the trail.
void close_unread_guide(Visit& visit);

/// To a part of the catalogue, a procedure of it, its code: each at most once on the trail.
void open_catalogue(Visit& visit, const CataloguePart& part);
void open_procedure(Visit& visit, const std::string& code);

/// From home to the list of a topic.
void open_list(Visit& visit, std::string topic);

/// Closes the guide being read and opens `guide`: with its case question, when there is more than one case.
void open_guide(Visit& visit, const guide::Guide& guide);

/// Puts `guide`, the newer text of the one being read, in its place. Ticks stay; the case question is asked
/// again when the case chosen is gone or there was nothing to choose before.
void replace_guide(Visit& visit, const guide::Guide& guide);

}  // namespace conglang::kiosk
