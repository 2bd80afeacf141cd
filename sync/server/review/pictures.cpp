#include "sync/server/review/pictures.h"

#include "content/base/file.h"
#include "content/guide/local_layer.h"
#include "content/guide/picture.h"
#include "sync/server/identity/audit_log.h"
#include "sync/server/identity/refusal.h"
#include "sync/server/review/media.h"
#include "sync/tuf/digest.h"

namespace conglang::server {
namespace {

constexpr std::size_t kMaxAltBytes = 1000;
constexpr std::chrono::seconds kPatience{20};

std::string path_of(const std::string& commune, const std::string& file) {
  return fmt::format("communes/{}/pictures/{}", commune, file);
}

tl::unexpected<Error> no_picture(const std::string& why) {
  return refuse({.status = 422,
                 .code = "picture",
                 .vi = "Không dùng được tệp này làm ảnh: hãy gửi ảnh JPEG, PNG hoặc WebP không quá lớn.",
                 .en = "This file cannot be used as a picture: send a JPEG, PNG or WebP of moderate size" +
                       (why.empty() ? std::string(".") : " (" + why + ")."),
                 .field = "picture"});
}

Result<void> check_alt(const std::string& alt) {
  if (alt.find_first_not_of(" \t") != std::string::npos && alt.size() <= kMaxAltBytes) return {};
  return refuse({.status = 422,
                 .code = "alt",
                 .vi = "Hãy viết một câu tả ảnh cho người không nhìn thấy.",
                 .en = "Write a sentence that says what the picture shows, for who cannot see it.",
                 .field = "alt"});
}

// The picture anew: its bytes, by the name that the tool gave its kind.
Result<std::string> made_anew(const Tool& tool, const std::filesystem::path& scratch, std::string_view bytes,
                              std::string& extension) {
  if (!tool.is_there()) {
    return refuse({.status = 503,
                   .code = "no-tool",
                   .vi = "Máy chủ này chưa được cài để nhận ảnh.",
                   .en = "This server is not set up to take pictures."});
  }
  TRY(const ScratchFolder folder, ScratchFolder::make(scratch));
  const auto sent = folder.path() / "sent";
  TRY_VOID(write_file_atomically(sent, bytes, 0600));
  const auto run =
      tool.run({"picture", sent.string(), "--out", (folder.path() / "made").string()}, kPatience);
  if (!run) return no_picture("it takes too long to decode");
  if (run->status != 0) return no_picture("");
  for (const char* kind : {".jpg", ".png"}) {
    auto made = read_file(folder.path() / (std::string("made") + kind), guide::kMaxPictureBytes);
    if (!made) continue;
    extension = kind;
    return std::move(*made);
  }
  return no_picture("");
}

}  // namespace

Result<StoredPicture> add_picture(Store& store, const Tool& tool, const std::filesystem::path& scratch,
                                  const std::string& commune, std::string_view bytes, const std::string& alt,
                                  const Account& account, Instant now) {
  TRY_VOID(check_alt(alt));
  StoredPicture picture;
  std::string extension;
  TRY(picture.bytes, made_anew(tool, scratch, bytes, extension));
  const std::string file = "anh-" + tuf::sha256_hex(picture.bytes).substr(0, 12) + extension;
  const auto about = guide::inspect_picture(picture.bytes, file);
  if (!about) return no_picture(about.error().message);
  picture.path = path_of(commune, file);
  picture.width = about->width_px;
  picture.height = about->height_px;
  picture.alt = alt;
  const auto written = store.write([&](Transaction& transaction) -> Result<void> {
    TRY(const auto known,
        transaction.row("SELECT 1 FROM pictures WHERE commune = ? AND file = ?", commune, file));
    if (known) return {};
    TRY(const auto sum,
        transaction.row("SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM pictures WHERE commune = ?", commune));
    if (static_cast<std::size_t>(sum->integer(0)) + picture.bytes.size() > 2 * guide::kMaxPicturesBytes) {
      return refuse({.status = 413,
                     .code = "quota",
                     .vi = "Kho ảnh của xã đã đầy.",
                     .en = "The commune's store of pictures is full."});
    }
    TRY_VOID(transaction.run(
        "INSERT INTO pictures (commune, file, bytes, width, height, alt, account_id, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        commune, file, Bytes{picture.bytes}, picture.width, picture.height, alt, account.id, now));
    return audit::append(transaction, account.name, "picture.add", picture.path, now);
  });
  TRY_VOID(written);
  return picture;
}

Result<StoredPicture> find_picture(const Store& store, const std::string& commune, const std::string& file) {
  StoredPicture picture;
  const auto found = store.read([&](Transaction& transaction) -> Result<void> {
    TRY(const auto row,
        transaction.row("SELECT bytes, width, height, alt FROM pictures WHERE commune = ? AND "
                        "file = ?",
                        commune, file));
    if (!row) {
      return refuse(
          {.status = 404, .code = "not-found", .vi = "Không có ảnh này.", .en = "There is no such picture."});
    }
    picture = {path_of(commune, file), row->integer(1), row->integer(2), row->blob(0), row->text(3)};
    return {};
  });
  TRY_VOID(found);
  return picture;
}

Result<std::map<std::string, std::string>> pictures_named(const Store& store, const std::string& commune,
                                                          const std::string& content) {
  std::map<std::string, std::string> named;
  for (const std::string& file : files_named(content, guide::is_picture_name)) {
    auto picture = find_picture(store, commune, file);
    if (picture) named.emplace(picture->path, std::move(picture->bytes));
    // Another that the commune has published, or none at all, which lint tells.
  }
  return named;
}

}  // namespace conglang::server
