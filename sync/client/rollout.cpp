#include "sync/client/rollout.h"

#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "sync/tuf/canonical_json.h"
#include "sync/tuf/digest.h"
#include "sync/tuf/field_reader.h"

namespace conglang::client {
namespace {

using nlohmann::json;
using tuf::FieldReader;

constexpr std::size_t kDigits = 8;
constexpr std::int64_t kEverybody = 100;

// From 0 to 99, evenly spread over machines, and anew for each salt.
std::int64_t place_of(std::string_view machine, const std::string& salt) {
  const std::string digest = tuf::sha256_hex(salt + "\n" + std::string(machine));
  std::uint64_t number = 0;
  std::from_chars(digest.data(), digest.data() + kDigits, number, 16);
  return static_cast<std::int64_t>(number * kEverybody >> 32U);
}

Result<Turn> read_turn(const FieldReader& custom, std::string_view machine) {
  TRY(const FieldReader rollout, custom.object("rollout"));
  TRY(const std::int64_t percent, rollout.integer("percent", 0));
  TRY(const std::string salt, rollout.text("salt"));
  if (percent > kEverybody) return rollout.refuse("percent", "is over 100");
  return place_of(machine, salt) < percent ? Turn::now : Turn::later;
}

bool is_safety_fix(const json& custom) {
  const auto safety = custom.find("safety");
  return safety != custom.end() && *safety == true;
}

}  // namespace

Result<Turn> turn_of(std::string_view custom, std::string_view machine) {
  if (custom.empty()) return Turn::now;
  const auto object = tuf::parse_json(custom);
  if (!object || !object->is_object() || !object->contains("rollout") || is_safety_fix(*object))
    return Turn::now;
  TRY(const FieldReader fields, FieldReader::of(*object, "custom"));
  auto turn = read_turn(fields, machine);
  if (!turn) return fail(Errc::invalid, "{}", turn.error().message);
  return turn;
}

}  // namespace conglang::client
