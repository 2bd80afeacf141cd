#pragma once
// guides.db: what one kiosk shows, as one immutable SQLite file. Building is deterministic: the same content
// and SQLite version give the same bytes. Reading opens the file read-only and immutable.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "content/guide/bundle.h"

namespace conglang::database {

/// What the file says about itself.
struct Origin {
  std::string commune;          ///< "09784"
  std::int64_t generation = 0;  ///< counts up with every activation on this kiosk; 0 in a bundle's own build
  std::string published_at;     ///< instant of the newest signed metadata; empty in a bundle's own build

  bool operator==(const Origin&) const = default;
};

struct Stored {
  guide::Content content;
  Origin origin;

  bool operator==(const Stored&) const = default;
};

/// Writes a new database at `path`, durable when it returns.
/// `content` as assemble() gives it: lists in order of id, every guide readable. `media`: the bytes of its
/// pictures and recordings.
/// Errors: conflict, the file exists; invalid, content that would not read back, or a picture or recording
/// without its bytes; no_space, io. Nothing is left at `path` after an error.
Result<void> build(const std::filesystem::path& path, const guide::Content& content, const Origin& origin,
                   const guide::Media& media = {});

/// Opens `path` read-only, checks its integrity and its schema version, and reads everything but the bytes of
/// pictures and recordings.
/// Errors: not_found; invalid (not one of ours, damaged, or of another version); io.
Result<Stored> load(const std::filesystem::path& path);

/// What a screen at rest shows of the database at `path`, in a fraction of the time: all of its content but
/// guides, retired ones too, catalogue, sectors and search words. As safe from damage as all of it.
/// Errors: as load(); not_found, too, when it was built without: then load() has to do.
Result<Stored> load_front(const std::filesystem::path& path);

/// The bytes of picture `file`, one of those that load() names.
/// Errors: as load(); not_found, no such picture; invalid, its bytes have changed.
Result<std::string> load_picture(const std::filesystem::path& path, std::string_view file);

/// The bytes of recording `file`. Errors: as load_picture().
Result<std::string> load_recording(const std::filesystem::path& path, std::string_view file);

}  // namespace conglang::database
