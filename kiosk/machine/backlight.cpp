#include "kiosk/machine/backlight.h"

#include <fcntl.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>

#include "content/base/file.h"

namespace conglang::machine {
namespace fs = std::filesystem;
namespace {

int brightest(const fs::path& device) {
  const auto text = read_file(device / "max_brightness", 64);
  int most = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), most);
  return most;
}

// A device file takes its value in one write and is not replaced.
bool set_one(const fs::path& device, int percent) {
  const int most = brightest(device);
  if (most <= 0) return false;
  const fs::path path = device / "brightness";
  const auto file = open_file(path, O_WRONLY | O_TRUNC);
  return file && write_all(*file, std::to_string(std::max(1, most * percent / 100)), path).has_value();
}

}  // namespace

bool set_backlight(int percent, const fs::path& devices) {
  bool set = false;
  std::error_code error;
  fs::directory_iterator entry(devices, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error))
    set = set_one(entry->path(), percent) || set;
  return set;
}

}  // namespace conglang::machine
