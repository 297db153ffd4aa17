#include "http/parameters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tributary::http {

bool Parameters::has(std::string_view name) const {
  return std::ranges::find(query_, name, &Parameter::name) != query_.end();
}

std::vector<std::string> Parameters::every(std::string_view name) {
  known_.emplace_back(name);
  std::vector<std::string> values;
  for (const auto& parameter : query_) {
    if (parameter.name == name) values.push_back(parameter.value);
  }
  return values;
}

Outcome<std::string> Parameters::text(std::string_view name, std::string_view otherwise) {
  auto values = every(name);
  if (values.empty()) return std::string(otherwise);
  if (values.size() == 1) return std::move(values.front());
  return std::unexpected(
      Problem(400, fmt::format("{} is given {} times; once is enough.", name, values.size()),
              std::string(name)));
}

Outcome<std::uint64_t> Parameters::number(std::string_view name, const NumberRange& range) {
  const auto digits = TRY(text(name));
  if (!has(name)) return range.otherwise;
  std::uint64_t value = 0;
  const auto* const last = digits.data() + digits.size();
  const auto [end, failure] = std::from_chars(digits.data(), last, value);
  const bool is_number = failure == std::errc() && end == last;
  if (is_number && value >= range.lowest && value <= range.highest) return value;
  return std::unexpected(Problem(
      400, fmt::format("{} is a whole number from {} to {}.", name, range.lowest, range.highest),
      std::string(name)));
}

Outcome<std::string> Parameters::choice(std::string_view name,
                                        const std::vector<std::string_view>& choices) {
  auto chosen = TRY(text(name, choices.front()));
  if (std::ranges::find(choices, chosen) != choices.end()) return chosen;
  return std::unexpected(Problem(
      400, fmt::format("{} is one of {}.", name, comma_separated(choices)), std::string(name)));
}

Outcome<void> Parameters::refuse_others() const {
  for (const auto& parameter : query_) {
    if (std::ranges::find(known_, parameter.name) != known_.end()) continue;
    return std::unexpected(Problem(
        400,
        known_.empty()
            ? "This address takes no parameters."
            : fmt::format("There is no such parameter. There are: {}.", comma_separated(known_)),
        parameter.name));
  }
  return {};
}

Outcome<std::int64_t> path_number(const Request& request, std::string_view name) {
  const auto& text = request.path_parameter(name);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1) {
    return std::unexpected(Problem(404, "There is none with this number.", std::string(name)));
  }
  return number;
}

}  // namespace tributary::http
