#include "content/import/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace conglang::import {
namespace {

constexpr std::size_t kPiece = 256UL * 1024;
constexpr int kGzipOnly = 16;  // zlib: the header must be gzip's

// One zlib stream over a member of the file.
class Inflater {
 public:
  static Result<std::unique_ptr<Inflater>> create(std::string_view where) {
    std::unique_ptr<Inflater> made(new Inflater());
    if (inflateInit2(&made->stream_, MAX_WBITS + kGzipOnly) != Z_OK) {
      return fail(Errc::internal, "{}: không mở được bộ giải nén", where);
    }
    made->open_ = true;
    return made;
  }
  ~Inflater() {
    if (open_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  void give(std::string_view bytes) {
    // zlib takes its input by a pointer to non-const, and does not write there.
    stream_.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream_.avail_in =
        static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
  }
  std::size_t unread() const { return stream_.avail_in; }

  /// Appends the next piece to `out`; gives zlib's code.
  int unpack(std::string& out) {
    const std::size_t before = out.size();
    out.resize(before + kPiece);
    stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
    stream_.avail_out = static_cast<uInt>(kPiece);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    out.resize(before + kPiece - stream_.avail_out);
    return code;
  }

 private:
  Inflater() = default;

  z_stream stream_{};
  bool open_ = false;
};

// Unpacks one member from the front of `rest`, which then stands behind it.
Result<void> unpack_member(std::string_view& rest, std::size_t max_bytes, std::string_view where,
                           std::string& out) {
  TRY(const std::unique_ptr<Inflater> inflater, Inflater::create(where));
  inflater->give(rest);
  for (int code = Z_OK; code != Z_STREAM_END;) {
    const std::size_t before = out.size();
    code = inflater->unpack(out);
    if (out.size() > max_bytes) {
      return fail(Errc::too_large, "{}: giải nén ra hơn {} MB, không nhập; kiểm tra lại tệp này từ đâu ra",
                  where, max_bytes / (1024 * 1024));
    }
    const bool stuck =
        code == Z_BUF_ERROR || (code == Z_OK && inflater->unread() == 0 && out.size() == before);
    if (stuck || (code != Z_OK && code != Z_STREAM_END)) {
      return fail(Errc::parse, "{}: tệp nén (gzip) hỏng hoặc bị cắt giữa chừng; tải lại tệp này", where);
    }
  }
  rest.remove_prefix(rest.size() - inflater->unread());
  return {};
}

}  // namespace

bool is_gzip(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b");
}

Result<std::string> unpack_gzip(std::string_view bytes, std::size_t max_bytes, std::string_view where) {
  if (bytes.size() > std::numeric_limits<uInt>::max()) {
    return fail(Errc::too_large, "{}: tệp nén quá lớn", where);
  }
  std::string out;
  do {
    TRY_VOID(unpack_member(bytes, max_bytes, where, out));
  } while (!bytes.empty());
  return out;
}

}  // namespace conglang::import
