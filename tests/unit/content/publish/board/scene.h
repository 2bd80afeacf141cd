#pragma once
// What the tests of boards share: contents to print, and requests for them.

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "content/publish/board/board.h"
#include "content/publish/bundle_folder.h"
#include "tests/folders.h"
#include "tests/support/sample_bundle.h"

namespace conglang::testing {

inline const std::filesystem::path kAssets = std::filesystem::path(CONGLANG_BIN_DIR) / "../share/conglang";

inline Date day(std::string_view text) {
  return *parse_date(text);
}

/// The sample bundle of the village.
inline guide::Content sample_content(const guide::Files& files = sample_bundle()) {
  auto assembled = guide::assemble(files, kSampleCommune);
  REQUIRE(assembled);
  return std::move(assembled->content);
}

/// The guides that the project starts with: real names, real addresses.
inline guide::Content starter_content() {
  const auto files = publish::read_source(std::filesystem::path(CONGLANG_SOURCE_DIR) / "content/starter");
  REQUIRE(files);
  return sample_content(*files);
}

inline board::BoardRequest request(board::BoardKind kind, board::Paper paper) {
  board::BoardRequest one;
  one.kind = kind;
  one.paper = paper;
  one.day = day("2026-11-24");
  return one;
}

inline board::Board print(const guide::Content& content, const board::BoardRequest& request) {
  auto board = board::make_board(content, request, kAssets);
  INFO((board ? "" : board.error().message));
  REQUIRE(board);
  return *std::move(board);
}

inline Error refusal(const guide::Content& content, const board::BoardRequest& request) {
  const auto board = board::make_board(content, request, kAssets);
  REQUIRE_FALSE(board);
  return board.error();
}

inline bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace conglang::testing
