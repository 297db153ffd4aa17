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
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// Why something was refused, as a code and the words that it is about: pages say it in the
/// language of their reader, while the message of the error says it in English.
struct Refusal {
  struct Part {
    std::string name;
    std::vector<std::string> words;
  };
  std::string code;
  std::vector<Part> parts = {};
};

/// A failure on its way to a person: `message` says what happened, `context` where (a file, line,
/// field, character).
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string context = {};
  std::shared_ptr<const Refusal> refusal = {};  ///< null: only the message says why

  /// "context: message", or the message alone.
  [[nodiscard]] std::string text() const;

  /// The refusal says what the message does.
  bool operator==(const Error& other) const {
    return code == other.code && message == other.message && context == other.context;
  }
};

template <class T = void>
using Result = std::expected<T, Error>;

/// Shorthand for a failing return: `return fail(ErrorCode::corrupt, "the file ends early", path);`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message,
                                                 std::string context = {}) {
  return std::unexpected(Error{code, std::move(message), std::move(context)});
}

/// The same with a refusal that pages can say in the reader's language.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message,
                                                 std::string context, Refusal refusal) {
  return std::unexpected(Error{code, std::move(message), std::move(context),
                               std::make_shared<const Refusal>(std::move(refusal))});
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
