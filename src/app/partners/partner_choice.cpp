#include "app/partners/partner_choice.h"

#include <algorithm>
#include <map>

#include "text/display_names.h"

namespace tributary::app {
namespace {

constexpr std::string_view kUnknown = "unknown";

using Counts = std::map<std::string, std::uint64_t>;

std::string_view or_unknown(std::string_view value) { return value.empty() ? kUnknown : value; }

/// One facet over numbered values: to compare and count texts for each of a hundred thousand
/// candidates would take longer than to find them.
class NumberedFacet {
 public:
  /// `text_of(number)` for all numbers below `size`.
  NumberedFacet(std::size_t size, const std::vector<std::string>& chosen, auto&& text_of)
      : is_chosen_(size, chosen.empty()), counts_(size) {
    for (std::size_t number = 0; number < size; ++number) {
      texts_.emplace_back(or_unknown(text_of(number)));
      if (std::ranges::find(chosen, texts_.back()) != chosen.end()) is_chosen_[number] = true;
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
  NumberedFacet countries(network.countries.size(), filters.countries, [&](std::size_t number) {
    return std::string_view(network.countries.text(static_cast<std::uint32_t>(number)));
  });
  constexpr auto kTypes = static_cast<std::size_t>(catalogue::OrganisationType::other) + 1;
  NumberedFacet types(kTypes, filters.types, [](std::size_t number) {
    return catalogue::name_of(static_cast<catalogue::OrganisationType>(number));
  });
  PartnerChoice choice;
  for (const auto& candidate : candidates) {
    if (!plain.pass(candidate)) continue;
    const auto& kind = network.kinds[candidate.organisation.value];
    if (types.is_chosen(kind.type)) countries.count(kind.country);
    if (countries.is_chosen(kind.country)) types.count(kind.type);
    if (types.is_chosen(kind.type) && countries.is_chosen(kind.country)) {
      choice.within.push_back(candidate);
    }
  }
  choice.facets.push_back(
      facet_of("country", countries.counts(), filters.countries,
               [](const std::string& code) { return text::country_name(code); }));
  choice.facets.push_back(facet_of("organisation_type", types.counts(), filters.types,
                                   [](const std::string& name) { return name; }));
  return choice;
}

}  // namespace tributary::app
