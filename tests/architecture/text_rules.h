#pragma once
// Rules for every text file of the repository, whatever it says: Unicode form, length, and words that must
// not be committed.

#include <filesystem>
#include <string>
#include <vector>

namespace conglang::architecture {

/// Every breach below `root`, one sentence each that names the file and the rule. Skips what is built or
/// fetched (build, node_modules, .git), the fuzzers' inputs (corpus) and files that are not text.
std::vector<std::string> text_violations(const std::filesystem::path& root);

}  // namespace conglang::architecture
