// base/result.h
//
// The one error idiom: a function that can fail on outside input returns Result<T>; TRY passes a
// failure on.
//
//   Result<Project> load(const Path& path) {
//     const auto bytes = TRY(read_file(path));
//     return parse_project(bytes);
//   }
//
// Exceptions are left to out-of-memory and broken invariants; no input may reach an assertion.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace tributary {

/// What went wrong, coarse enough to choose an exit code or an HTTP status from.
enum class ErrorCode {
  invalid_argument,  ///< the caller's input has no reading (a field, a flag, a character)
  too_long,          ///< over a stated limit of length
  too_deep,          ///< over a stated limit of nesting
  not_utf8,
  not_found,
  conflict,       ///< somebody else changed it, or holds it, or its state does not allow it
  not_permitted,  ///< it is for others to do
  not_signed_in,  ///< who asks is not known, or was not proven
  throttled,      ///< tried too often; later it may be tried again
  unmet,          ///< something that has to be there first is missing
  unrecognised,   ///< a file of no known format or source
  corrupt,        ///< a file that is damaged, truncated or not what it says
  unsupported,
  io,  ///< the operating system refused; the message carries its reason
  database,
  timed_out,  ///< it took longer than the caller gave it
  cancelled,
  internal,
};

/// The code's name as it appears in JSON and in logs, e.g. "invalid_argument".
std::string_view name_of(ErrorCode code);

/// A failure on its way to a person: `message` says what happened, `context` where (a file, line,
/// field, character).
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string context = {};

  /// "context: message", or the message alone.
  [[nodiscard]] std::string text() const;

  bool operator==(const Error&) const = default;
};

template <class T = void>
using Result = std::expected<T, Error>;

/// Shorthand for a failing return: `return fail(ErrorCode::corrupt, "the file ends early", path);`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message,
                                                 std::string context = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(context)});
}

/// Puts `where` in front of the context of a failure, so that each border adds what it knows.
template <class T>
[[nodiscard]] Result<T> in_context(std::string_view where, Result<T> result) {
  if (!result) {
    auto& context = result.error().context;
    context = context.empty() ? std::string(where) : std::string(where) + ": " + context;
  }
  return result;
}

}  // namespace tributary

/// Evaluates to the value of a Result, or returns its error from the enclosing function.
#define TRY(expression) TRIBUTARY_TRY_AS(expression, __COUNTER__)
#define TRIBUTARY_TRY_AS(expression, number) TRIBUTARY_TRY_NAMED(expression, number)
#define TRIBUTARY_TRY_NAMED(expression, number)                            \
  __extension__({                                                          \
    auto&& tributary_tried_##number = (expression);                        \
    if (!tributary_tried_##number) {                                       \
      return std::unexpected(std::move(tributary_tried_##number).error()); \
    }                                                                      \
    *std::move(tributary_tried_##number);                                  \
  })
