#include "app/hubs/hub_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "app/search_projects.h"

namespace tributary::app {
namespace {

using ecosystem::Quarter;

constexpr std::uint32_t kPage = 1'000;
constexpr const char* kStart = "start";

search::RangeFilter days(std::optional<std::int64_t> first, std::optional<std::int64_t> last) {
  return {.column = kStart, .low = first, .high = last};
}

search::RangeFilter days_of(Quarter quarter) {
  return days(quarter.begins().days_since_epoch(), quarter.ends().days_since_epoch());
}

/// Before, each quarter, behind: what is in none has no first day.
search::FacetRequest start_facet(Quarter first, std::uint32_t quarters) {
  search::FacetRequest facet{
      .name = kStart, .kind = search::FacetKind::buckets, .column = "", .sum = "grant"};
  const auto add = [&](search::RangeFilter range) {
    facet.buckets.push_back({.label = std::to_string(facet.buckets.size()), .ranges = {}});
    facet.buckets.back().ranges.push_back(std::move(range));
  };
  add(days({}, first.begins().days_since_epoch() - 1));
  const auto count = static_cast<int>(quarters);
  for (int each = 0; each < count; ++each) add(days_of(first.later(each)));
  add(days(first.later(count).begins().days_since_epoch(), {}));
  return facet;
}

Result<> check_time(const HubFigureQuery& query) {
  if (!query.deadline || std::chrono::steady_clock::now() <= *query.deadline) return {};
  return fail(ErrorCode::timed_out, "counting the quarters took longer than it may");
}

/// Visits the addresses of all projects that the request finds and that begin in the quarter.
Result<> for_each_project(search::Request request, Quarter quarter,
                          const search::Snapshot& snapshot, const HubFigureQuery& query,
                          const std::function<void(std::string_view)>& visit) {
  request.facets.clear();
  request.selections.push_back({.facet = "", .labels = {}, .ranges = {}, .buckets = {}});
  request.selections.back().ranges.push_back(days_of(quarter));
  request.sort = {.column = kStart, .direction = search::Direction::ascending};
  request.limit = kPage;
  do {
    TRY(check_time(query));
    const auto answer = TRY(snapshot.search(request));
    for (const auto& hit : answer.hits) visit(hit.id);
    request.after = answer.next;
  } while (!request.after.empty());
  return {};
}

/// Who takes part in the projects of one quarter.
class QuarterCount {
 public:
  QuarterCount(const PartnerNetwork& network, QuarterFigures& figures)
      : network_(network), figures_(figures) {}

  void add(std::string_view address) {
    const auto place = network_.place_of(address);
    if (!place) return;
    const auto members = network_.collaboration.members_of(*place);
    if (!members.empty()) ++figures_.members_known;
    for (const auto member : members) ++projects_[member.value];
  }

  void finish() {
    std::set<std::uint16_t> countries;
    for (const auto& [place, projects] : projects_) {
      const auto country = network_.kinds[place].country;
      if (country != 0) countries.insert(country);
      const auto first = network_.first_began({place});
      const bool is_newcomer = first && *first >= figures_.quarter.begins();
      if (is_newcomer) ++figures_.newcomers;
      figures_.organisations.push_back({.id = network_.organisations[place],
                                        .country = network_.countries.text(country),
                                        .projects = projects,
                                        .is_newcomer = is_newcomer});
    }
    figures_.countries = countries.size();
    // Equal ones stay by id.
    std::ranges::stable_sort(figures_.organisations, std::ranges::greater(),
                             &QuarterOrganisation::projects);
  }

 private:
  const PartnerNetwork& network_;
  QuarterFigures& figures_;
  std::map<std::uint32_t, std::uint32_t> projects_;  // by place, which is the order of ids
};

void count_countries(HubFigures& figures) {
  std::map<store::OrganisationId, std::string> country_of;
  for (const auto& quarter : figures.quarters) {
    for (const auto& organisation : quarter.organisations) {
      country_of.emplace(organisation.id, organisation.country);
    }
  }
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [id, country] : country_of) {
    if (country.empty()) {
      ++figures.country_unknown;
    } else {
      ++counts[country];
    }
  }
  figures.organisations = country_of.size();
  for (const auto& [country, organisations] : counts) {
    figures.countries.push_back({country, organisations});
  }
  std::ranges::stable_sort(figures.countries, std::ranges::greater(),
                           &CountryFigures::organisations);
}

}  // namespace

Result<HubFigures> find_hub_figures(const HubFigureQuery& query, const PartnerNetwork& network,
                                    const search::Snapshot& snapshot,
                                    const text::Synonyms& synonyms, Date today) {
  if (query.quarters < 1 || query.quarters > kMostQuarters) {
    return fail(ErrorCode::invalid_argument, "there are 1 to 40 quarters", "quarters");
  }
  const auto first = ecosystem::quarter_of(today).later(1 - static_cast<int>(query.quarters));
  auto question = TRY(read_question(
      {.text = query.text, .filters = query.filters, .limit = 1, .deadline = query.deadline},
      snapshot, synonyms, today));
  question.request.facets.push_back(start_facet(first, query.quarters));
  const auto answer = TRY(ask(question, snapshot));
  const auto& starts = answer.facets.front();
  HubFigures figures{.as_of = today,
                     .projects = answer.total,
                     .earlier = starts.counts.front().count,
                     .later = starts.counts.back().count,
                     .without_start = starts.unknown};
  for (std::uint32_t each = 0; each < query.quarters; ++each) {
    const auto& counted = starts.counts[each + 1];
    auto& quarter = figures.quarters.emplace_back();
    quarter.quarter = first.later(static_cast<int>(each));
    quarter.projects = counted.count;
    quarter.grant = {.cents = counted.sum};
    quarter.grant_known = counted.summed;
    if (quarter.projects == 0) continue;
    QuarterCount count(network, quarter);
    TRY(for_each_project(question.request, quarter.quarter, snapshot, query,
                         [&](std::string_view address) { count.add(address); }));
    count.finish();
  }
  count_countries(figures);
  return figures;
}

std::shared_ptr<const HubFigures> KeptHubFigures::find(const Key& key) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::ranges::find(kept_, key, &Kept::key);
  if (found == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, found);
  return kept_.front().figures;
}

void KeptHubFigures::keep(Key key, std::shared_ptr<const HubFigures> figures) {
  const std::scoped_lock lock(mutex_);
  std::erase_if(kept_, [&](const Kept& kept) { return kept.key.query == key.query; });
  kept_.push_front({std::move(key), std::move(figures)});
  if (kept_.size() > kMostKept) kept_.pop_back();
}

std::string key_text(const HubFigureQuery& query) {
  auto key = fmt::format("{} {}:{}", query.quarters, query.text.size(), query.text);
  for (const auto& choice : query.filters) {
    for (const auto& value : choice.values) {
      key += fmt::format(" {}:{} {}:{}", choice.facet.size(), choice.facet, value.size(), value);
    }
  }
  return key;
}

}  // namespace tributary::app
