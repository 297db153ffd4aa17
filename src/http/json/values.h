// http/json/values.h
//
// Single values as the API writes them: what is not known is null, never a zero.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string_view>

#include "base/clock.h"
#include "base/date.h"
#include "base/money.h"

namespace tributary::http {

/// "YYYY-MM-DD".
boost::json::value to_json(const std::optional<Date>& date);

/// Euro: a whole number where there are no cents.
boost::json::value to_json(const std::optional<Money>& amount);

/// RFC 3339 in UTC.
boost::json::value to_json(const std::optional<Timestamp>& moment);

/// Four decimals: enough to tell scores apart, and none of the noise of float to double.
double rounded(float number);

/// Says of a document of figures of which day they are and what they were counted from: `as_of` and
/// `source`, the same two names everywhere. The third thing to say, how much they cover, is each
/// document's own.
void tell_origin(boost::json::object& document, Date as_of, std::string_view source);

template <class T>
boost::json::value or_null(const std::optional<T>& value) {
  return value ? boost::json::value(*value) : boost::json::value(nullptr);
}

}  // namespace tributary::http
