// http/json_body.h
//
// Reads the JSON object that a request carries and refuses what a route does not know.
//
//   auto body = TRY(JsonBody::read(request));
//   const auto kind = TRY(body.one_of("kind", PositionKind::object));
//   for (auto& item : TRY(body.objects("items"))) … TRY(item.text("name")) …
//   TRY(body.refuse_others());
#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/date.h"
#include "ecosystem/enum_names.h"
#include "http/parameters.h"
#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

/// Every problem is a 400 that names the field, one inside an object of a list by its path
/// ("items[2].name"), but for a body of another type: 415. A field that is null is one that is
/// absent.
class JsonBody {
 public:
  static Outcome<JsonBody> read(const Request& request);

  /// A text that has to be there; it may be empty.
  Outcome<std::string> text(std::string_view name);
  Outcome<std::string> text(std::string_view name, std::string_view otherwise);
  /// Nothing where it is absent.
  Outcome<std::optional<std::string>> optional_text(std::string_view name);

  /// A whole number within `range`, which is its `otherwise` where it is absent.
  Outcome<std::uint64_t> number(std::string_view name, const NumberRange& range);
  /// Nothing where it is absent.
  Outcome<std::optional<std::uint64_t>> optional_number(std::string_view name,
                                                        const NumberRange& range);

  /// Any finite number from `lowest` to `highest`; nothing where it is absent.
  Outcome<std::optional<double>> optional_real(std::string_view name, double lowest,
                                               double highest);

  Outcome<bool> flag(std::string_view name, bool otherwise);

  /// A day like "2026-11-29"; nothing where it is absent.
  Outcome<std::optional<Date>> optional_day(std::string_view name);

  /// An enumerator by its name_of(); `last` is the last of them. It has to be there.
  template <class Enum>
  Outcome<Enum> one_of(std::string_view name, Enum last) {
    const auto text = TRY(this->text(name));
    const auto found = ecosystem::enum_from_name(text, last);
    if (found) return *found;
    return std::unexpected(Problem(400, found.error().message, path_of(name)));
  }

  /// Lists, empty where they are absent.
  Outcome<std::vector<std::string>> texts(std::string_view name);
  Outcome<std::vector<JsonBody>> objects(std::string_view name);
  /// Nothing where it is absent.
  Outcome<std::optional<JsonBody>> optional_object(std::string_view name);

  /// The first field that nobody asked for is a problem, which names those that there are.
  [[nodiscard]] Outcome<void> refuse_others() const;

  /// For a field that is not as it has to be: "The field levels is a list of five texts."
  [[nodiscard]] std::unexpected<Problem> refusal(std::string_view name,
                                                 std::string_view what_it_is) const;

  /// What a use case answered to this body. Its refusal names the field that the error's context
  /// is, and tells the context with its sentence where that is none.
  template <class T>
  Outcome<T> answer_of(Result<T> result) const {
    if (!result) return std::unexpected(problem_of(result.error()));
    if constexpr (std::is_void_v<T>) {
      return {};
    } else {
      return *std::move(result);
    }
  }

 private:
  JsonBody(boost::json::object object, std::string path)
      : object_(std::move(object)), path_(std::move(path)) {}

  /// Notes that somebody asked for the field; null where it is absent.
  const boost::json::value* field(std::string_view name);
  [[nodiscard]] std::string path_of(std::string_view name) const;
  [[nodiscard]] Problem problem_of(const Error& error) const;

  boost::json::object object_;
  std::string path_;  ///< of this object in the body, with its last dot; empty for the body
  std::vector<std::string> known_;
};

}  // namespace tributary::http
