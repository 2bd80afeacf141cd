#pragma once
// A small content with every kind of guide, and a kiosk that shows it. Names of guides are those of the real
// ones, their facts are made up for the tests.

#include <functional>
#include <string>
#include <vector>

#include "kiosk/model/strings.h"
#include "kiosk/model/update.h"
#include "kiosk/model/view_of.h"

namespace conglang::kiosk::test {

inline constexpr const char* kMonday = "2026-11-23T09:20:00Z";  // 16:20 in Việt Nam

guide::Text text(std::string vi, std::string en = {});
Date day(std::string_view iso);
Instant at(std::string_view iso);

/// A fact that somebody verified, and one that nobody did.
guide::Provenance verified();
guide::Provenance recalled();

/// Shown to every house from `from` to `until`.
guide::Notice notice(const std::string& id, std::string_view from, std::string_view until);

/// One case, one paper, free, done in a day, a portal link. Everything verified.
guide::Guide plain_guide(const std::string& id, const std::string& topic);

/// khai-sinh: two cases, rare and online-only papers, exemptions. can-cuoc: a fee nobody verified.
/// sao-y: past its review date. tam-vang: expired. lien-thong: in force from 2027. la-mat: a look-alike link.
/// Notices: cat-dien, important, for thuong-thap, with a number; mua-bao, an emergency; ket-qua, over;
/// hop-thon, from tomorrow; noi-khac, for another house.
/// The house thuong-thap has Wi-Fi, contacts and two Zalo groups, one of them listed; thon-mau-2 has another.
guide::Content sample_content();

/// The guide `id` of `content`, which must be there.
guide::Guide& guide_in(guide::Content& content, std::string_view id);

/// The real strings files.
const Strings& strings();

/// Runs actions and remembers what came out.
class Kiosk {
 public:
  Kiosk();  ///< somebody has come: the home page of sample_content() on a Monday afternoon
  explicit Kiosk(State state);
  // Here, so that not every test carries the code for a State.
  Kiosk(const Kiosk& other);
  Kiosk(Kiosk&& other) noexcept;
  Kiosk& operator=(const Kiosk& other);
  Kiosk& operator=(Kiosk&& other) noexcept;
  ~Kiosk();

  /// One action after the other; effects are those of the last.
  Kiosk& does(const std::vector<Action>& actions);
  Kiosk& gets(guide::Content content);
  /// `seconds` pass, with a Tick at every deadline.
  Kiosk& waits(int seconds);

  const State& state() const { return state_; }
  State& state() { return state_; }
  const std::vector<Effect>& effects() const { return effects_; }
  View view() const { return view_of(state_, strings()); }

  /// The page shown, which must be a `V`.
  template <typename V>
  V page() const {
    return std::get<V>(view().body);
  }
  template <typename V>
  bool shows() const {
    return std::holds_alternative<V>(view().body);
  }

 private:
  State state_;
  std::vector<Effect> effects_;
};

/// A kiosk that shows the guide can-cuoc of sample_content() after `change` was made to it.
Kiosk reading(const std::function<void(guide::Guide&)>& change);

}  // namespace conglang::kiosk::test
