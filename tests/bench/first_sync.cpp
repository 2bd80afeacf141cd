// A first sync of 300 guides and 200 MB of media over loopback, every byte verified and durable, beside
// `curl --parallel` of the same files, alone and made durable by sync, and beside what the disk needs to take
// the same bytes in one piece; its memory, and its processor time a gigabyte beside sha256sum.

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "content/base/file.h"
#include "sync/client/curl_fetcher.h"
#include "sync/client/update.h"
#include "tests/bench/served_tree.h"
#include "tests/folders.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace conglang;
namespace fs = std::filesystem;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t kGuides = 300;
constexpr std::size_t kMedia = 200;
constexpr std::size_t kMediaBytes = 1'000'000;
constexpr int kRounds = 9;

struct Cost {
  double wall_s = 0;
  double cpu_s = 0;
  long peak_kb = 0;
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// `work` in a process of its own.
Cost measure(const std::function<int()>& work) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  if (status != 0) bench::give_up("a program that is measured has failed");
  return {Seconds(std::chrono::steady_clock::now() - start).count(),
          seconds_of(used.ru_utime) + seconds_of(used.ru_stime), used.ru_maxrss};
}

int exec(std::vector<std::string> words, const fs::path& folder) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(nowhere, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  if (::chdir(folder.c_str()) == 0) ::execvp(pointers[0], pointers.data());
  return 127;
}

int sync(const bench::ServedTree& tree, const std::string& url, const fs::path& data) {
  const client::CurlLibrary library;
  const auto fetcher = client::CurlFetcher::create(library, url).value();
  const auto metadata = client::MetadataStore::open(data / "metadata").value();
  const auto blobs = client::BlobStore::open(data / "blobs").value();
  client::UpdateRequest request;
  request.metadata = {tree.anchor(), {"national/"}, bench::time_now()};
  std::string tag;
  const auto updated = client::update(request, *fetcher, metadata, blobs, {}, tag);
  if (!updated) bench::give_up(updated.error().message);
  return updated->fetched == kGuides + kMedia ? 0 : 1;
}

// One line a file, as curl reads them.
void write_list(const fs::path& tree, const std::string& url, const fs::path& list) {
  std::ofstream out(list);
  const auto files = list_files(tree / "targets");
  if (!files) bench::give_up(files.error().message);
  for (const std::string& file : *files) {
    out << "url = \"" << url << "/targets/" << file << "\"\noutput = \"" << fs::path(file).filename().string()
        << "\"\n";
  }
}

Cost median(std::vector<Cost> costs) {
  std::ranges::sort(costs, {}, &Cost::wall_s);
  return costs[costs.size() / 2];
}

// The medians, and how far apart the rounds were.
void print(const char* what, const std::vector<Cost>& costs) {
  const Cost middle = median(costs);
  const auto [least, most] = std::ranges::minmax_element(costs, {}, &Cost::wall_s);
  fmt::print("{:<34} {:6.2f} s ({:.2f} to {:.2f})   {:5.2f} s of processor   {:6.1f} MB\n", what,
             middle.wall_s, least->wall_s, most->wall_s, middle.cpu_s,
             static_cast<double>(middle.peak_kb) / 1024);
}

}  // namespace

int main() {
  const testing::TemporaryFolder folder;
  bench::ServedTree tree(folder / "province");
  measure([&tree] {
    tree.add_guides(kGuides);
    tree.add_media(kMedia, kMediaBytes);
    tree.publish();
    return 0;
  });
  const testing::Process server(
      {std::string(CONGLANG_BIN_DIR) + "/conglang-server", "--repo", tree.tree(), "--port", "0"},
      folder / "server.log");
  if (!testing::eventually(
          [&server] { return server.output().find("http://127.0.0.1:") != std::string::npos; })) {
    bench::give_up("the server did not start");
  }
  std::string url = server.output();
  url = url.substr(url.find("http://"));
  url = url.substr(0, url.find('\n'));
  write_list(tree.tree(), url, folder / "list");

  std::vector<Cost> ours;
  std::vector<Cost> curls;
  std::vector<Cost> durable;
  std::vector<Cost> floors;
  std::vector<Cost> sums;
  // In turn, so that whatever else the machine does falls on all.
  for (int round = 0; round < kRounds; ++round) {
    const fs::path data = folder / "data";
    const fs::path plain = folder / "plain";
    fs::create_directories(plain);
    const std::string list = folder / "list";
    const std::string curl_all = "curl --silent --fail --parallel --config '" + list + "'";
    curls.push_back(measure([&] { return exec({"sh", "-c", curl_all}, plain); }));
    fs::remove_all(plain);
    fs::create_directories(plain);
    durable.push_back(measure([&] { return exec({"sh", "-c", curl_all + " && sync *"}, plain); }));
    ours.push_back(measure([&] { return sync(tree, url, data); }));
    floors.push_back(measure([&] {
      return exec({"sh", "-c", "cat * | dd of=../floor bs=1M iflag=fullblock conv=fsync"}, plain);
    }));
    sums.push_back(measure([&] { return exec({"sh", "-c", "sha256sum *"}, plain); }));
    fs::remove_all(data);
    fs::remove_all(plain);
    fs::remove(folder / "floor");
  }
  print("first sync, verified and durable", ours);
  print("curl --parallel of the same files", curls);
  print("the same, then sync", durable);
  print("one file of all bytes, dd and fsync", floors);
  print("sha256sum of them", sums);
  const Cost our = median(ours);
  fmt::print(
      "against curl {:.2f} x the time, with sync {:.2f} x, dd and fsync {:.2f} x; against sha256sum {:.2f} x "
      "the processor\n",
      our.wall_s / median(curls).wall_s, our.wall_s / median(durable).wall_s,
      our.wall_s / median(floors).wall_s, our.cpu_s / median(sums).cpu_s);
  return 0;
}
