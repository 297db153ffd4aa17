// app/consortium/json_fields.h
//
// Reads the fields of a JSON object that people wrote, and says of what is wrong where it stands.
//
//   auto fields = TRY(JsonFields::of(value, "rules[2]"));
//   const auto id = TRY(fields.text("id"));        →  invalid_argument, context "rules[2].id"
//   TRY(fields.refuse_others());
//
// A field that is null is one that is absent. For one thread at a time; includes Boost.JSON, so
// that only sources of this folder include it.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tributary::app {

/// Errors: `invalid_argument` with the line and what is wrong there.
Result<boost::json::value> parse_json(std::string_view text);

/// REQUIRES, as every function here: the value outlives this.
class JsonFields {
 public:
  /// `path` is where the value stands; empty: it is the whole. Errors: where it is no object.
  static Result<JsonFields> of(const boost::json::value& value, std::string path);

  /// Null where it is absent.
  const boost::json::value* value(std::string_view name);
  /// A text that is there and not empty.
  Result<std::string> text(std::string_view name);
  Result<std::string> text_or_nothing(std::string_view name);
  /// Lists, empty where they are absent. Errors: also where there are more than `most`.
  Result<std::vector<std::string>> texts(std::string_view name, std::size_t most);
  Result<std::vector<JsonFields>> objects(std::string_view name, std::size_t most);
  Result<std::optional<bool>> flag(std::string_view name);
  /// From 0 to `highest`.
  Result<std::optional<double>> number(std::string_view name, double highest);
  Result<std::optional<std::int64_t>> whole_number(std::string_view name, std::int64_t highest);

  /// Errors: the first field that nobody asked for.
  [[nodiscard]] Result<> refuse_others() const;

  [[nodiscard]] std::string path_of(std::string_view name) const;
  [[nodiscard]] std::unexpected<Error> refusal(std::string_view name,
                                               const std::string& what_it_is) const;

 private:
  JsonFields(const boost::json::object& object, std::string path)
      : object_(&object), path_(std::move(path)) {}

  const boost::json::object* object_;
  std::string path_;
  std::vector<std::string> known_;
};

}  // namespace tributary::app
