#include "kiosk/model/strings.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content/base/utf8.h"

namespace conglang::kiosk {
namespace {

using Json = nlohmann::json;

Result<std::string> read_text(const Json& object, const std::string& name, std::string_view where) {
  auto found = object.find(name);
  if (found == object.end() || !found->is_string())
    return fail(Errc::invalid, "{}: the text \"{}\" is missing; add it as in strings.vi.json", where, name);
  auto text = found->get<std::string>();
  if (text.empty()) return fail(Errc::invalid, "{}: the text \"{}\" is empty; write one", where, name);
  if (!is_nfc(text))
    return fail(Errc::invalid, "{}: the text \"{}\" is not in Unicode NFC; save it composed", where, name);
  return text;
}

}  // namespace

Result<Catalogue> read_strings(std::string_view json, std::string_view where) {
  const Json root = Json::parse(json, nullptr, false);
  if (!root.is_object())
    return fail(Errc::parse, "{}: not a JSON object; compare it with strings.vi.json", where);
  Catalogue catalogue;
  TRY(catalogue.language, read_text(root, "language", where));
  TRY(catalogue.name, read_text(root, "name", where));
  const auto texts = root.find("strings");
  if (texts == root.end() || !texts->is_object())
    return fail(Errc::invalid, "{}: \"strings\" is missing; compare it with strings.vi.json", where);
  for (std::size_t i = 0; i < kKeyNames.size(); ++i) {
    const std::string name(kKeyNames[i]);
    if (catalogue.language != kHomeLanguage && !texts->contains(name)) continue;
    TRY(catalogue.texts[i], read_text(*texts, name, where));
  }
  for (const auto& item : texts->items())
    if (std::ranges::find(kKeyNames, item.key()) == kKeyNames.end())
      return fail(Errc::invalid, "{}: nothing uses the text \"{}\"; remove it or mend its name", where,
                  item.key());
  return catalogue;
}

Result<Strings> Strings::from(std::vector<Catalogue> catalogues) {
  if (catalogues.empty())
    return fail(Errc::invalid, "No strings file was given; install assets/strings.vi.json");
  for (std::size_t i = 1; i < catalogues.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (catalogues[i].language == catalogues[j].language)
        return fail(Errc::invalid, "Two strings files are of the language \"{}\"; remove one",
                    catalogues[i].language);
  return Strings(std::move(catalogues));
}

Strings::Strings(std::vector<Catalogue> catalogues) : catalogues_(std::move(catalogues)) {
  const Catalogue& home = catalogues_.front();
  for (Catalogue& catalogue : catalogues_) {
    std::string missing;
    for (std::size_t i = 0; i < kKeyNames.size(); ++i) {
      if (!catalogue.texts[i].empty()) continue;
      catalogue.texts[i] = home.texts[i];
      missing += (missing.empty() ? "" : ", ") + std::string(kKeyNames[i]);
    }
    if (!missing.empty()) remarks_.push_back("strings." + catalogue.language + ".json lacks " + missing);
  }
}

std::vector<std::string> Strings::languages() const {
  std::vector<std::string> codes;
  for (const Catalogue& catalogue : catalogues_) codes.push_back(catalogue.language);
  return codes;
}

const Catalogue& Strings::in(std::string_view language) const {
  const auto found = std::ranges::find(catalogues_, language, &Catalogue::language);
  return found == catalogues_.end() ? catalogues_.front() : *found;
}

std::string fill(std::string_view pattern, Filling filling) {
  std::string filled;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    filled += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    pattern.remove_prefix(open);
    const std::size_t close = pattern.find('}');
    if (close == std::string_view::npos) return filled += pattern;
    const auto found = std::ranges::find(filling, pattern.substr(1, close - 1), &Filling::value_type::first);
    filled += found == filling.end() ? pattern.substr(0, 1) : found->second;
    pattern.remove_prefix(found == filling.end() ? 1 : close + 1);
  }
  return filled;
}

}  // namespace conglang::kiosk
