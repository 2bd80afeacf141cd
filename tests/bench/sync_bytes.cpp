// What a poll costs: requests and bytes of body when nothing changed, and when one guide of 300 did, beside
// the gzipped guide and the metadata that had to change.

#include <fmt/format.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <variant>

#include "content/base/file.h"
#include "sync/client/curl_fetcher.h"
#include "sync/client/update.h"
#include "sync/server/repository_files.h"
#include "tests/bench/served_tree.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace conglang;
namespace fs = std::filesystem;

std::uint64_t size_of(const http::Response& response) {
  if (const auto* text = std::get_if<std::string>(&response.body)) return text->size();
  return std::get<http::FileSlice>(response.body).length;
}

// The real server, counting.
class Server {
 public:
  explicit Server(const fs::path& tree) : files_(server::RepositoryFiles::open(tree).value()) {
    server_ = http::Server::start({}, [this](const http::Request& request) {
                http::Response response = files_.answer(request);
                ++requests;
                body_bytes += size_of(response);
                return response;
              }).value();
  }
  std::string url() const { return fmt::format("http://127.0.0.1:{}", server_->port()); }
  void forget() { requests = body_bytes = 0; }

  std::atomic<std::uint64_t> requests = 0;
  std::atomic<std::uint64_t> body_bytes = 0;

 private:
  server::RepositoryFiles files_;
  std::unique_ptr<http::Server> server_;
};

// A machine's part of the work, as after a restart: no entity tag is known.
void update(const bench::ServedTree& tree, const Server& server, const client::CurlLibrary& library,
            const fs::path& data) {
  const auto fetcher = client::CurlFetcher::create(library, server.url()).value();
  const auto metadata = client::MetadataStore::open(data / "metadata").value();
  const auto blobs = client::BlobStore::open(data / "blobs").value();
  client::UpdateRequest request;
  request.metadata = {tree.anchor(), {"national/"}, bench::time_now()};
  std::string tag;
  const auto updated = client::update(request, *fetcher, metadata, blobs, {}, tag);
  if (!updated) bench::give_up(updated.error().message);
}

std::uintmax_t newest_metadata_bytes(const fs::path& tree) {
  std::uintmax_t bytes = fs::file_size(tree / "metadata/timestamp.json");
  for (const char* role : {"2.snapshot.json", "2.targets.json"}) {
    // The first publishing made version 2, the change version 3.
    std::string name(role);
    name[0] = '3';
    bytes += fs::file_size(tree / "metadata" / name);
  }
  return bytes;
}

}  // namespace

int main() {
  const testing::TemporaryFolder folder;
  bench::ServedTree tree(folder / "province");
  tree.add_guides(300);
  tree.publish();
  Server server(tree.tree());
  const client::CurlLibrary library;
  update(tree, server, library, folder / "data");
  fmt::print("first sync of 300 guides   {:4} requests {:9} bytes\n", server.requests.load(),
             server.body_bytes.load());

  server.forget();
  update(tree, server, library, folder / "data");
  fmt::print("nothing changed            {:4} requests {:9} bytes\n", server.requests.load(),
             server.body_bytes.load());

  const fs::path guide = tree.bundle() / "national/guides/guide-000.json";
  const std::string changed = read_file(guide, 1U << 20U).value() + " ";
  if (!write_file_atomically(guide, changed)) bench::give_up("the guide cannot be changed");
  tree.publish();
  server.forget();
  update(tree, server, library, folder / "data");
  const auto zipped = std::stoull(testing::run_shell("gzip -9c '" + guide.string() + "' | wc -c").output);
  const auto least = zipped + newest_metadata_bytes(tree.tree());
  fmt::print("one guide changed          {:4} requests {:9} bytes\n", server.requests.load(),
             server.body_bytes.load());
  fmt::print("its gzip and the changed metadata          {:9} bytes; ratio {:.2f}\n", least,
             static_cast<double>(server.body_bytes.load()) / static_cast<double>(least));
  return 0;
}
