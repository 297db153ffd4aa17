#include "app/partners/partner_choice.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "text/display_names.h"

namespace tributary::app {
namespace {

constexpr std::string_view kUnknown = "unknown";
constexpr std::size_t kMostValues = 300;

using Counts = std::map<std::string, std::uint64_t>;
using Chosen = std::unordered_set<std::string_view>;

Chosen set_of(const std::vector<std::string>& values) { return {values.begin(), values.end()}; }

std::string_view or_unknown(std::string_view value) { return value.empty() ? kUnknown : value; }

/// One facet over numbered values: to compare and count texts for each of a hundred thousand
/// candidates would take longer than to find them.
class NumberedFacet {
 public:
  /// `text_of(number)` for all numbers below `size`.
  NumberedFacet(std::size_t size, const Chosen& chosen, auto&& text_of)
      : is_chosen_(size, chosen.empty()), counts_(size) {
    for (std::size_t number = 0; number < size; ++number) {
      texts_.emplace_back(or_unknown(text_of(number)));
      if (chosen.contains(texts_.back())) is_chosen_[number] = true;
    }
  }

  [[nodiscard]] bool is_chosen(std::size_t number) const { return is_chosen_[number]; }
  void count(std::size_t number) { ++counts_[number]; }

  [[nodiscard]] Counts counts() const {
    Counts counts;
    for (std::size_t number = 0; number < counts_.size(); ++number) {
      if (counts_[number] > 0) counts[texts_[number]] += counts_[number];
    }
    return counts;
  }

 private:
  std::vector<bool> is_chosen_;
  std::vector<std::uint64_t> counts_;
  std::vector<std::string> texts_;
};

/// What the filters but those of facets let through.
class PlainFilters {
 public:
  PlainFilters(const PartnerFilters& filters, const PartnerNetwork& network, Date today)
      : filters_(filters),
        network_(network),
        today_(today),
        has_regions_(!filters.regions.empty()),
        is_in_region_(network.region_codes.size()) {
    for (std::uint32_t number = 0; number < is_in_region_.size(); ++number) {
      const std::string_view code = network.region_codes.text(number);
      for (const auto& region : filters.regions) {
        if (code.starts_with(region)) is_in_region_[number] = true;
      }
    }
  }

  [[nodiscard]] bool pass(network::OrganisationIndex candidate, std::uint32_t projects) const {
    if (filters_.fewest_projects && projects < *filters_.fewest_projects) return false;
    if (filters_.most_projects && projects > *filters_.most_projects) return false;
    if (has_regions_ && !is_in_region_[network_.regions[candidate.value]]) return false;
    return !filters_.newcomers_only || is_newcomer(network_.first_began(candidate), today_);
  }

 private:
  const PartnerFilters& filters_;
  const PartnerNetwork& network_;
  Date today_;
  bool has_regions_;
  std::vector<bool> is_in_region_;  // by the number of the region
};

/// By count, then by label; "unknown" last; what is chosen and counts nothing with its 0.
FacetResult facet_of(std::string name, Counts counts, const Chosen& chosen, auto&& label_of) {
  for (const auto value : chosen) counts.try_emplace(std::string(value), 0);
  FacetResult facet{.name = std::move(name), .values = {}};
  for (const auto& [value, count] : counts) {
    facet.values.push_back({.value = value,
                            .label = value == kUnknown ? value : label_of(value),
                            .count = count,
                            .selected = chosen.contains(value)});
    if (count > 0 && value != kUnknown) ++facet.distinct;
  }
  std::ranges::sort(facet.values, [](const FacetValue& one, const FacetValue& other) {
    const bool is_unknown = one.value == kUnknown;
    if (is_unknown != (other.value == kUnknown)) return !is_unknown;
    return one.count != other.count ? one.count > other.count : one.label < other.label;
  });
  return facet;
}

Result<> check_count(const std::vector<std::string>& values, const char* field) {
  if (values.size() <= kMostValues) return {};
  return fail(ErrorCode::invalid_argument, "a filter has at most 300 values", field);
}

}  // namespace

Result<> check_filters(const PartnerFilters& filters) {
  TRY(check_count(filters.countries, "countries"));
  TRY(check_count(filters.types, "organisation_types"));
  TRY(check_count(filters.regions, "regions"));
  for (const auto& type : filters.types) {
    if (type == kUnknown) continue;
    bool is_known = false;
    for (int each = 0; each <= static_cast<int>(catalogue::OrganisationType::other); ++each) {
      is_known |= catalogue::name_of(static_cast<catalogue::OrganisationType>(each)) == type;
    }
    if (!is_known) {
      return fail(ErrorCode::invalid_argument, "there is no such type of organisation: " + type,
                  "organisation_types");
    }
  }
  if (filters.fewest_projects && filters.most_projects &&
      *filters.fewest_projects > *filters.most_projects) {
    return fail(ErrorCode::invalid_argument,
                "nobody can have at least so many projects and at most fewer", "fewest_projects");
  }
  return {};
}

bool is_newcomer(std::optional<Date> first_began, Date today) {
  return first_began && first_began->year() > today.year() - kNewcomerYears;
}

std::vector<FacetResult> keep_chosen(network::PartnerCandidates& candidates,
                                     const PartnerFilters& filters, const PartnerNetwork& network,
                                     Date today) {
  const auto chosen_countries = set_of(filters.countries);
  const auto chosen_types = set_of(filters.types);
  const PlainFilters plain(filters, network, today);
  NumberedFacet countries(network.countries.size(), chosen_countries, [&](std::size_t number) {
    return std::string_view(network.countries.text(static_cast<std::uint32_t>(number)));
  });
  constexpr auto kTypes = static_cast<std::size_t>(catalogue::OrganisationType::other) + 1;
  NumberedFacet types(kTypes, chosen_types, [](std::size_t number) {
    return catalogue::name_of(static_cast<catalogue::OrganisationType>(number));
  });
  candidates.keep_only([&](network::OrganisationIndex candidate, std::uint32_t projects) {
    if (!plain.pass(candidate, projects)) return false;
    const auto& kind = network.kinds[candidate.value];
    const bool has_type = types.is_chosen(kind.type);
    const bool has_country = countries.is_chosen(kind.country);
    if (has_type) countries.count(kind.country);
    if (has_country) types.count(kind.type);
    return has_type && has_country;
  });
  std::vector<FacetResult> facets;
  facets.push_back(facet_of("country", countries.counts(), chosen_countries,
                            [](const std::string& code) { return text::country_name(code); }));
  facets.push_back(facet_of("organisation_type", types.counts(), chosen_types,
                            [](const std::string& name) { return name; }));
  return facets;
}

}  // namespace tributary::app
