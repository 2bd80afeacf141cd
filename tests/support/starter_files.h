#pragma once
// The starter content that comes with the program, as the files of a bundle.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "content/base/file.h"
#include "content/guide/bundle.h"
#include "tests/folders.h"

namespace conglang::testing {

inline guide::Files starter_files() {
  constexpr std::uintmax_t kMaxBytes = 4'000'000;  // the catalogue is the largest
  const std::filesystem::path folder = std::filesystem::path(CONGLANG_SOURCE_DIR) / "content/starter";
  guide::Files files;
  const auto paths = list_files(folder);
  REQUIRE(paths);
  for (const std::string& path : *paths) {
    auto bytes = read_file(folder / path, kMaxBytes);
    REQUIRE(bytes);
    files[path] = *bytes;
  }
  return files;
}

}  // namespace conglang::testing
