#pragma once
// A refusal that staff read: Vietnamese first, English second, with what an answer needs to say it. It
// travels as an ordinary Error, so that TRY, transactions and Result work with it; whoever writes the answer
// takes it out again.

#include <chrono>
#include <optional>
#include <string>

#include "content/base/result.h"

namespace conglang::server {

struct Refusal {
  int status = 422;        ///< of HTTP: 400, 401, 403, 404, 409, 413, 422, 429, 500, 503
  std::string code;        ///< for programs: "conflict", "weak-password"
  std::string vi;          ///< a whole sentence
  std::string en;          ///< the same
  std::string field = {};  ///< of the request, when one is to blame: "password", "roles/0"
  std::optional<std::chrono::seconds> retry_after = std::nullopt;
};

/// `return refuse({.status = 409, .code = "conflict", .vi = "…", .en = "…"});`
tl::unexpected<Error> refuse(const Refusal& refusal);

/// 403: whoever asks has not the role for it.
tl::unexpected<Error> refuse_role();

/// What `error` says to staff. An Error that refuse() did not make gets the status of its code and its
/// message as English, of paths of the server only the file's name; one that is our own fault (io, internal,
/// …) gets a sentence without any inner detail.
Refusal refusal_of(const Error& error);

/// What `error` says at a command line: its message, or the English of a refusal.
std::string plain_words(const Error& error);

}  // namespace conglang::server
