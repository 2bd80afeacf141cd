#include "kiosk/picture/assets.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include "content/base/file.h"

namespace conglang::picture {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kMaxStringsBytes = 1024UL * 1024;

constexpr const char* kHomeFile = "strings.vi.json";

Result<kiosk::Catalogue> read_language(const fs::path& file) {
  TRY(const std::string bytes, read_file(file, kMaxStringsBytes));
  TRY(kiosk::Catalogue catalogue, kiosk::read_strings(bytes, file.filename().string()));
  if (file.filename() != "strings." + catalogue.language + ".json")
    return fail(Errc::invalid, "{}: is of the language \"{}\", and has to be called so",
                file.filename().string(), catalogue.language);
  return catalogue;
}

}  // namespace

Result<fs::path> find_assets() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = program.parent_path().parent_path() / "share" / "conglang";
  if (fs::is_directory(beside, error)) return beside;
  return fail(Errc::not_found, "{}: the folder with fonts and texts is missing; install the program again",
              beside.string());
}

Result<kiosk::Strings> load_strings(const fs::path& assets, std::vector<std::string>* remarks) {
  std::error_code error;
  std::vector<kiosk::Catalogue> catalogues;
  std::vector<std::string> told;
  for (const auto& entry : fs::directory_iterator(assets, error)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("strings.", 0) != 0 || entry.path().extension() != ".json") continue;
    auto catalogue = read_language(entry.path());
    if (catalogue) {
      catalogues.push_back(*std::move(catalogue));
    } else if (name == kHomeFile) {
      return tl::unexpected(catalogue.error());
    } else {
      told.push_back(catalogue.error().message + "; the language is left out");
    }
  }
  if (error) return fail(Errc::io, "listing {}: {}", assets.string(), error.message());
  // Vietnamese is home; the others follow by code.
  std::sort(catalogues.begin(), catalogues.end(), [](const auto& one, const auto& other) {
    return std::pair(one.language != kiosk::kHomeLanguage, one.language) <
           std::pair(other.language != kiosk::kHomeLanguage, other.language);
  });
  if (catalogues.empty() || catalogues.front().language != kiosk::kHomeLanguage)
    return fail(Errc::not_found, "{}: {} is missing; install the program again", assets.string(), kHomeFile);
  TRY(kiosk::Strings strings, kiosk::Strings::from(std::move(catalogues)));
  told.insert(told.end(), strings.remarks().begin(), strings.remarks().end());
  if (remarks != nullptr) *remarks = std::move(told);
  return strings;
}

}  // namespace conglang::picture
