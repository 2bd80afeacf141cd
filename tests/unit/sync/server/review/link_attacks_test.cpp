// Attack: server-side request forgery through the nightly check of links. An author, a mistake of the
// province, or a portal that redirects would have the server ask its neighbours; a real listener counts who
// came.

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <thread>

#include "content/base/file_descriptor.h"
#include "sync/server/review/link_check.h"
#include "tests/support/stand_in_web.h"
#include "tests/unit/sync/server/review/desk_scene.h"

using namespace conglang;
using namespace conglang::testing;
using server::Json;
namespace fs = std::filesystem;

namespace {

/// Somebody's service on this machine, by IPv4 and IPv6: it answers nobody and counts who connects.
class Neighbour {
 public:
  Neighbour() : socket_(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const int both = 0;
    ::setsockopt(socket_.get(), IPPROTO_IPV6, IPV6_V6ONLY, &both, sizeof both);
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    socklen_t length = sizeof address;
    auto* head = static_cast<sockaddr*>(static_cast<void*>(&address));
    REQUIRE(::bind(socket_.get(), head, length) == 0);
    REQUIRE(::listen(socket_.get(), 16) == 0);
    REQUIRE(::getsockname(socket_.get(), head, &length) == 0);
    port = ntohs(address.sin6_port);
    counting_ = std::jthread([this](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        pollfd waiting{socket_.get(), POLLIN, 0};
        if (::poll(&waiting, 1, 50) <= 0) continue;
        const FileDescriptor visitor(::accept(socket_.get(), nullptr, nullptr));
        ++visits;
      }
    });
  }

  std::atomic<int> visits = 0;
  int port = 0;

 private:
  FileDescriptor socket_;
  std::jthread counting_;
};

struct NightScene : DeskScene {
  /// The real tool with words of its own for `conglang links check`, which else would wait long for nobody.
  explicit NightScene(const std::string& words = "") {
    tool = folder / "conglang";
    const std::string script = fmt::format(
        "#!/bin/sh\nif [ \"$1\" = links ]; then exec {0}/conglang \"$@\" --tries 1 --timeout 3 {1}; fi\n"
        "exec {0}/conglang \"$@\"\n",
        CONGLANG_BIN_DIR, words);
    REQUIRE(write_file_atomically(tool, script, 0755));
    restart();
  }

  /// What the night's visit found wrong, by address.
  std::map<std::string, std::string> night() const {
    const auto visited = server::link_check::visit(*desk, now);
    if (!visited) FAIL(visited.error().message);
    std::map<std::string, std::string> wrong;
    const auto links = store->read_and_get(
        [](server::Transaction& transaction) { return server::link_check::found(transaction, "09784"); });
    for (const auto& link : links.value()) wrong[link.url] = link.en;
    return wrong;
  }

  /// The guide's file with `urls` as its addresses, published by the province itself.
  void publish_links(const std::vector<std::string>& urls, const std::string& policy = "") const {
    const std::string path = "national/guides/khai-sinh.json";
    Json guide = Json::parse(read_file(bundle() / path, 1 << 20).value());
    guide["links"] = Json::array();
    for (const std::string& url : urls) guide["links"].push_back({{"url", url}});
    put(path, guide.dump());
    if (!policy.empty()) put("national/links.json", policy);
    const auto published = publish(now);
    if (!published) FAIL(published.error().message);
  }
};

}  // namespace

TEST_CASE("attack: an author's links into the server's own network are never proposed and never visited",
          "[review][security]") {
  const Neighbour neighbour;
  const NightScene scene;
  const std::string port = std::to_string(neighbour.port);
  for (const std::string& url :
       {"http://127.0.0.1:" + port + "/", "https://127.0.0.1:" + port + "/", "https://[::1]:" + port + "/",
        "https://[::ffff:127.0.0.1]:" + port + "/", "https://localhost:" + port + "/",
        "https://portal.localhost:" + port + "/", "https://2130706433:" + port + "/",
        "https://0x7f.1:" + port + "/", "https://127.1:" + port + "/",
        "https://dichvucong.gov.vn@127.0.0.1:" + port + "/",
        "https://127.0.0.1:" + port + "#@dichvucong.gov.vn/",
        std::string("http://169.254.169.254/latest/meta-data/"), std::string("https://10.0.0.1/"),
        "gopher://127.0.0.1:" + port + "/_x", "ftp://127.0.0.1:" + port + "/x",
        std::string("file:///etc/passwd"), "dict://127.0.0.1:" + port + "/x"}) {
    CAPTURE(url);
    const Said made = scene.post("/api/drafts", "an", {{"path", kPatch}});
    const auto id = made.body["id"].get<std::int64_t>();
    Json content = made.body["content"];
    content["links"] = {{{"url", url}}};
    scene.ask("PUT", fmt::format("/api/drafts/{}", id), "an",
              {{"revision", made.body["revision"]}, {"content", content}, {"note", "x"}});
    CHECK(scene.step(id, "submit", "an").status == 422);
    const Said pushed = scene.step(id, "publish-now", "binh", {{"reason", "x"}});
    if (pushed.status == 200) CHECK(pushed.body["notProposed"]["code"] == "content");
    CHECK(scene.get("/api/proposals", "an").body.empty());
    scene.step(id, "discard", "an");
  }
  const auto wrong = scene.night();
  for (const auto& link : wrong) CHECK(link.first.find(port) == std::string::npos);
  CHECK(neighbour.visits == 0);
}

TEST_CASE("attack: a name that the province allowed and that leads to this machine is refused, not visited",
          "[review][security]") {
  const Neighbour neighbour;
  const NightScene scene;
  // With the neighbour's port in it no policy is taken at all.
  const std::vector<std::string> urls = {"https://portal.localhost/ho-so"};
  const Json policy = {{"hosts", {{{"host", "portal.localhost"}}}},
                       {"exactUrls", urls},
                       {"templates", Json::array({{{"id", "portal-search"},
                                                   {"url", "https://portal.localhost/?q={code}"},
                                                   {"owner", {{"vi", "Cổng"}}}}})}};
  scene.publish_links(urls, policy.dump());
  const auto wrong = scene.night();
  REQUIRE(wrong.contains(urls.front()));  // it was looked at
  CHECK(wrong.at(urls.front()).find("not on the public internet") != std::string::npos);
  CHECK(neighbour.visits == 0);
}

TEST_CASE("attack: a portal that sends its visitor on to the server's own network is not followed",
          "[review][security]") {
  const Neighbour neighbour;
  const std::string port = std::to_string(neighbour.port);
  const std::vector<std::string> targets = {"http://127.0.0.1:" + port + "/",
                                            "https://127.0.0.1:" + port + "/",
                                            "https://[::1]:" + port + "/",
                                            "http://169.254.169.254/latest/meta-data/",
                                            "https://10.0.0.1/",
                                            "gopher://127.0.0.1:" + port + "/_x",
                                            "file:///etc/passwd",
                                            "//portal.localhost:" + port + "/"};
  Json script = {{"*", Json::array({{{"status", 200}}})}};
  std::vector<std::string> urls;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const std::string page = fmt::format("dichvucong.gov.vn/p{}", i);
    script[page] = Json::array({{{"status", 302}, {"location", targets[i]}}});
    urls.push_back("https://" + page);
  }
  const StandInWeb web(script);
  const NightScene scene(
      fmt::format("--test-server {} --authorities '{}'", web.address(), web.authorities()));
  scene.publish_links(urls);
  const auto wrong = scene.night();
  for (const std::string& url : urls) {
    CAPTURE(url);
    CHECK(wrong.contains(url));
  }
  CHECK(web.asked().size() >= urls.size());  // the portals themselves were asked
  CHECK(neighbour.visits == 0);
}
