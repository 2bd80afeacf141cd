#include "sync/server/review/workflow.h"

#include <algorithm>
#include <array>

namespace conglang::server {
namespace {

constexpr std::array<std::string_view, kStates> kNames = {
    "draft",   "submitted", "changes-asked", "approved",  "scheduled",
    "signing", "published", "superseded",    "withdrawn", "discarded"};

enum class Whose {
  anybodys,
  others,   // not of who wrote it
  writers,  // of who wrote it, or of a reviewer
  servers,  // of no person
};

struct Step {
  Move move;
  State from;
  State to;
  Role least;
  Whose whose;
};

constexpr std::array kSteps = {
    Step{Move::save, State::draft, State::draft, Role::author, Whose::anybodys},
    Step{Move::save, State::changes_asked, State::changes_asked, Role::author, Whose::anybodys},

    Step{Move::submit, State::draft, State::submitted, Role::author, Whose::anybodys},
    Step{Move::submit, State::changes_asked, State::submitted, Role::author, Whose::anybodys},

    Step{Move::take_back, State::submitted, State::draft, Role::author, Whose::writers},
    Step{Move::take_back, State::approved, State::draft, Role::author, Whose::writers},
    Step{Move::take_back, State::scheduled, State::draft, Role::author, Whose::writers},

    Step{Move::ask_changes, State::submitted, State::changes_asked, Role::reviewer, Whose::others},
    Step{Move::ask_changes, State::approved, State::changes_asked, Role::reviewer, Whose::others},

    Step{Move::approve, State::submitted, State::approved, Role::reviewer, Whose::others},

    Step{Move::schedule, State::approved, State::scheduled, Role::reviewer, Whose::anybodys},
    Step{Move::schedule, State::scheduled, State::scheduled, Role::reviewer, Whose::anybodys},

    Step{Move::publish_now, State::draft, State::approved, Role::reviewer, Whose::anybodys},
    Step{Move::publish_now, State::submitted, State::approved, Role::reviewer, Whose::anybodys},
    Step{Move::publish_now, State::changes_asked, State::approved, Role::reviewer, Whose::anybodys},
    Step{Move::publish_now, State::scheduled, State::approved, Role::reviewer, Whose::anybodys},

    Step{Move::discard, State::draft, State::discarded, Role::author, Whose::writers},
    Step{Move::discard, State::submitted, State::discarded, Role::author, Whose::writers},
    Step{Move::discard, State::changes_asked, State::discarded, Role::author, Whose::writers},
    Step{Move::discard, State::approved, State::discarded, Role::author, Whose::writers},
    Step{Move::discard, State::scheduled, State::discarded, Role::author, Whose::writers},

    Step{Move::propose, State::approved, State::signing, Role::author, Whose::anybodys},
    Step{Move::propose, State::scheduled, State::signing, Role::author, Whose::servers},

    Step{Move::drop, State::signing, State::approved, Role::author, Whose::servers},
    Step{Move::rework, State::approved, State::changes_asked, Role::author, Whose::servers},
    Step{Move::rework, State::scheduled, State::changes_asked, Role::author, Whose::servers},
    Step{Move::rework, State::signing, State::changes_asked, Role::author, Whose::servers},
    Step{Move::publish, State::signing, State::published, Role::author, Whose::servers},
    Step{Move::supersede, State::published, State::superseded, Role::author, Whose::servers},
    Step{Move::take_off, State::published, State::withdrawn, Role::author, Whose::servers},
};

Verdict judge(const Step& step, const Actor& actor) {
  if (!actor.role) return Verdict::allowed;
  if (step.whose == Whose::servers || *actor.role < step.least) return Verdict::wrong_role;
  if (step.whose == Whose::others && actor.wrote) return Verdict::own_work;
  if (step.whose == Whose::writers && !actor.wrote && *actor.role < Role::reviewer)
    return Verdict::wrong_role;
  return Verdict::allowed;
}

// A review after the fact moves nothing but the flag.
Outcome review_late(const Position& from, const Actor& actor) {
  if (!actor.role || *actor.role < Role::reviewer) return {Verdict::wrong_role, from};
  if (actor.wrote || actor.pushed) return {Verdict::own_work, from};
  return {Verdict::allowed, {from.state, false}};
}

bool flag_after(Move move, const Position& from) {
  if (move == Move::publish_now) return from.unreviewed || from.state != State::scheduled;
  const bool back = move == Move::take_back || move == Move::ask_changes;
  return from.unreviewed && !back && move != Move::rework;
}

}  // namespace

std::string_view state_name(State state) {
  return kNames[static_cast<std::size_t>(state)];
}

std::optional<State> state_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<State>(found - kNames.begin());
}

bool is_open(State state) {
  return state < State::published;
}

bool is_for_people(Move move) {
  return move <= Move::propose;
}

Outcome take(Move move, const Position& from, const Actor& actor) {
  if (move == Move::approve && from.unreviewed && from.state >= State::approved &&
      from.state != State::discarded) {
    return review_late(from, actor);
  }
  const auto step = std::ranges::find_if(
      kSteps, [&](const Step& one) { return one.move == move && one.from == from.state; });
  if (step == kSteps.end()) return {Verdict::wrong_state, from};
  const Verdict verdict = judge(*step, actor);
  if (verdict != Verdict::allowed) return {verdict, from};
  return {verdict, {step->to, flag_after(move, from)}};
}

}  // namespace conglang::server
