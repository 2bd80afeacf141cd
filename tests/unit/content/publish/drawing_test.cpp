// Drawings as staff have them, and drawings that were made to do harm where bundles are built.

#include "content/publish/drawing.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "content/guide/picture.h"
#include "content/publish/bundle_check.h"
#include "tests/support/careful_bundle.h"

using namespace conglang;
using namespace conglang::publish;
using namespace conglang::testing;

namespace {

std::string svg(const std::string& inside, const std::string& attributes = R"svg(viewBox="0 0 400 300")svg") {
  return R"svg(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" )svg" +
         attributes + ">" + inside + "</svg>";
}

const std::string kHouse =
    R"svg(<defs><linearGradient id="wall"><stop stop-color="#f2c14e"/></linearGradient></defs>
       <rect x="50" y="100" width="300" height="200" fill="url(#wall)"/><use href="#wall"/>)svg";

Errc refusal_of(const std::string& drawing) {
  const auto drawn = draw_svg(drawing);
  REQUIRE_FALSE(drawn);
  CHECK(drawn.error().message.size() > 10);
  return drawn.error().code;
}

}  // namespace

TEST_CASE("a drawing becomes a picture of one size, whatever size it says it has", "[drawing]") {
  for (const char* size :
       {R"svg(viewBox="0 0 400 300")svg", R"svg(width="40mm" height="30mm" viewBox="0 0 400 300")svg",
        R"svg(width="4000000000" height="3000000000" viewBox="0 0 400 300")svg"}) {
    const auto png = draw_svg(svg(kHouse, size));
    if (!png) FAIL(png.error().message);
    const auto picture = guide::inspect_picture(*png, "a.png");
    REQUIRE(picture);
    CHECK(picture->width_px == kDrawingSidePx);
    CHECK(picture->height_px == kDrawingSidePx * 3 / 4);
  }
}

TEST_CASE("attack: a drawing that refers to anything outside itself is refused", "[drawing][security]") {
  for (const char* inside :
       {R"svg(<image href="file:///etc/passwd"/>)svg",
        R"svg(<image xlink:href = "https://example.org/x.png"/>)svg", R"svg(<use href='other.svg#a'/>)svg",
        R"svg(<rect fill="url(https://example.org/a.svg#b)"/>)svg",
        R"svg(<rect style="fill:url( '../a.svg#b')"/>)svg", R"svg(<style>@import "x.css";</style>)svg",
        R"svg(<image href="&#102;ile:///etc/passwd"/>)svg", R"svg(<image href=" //example.org/x.png"/>)svg",
        R"svg(<image href="data:text/html,x"/>)svg", R"svg(<xi:include href="#x"/>)svg",
        R"svg(<image href="data:image/svg+xml;base64,PHN2Zy8+"/>)svg"}) {
    CAPTURE(inside);
    CHECK(refusal_of(svg(inside)) == Errc::invalid);
  }
  CHECK(refusal_of("<?xml-stylesheet href='#a'?>" + svg("")) == Errc::invalid);
}

TEST_CASE("attack: entities that grow a billion times are refused before anybody reads them",
          "[drawing][security]") {
  std::string laughs = "<!DOCTYPE svg [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 10; ++i) {
    laughs += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int j = 0; j < 10; ++j) laughs += "&a" + std::to_string(i - 1) + ";";
    laughs += "\">";
  }
  CHECK(refusal_of(laughs + "]>" + svg("<text>&a9;</text>")) == Errc::invalid);
  const std::string external = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
  CHECK(refusal_of(external + svg("<text>&x;</text>")) == Errc::invalid);
}

TEST_CASE("attack: elements that use each other a billion times, and filters without end, are given up",
          "[drawing][security]") {
  std::string used = R"svg(<defs><g id="a0"><rect width="400" height="300" opacity="0.1"/></g>)svg";
  for (int i = 1; i < 12; ++i) {
    used += "<g id=\"a" + std::to_string(i) + "\">";
    for (int j = 0; j < 10; ++j) used += "<use href=\"#a" + std::to_string(i - 1) + "\"/>";
    used += "</g>";
  }
  std::string slow = R"svg(<defs><filter id="f" width="5000%" height="5000%">)svg";
  for (int i = 0; i < 500; ++i) slow += R"svg(<feTurbulence baseFrequency="0.9" numOctaves="9"/>)svg";
  slow += R"svg(</filter></defs><rect width="400" height="300" filter="url(#f)"/>)svg";
  const auto begun = std::chrono::steady_clock::now();
  CHECK(refusal_of(svg(used + "</defs><use href=\"#a11\"/>")) == Errc::invalid);
  static_cast<void>(draw_svg(svg(slow)));
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(30));
}

TEST_CASE("attack: what is no drawing, hides its letters or is too large is refused", "[drawing][security]") {
  CHECK(refusal_of("") == Errc::invalid);
  CHECK(refusal_of("\x89PNG\r\n") == Errc::invalid);
  CHECK(refusal_of(svg("<rect")) == Errc::invalid);
  CHECK(refusal_of(std::string("\xff\xfe<\0s\0v\0g\0", 10)) == Errc::invalid);
  CHECK(refusal_of(svg(std::string(kMaxDrawingBytes, ' '))) == Errc::too_large);
  CHECK_FALSE(draw_svg(svg("", R"svg(width="0" height="0")svg")));
}

TEST_CASE("a drawing's place is among the pictures of a commune and nowhere else", "[drawing]") {
  CHECK(picture_path_of_drawing("communes/09784/pictures/dinh.svg") == "communes/09784/pictures/dinh.png");
  for (const char* path : {"communes/09784/pictures/a/b.svg", "communes/09784/pictures/../a.svg",
                           "communes/09784/dinh.svg", "national/pictures/dinh.svg",
                           "communes/09784/pictures/dinh.png", "communes/09784/pictures/Dinh.svg", ".svg"}) {
    CAPTURE(path);
    CHECK_FALSE(picture_path_of_drawing(path));
  }
}

TEST_CASE("a bundle holds the picture of a drawing, never the drawing", "[drawing]") {
  guide::Files files = careful_bundle();
  const std::string png = "communes/09784/pictures/dinh.png";
  const std::string drawing = "communes/09784/pictures/dinh.svg";
  REQUIRE(files.erase(png) == 1);
  files[drawing] = svg(kHouse);
  const Checked checked = check_bundle(files, kCarefulDay);
  for (const auto& finding : checked.findings) FAIL_CHECK(to_line(finding));
  REQUIRE(checked.files.contains(png));
  CHECK(guide::inspect_picture(checked.files.at(png), "dinh.png"));
  CHECK_FALSE(checked.files.contains(drawing));
}

TEST_CASE("a drawing that cannot be drawn, or stands beside its picture, is told at its own file",
          "[drawing]") {
  guide::Files files = careful_bundle();
  const std::string drawing = "communes/09784/pictures/dinh.svg";
  files[drawing] = svg(kHouse);
  const auto told = [&] {
    const Checked checked = check_bundle(files, kCarefulDay);
    return std::any_of(checked.findings.begin(), checked.findings.end(), [&](const guide::Finding& finding) {
      return finding.path == drawing && finding.rule == "picture-format";
    });
  };
  CHECK(told());
  files.erase("communes/09784/pictures/dinh.png");
  CHECK_FALSE(told());
  files[drawing] = svg(R"svg(<image href="file:///etc/passwd"/>)svg");
  CHECK(told());
}
