#include "sync/repository/bundle_files.h"

#include <algorithm>

#include "content/base/file.h"
#include "sync/repository/province_roles.h"
#include "sync/tuf/names.h"
#include "sync/tuf/path_pattern.h"

namespace conglang::repository {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kCommunes = "communes/";

bool delegates_to(const tuf::Targets& targets, std::string_view role) {
  return targets.delegations &&
         std::ranges::find(targets.delegations->roles, role, &tuf::DelegatedRole::name) !=
             targets.delegations->roles.end();
}

// A commune without a role of its own is the stand-in's, where there is one.
std::string role_of_commune(const tuf::Targets& targets, std::string_view commune) {
  std::string own = commune_role(commune);
  if (delegates_to(targets, own) || !delegates_to(targets, kStandInRole)) return own;
  return std::string(kStandInRole);
}

Result<std::string> role_of(const tuf::Targets& targets, std::string_view path) {
  if (path.starts_with("emergency/")) {
    return fail(Errc::forbidden, "{}: emergency/ is no part of a bundle; `conglang emergency` writes it",
                path);
  }
  if (!path.starts_with(kCommunes)) return std::string("targets");
  const std::string_view rest = path.substr(kCommunes.size());
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos) {
    return fail(Errc::invalid, "{}: communes/ holds one folder for each commune's code, and no files", path);
  }
  return role_of_commune(targets, rest.substr(0, slash));
}

Result<void> check_covered(const tuf::Targets& targets, const std::string& role, const std::string& path) {
  if (role == "targets") return {};
  if (targets.delegations) {
    const auto& roles = targets.delegations->roles;
    const auto delegated = std::find_if(roles.begin(), roles.end(),
                                        [&role](const tuf::DelegatedRole& one) { return one.name == role; });
    if (delegated != roles.end() && tuf::covers(*delegated, path)) return {};
    if (delegated != roles.end()) {
      return fail(Errc::forbidden, "{}: the role {} may not sign this path; folders go one level deep there",
                  path, role);
    }
  }
  return fail(Errc::forbidden, "{}: this repository has no role {}; `conglang delegate` makes one", path,
              role);
}

// The empty parts that are there.
Result<BundleFiles> list_parts(const fs::path& bundle, const tuf::Targets& targets) {
  BundleFiles files;
  std::error_code error;
  for (fs::directory_iterator entry(bundle, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().filename() != "communes") files["targets"];
  }
  const fs::path communes = bundle / "communes";
  if (!error && fs::is_directory(communes, error)) {
    for (fs::directory_iterator entry(communes, error), end; !error && entry != end; entry.increment(error)) {
      if (entry->is_directory()) files[role_of_commune(targets, entry->path().filename().string())];
    }
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    return fail(Errc::io, "listing {}: {}", bundle.string(), error.message());
  }
  return files;
}

}  // namespace

Result<BundleFiles> list_bundle(const fs::path& bundle, const tuf::Targets& targets) {
  TRY(const std::vector<std::string> paths, list_files(bundle));
  TRY(BundleFiles files, list_parts(bundle, targets));
  for (const std::string& path : paths) {
    if (!tuf::is_safe_target_path(path)) {
      return fail(Errc::forbidden,
                  "{}: a published file's path has only the letters a-z, digits and -._~; rename the file",
                  (bundle / path).string());
    }
    TRY(const std::string role, role_of(targets, path));
    TRY_VOID(check_covered(targets, role, path));
    files[role].push_back(path);
  }
  return files;
}

}  // namespace conglang::repository
