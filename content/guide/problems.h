#pragma once
// What is wrong with one file, collected so that a clerk sees all of it at once.

#include <string>
#include <vector>

#include "content/base/result.h"
#include "content/guide/json_document.h"

namespace conglang::guide {

/// What is wrong with one file, by JSON Pointer.
class Problems {
 public:
  void add(std::string pointer, std::string message);
  bool empty() const { return found_.empty(); }

  /// All of them, in the order of the lines, each "file:line: pointer: message" on a line of its own.
  Error to_error(const Document& document) const;

 private:
  struct Problem {
    std::string pointer;
    std::string message;
  };
  std::vector<Problem> found_;
};

}  // namespace conglang::guide
