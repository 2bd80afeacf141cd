#include "sync/server/store/store.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <thread>

#include "content/base/file.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::server;
using conglang::testing::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

Result<void> add(Transaction& transaction, std::string_view subject, std::int64_t failures = 1) {
  TRY_VOID(transaction.run("INSERT INTO attempts (subject, failures, last_at, free_at) VALUES (?, ?, 0, 0)",
                           subject, failures));
  return {};
}

Result<std::int64_t> count(Transaction& transaction) {
  TRY(const auto row, transaction.row("SELECT COUNT(*) FROM attempts"));
  return row->integer(0);
}

std::int64_t rows_in(const Store& store) {
  return store.read_and_get(count).value();
}

Result<void> add_one(Store& store, std::string_view subject) {
  return store.write([&](Transaction& transaction) { return add(transaction, subject); });
}

}  // namespace

TEST_CASE("values come back as they were stored", "[store]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  const Instant instant = *parse_instant("2026-11-27T08:00:00Z");
  const auto read = [&](Transaction& transaction) {
    return transaction.row("SELECT ?, ?, ?, ?, ?, ?, ?", 7, "chữ", Bytes{std::string("\0\xff", 2)}, true,
                           instant, std::optional<std::string>(), std::optional<std::int64_t>(9));
  };
  const auto row = store->read_and_get(read).value();
  REQUIRE(row);
  CHECK(row->integer(0) == 7);
  CHECK(row->text(1) == "chữ");
  CHECK(row->blob(2) == std::string("\0\xff", 2));
  CHECK(row->integer(3) == 1);
  CHECK(instant_of(*row, 4) == instant);
  CHECK(row->is_null(5));
  CHECK_FALSE(optional_instant_of(*row, 5));
  CHECK(row->optional_integer(6) == 9);
}

TEST_CASE("each commit is on the disk before it is answered", "[store]") {
  constexpr std::int64_t kFull = 2;  // https://www.sqlite.org/pragma.html#pragma_synchronous
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  const auto asked = [&](std::string_view pragma) {
    return store->write_and_get([&](Transaction& transaction) { return transaction.row(pragma); }).value();
  };
  CHECK(asked("PRAGMA synchronous")->integer(0) == kFull);
  CHECK(asked("PRAGMA journal_mode")->text(0) == "wal");
}

TEST_CASE("a transaction that fails leaves everything as it was", "[store]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  const auto failed = store->write([](Transaction& transaction) -> Result<void> {
    TRY_VOID(add(transaction, "one"));
    return fail(Errc::invalid, "changed my mind");
  });
  CHECK(failed.error().code == Errc::invalid);
  CHECK(rows_in(*store) == 0);
  const auto twice = store->write([](Transaction& transaction) -> Result<void> {
    TRY_VOID(add(transaction, "one"));
    return add(transaction, "one");
  });
  CHECK(twice.error().code == Errc::conflict);
  CHECK(rows_in(*store) == 0);
  CHECK(add_one(*store, "one"));
  CHECK(rows_in(*store) == 1);
}

TEST_CASE("a reader changes nothing", "[store]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  CHECK_FALSE(store->read([](Transaction& transaction) { return add(transaction, "one"); }));
  CHECK(rows_in(*store) == 0);
}

TEST_CASE("attack: a value is never a piece of a statement", "[store]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  const std::string evil = "x'); DROP TABLE attempts; --";
  REQUIRE(add_one(*store, evil));
  const auto read = [&](Transaction& transaction) {
    return transaction.row("SELECT failures FROM attempts WHERE subject = ?", evil);
  };
  CHECK(store->read_and_get(read).value()->integer(0) == 1);
  CHECK(rows_in(*store) == 1);
}

TEST_CASE("many write and read at once, and nothing is lost or half seen", "[store]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  std::atomic<int> failures = 0;
  std::vector<std::jthread> threads;
  for (int worker = 0; worker < 4; ++worker) {
    threads.emplace_back([&, worker] {
      for (int i = 0; i < 25; ++i) {
        // Two rows a transaction: an odd number would be half of one.
        const auto done = store->write([&](Transaction& transaction) -> Result<void> {
          TRY_VOID(add(transaction, fmt::format("{}-{}-a", worker, i)));
          return add(transaction, fmt::format("{}-{}-b", worker, i));
        });
        if (!done || rows_in(*store) % 2 != 0) ++failures;
      }
    });
  }
  threads.clear();
  CHECK(failures == 0);
  CHECK(rows_in(*store) == 200);
}

TEST_CASE("what was written is there after the process was killed", "[store]") {
  const TemporaryFolder folder;
  const fs::path file = folder / "s.db";
  const pid_t child = ::fork();
  if (child == 0) {
    const auto store = Store::open(file);
    if (!store) ::_exit(1);
    for (int i = 0; i < 20; ++i)
      if (!add_one(**store, std::to_string(i))) ::_exit(1);
    // In the middle of a transaction.
    static_cast<void>((*store)->write([](Transaction& transaction) -> Result<void> {
      static_cast<void>(add(transaction, "half"));
      ::kill(::getpid(), SIGKILL);
      return {};
    }));
    ::_exit(1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  const auto store = Store::open(file).value();
  CHECK(rows_in(*store) == 20);
}

TEST_CASE("a full disk refuses what it cannot keep, and what was kept stays", "[store]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  REQUIRE(add_one(*store, "kept"));
  // SQLite says FULL at its own limit just as at the disk's.
  const auto limit = [](const char* pragma) {
    return [pragma](Transaction& transaction) { return transaction.rows(pragma); };
  };
  REQUIRE(store->write_and_get(limit("PRAGMA max_page_count = 1")));
  const std::string large(1UL << 20U, 'x');
  CHECK(add_one(*store, large).error().code == Errc::no_space);
  CHECK(rows_in(*store) == 1);
  REQUIRE(store->write_and_get(limit("PRAGMA max_page_count = 1000000")));
  CHECK(add_one(*store, large));
  CHECK(rows_in(*store) == 2);
}

TEST_CASE("two servers do not share a database, a command may work beside one", "[store]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  CHECK(Store::open(folder / "s.db").error().code == Errc::conflict);
  const auto beside = Store::open(folder / "s.db", Store::Beside::server).value();
  CHECK(add_one(*beside, "by command"));
  CHECK(rows_in(*store) == 1);
}

TEST_CASE("nobody else on the machine may read the database", "[store]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  REQUIRE(add_one(*store, "one"));
  for (const char* name : {"s.db", "s.db-wal", "s.db-shm"}) {
    struct stat info {};
    INFO(name);
    REQUIRE(::stat((folder / name).c_str(), &info) == 0);
    CHECK((info.st_mode & 0077U) == 0);
  }
}

TEST_CASE("a backup taken while others write is whole, and restoring it brings its moment back", "[store]") {
  const TemporaryFolder folder;
  const fs::path file = folder / "s.db";
  const fs::path kept = folder / "kept.db";
  {
    const auto store = Store::open(file).value();
    for (int i = 0; i < 10; ++i) REQUIRE(add_one(*store, std::to_string(i)));
    std::atomic<bool> stop = false;
    std::atomic<int> written = 0;
    std::jthread writer([&] {
      while (!stop) {
        if (add_one(*store, fmt::format("later {}", written.load()))) ++written;
      }
    });
    while (written < 3) std::this_thread::yield();
    REQUIRE(backup(file, kept));  // as the command does, by another connection
    const int at_backup = written;
    while (written < at_backup + 3) std::this_thread::yield();
    stop = true;
    writer.join();
    CHECK(backup(file, kept).error().code == Errc::conflict);
    CHECK(rows_in(*store) == 10 + written);
  }
  REQUIRE(restore(kept, file));
  const auto store = Store::open(file).value();
  const auto rows = rows_in(*store);
  CHECK(rows >= 13);
  CHECK(add_one(*store, "after"));
  CHECK(fs::exists(file.string() + ".before-restore"));
}

TEST_CASE("a backup is restored under a running server, whose readers see the old or the new", "[store]") {
  const TemporaryFolder folder;
  const fs::path file = folder / "s.db";
  const auto store = Store::open(file).value();
  for (int i = 0; i < 40; ++i) REQUIRE(add_one(*store, std::to_string(i)));
  REQUIRE(store->backup(folder / "kept.db"));
  for (int i = 0; i < 300; ++i) REQUIRE(add_one(*store, fmt::format("later {}", i)));
  std::atomic<bool> stop = false;
  std::atomic<int> odd = 0;
  std::jthread reader([&] {
    while (!stop) {
      const auto rows = store->read_and_get(count);
      if (!rows || (*rows != 340 && *rows != 40)) ++odd;
    }
  });
  CHECK(restore(folder / "kept.db", file));
  stop = true;
  reader.join();
  CHECK(odd == 0);
  CHECK(rows_in(*store) == 40);
  CHECK(add_one(*store, "after"));
  CHECK(rows_in(*store) == 41);
  fs::rename(folder / "s.db.before-restore", folder / "old.db");
  CHECK(rows_in(*Store::open(folder / "old.db").value()) == 340);
}

TEST_CASE("attack: a damaged file is no backup for a running server either", "[store]") {
  const TemporaryFolder folder;
  const auto store = Store::open(folder / "s.db").value();
  REQUIRE(add_one(*store, "mine"));
  std::ofstream(folder / "text.db") << "not a database at all, but long enough to be looked at";
  CHECK_FALSE(restore(folder / "text.db", folder / "s.db"));
  CHECK(rows_in(*store) == 1);
}

TEST_CASE("what is no backup is not restored", "[store]") {
  const TemporaryFolder folder;
  const fs::path file = folder / "s.db";
  REQUIRE(add_one(*Store::open(file).value(), "mine"));
  std::ofstream(folder / "text.db") << "not a database at all, but long enough to be looked at";
  CHECK_FALSE(restore(folder / "text.db", file));
  CHECK(restore(folder / "missing.db", file).error().code == Errc::not_found);
  fs::create_directory(folder / "other");
  {
    const auto other = Store::open(folder / "other/s.db").value();
    for (int i = 0; i < 300; ++i) REQUIRE(add_one(*other, fmt::format("row number {} of many", i)));
  }
  // A page in the middle of it is overwritten.
  {
    std::fstream damaged(folder / "other/s.db", std::ios::in | std::ios::out | std::ios::binary);
    damaged.seekp(4096 * 5);
    damaged << std::string(4096 * 8, 'x');
  }
  CHECK_FALSE(restore(folder / "other/s.db", file));
  CHECK(rows_in(*Store::open(file).value()) == 1);
}
