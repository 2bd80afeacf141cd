#pragma once
// The names that enums have in JSON, for reading and writing alike. The first of each is the default.

#include <array>

#include "content/guide/emergency.h"
#include "content/guide/notice.h"
#include "content/guide/object_reader.h"
#include "content/guide/place.h"

namespace conglang::guide {

inline constexpr std::array kConfidences{
    Choice<Confidence>{Confidence::verified, "verified"},
    Choice<Confidence>{Confidence::recalled, "recalled"},
    Choice<Confidence>{Confidence::uncertain, "uncertain"},
};

inline constexpr std::array kCodeRoles{
    Choice<ProcedureCode::Role>{ProcedureCode::Role::current, "current"},
    Choice<ProcedureCode::Role>{ProcedureCode::Role::related, "related"},
    Choice<ProcedureCode::Role>{ProcedureCode::Role::replaced, "replaced"},
};

inline constexpr std::array kHandlings{
    Choice<Evidence::Handling>{Evidence::Handling::submit, "submit"},
    Choice<Evidence::Handling>{Evidence::Handling::show, "show"},
};

inline constexpr std::array kChannelKinds{
    Choice<Channel::Kind>{Channel::Kind::counter, "counter"},
    Choice<Channel::Kind>{Channel::Kind::online, "online"},
    Choice<Channel::Kind>{Channel::Kind::police, "police"},
    Choice<Channel::Kind>{Channel::Kind::post, "post"},
    Choice<Channel::Kind>{Channel::Kind::at_home, "at-home"},
};

inline constexpr std::array kStatuses{
    Choice<Guide::Status>{Guide::Status::in_force, "in-force"},
    Choice<Guide::Status>{Guide::Status::expired, "expired"},
    Choice<Guide::Status>{Guide::Status::replaced, "replaced"},
    Choice<Guide::Status>{Guide::Status::withdrawn, "withdrawn"},
};

inline constexpr std::array kUrgencies{
    Choice<Notice::Urgency>{Notice::Urgency::normal, "normal"},
    Choice<Notice::Urgency>{Notice::Urgency::important, "important"},
    Choice<Notice::Urgency>{Notice::Urgency::emergency, "emergency"},
};

inline constexpr std::array kPlaceContactKinds{
    Choice<PlaceContact::Kind>{PlaceContact::Kind::other, "other"},
    Choice<PlaceContact::Kind>{PlaceContact::Kind::village_head, "village-head"},
    Choice<PlaceContact::Kind>{PlaceContact::Kind::digital_team, "digital-team"},
    Choice<PlaceContact::Kind>{PlaceContact::Kind::police, "police"},
    Choice<PlaceContact::Kind>{PlaceContact::Kind::commune, "commune"},
    Choice<PlaceContact::Kind>{PlaceContact::Kind::emergency, "emergency"},
    Choice<PlaceContact::Kind>{PlaceContact::Kind::hotline, "hotline"},
};

inline constexpr std::array kEmergencyModes{
    Choice<EmergencyScreen::Mode>{EmergencyScreen::Mode::none, "none"},
    Choice<EmergencyScreen::Mode>{EmergencyScreen::Mode::blank, "blank"},
    Choice<EmergencyScreen::Mode>{EmergencyScreen::Mode::replace, "replace"},
};

/// The name of `value` in `choices`, which lists every value of E.
template <typename E, std::size_t size>
std::string_view name_of(E value, const std::array<Choice<E>, size>& choices) {
  for (const Choice<E>& choice : choices) {
    if (choice.value == value) return choice.name;
  }
  return choices.front().name;
}

}  // namespace conglang::guide
