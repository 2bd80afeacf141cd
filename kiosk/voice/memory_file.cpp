#include "kiosk/voice/memory_file.h"

#include <algorithm>

namespace conglang::voice {
namespace {

MemoryFile& of(void* file) {
  return *static_cast<MemoryFile*>(file);
}

sf_count_t size(const MemoryFile& file) {
  return static_cast<sf_count_t>(file.bytes.size());
}

sf_count_t length(void* file) {
  return size(of(file));
}

sf_count_t tell(void* file) {
  return of(file).at;
}

sf_count_t seek(sf_count_t offset, int whence, void* file) {
  MemoryFile& self = of(file);
  const sf_count_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self.at : size(self);
  self.at = std::clamp<sf_count_t>(from + offset, 0, size(self));
  return self.at;
}

sf_count_t read(void* target, sf_count_t count, void* file) {
  MemoryFile& self = of(file);
  const sf_count_t taken = std::clamp<sf_count_t>(count, 0, size(self) - self.at);
  std::copy_n(self.bytes.data() + self.at, taken, static_cast<char*>(target));
  self.at += taken;
  return taken;
}

sf_count_t write(const void* source, sf_count_t count, void* file) {
  MemoryFile& self = of(file);
  self.bytes.resize(static_cast<std::size_t>(std::max(size(self), self.at + count)));
  std::copy_n(static_cast<const char*>(source), count, self.bytes.data() + self.at);
  self.at += count;
  return count;
}

}  // namespace

SoundFile open_sound(MemoryFile& file, int mode, SF_INFO& info) {
  SF_VIRTUAL_IO calls{length, seek, read, write, tell};
  return SoundFile(sf_open_virtual(&calls, mode, &info, &file));
}

}  // namespace conglang::voice
