#include "kiosk/picture/assets.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include "content/base/file.h"

namespace conglang::picture {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMaxStringsBytes = 1024UL * 1024;

}  // namespace

Result<fs::path> find_assets() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = program.parent_path().parent_path() / "share" / "conglang";
  if (fs::is_directory(beside, error)) return beside;
  return fail(Errc::not_found, "{}: the folder with fonts and texts is missing; install the program again",
              beside.string());
}

Result<kiosk::Strings> load_strings(const fs::path& assets) {
  std::error_code error;
  std::vector<kiosk::Catalogue> catalogues;
  for (const auto& entry : fs::directory_iterator(assets, error)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("strings.", 0) != 0 || entry.path().extension() != ".json") continue;
    TRY(const std::string bytes, read_file(entry.path(), kMaxStringsBytes));
    TRY(kiosk::Catalogue catalogue, kiosk::read_strings(bytes, name));
    catalogues.push_back(std::move(catalogue));
  }
  if (error) return fail(Errc::io, "listing {}: {}", assets.string(), error.message());
  // Vietnamese is home; the others follow by code.
  std::sort(catalogues.begin(), catalogues.end(), [](const auto& one, const auto& other) {
    return std::pair(one.language != "vi", one.language) < std::pair(other.language != "vi", other.language);
  });
  return kiosk::Strings::from(std::move(catalogues));
}

}  // namespace conglang::picture
