#pragma once
// Official procedure codes, found however they are typed: "1.001193", "1001193", "mã 1.001193.000.00.00.H26",
// or as far as they are typed.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace conglang::database {

class CodeList {
 public:
  /// `rank`: lower comes first among subjects of one code.
  void add(std::string_view code, std::uint32_t subject, int rank);

  /// After the last add().
  void finish();

  struct Found {
    std::uint32_t subject = 0;
    bool whole = false;  ///< the whole code was typed

    bool operator==(const Found&) const = default;
  };
  /// The subjects whose code `typed` is or begins, in order of code and rank, each once, at most `limit`.
  std::vector<Found> find(std::string_view typed, std::size_t limit) const;

 private:
  struct Code {
    std::string digits;
    int rank = 0;
    std::uint32_t subject = 0;

    auto operator<=>(const Code&) const = default;
  };
  std::vector<Code> codes_;  // sorted by finish()
};

}  // namespace conglang::database
