// http/parameters.h
//
// Reads the query parameters of one request and refuses what a route does not know.
//
//   Parameters parameters(request);
//   const auto limit = TRY(parameters.number("limit", {.lowest = 1, .highest = 100, .otherwise =
//   20})); TRY(parameters.refuse_others());
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

struct NumberRange {
  std::uint64_t lowest = 0;
  std::uint64_t highest = 0;
  std::uint64_t otherwise = 0;  ///< where the parameter is absent
};

/// Every problem is a 400 that names the parameter. REQUIRES: the request outlives this.
class Parameters {
 public:
  explicit Parameters(const Request& request) : query_(request.query) {}

  /// A parameter that may be given once; `otherwise` where it is absent.
  Outcome<std::string> text(std::string_view name, std::string_view otherwise = "");

  /// A decimal number within `range`, both ends included.
  Outcome<std::uint64_t> number(std::string_view name, const NumberRange& range);

  /// One of `choices`; the first of them where the parameter is absent.
  Outcome<std::string> choice(std::string_view name, const std::vector<std::string_view>& choices);

  /// All values of a parameter that may be repeated, in order.
  std::vector<std::string> every(std::string_view name);

  [[nodiscard]] bool has(std::string_view name) const;

  /// The first parameter that nobody asked for is a problem, which names those that there are.
  Outcome<void> refuse_others() const;

 private:
  const std::vector<Parameter>& query_;
  std::vector<std::string> known_;
};

/// A placeholder of the matched route that is a number from 1 on. Problems: 404 naming it, as an
/// address with another text is one where there is nothing.
Outcome<std::int64_t> path_number(const Request& request, std::string_view name);

/// "a, b, c" of any range of strings.
std::string comma_separated(const auto& words) {
  std::string list;
  for (const auto& word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

}  // namespace tributary::http
