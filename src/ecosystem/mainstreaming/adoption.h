// ecosystem/mainstreaming/adoption.h
//
// Who uses an innovation, since when and whether still: from these records come coverage and the
// curve of its spread. A provider that nobody reported on is not one that does not use it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/strong_id.h"
#include "ecosystem/innovation/innovation.h"

namespace tributary::ecosystem {

using AdoptionId = StrongId<struct AdoptionTag>;
using ProviderId = StrongId<struct ProviderTag>;

/// How close to what was tested it is used.
enum class Fidelity : std::uint8_t { as_tested, adapted, in_part };

std::string_view name_of(Fidelity fidelity);

struct AdoptionRecord {
  AdoptionId id;
  ProviderId provider;
  InnovationId innovation;
  Date adopted;
  std::optional<Date> stopped;       ///< nothing while it is in use
  std::optional<Fidelity> fidelity;  ///< nothing where nobody looked
  bool operator==(const AdoptionRecord&) const = default;
};

/// Errors: `invalid_argument` where it stopped before it was adopted, or either lies after `today`.
Result<> check_adoption(const AdoptionRecord& record, Date today);

/// Whether the provider uses it on `day`: from the day of adoption to the day before it stopped.
bool is_in_use(const AdoptionRecord& record, Date day);

struct Coverage {
  std::uint64_t providers_using = 0;
  std::uint64_t providers_reporting = 0;  ///< in scope, and heard from, using it or not
  std::uint64_t providers_in_scope = 0;
  std::vector<AdoptionId> rows;  ///< behind `providers_using`, one a provider
  /// Nothing where nobody reported.
  [[nodiscard]] std::optional<double> share() const;
};

/// On `day`, among the providers in scope. `reporting` are those heard from; who has a record was
/// heard from.
Coverage coverage_on(Date day, std::span<const AdoptionRecord> records,
                     std::span<const ProviderId> in_scope, std::span<const ProviderId> reporting);

/// A point of the curve of spread, at the end of a year.
struct SpreadPoint {
  int year = 0;
  std::uint64_t adopted = 0;  ///< providers that ever adopted it until then
  std::uint64_t in_use = 0;   ///< providers that use it on the last day
  bool operator==(const SpreadPoint&) const = default;
};

/// From the year of the first adoption to `last_year`, none left out; empty without records.
std::vector<SpreadPoint> spread_of(std::span<const AdoptionRecord> records, int last_year);

}  // namespace tributary::ecosystem
