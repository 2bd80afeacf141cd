#include "content/publish/gzip_size.h"

#include <zlib.h>

#include <array>
#include <limits>
#include <string>

namespace conglang::publish {
namespace {

constexpr int kWindowBits = 15 + 16;  // zlib's way to ask for the gzip form
constexpr int kMemoryLevel = 8;

}  // namespace

std::size_t gzip_size(std::string_view bytes) {
  z_stream stream{};
  const int begun =
      ::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kWindowBits, kMemoryLevel, Z_DEFAULT_STRATEGY);
  if (begun != Z_OK) return std::numeric_limits<std::size_t>::max();  // out of memory: weighs too much
  std::string input(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  std::array<Bytef, 16384> piece{};
  std::size_t size = 0;
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = piece.data();
    stream.avail_out = static_cast<uInt>(piece.size());
    state = ::deflate(&stream, Z_FINISH);
    size += piece.size() - stream.avail_out;
  }
  ::deflateEnd(&stream);
  return size;
}

}  // namespace conglang::publish
