#pragma once
// One commune in a temporary folder: starter content, keys, repository, server, a kiosk's data folder.

#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/support/display.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

class Village {
 public:
  enum class Start {
    copied,  ///< of the one that this run of the tests has made (CONGLANG_VILLAGE); without that, as `made`
    made,    ///< starter content, keys, an empty repository, published: some ten seconds
  };

  /// A published village with its server started.
  explicit Village(Start start = Start::copied);

  /// Puts all of it at `folder`, in place of what is there, for other tests to copy.
  void keep_at(const std::filesystem::path& folder) const;

  std::filesystem::path content() const { return folder_ / "content"; }
  std::filesystem::path repository() const { return folder_ / "repository"; }
  std::filesystem::path data() const { return folder_ / "data"; }

  /// Changes one JSON file of the content in place.
  void edit(const std::string& path, const std::function<void(nlohmann::json&)>& change);

  /// `conglang build` and `conglang publish`; fails the test when either does.
  void publish();

  /// Builds, and gives the command that would publish it.
  Arguments publish_words();

  /// Signs what is in the content folder as it stands, without the checks of `conglang build`: what somebody
  /// with the commune's key could do.
  void publish_unchecked();

  /// `conglang` with `words`.
  Finished tool(Arguments words);
  /// The options by which it finds the repository, and the keys.
  Arguments repository_words() const;
  Arguments key_words() const;

  /// `conglang emergency` with `words`; fails the test when it does.
  void emergency(const Arguments& words);

  void start_server();
  void kill_server();
  std::string url() const;  ///< of the server

  /// `conglang-sync --once` into the data folder.
  Finished sync();
  std::unique_ptr<Process> start_agent();
  /// `under`: a program that runs the kiosk, with its arguments. `more`: arguments of the kiosk.
  std::unique_ptr<Process> start_kiosk(const Display& display, const Arguments& under = {},
                                       const Arguments& more = {});

  /// What the pointer `current` names; empty before the first activation.
  std::string active_database() const;

 private:
  void make();
  Arguments signing_words(const std::filesystem::path& out) const;

  TemporaryFolder folder_;
  std::unique_ptr<Process> server_;
  int port_ = 0;
};

/// A kiosk whose village has published, at its home page.
struct OpenKiosk {
  /// As Village::start_kiosk().
  explicit OpenKiosk(const Arguments& under = {}, const Arguments& more = {});

  Village village;
  Display display{1920, 1080};
  std::unique_ptr<Process> kiosk;
};

/// A program of the build under test.
std::string program(const std::string& name);

/// One command of several parts.
Arguments joined(Arguments words, const std::vector<Arguments>& more);

/// Touch points on the 1920x1080 screen, from the grid of the look.
struct Point {
  int x;
  int y;
};
inline constexpr Point kStart{512, 974};  ///< at rest; "I have read it" of an urgent notice lies there too
inline constexpr Point kMostAskedFirst{1600, 444};
inline constexpr Point kHeritage{1350, 862};
inline constexpr Point kFirstCase{354, 655};
inline constexpr Point kPrimaryButton{1323, 854};
inline constexpr Point kBack{161, 1004};
inline constexpr Point kHome{387, 1004};
inline constexpr Point kListen{636, 1004};
inline constexpr Point kLanguage{1199, 1004};

/// Fails the test when no page is drawn; a window that has a title may still be empty.
void wait_for_picture(Display& display);

/// Waits for the screen at rest and goes on to the home page. Fails the test when neither comes.
void wait_for_first_page(Display& display);

/// Taps and waits until the picture differs from the one before and has come to rest.
GreyImage tap_and_look(Display& display, Point point);

}  // namespace conglang::testing
