#include "app/hubs/hub_filter.h"

#include <fmt/format.h>

#include <algorithm>

namespace tributary::app {
namespace {

constexpr std::string_view kGreece = "GR", kGreeceToo = "EL";

/// The place of a byte as people count characters, from 1.
std::size_t character_at(std::string_view text, std::size_t byte) {
  const auto before = text.substr(0, byte);
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::ranges::count_if(before, begins)) + 1;
}

/// The error of a search as one of the hub's field.
Error as_hub_error(Error error) {
  if (error.code != ErrorCode::invalid_argument && error.code != ErrorCode::too_long &&
      error.code != ErrorCode::too_deep && error.code != ErrorCode::not_utf8) {
    return error;
  }
  error.code = ErrorCode::invalid_argument;
  const bool is_of_choices = error.context.starts_with("filter");
  if (is_of_choices) error.message += " (" + error.context + ")";
  error.context = is_of_choices ? "choices" : "query";
  return error;
}

}  // namespace

std::vector<FacetChoice> filters_of(const ecosystem::HubContent& hub) {
  std::vector<FacetChoice> choices;
  for (const auto& [facet, value] : hub.choices) add_choice(choices, facet, value);
  return choices;
}

std::string words_within(std::string_view query, std::string_view words) {
  if (query.empty()) return std::string(words);
  if (words.empty()) return std::string(query);
  return fmt::format("({}) AND ({})", query, words);
}

std::string words_for(ecosystem::Quarter quarter) {
  return fmt::format("start:{}..{}", quarter.begins().iso().substr(0, 7),
                     quarter.ends().iso().substr(0, 7));
}

Result<> check_hub_filter(const ecosystem::HubContent& hub, Portal& portal) {
  const auto found = portal.search({.text = hub.query, .filters = filters_of(hub), .limit = 1});
  if (!found) return std::unexpected(as_hub_error(found.error()));
  if (found->misreadings.empty()) return {};
  const auto& misreading = found->misreadings.front();
  return fail(ErrorCode::invalid_argument,
              fmt::format("At character {}: {}.", character_at(hub.query, misreading.where.begin),
                          misreading.reason),
              "query");
}

std::vector<std::string> countries_of(const ecosystem::HubContent& hub) {
  std::vector<std::string> countries;
  for (const auto& [facet, value] : hub.choices) {
    if (facet == "country") countries.push_back(value);
  }
  return countries;
}

std::vector<std::string> regions_of(const ecosystem::HubContent& hub) {
  constexpr std::string_view kField = "region:";
  const std::string_view query = hub.query;
  std::vector<std::string> regions;
  for (auto at = query.find(kField); at != std::string_view::npos;
       at = query.find(kField, at + kField.size())) {
    const auto before = query.substr(0, at);
    const bool is_word = before.empty() || before.ends_with(' ') || before.ends_with('(');
    const bool is_left_out = before.ends_with("NOT ");
    if (!is_word || is_left_out) continue;
    auto value = query.substr(at + kField.size());
    const bool is_quoted = value.starts_with('"');
    if (is_quoted) value.remove_prefix(1);
    value = value.substr(0, value.find_first_of(is_quoted ? "\"" : " )"));
    if (!value.empty()) regions.emplace_back(value);
  }
  return regions;
}

std::vector<std::string> member_states_of(const ecosystem::HubContent& hub) {
  auto states = countries_of(hub);
  if (std::ranges::find(states, kGreece) != states.end()) states.emplace_back(kGreeceToo);
  return states;
}

}  // namespace tributary::app
