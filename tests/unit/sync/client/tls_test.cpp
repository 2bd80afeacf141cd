// Certificates, HTTP/2 and compression, against the server that provinces will use.

#include <catch2/catch_test_macros.hpp>

#include "content/base/file.h"
#include "sync/client/curl_fetcher.h"
#include "tests/support/nginx.h"
#include "tests/support/temporary_folder.h"

using namespace conglang;
using namespace conglang::client;
using namespace conglang::testing;

namespace {

constexpr const char* kFile = "metadata/timestamp.json";

Result<FetchedBytes> fetch(const std::string& url, const std::string& ca_file) {
  static const CurlLibrary library;
  CurlOptions options;
  options.ca_file = ca_file;
  const auto fetcher = CurlFetcher::create(library, url, options).value();
  return fetch_bytes(*fetcher, {.path = kFile, .max_bytes = 20000, .offset = 0, .known_tag = {}});
}

}  // namespace

TEST_CASE("https is verified, comes by HTTP/2 and compressed where the server can", "[client][security]") {
  const TemporaryFolder tree;
  REQUIRE(make_folders(tree / "metadata"));
  REQUIRE(write_file_atomically(tree / kFile, std::string(20000, 'a')));
  const Nginx nginx(tree.path());
  const auto fetched = fetch(nginx.url(), nginx.certificate());
  if (!fetched) FAIL(fetched.error().message);
  CHECK(fetched->bytes == std::string(20000, 'a'));
  CHECK(eventually([&] { return nginx.log() == "HTTP/2.0 GET /metadata/timestamp.json 200 \"gzip\"\n"; }));

  // attack: a certificate that nobody vouches for
  const auto unknown = fetch(nginx.url(), "");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == Errc::network);
  // attack: a good certificate of another name
  CHECK_FALSE(fetch(nginx.url("127.0.0.1"), nginx.certificate()));
  CHECK(nginx.log().find("404") == std::string::npos);
}
