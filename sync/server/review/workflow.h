#pragma once
// The way of a draft to every screen, as one table: who may take which step from where. Pure. Two rules hold
// whatever else changes: nobody approves what they wrote, and a draft that went out without a review stays
// flagged until somebody else has looked at it.
//
//   draft -> submitted -> (changes-asked -> submitted) -> approved -> (scheduled) -> signing -> published
//     -> superseded | withdrawn
//
// Publishing itself is no step here that a person could take: it happens when enough people have signed.

#include <optional>
#include <string_view>

#include "sync/server/identity/account.h"

namespace conglang::server {

enum class State {
  draft,
  submitted,
  changes_asked,
  approved,
  scheduled,
  signing,
  published,
  superseded,
  withdrawn,
  discarded,
};
inline constexpr int kStates = 10;

/// "changes-asked"
std::string_view state_name(State state);
std::optional<State> state_named(std::string_view name);

/// True until the draft is published or given up: a path has one such draft at most.
bool is_open(State state);

enum class Move {
  save,         ///< a new revision
  submit,       ///< for review
  take_back,    ///< to write on
  ask_changes,  ///< with a comment
  approve,      ///< also later, of what went out unreviewed
  schedule,     ///< for an instant to come
  publish_now,  ///< without a review, with a reason; or before the instant it was scheduled for
  discard,      ///< given up; kept, not shown
  propose,      ///< for signing
  drop,         ///< its proposal was dropped, or could not be published
  rework,       ///< something else was published at its path since it was begun
  publish,      ///< enough have signed
  supersede,    ///< another draft of its path was published
  take_off,     ///< its path was withdrawn
};
inline constexpr int kMoves = 14;

/// The last five are the server's alone.
bool is_for_people(Move move);

/// Who takes a step, in relation to this draft.
struct Actor {
  std::optional<Role> role;  ///< the highest; nothing: the server itself
  bool wrote = false;        ///< any revision of it
  bool pushed = false;       ///< published it without a review
};

struct Position {
  State state = State::draft;
  bool unreviewed = false;  ///< flagged: went out, or goes, without a review

  bool operator==(const Position&) const = default;
};

enum class Verdict {
  allowed,
  wrong_state,  ///< there is no such step from here
  wrong_role,   ///< the step needs a higher role
  own_work,     ///< the step is for somebody else than who wrote or pushed it
};

struct Outcome {
  Verdict verdict = Verdict::wrong_state;
  Position position;  ///< after the step; as before it when it is not allowed
};

Outcome take(Move move, const Position& from, const Actor& actor);

}  // namespace conglang::server
