#pragma once
// How a function says that it failed for a reason the caller expected. A bug is an assert, an ordinary
// absence a std::optional; everything else that can go wrong is an Error, whose message says what was wrong,
// where (file, field, URL) and what to do. Nothing here throws, logs or allocates beyond the message.

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace conglang {

/// What kind of failure it was. Callers branch on this; people read the message.
enum class Errc {
  bad_usage,      ///< the caller's words or configuration are off
  not_found,      ///< a file, field, page or key is not there
  io,             ///< the operating system refused to read or write
  no_space,       ///< the disk is full
  parse,          ///< the bytes do not have the shape they should
  invalid,        ///< well-formed, but against a rule
  too_large,      ///< over a declared limit
  bad_signature,  ///< too few valid signatures for a role
  bad_hash,       ///< length or digest differs from what was signed
  rollback,       ///< a version lower than one already trusted
  expired,        ///< metadata past its date
  network,        ///< no answer, or not the one asked for
  conflict,       ///< somebody else changed it first
  forbidden,      ///< a policy (allow-list, delegation, path) refuses it
  internal,       ///< a library failed where it should not
};

/// An expected failure. `message` is a whole sentence for a person, without a final full stop.
struct Error {
  Errc code = Errc::internal;
  std::string message;

  bool operator==(const Error&) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail(Errc::parse, "{}: line {} is not JSON", path, line);`
template <typename... Args>
tl::unexpected<Error> fail(Errc code, fmt::format_string<Args...> format, Args&&... args) {
  return tl::unexpected<Error>(Error{code, fmt::format(format, std::forward<Args>(args)...)});
}

/// Puts what was being done in front of an error's message: once per layer, never twice.
inline tl::unexpected<Error> with_context(Error error, std::string_view context) {
  error.message = fmt::format("{}: {}", context, error.message);
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace conglang

#define CONGLANG_CONCAT_(a, b) a##b
#define CONGLANG_CONCAT(a, b) CONGLANG_CONCAT_(a, b)

/// `TRY(auto bytes, read_file(path));` declares `bytes`, or returns the error.
#define TRY(declaration, expression) TRY_AS(CONGLANG_CONCAT(try_, __LINE__), declaration, expression)
#define TRY_AS(name, declaration, expression)                                   \
  auto name = (expression);                                                     \
  if (!name) return tl::unexpected<::conglang::Error>(std::move(name).error()); \
  declaration = std::move(*name)

/// `TRY_VOID(write_file(...));` for a Result<void>.
#define TRY_VOID(expression)                                                   \
  do {                                                                         \
    if (auto try_result = (expression); !try_result)                           \
      return tl::unexpected<::conglang::Error>(std::move(try_result).error()); \
  } while (false)
