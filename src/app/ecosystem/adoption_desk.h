// app/ecosystem/adoption_desk.h
//
// The use cases of adoption: which providers use an innovation, since when and whether still; who
// was asked and does not; what comes of it as coverage and spread.
//
//   AdoptionDesk desk(connections, clock);
//   const auto school = TRY(desk.add_provider(officer, {.name = "Escola", .member_state =
//   {"PT"}})); TRY(desk.record(officer, {.provider = school, .innovation = {7}, .adopted = day},
//   "survey")); const auto view = TRY(desk.view({7}, {"PT"}, {}));
//
// Written by the officer of the state's national agency, or by a representative of the provider's
// organisation. A provider that nobody heard from is not one that does not use it. Every change is
// one transaction with its entry in the audit trail; what others may change too names the revision
// that was seen, and another one is a `conflict`. Errors of rights are `not_permitted`, of a field
// `invalid_argument` with its name as the context.
//
// Thread rule: safe from any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ecosystem/potential/adoption_forecast.h"
#include "app/ecosystem/table_import.h"
#include "base/clock.h"
#include "base/file.h"
#include "ecosystem/rights/actor.h"
#include "store/adoption/adoptions.h"
#include "store/adoption/vet_providers.h"
#include "store/pool.h"

namespace tributary::app {

struct StateCoverage {
  ecosystem::StateCode member_state;
  ecosystem::Coverage coverage;
};

/// How far an innovation has spread, as of a day, with the rows behind every number.
struct AdoptionView {
  ecosystem::InnovationId innovation;
  std::string title;
  ecosystem::StateCode member_state;  ///< that was asked for; empty: all
  Date day;
  ecosystem::Coverage coverage;       ///< of all that was asked for
  std::vector<StateCoverage> states;  ///< of those that have providers, by code
  std::vector<ecosystem::SpreadPoint> spread;
  AdoptionForecast forecast;
  std::vector<store::StoredAdoption> records;                     ///< that began until the day
  std::vector<store::AdoptionReply> replies;                      ///< until the day
  std::map<ecosystem::ProviderId, store::VetProvider> providers;  ///< in scope
  std::optional<Timestamp> changed;                               ///< the last record or reply
};

struct ProviderView {
  store::VetProvider provider;
  std::optional<std::string> organisation_slug;
  std::vector<store::TitledAdoption> adopted;  ///< by day
};

struct ProviderList {
  Date day;  ///< as of which something is in use
  std::vector<ProviderView> providers;
};

struct AddProvider {
  std::string name;
  ecosystem::StateCode member_state;
  std::optional<store::OrganisationId> organisation;
  std::optional<std::int64_t> learners;
};

struct EditProvider {
  ecosystem::ProviderId id;
  store::Revision seen;
  std::optional<store::OrganisationId> organisation;
  std::optional<std::int64_t> learners;
};

struct CorrectAdoption {
  ecosystem::AdoptionId id;
  store::Revision seen;
  std::optional<Date> stopped;
  std::optional<ecosystem::Fidelity> fidelity;
  std::string source;
};

struct ReplyOfProvider {
  ecosystem::ProviderId provider;
  ecosystem::InnovationId innovation;
  Date day;
  std::string source;
};

class AdoptionDesk {
 public:
  /// REQUIRES: both outlive it.
  AdoptionDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Anyone.
  /// As of `day`, today where none is named. Errors: `not_found`; `invalid_argument` for a day that
  /// has not come.
  Result<AdoptionView> view(ecosystem::InnovationId innovation,
                            const ecosystem::StateCode& member_state, std::optional<Date> day);
  /// By state and name, with what they use and used; of all states where none is named.
  Result<ProviderList> providers(const ecosystem::StateCode& member_state);

  // The state's officer, and representatives of the organisation.
  Result<ecosystem::ProviderId> add_provider(const ecosystem::Actor& actor,
                                             const AddProvider& request);
  /// Also by those of the organisation that it gets.
  Result<> edit_provider(const ecosystem::Actor& actor, const EditProvider& request);
  Result<ecosystem::AdoptionId> record(const ecosystem::Actor& actor,
                                       const ecosystem::AdoptionRecord& record,
                                       const std::string& source);
  Result<> correct(const ecosystem::Actor& actor, const CorrectAdoption& request);
  /// It was asked and does not use it. Errors: `conflict` where a record says that it does.
  Result<> reply(const ecosystem::Actor& actor, const ReplyOfProvider& request);

  // The operator of the installation, who answers for the file.
  /// Columns: provider, member_state, innovation, adopted or asked (then it does not use it),
  /// stopped, fidelity, source. Providers that are not known are added. A row that cannot be taken
  /// is rejected with its line and takes no other with it; a file that comes again changes nothing.
  /// Errors: `unrecognised` where a column is missing.
  Result<TableImport> import_file(const Path& file);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
