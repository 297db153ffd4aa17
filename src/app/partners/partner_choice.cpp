#include "app/partners/partner_choice.h"

#include <algorithm>
#include <map>

#include "text/display_names.h"

namespace tributary::app {
namespace {

constexpr std::string_view kUnknown = "unknown";

bool is_chosen(const std::vector<std::string>& chosen, std::string_view value) {
  return chosen.empty() || std::ranges::find(chosen, value) != chosen.end();
}

std::string_view or_unknown(std::string_view value) { return value.empty() ? kUnknown : value; }

/// What the filters but those of facets let through.
class PlainFilters {
 public:
  PlainFilters(const PartnerFilters& filters, const PartnerNetwork& network, Date today)
      : filters_(filters), network_(network), today_(today) {}

  [[nodiscard]] bool pass(const network::PartnerCandidate& candidate) const {
    if (filters_.fewest_projects && candidate.projects < *filters_.fewest_projects) return false;
    if (filters_.most_projects && candidate.projects > *filters_.most_projects) return false;
    if (!is_in_region(network_.region_of(candidate.organisation))) return false;
    return !filters_.newcomers_only ||
           is_newcomer(network_.first_began(candidate.organisation), today_);
  }

 private:
  [[nodiscard]] bool is_in_region(std::string_view code) const {
    return filters_.regions.empty() ||
           std::ranges::any_of(filters_.regions,
                               [&](const auto& region) { return code.starts_with(region); });
  }

  const PartnerFilters& filters_;
  const PartnerNetwork& network_;
  Date today_;
};

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

/// By count, then by label; "unknown" last; what is chosen and counts nothing with its 0.
FacetResult facet_of(std::string name, Counts counts, const std::vector<std::string>& chosen,
                     auto&& label_of) {
  for (const auto& value : chosen) counts.try_emplace(value, 0);
  FacetResult facet{.name = std::move(name), .values = {}};
  for (const auto& [value, count] : counts) {
    facet.values.push_back({.value = value,
                            .label = value == kUnknown ? value : label_of(value),
                            .count = count,
                            .selected = std::ranges::find(chosen, value) != chosen.end()});
    if (count > 0 && value != kUnknown) ++facet.distinct;
  }
  std::ranges::sort(facet.values, [](const FacetValue& one, const FacetValue& other) {
    const bool is_unknown = one.value == kUnknown;
    if (is_unknown != (other.value == kUnknown)) return !is_unknown;
    return one.count != other.count ? one.count > other.count : one.label < other.label;
  });
  return facet;
}

Result<> check(const PartnerFilters& filters) {
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

}  // namespace

bool is_newcomer(std::optional<Date> first_began, Date today) {
  return first_began && first_began->year() > today.year() - kNewcomerYears;
}

Result<PartnerChoice> choose_partners(std::vector<network::PartnerCandidate> candidates,
                                      const PartnerFilters& filters, const PartnerNetwork& network,
                                      Date today) {
  TRY(check(filters));
  const PlainFilters plain(filters, network, today);
  Counts countries;
  Counts types;
  PartnerChoice choice;
  for (const auto& candidate : candidates) {
    if (!plain.pass(candidate)) continue;
    const auto country = or_unknown(network.country_of(candidate.organisation));
    const auto type = or_unknown(catalogue::name_of(network.type_of(candidate.organisation)));
    const bool is_of_country = is_chosen(filters.countries, country);
    const bool is_of_type = is_chosen(filters.types, type);
    if (is_of_type) ++countries[std::string(country)];
    if (is_of_country) ++types[std::string(type)];
    if (is_of_country && is_of_type) choice.within.push_back(candidate);
  }
  choice.facets.push_back(
      facet_of("country", std::move(countries), filters.countries,
               [](const std::string& code) { return text::country_name(code); }));
  choice.facets.push_back(facet_of("organisation_type", std::move(types), filters.types,
                                   [](const std::string& name) { return name; }));
  return choice;
}

}  // namespace tributary::app
