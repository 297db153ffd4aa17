#include "app/facets.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "app/project_status.h"
#include "text/display_names.h"

namespace tributary::app {
namespace {

constexpr std::string_view kUnknown = "unknown";

enum class Meaning : std::uint8_t { plain, country, language, status, year };

struct FacetDefinition {
  std::string_view name;
  Meaning meaning;
  std::uint32_t limit;  ///< values answered; what is rarer is found by typing
};

constexpr std::array kFacets{
    FacetDefinition{"status", Meaning::status, 0},
    FacetDefinition{"programme", Meaning::plain, 50},
    FacetDefinition{"action", Meaning::plain, 50},
    FacetDefinition{"country", Meaning::country, 300},
    FacetDefinition{"coordinator_country", Meaning::country, 300},
    FacetDefinition{"year", Meaning::year, 0},
    FacetDefinition{"organisation_type", Meaning::plain, 20},
    FacetDefinition{"topic", Meaning::plain, 100},
    FacetDefinition{"language", Meaning::language, 50},
};

Result<FacetDefinition> definition_of(std::string_view name) {
  const auto found = std::ranges::find(kFacets, name, &FacetDefinition::name);
  if (found != kFacets.end()) return *found;
  return fail(ErrorCode::invalid_argument, "there is no facet of this name", std::string(name));
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Reads "2015", "2015..2017", "2015..", "..2017".
Result<search::RangeFilter> years(std::string_view text) {
  search::RangeFilter filter{.column = "year"};
  const auto dots = text.find("..");
  const auto first = text.substr(0, dots);
  const auto last = dots == std::string_view::npos ? first : text.substr(dots + 2);
  if (!first.empty()) filter.low = whole_number(first);
  if (!last.empty()) filter.high = whole_number(last);
  const bool readable = (first.empty() || filter.low) && (last.empty() || filter.high) &&
                        !(first.empty() && last.empty());
  if (readable) return filter;
  return fail(ErrorCode::invalid_argument,
              "a year is four digits, a span of years is written 2015..2017",
              "year: " + std::string(text));
}

std::string label_of(Meaning meaning, const std::string& value) {
  if (value == kUnknown) return value;
  if (meaning == Meaning::country) return text::country_name(value);
  if (meaning == Meaning::language) return text::language_name(value);
  return value;
}

}  // namespace

void add_choice(std::vector<FacetChoice>& choices, std::string_view facet, std::string value) {
  auto choice = std::ranges::find(choices, facet, &FacetChoice::facet);
  if (choice == choices.end()) choice = choices.insert(choice, {std::string(facet), {}});
  choice->values.push_back(std::move(value));
}

const std::vector<std::string>& Portal::facet_names() {
  static const auto names = [] {
    std::vector<std::string> all;
    for (const auto& facet : kFacets) all.emplace_back(facet.name);
    return all;
  }();
  return names;
}

Result<search::FacetRequest> facet_request(std::string_view name, Date today) {
  const auto facet = TRY(definition_of(name));
  search::FacetRequest request{
      .name = std::string(name), .column = std::string(name), .limit = facet.limit};
  if (facet.meaning == Meaning::year) request.kind = search::FacetKind::histogram;
  if (facet.meaning == Meaning::status) {
    request.kind = search::FacetKind::buckets;
    request.buckets = status_buckets(today);
  }
  return request;
}

Result<search::Selection> selection(const FacetChoice& choice, Date today) {
  const auto facet = TRY(definition_of(choice.facet));
  search::Selection chosen{.facet = choice.facet};
  if (facet.meaning == Meaning::status) {
    for (const auto& bucket : status_buckets(today)) {
      if (std::ranges::find(choice.values, bucket.label) != choice.values.end()) {
        chosen.buckets.push_back(bucket);
      }
    }
    if (chosen.buckets.size() == choice.values.size()) return chosen;
    return fail(ErrorCode::invalid_argument,
                "a status is not_started, ongoing, finished or unknown", "status");
  }
  if (facet.meaning == Meaning::year) {
    for (const auto& value : choice.values) {
      if (value == kUnknown) {
        chosen.ranges.push_back({.column = "year", .low = 1, .high = 0, .unknown = true});
      } else {
        chosen.ranges.push_back(TRY(years(value)));
      }
    }
    return chosen;
  }
  search::LabelFilter filter{.column = choice.facet};
  for (const auto& value : choice.values) {
    if (value == kUnknown) {
      filter.unknown = true;
    } else {
      filter.values.push_back(value);
    }
  }
  chosen.labels.push_back(std::move(filter));
  return chosen;
}

FacetResult facet_result(const search::Facet& facet, const std::vector<FacetChoice>& choices) {
  const auto definition = definition_of(facet.name);
  const auto meaning = definition ? definition->meaning : Meaning::plain;
  const auto choice = std::ranges::find(choices, facet.name, &FacetChoice::facet);
  auto left_over = choice == choices.end() ? std::vector<std::string>() : choice->values;

  FacetResult result{.name = facet.name, .distinct = facet.distinct};
  const auto add = [&](std::string value, std::uint64_t count) {
    const bool selected = std::erase(left_over, value) > 0;
    auto label = label_of(meaning, value);
    result.values.push_back({std::move(value), std::move(label), count, selected});
  };
  for (const auto& counted : facet.counts) {
    add(meaning == Meaning::year ? std::to_string(counted.low) : counted.label, counted.count);
  }
  if (facet.unknown > 0) add(std::string(kUnknown), facet.unknown);
  // A choice stays visible, so that it can be taken back, whatever its count; spans of years are
  // not values.
  for (const auto& value : std::vector(left_over)) {
    if (value.find("..") == std::string::npos) add(value, 0);
  }
  return result;
}

}  // namespace tributary::app
