#pragma once
// sync/server/openapi.json as data, and whether an answer is what it says. Only what that file uses of JSON
// Schema is known here; a word that is not makes every check with it fail.

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace conglang::testing {

class OpenApi {
 public:
  OpenApi();  ///< reads the file; throws when it is no JSON

  /// "GET /api/me", of every operation.
  std::set<std::string> operations() const;

  /// What is wrong with an answer of `operation`; empty for one that is as documented: its status, and its
  /// body when JSON is said to come.
  std::vector<std::string> check(const std::string& operation, int status, const nlohmann::json& body) const;

  /// The same of a JSON body that is sent to `operation`.
  std::vector<std::string> check_body(const std::string& operation, const nlohmann::json& body) const;

  /// Words for `value` that does not fit `schema`, each with the path to it.
  std::vector<std::string> mismatches(const nlohmann::json& schema, const nlohmann::json& value,
                                      const std::string& where = "$") const;

  const nlohmann::json& document() const { return document_; }

 private:
  const nlohmann::json& at(const std::string& operation) const;
  const nlohmann::json& resolved(const nlohmann::json& object) const;

  nlohmann::json document_;
};

}  // namespace conglang::testing
