#pragma once
// Bytes in memory as libsndfile reads and writes a file: whoever may open no file can still use it.

#include <sndfile.h>

#include <string>

#include "content/base/handle.h"

namespace conglang::voice {

using SoundFile = Handle<SNDFILE, sf_close>;

struct MemoryFile {
  std::string bytes;
  sf_count_t at = 0;
};

/// Nothing when the library cannot use it. `file` outlives what is opened. `mode`: SFM_READ or SFM_WRITE.
SoundFile open_sound(MemoryFile& file, int mode, SF_INFO& info);

}  // namespace conglang::voice
