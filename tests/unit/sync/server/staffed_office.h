#pragma once
// A commune at work on the real program: content that is published, a server that holds nothing but the keys
// of snapshot and timestamp, three people who sign two at a time with keys that only they have, and kiosks
// that report.

#include <cstdint>
#include <map>
#include <string>

#include "tests/unit/sync/server/office.h"
#include "tests/unit/sync/server/review/desk_scene.h"

namespace conglang::testing {

/// The machine's clock, by which the program judges.
Instant clock_now();

class StaffedOffice {
 public:
  /// `disk`: where repository and data lie, as the server sees it and as this process does; empty: beside
  /// everything else. `inside` and `more`: of Office.
  struct Options {
    std::filesystem::path disk = {};
    std::filesystem::path disk_from_here = {};
    Arguments inside = {};
    Arguments more = {};
    std::string more_headers = {};  ///< of every browser
  };
  StaffedOffice() : StaffedOffice(Options{}) {}
  explicit StaffedOffice(Options options);

  void start();
  void kill() { office.kill(); }

  /// "an" writes, "binh" approves too, "chi" is the commune's admin, "tinh" the province's operator.
  Browser browser(const std::string& name) const;

  /// A kiosk that was claimed, with its token.
  Browser machine(const std::string& token) const;
  std::string claim_kiosk(const std::string& code);

  /// Signs `proposal` as `name` would in their browser.
  Told sign(const std::string& name, const nlohmann::json& proposal) const;
  std::string key_of(const std::string& name) const;

  /// A notice of the commune, approved: the draft's number.
  std::int64_t approved_notice(const std::string& id) const;

  /// The tree that the server serves.
  repository::Tree tree() const;
  /// Every path that a client of the tree finds now.
  std::set<std::string> published() const;

  Scene scene;
  std::map<std::string, Person> people;
  Options options;
  Office office;
  std::uint16_t port = 0;

 private:
  static Office make_office(const Options& options, const Scene& scene);
  void invite(Browser& by, const std::string& name, const nlohmann::json& roles);
  void enrol(Browser& by, const std::string& name);

  struct Session {
    std::string cookie;
    std::string csrf;
  };
  std::map<std::string, Session> sessions_;
};

}  // namespace conglang::testing
