#include "content/import/zip_archive.h"

#include <zip.h>

#include <algorithm>

#include "content/base/handle.h"

namespace conglang::import {
namespace {

constexpr std::size_t kPiece = 256UL * 1024;

}  // namespace

struct ZipArchive::Handle {
  explicit Handle(zip_t* opened) : zip(opened) {}
  ~Handle() { zip_discard(zip); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  zip_t* zip;
};

ZipArchive::ZipArchive(std::unique_ptr<Handle> handle, std::string where)
    : handle_(std::move(handle)), where_(std::move(where)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::string_view where) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    return fail(Errc::parse, "{}: không phải tệp Excel .xlsx, hoặc tệp hỏng ({}); mở bằng Excel và lưu lại",
                where, why);
  }
  zip_error_fini(&error);
  return ZipArchive(std::make_unique<Handle>(zip), std::string(where));
}

Result<std::optional<std::string>> ZipArchive::read(const std::string& name) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat(handle_->zip, name.c_str(), 0, &stat) != 0) return std::optional<std::string>();
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
    return fail(Errc::forbidden, "{}: tệp có mật khẩu; bỏ mật khẩu trong Excel rồi nhập lại", where_);
  }
  const std::size_t most = std::min(kMaxZipMemberBytes, kMaxZipBytes - taken_);
  const conglang::Handle<zip_file_t, zip_fclose> file(zip_fopen_index(handle_->zip, stat.index, 0));
  std::string out;
  for (zip_int64_t got = file == nullptr ? -1 : 1; got != 0;) {
    const std::size_t before = out.size();
    if (got > 0) {
      out.resize(before + kPiece);
      got = zip_fread(file.get(), out.data() + before, kPiece);
    }
    if (got < 0)
      return fail(Errc::parse, "{}: phần {} trong tệp bị hỏng; mở bằng Excel và lưu lại", where_, name);
    out.resize(before + static_cast<std::size_t>(got));
    // The size that the archive announces may be a lie: what arrives is counted.
    if (out.size() > most) {
      return fail(Errc::too_large,
                  "{}: phần {} giải nén ra hơn {} MB, không nhập; chép danh sách sang tệp mới", where_, name,
                  most / (1024 * 1024));
    }
  }
  taken_ += out.size();
  return std::optional<std::string>(std::move(out));
}

}  // namespace conglang::import
