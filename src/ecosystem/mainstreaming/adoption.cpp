#include "ecosystem/mainstreaming/adoption.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace tributary::ecosystem {

std::string_view name_of(Fidelity fidelity) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"as_tested", "adapted", "in_part"});
  return kNames[static_cast<std::size_t>(fidelity)];
}

Result<> check_adoption(const AdoptionRecord& record, Date today) {
  const auto refuse = [](std::string what) {
    return fail(ErrorCode::invalid_argument, std::move(what), "adoption");
  };
  if (record.adopted > today) return refuse("it was adopted on a day that has not come");
  if (!record.stopped) return {};
  if (*record.stopped > today) return refuse("it stopped on a day that has not come");
  return *record.stopped < record.adopted ? refuse("it stopped before it was adopted") : Result<>();
}

bool is_in_use(const AdoptionRecord& record, Date day) {
  return record.adopted <= day && (!record.stopped || day < *record.stopped);
}

std::optional<double> Coverage::share() const {
  if (providers_reporting == 0) return std::nullopt;
  return static_cast<double>(providers_using) / static_cast<double>(providers_reporting);
}

Coverage coverage_on(Date day, std::span<const AdoptionRecord> records,
                     std::span<const ProviderId> in_scope, std::span<const ProviderId> reporting) {
  const std::set<ProviderId> scope(in_scope.begin(), in_scope.end());
  std::set<ProviderId> heard_from;
  for (const auto provider : reporting) {
    if (scope.contains(provider)) heard_from.insert(provider);
  }
  std::map<ProviderId, AdoptionId> row_of;
  for (const auto& record : records) {
    if (!scope.contains(record.provider) || record.adopted > day) continue;
    heard_from.insert(record.provider);
    if (is_in_use(record, day)) row_of.try_emplace(record.provider, record.id);
  }
  Coverage coverage{.providers_using = row_of.size(),
                    .providers_reporting = heard_from.size(),
                    .providers_in_scope = scope.size(),
                    .rows = {}};
  for (const auto& [provider, row] : row_of) coverage.rows.push_back(row);
  return coverage;
}

std::vector<SpreadPoint> spread_of(std::span<const AdoptionRecord> records, int last_year) {
  std::vector<SpreadPoint> points;
  if (records.empty()) return points;
  const auto first = std::ranges::min_element(records, {}, &AdoptionRecord::adopted);
  for (auto year = first->adopted.year(); year <= last_year; ++year) {
    const auto last_day = Date::from_calendar(year, 12, 31);
    if (!last_day) break;
    std::set<ProviderId> adopted, in_use;
    for (const auto& record : records) {
      if (record.adopted <= *last_day) adopted.insert(record.provider);
      if (is_in_use(record, *last_day)) in_use.insert(record.provider);
    }
    points.push_back({.year = year, .adopted = adopted.size(), .in_use = in_use.size()});
  }
  return points;
}

}  // namespace tributary::ecosystem
