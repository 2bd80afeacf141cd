#include "sync/server/identity/refusal.h"

#include <catch2/catch_test_macros.hpp>

using namespace conglang;
using namespace conglang::server;

TEST_CASE("attack: no error tells where the server keeps its files", "[identity][security]") {
  for (const Errc code : {Errc::not_found, Errc::invalid, Errc::conflict, Errc::forbidden, Errc::too_large,
                          Errc::parse, Errc::bad_hash}) {
    for (const char* message :
         {"opening /srv/conglang/kho/metadata/9.commune-09784.json: there is no such file",
          "/srv/conglang/khoa/: there is no such folder of keys",
          "reading \"/srv/conglang/kho/x.json\" (of /srv/conglang/data/server.db): is broken"}) {
      const Refusal told = refusal_of(Error{code, message});
      CAPTURE(told.vi, told.en);
      CHECK(told.vi.find("/srv") == std::string::npos);
      CHECK(told.en.find("/srv") == std::string::npos);
      CHECK(told.vi.find("conglang/") == std::string::npos);
      CHECK(told.en.find("data/") == std::string::npos);
    }
  }
}

TEST_CASE("a file that is not there is told without any path, also when the server was given a relative one",
          "[identity]") {
  const Refusal told =
      refusal_of(Error{Errc::not_found, "opening kho/metadata/9.commune-09784.json: there is no such file"});
  CHECK(told.status == 404);
  CHECK(told.en.find("kho") == std::string::npos);
  CHECK(told.vi.find("kho/") == std::string::npos);
}

TEST_CASE("what an error says of a role, a field or a file of the content stays", "[identity]") {
  const auto english = [](const char* message) { return refusal_of(Error{Errc::invalid, message}).en; };
  CHECK(english("commune-09784: has no version 9 before this") ==
        "commune-09784: has no version 9 before this.");
  CHECK(english("communes/09784/place/a.json:1: /id: is another") ==
        "communes/09784/place/a.json:1: id: is another.");
  CHECK(english("/").find("/") != std::string::npos);
}
