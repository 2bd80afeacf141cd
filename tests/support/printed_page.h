#pragma once
// A PDF as a printer and a reader see it: its pages as pictures, its words, fonts and sizes (poppler's
// tools).

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <sstream>
#include <string>

#include "content/base/file.h"
#include "tests/support/grey_image.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace conglang::testing {

inline constexpr int kPrintDpi = 150;

class PrintedPdf {
 public:
  explicit PrintedPdf(const std::string& bytes) { REQUIRE(write_file_atomically(file(), bytes)); }

  /// Page `number`, from 1, at kPrintDpi.
  GreyImage page(int number) const {
    const std::string n = std::to_string(number);
    const Finished drawn = run({"pdftoppm", "-r", std::to_string(kPrintDpi), "-gray", "-f", n, "-l", n,
                                "-singlefile", file().string(), (folder_ / "page").string()});
    INFO(drawn.output);
    REQUIRE(drawn.status == 0);
    return read_pgm(*read_file(folder_ / "page.pgm", 256UL << 20U));
  }

  std::string words() const { return tool({"pdftotext", "-layout", file().string(), "-"}); }
  std::string fonts() const { return tool({"pdffonts", file().string()}); }
  std::string images() const { return tool({"pdfimages", "-list", file().string()}); }
  std::string info() const { return tool({"pdfinfo", "-box", file().string()}); }
  /// Text with the size of its type, in thirds of a point.
  std::string sizes() const {
    return tool({"pdftohtml", "-xml", "-i", "-zoom", "3", "-stdout", file().string()});
  }

 private:
  std::filesystem::path file() const { return folder_ / "board.pdf"; }

  static std::string tool(const Arguments& command) {
    const Finished ended = run(command);
    INFO(ended.output);
    REQUIRE(ended.status == 0);
    return ended.output;
  }

  // "P5 width height 255", one blank, the pixels.
  static GreyImage read_pgm(const std::string& bytes) {
    std::istringstream head(bytes);
    std::string magic;
    GreyImage image;
    int white = 0;
    head >> magic >> image.width >> image.height >> white;
    REQUIRE(magic == "P5");
    REQUIRE(white == 255);
    const auto begin = bytes.begin() + head.tellg() + 1;
    image.pixels.assign(begin, bytes.end());
    REQUIRE(image.pixels.size() ==
            static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    return image;
  }

  TemporaryFolder folder_;
};

}  // namespace conglang::testing
