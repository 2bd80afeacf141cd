#pragma once
// A real X display for one test: Xvfb, pointer events through XTEST, pictures of what is on it.

#include <chrono>
#include <memory>
#include <string>

#include "tests/support/grey_image.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

/// Share of pixels that differ, 0 to 1; 1 for pictures of different size.
double difference(const GreyImage& one, const GreyImage& other);

class Display {
 public:
  /// Starts Xvfb on a free display number; throws when it does not come up.
  Display(int width, int height);
  ~Display();
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

  const std::string& name() const { return name_; }  ///< ":7"

  /// Presses and releases at a point of the display.
  void tap(int x, int y);

  /// Title of the window that is the program's, empty when there is none.
  std::string window_title();

  GreyImage picture();

  /// The picture once two looks in a row agree.
  GreyImage steady_picture();

 private:
  struct Connection;
  TemporaryFolder folder_;
  std::unique_ptr<Process> server_;
  std::string name_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace conglang::testing
