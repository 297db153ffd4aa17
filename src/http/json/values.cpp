#include "http/json/values.h"

#include <cmath>

namespace tributary::http {

boost::json::value to_json(const std::optional<Date>& date) {
  return date ? boost::json::value(date->iso()) : boost::json::value(nullptr);
}

boost::json::value to_json(const std::optional<Money>& amount) {
  if (!amount) return nullptr;
  if (amount->cents % 100 == 0) return amount->cents / 100;
  return amount->euros();
}

boost::json::value to_json(const std::optional<Timestamp>& moment) {
  return moment ? boost::json::value(rfc3339(*moment)) : boost::json::value(nullptr);
}

void tell_origin(boost::json::object& document, Date as_of, std::string_view source) {
  document["as_of"] = as_of.iso();
  document["source"] = source;
}

double rounded(float number) { return std::round(static_cast<double>(number) * 1e4) / 1e4; }

}  // namespace tributary::http
