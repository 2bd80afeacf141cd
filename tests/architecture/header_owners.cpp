#include "tests/architecture/header_owners.h"

#include <algorithm>
#include <array>

namespace conglang::architecture {
namespace {

struct Owned {
  std::string_view prefix;
  std::vector<std::string> owners;
};

const std::vector<Owned>& owned_headers() {
  static const std::vector<Owned> kOwned = {
      {"sqlite3", {"content/database"}},
      {"utf8proc.h", {"content/base"}},
      // Signatures, the hash of the staff's PIN, those of the desk's passwords.
      {"openssl/", {"sync/tuf", "kiosk/machine", "sync/server/identity"}},
      {"curl/", {"sync/client"}},
      {"microhttpd.h", {"sync/server/http"}},
      {"qrencode.h", {"kiosk/qr"}},
      // Import reads what is compressed, publish weighs what it makes.
      {"zlib.h", {"content/import", "content/publish"}},
      {"csv.h", {"content/import"}},
      {"zip.h", {"content/import"}},
      {"pugixml.hpp", {"content/import"}},
      {"SDL", {"kiosk/platform"}},
      {"seccomp.h", {"kiosk/platform", "kiosk/voice"}},
      {"sndfile.h", {"kiosk/voice"}},
      {"samplerate.h", {"kiosk/voice"}},
      {"X11/", {"kiosk/platform"}},
      // Drawing is what the screens are made of; the platform feeds and shows what they drew.
      {"imgui_impl_", {"kiosk/platform"}},
      {"imgui", {"kiosk/screens", "kiosk/raster", "kiosk/picture", "kiosk/platform"}},
      {"misc/freetype/", {"kiosk/picture"}},
      {"png.h", {"kiosk/picture"}},
      {"turbojpeg.h", {"kiosk/picture"}},
      {"emmintrin.h", {"kiosk/raster"}},
      {"webp/", {"kiosk/picture"}},
      {"cairo", {"content/publish/board"}},
      {"pango/", {"content/publish/board"}},
      {"fontconfig/", {"content/publish/board"}},
      {"CLI/", {"content/cli", "sync/agent", "sync/server/main.cpp", "kiosk/main.cpp"}},
      {"spdlog/", {"sync/server", "sync/agent", "kiosk/platform", "kiosk/main.cpp"}},
  };
  return kOwned;
}

constexpr std::array<std::string_view, 3> kShared = {"fmt/", "tl/expected.hpp", "nlohmann/"};

/// POSIX and Linux, besides what lies in sys/ and linux/.
constexpr std::array<std::string_view, 14> kSystem = {
    "dirent.h", "fcntl.h", "malloc.h", "netdb.h",  "poll.h",    "pthread.h", "pwd.h",
    "signal.h", "spawn.h", "stdio.h",  "stdlib.h", "termios.h", "time.h",    "unistd.h"};

bool is_system(std::string_view name) {
  for (const std::string_view folder : {"sys/", "linux/", "netinet/", "arpa/"})
    if (name.starts_with(folder)) return true;
  return std::find(kSystem.begin(), kSystem.end(), name) != kSystem.end();
}

}  // namespace

Header classify_header(std::string_view name) {
  const bool is_cxx = name.find_first_of("./") == std::string_view::npos;
  if (is_cxx || is_system(name)) return {HeaderKind::standard, {}};
  for (const auto prefix : kShared)
    if (name.starts_with(prefix)) return {HeaderKind::shared, {}};
  for (const auto& [prefix, owners] : owned_headers())
    if (name.starts_with(prefix)) return {HeaderKind::owned, owners};
  return {HeaderKind::unknown, {}};
}

}  // namespace conglang::architecture
