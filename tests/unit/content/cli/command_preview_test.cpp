// The command as a clerk runs it: a draft goes in, pictures and messages come out.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "tests/folders.h"
#include "tests/support/png_reader.h"
#include "tests/support/process.h"
#include "tests/support/qr_reader.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::testing;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::uintmax_t kMost = 1UL << 24U;
constexpr const char* kBirth = "national/guides/khai-sinh.json";
constexpr const char* kBirthOfHanoi = "provinces/01/patches/khai-sinh.json";

// The starter content, to write in.
struct Desk {
  TemporaryFolder folder;

  Desk() {
    fs::copy(fs::path(CONGLANG_SOURCE_DIR) / "content/starter", content(), fs::copy_options::recursive);
  }
  fs::path content() const { return folder / "content"; }
  std::string draft() const { return (content() / kBirth).string(); }
  fs::path out(const std::string& name) const { return folder / name; }

  json read(const std::string& path) const { return json::parse(*read_file(content() / path, kMost)); }
  void write(const std::string& path, const std::string& bytes) const {
    REQUIRE(write_file_atomically(content() / path, bytes));
  }
  void change(const std::string& path, const std::function<void(json&)>& edit) const {
    json value = read(path);
    edit(value);
    write(path, value.dump(2) + "\n");
  }

  Finished preview(const Arguments& words) const {
    Arguments command{std::string(CONGLANG_BIN_DIR) + "/conglang", "preview"};
    command.insert(command.end(), words.begin(), words.end());
    return run(command);
  }
};

raster::Image picture(const fs::path& path) {
  const auto bytes = read_file(path, kMost);
  REQUIRE(bytes);
  auto image = read_png(*bytes);
  REQUIRE(image);
  return *std::move(image);
}

// Everything that stands on both pictures, as --json tells it.
std::string texts_of(const Finished& ended) {
  INFO(ended.output);
  REQUIRE(ended.status == 0);
  const json report = json::parse(ended.output.substr(ended.output.find("{\"guide\"")), nullptr, false);
  REQUIRE(report.is_object());
  std::string texts;
  for (const json& one : report["pictures"])
    for (const json& text : one["texts"]) texts += text.get<std::string>() + "\n";
  return texts;
}

}  // namespace

TEST_CASE("a preview is two pictures, landscape and portrait, and tells where they are", "[cli][preview]") {
  const Desk desk;
  const std::string out = desk.out("birth");
  const Finished ended = desk.preview({desk.draft(), "--case", "dung-han", "--png", out});
  INFO(ended.output);
  CHECK(ended.status == 0);
  CHECK(ended.says(out + "-landscape.png\n" + out + "-portrait.png\n"));
  const raster::Image landscape = picture(out + "-landscape.png");
  CHECK((landscape.width == 1920 && landscape.height == 1080));
  const raster::Image portrait = picture(out + "-portrait.png");
  CHECK((portrait.width == 1080 && portrait.height == 1920));
}

TEST_CASE("a clerk corrects a fee and sees it in the preview, on every page that tells it",
          "[cli][preview]") {
  const Desk desk;
  const std::string page = GENERATE("guide", "steps");
  const auto shot = [&](const std::string& name, const std::string& turn) {
    return desk.preview({(desk.content() / kBirthOfHanoi).string(), "--case", "dung-han", "--page", page,
                         "--turn", turn, "--on", "2026-11-24", "--json", "--png", desk.out(name)});
  };
  const std::string turn = page == "guide" ? "1" : "2";
  const std::string before = texts_of(shot("before", turn));
  desk.change(kBirthOfHanoi, [](json& guide) {
    for (json& cost : guide["cases"][0]["costs"]) cost["answer"]["vi"] = "8.000 đ một bản";
  });
  const std::string after = texts_of(shot("after", turn));
  INFO(before << "----\n" << after);
  CHECK(before.find("8.000 đ một bản") == std::string::npos);
  CHECK(after.find("8.000 đ một bản") != std::string::npos);
  // In portrait the fee stands on another screenful of the steps.
  const std::vector<std::string> shapes = page == "guide"
                                              ? std::vector<std::string>{"-landscape.png", "-portrait.png"}
                                              : std::vector<std::string>{"-landscape.png"};
  for (const std::string& shape : shapes) {
    CHECK(picture(desk.out("before" + shape)) != picture(desk.out("after" + shape)));
  }
}

TEST_CASE("a preview names the files of other layers that have the last word", "[cli][preview]") {
  const Desk desk;
  const Finished ended =
      desk.preview({"khai-sinh", "--content", desk.content().string(), "--png", desk.out("birth").string()});
  INFO(ended.output);
  CHECK(ended.status == 0);
  CHECK(ended.says(std::string(kBirthOfHanoi) + ": tệp này cũng sửa bài \"khai-sinh\""));
  CHECK(ended.says("communes/09784/patches/khai-sinh.json: "));
}

TEST_CASE("the code on the preview is read as the guide's link, in both orientations", "[cli][preview]") {
  const Desk desk;
  const std::string theme = GENERATE("light", "contrast");
  const Finished ended = desk.preview({"khai-sinh", "--content", desk.content(), "--page", "qr", "--theme",
                                       theme, "--png", desk.out("pictures") / ""});
  INFO(ended.output);
  REQUIRE(ended.status == 0);
  for (const char* shape : {"landscape", "portrait"}) {
    const auto read =
        read_qr_codes(grey(picture(desk.out("pictures") / (std::string("khai-sinh-") + shape + ".png"))));
    CHECK(read ==
          std::vector<std::string>{"https://dichvucong.gov.vn/tim-kiem-thu-tuc-hanh-chinh?keyword=1.001193"});
  }
}

TEST_CASE("a draft that does not read gives its problems with file and line, and no picture",
          "[cli][preview]") {
  const Desk desk;
  desk.change(kBirth, [](json& guide) {
    guide["titel"] = "x";
    guide["status"] = "maybe";
  });
  const Finished ended = desk.preview({desk.draft(), "--png", desk.out("x")});
  CHECK(ended.status == 1);
  CHECK(ended.output.starts_with(desk.draft() + ":"));
  CHECK(ended.says("\n" + desk.draft() + ":"));
  CHECK(ended.says("titel"));
  CHECK_FALSE(fs::exists(desk.out("x-landscape.png")));

  desk.write(kBirth, "{ \"type\": ");
  CHECK(desk.preview({desk.draft(), "--png", desk.out("x")}).output.starts_with(desk.draft() + ":1: "));
}

TEST_CASE("a draft that still lacks something is shown, and what it lacks is said", "[cli][preview]") {
  const Desk desk;
  desk.change(kBirth, [](json& guide) { guide.erase("legalResources"); });
  const Finished ended = desk.preview({desk.draft(), "--png", desk.out("x")});
  CHECK(ended.status == 0);
  CHECK(ended.says(desk.draft() + ":"));
  CHECK(fs::exists(desk.out("x-landscape.png")));
}

TEST_CASE("another guide that does not read is left out with a word, not in the way", "[cli][preview]") {
  const Desk desk;
  desk.write("national/guides/khai-tu.json", "{");
  const Finished ended = desk.preview({desk.draft(), "--png", desk.out("x")});
  CHECK(ended.status == 0);
  CHECK(ended.says("national/guides/khai-tu.json: "));
}

TEST_CASE("a draft outside the folder is shown among the folder's guides, in place of the old",
          "[cli][preview]") {
  const Desk desk;
  desk.change(kBirth, [](json& guide) { guide["title"]["vi"] = "Bản nháp của tôi"; });
  const std::string draft = desk.out("khai-sinh-moi.json");
  fs::rename(desk.draft(), draft);
  const std::string texts = texts_of(desk.preview(
      {draft, "--content", desk.content(), "--case", "dung-han", "--json", "--png", desk.out("x")}));
  CHECK(texts.find("Bản nháp của tôi") != std::string::npos);

  const Finished lost = desk.preview({draft, "--png", desk.out("x")});
  CHECK(lost.status == 1);
  CHECK(lost.says("--content"));
}

TEST_CASE("a commune's patch is shown as the guide that it makes", "[cli][preview]") {
  const Desk desk;
  const std::string patch = "communes/09784/patches/khai-sinh.json";
  fs::create_directories((desk.content() / patch).parent_path());
  desk.write(patch, R"({"title": {"vi": "Khai sinh ở xã ta"}})");
  const std::string texts = texts_of(desk.preview(
      {(desk.content() / patch).string(), "--case", "dung-han", "--json", "--png", desk.out("x")}));
  CHECK(texts.find("Khai sinh ở xã ta") != std::string::npos);
}

namespace {

struct Page {
  const char* path;
  const char* page;
  std::vector<const char*> shows;
};

std::ostream& operator<<(std::ostream& out, const Page& page) {
  return out << page.path << " --page " << page.page;
}

}  // namespace

TEST_CASE("every page that a commune writes is drawn from its draft, and nothing stands before it",
          "[cli][preview]") {
  const Desk desk;
  const Page page = GENERATE(
      Page{"notices/cat-nuoc.json", "own", {"Cắt nước ngày 27/11 (mẫu)"}},
      Page{"notices/cat-nuoc.json", "list", {"Cắt nước ngày 27/11 (mẫu)", "Tiêm chủng ngày 05/12 (mẫu)"}},
      Page{"notices/tiem-chung.json", "rest", {"Tiêm chủng ngày 05/12 (mẫu)"}},
      Page{"notices/mua-bao.json", "urgent", {"Bão sắp vào, xin ở trong nhà (mẫu)", "Bác cần biết"}},
      Page{"notices/mua-bao.json", "own", {"Bão sắp vào, xin ở trong nhà (mẫu)", "Xong"}},
      Page{"heritage/cong-lang.json", "own", {"Cổng làng", "Xem quanh 360°"}},
      Page{"heritage/cong-lang.json", "panorama", {"Kéo tay để nhìn quanh"}},
      Page{"products/gao.json", "own", {"Mã trả tiền"}}, Page{"products/gao.json", "list", {"Gạo"}},
      Page{"products/gao.json", "payment", {"Vietcombank", "DU LIEU MAU"}},
      Page{"place/thon-mau-2.json", "own", {"Bác cần làm việc gì?"}},
      Page{"place/thon-mau-2.json", "rest", {"Chạm vào màn hình để bắt đầu"}},
      Page{"place/thon-mau-2.json", "contacts", {"115"}},
      Page{"place/thon-mau-2.json", "wifi", {"NVH Sample 2 (mau)"}},
      Page{"place/thon-mau-2.json", "zalo", {"Nhóm Zalo thôn mẫu 2"}},
      Page{"place/thon-mau-2.json", "zalo-code", {"Nhóm Zalo thôn mẫu 2"}});
  CAPTURE(page);
  const bool is_dated =
      std::string(page.path).starts_with("notices/cat") || std::string(page.path).starts_with("notices/tiem");
  // The day of the sample storm: everything else is drawn although an urgent notice stands.
  const std::string day = is_dated ? "2026-11-26" : "2026-12-02";
  const std::string texts =
      texts_of(desk.preview({(desk.content() / "communes/09784" / page.path).string(), "--page", page.page,
                             "--on", day, "--json", "--png", desk.out("x")}));
  INFO(texts);
  for (const char* words : page.shows) CHECK(texts.find(words) != std::string::npos);
}

TEST_CASE("a notice that begins later is drawn as on its first day, and one that is over is said to be",
          "[cli][preview]") {
  const Desk desk;
  const std::string path = "communes/09784/notices/cat-nuoc.json";
  const auto dated = [&](const char* from, const char* until) {
    desk.change(path, [&](json& notice) {
      notice["from"] = from;
      notice["until"] = until;
    });
    return desk.preview({(desk.content() / path).string(), "--json", "--png", desk.out("x")});
  };
  CHECK(texts_of(dated("2090-03-01", "2090-03-02")).find("Cắt nước") != std::string::npos);
  const Finished over = dated("2020-03-01", "2020-03-02");
  CHECK(over.status != 0);
  CHECK(over.says("chỉ hiện từ 2020-03-01 đến hết 2020-03-02"));
}

TEST_CASE("a notice is drawn in a house that it is for", "[cli][preview]") {
  const Desk desk;
  const std::string path = "communes/09784/notices/cat-nuoc.json";
  desk.change(path, [](json& notice) { notice["places"] = {"thon-mau-3"}; });
  const std::string texts = texts_of(desk.preview({(desk.content() / path).string(), "--on", "2026-11-26",
                                                   "--page", "list", "--json", "--png", desk.out("x")}));
  CHECK(texts.find("Cắt nước") != std::string::npos);
}

TEST_CASE("a page that a draft does not have is refused with what it lacks", "[cli][preview]") {
  const Desk desk;
  const auto refusal = [&](const std::string& path, const std::string& page) {
    const Finished ended = desk.preview({(desk.content() / "communes/09784" / path).string(), "--page", page,
                                         "--on", "2026-11-26", "--png", desk.out("x")});
    CHECK(ended.status != 0);
    return ended.output;
  };
  CHECK(refusal("notices/cat-nuoc.json", "urgent").find("mức khẩn") != std::string::npos);
  CHECK(refusal("notices/cat-nuoc.json", "wifi").find("own, list, urgent, rest") != std::string::npos);
  CHECK(refusal("products/hoa-cuc.json", "payment").find("tài khoản") != std::string::npos);
  desk.change("communes/09784/place/thon-mau-2.json", [](json& place) {
    for (const char* part : {"wifi", "contacts", "zaloGroups"}) place.erase(part);
  });
  CHECK(refusal("place/thon-mau-2.json", "wifi").find("Wi-Fi") != std::string::npos);
  CHECK(refusal("place/thon-mau-2.json", "contacts").find("số liên hệ") != std::string::npos);
  CHECK(refusal("place/thon-mau-2.json", "zalo").find("nhóm Zalo") != std::string::npos);
  CHECK(refusal("pictures/gao.png", "own").find("không") != std::string::npos);
  CHECK_FALSE(fs::exists(desk.out("x-landscape.png")));
}

TEST_CASE("what was asked for and is not there is named, with what there is", "[cli][preview]") {
  const Desk desk;
  const auto refusal = [&](Arguments words) {
    words.insert(words.end(), {"--content", desk.content(), "--png", desk.out("x")});
    const Finished ended = desk.preview(words);
    CHECK(ended.status != 0);
    return ended.output;
  };
  CHECK(refusal({"khai-sin"}).find("\"khai-sinh\"") != std::string::npos);
  CHECK(refusal({"khai-sinh", "--case", "no"}).find("dung-han") != std::string::npos);
  CHECK(refusal({"khai-sinh", "--place", "no"}).find("thuong-thap") != std::string::npos);
  CHECK(refusal({"khai-sinh", "--commune", "00001"}).find("communes/00001") != std::string::npos);
  CHECK(refusal({"khai-sinh", "--on", "tomorrow"}).find("--on") != std::string::npos);
  CHECK(refusal({"khai-sinh", "--page", "home"}).find("--page") != std::string::npos);
  CHECK(refusal({"nowhere/khai-sinh.json"}).find("nowhere/khai-sinh.json") != std::string::npos);
  CHECK_FALSE(fs::exists(desk.out("x-landscape.png")));
}
