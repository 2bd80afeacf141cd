#pragma once
// The village's own doors beside the guides: what is new, the Wi-Fi, whom to call. A door stands open only
// while there is something behind it.

#include <string>

namespace conglang::kiosk {

enum class Door { notices, wifi, contacts, zalo, heritage, products, help };

inline constexpr Door kDoors[] = {Door::notices,  Door::wifi,     Door::contacts, Door::zalo,
                                  Door::heritage, Door::products, Door::help};

struct OpenDoor {
  Door door = Door::notices;
};

/// A door as a button.
struct DoorView {
  Door door = Door::notices;  ///< for OpenDoor
  std::string icon;
  std::string label;
  int count = 0;  ///< what is new behind it; 0: not said

  bool operator==(const DoorView&) const = default;
};

}  // namespace conglang::kiosk
