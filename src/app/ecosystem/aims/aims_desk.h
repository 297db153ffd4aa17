// app/ecosystem/aims/aims_desk.h
//
// The use cases of the two aims: what VET contributes to innovation, and how much innovation there
// is in VET, for a Member State year by year; and what providers answer about the latter.
//
//   AimsDesk desk(connections, clock);
//   TRY(desk.record_answer(officer, {.stated = {.answer = {school, day, {…}}}, .source =
//   "survey"})); const auto view = TRY(desk.view({"PT"}, {.from = 2015, .to = 2025}));
//
// The two stand side by side and no number is made of both. Every figure has its day, its source,
// how many were heard of how many, and its rows; what nobody knows is nothing, which is not zero.
//
// A change is one transaction with its entry in the audit trail. Errors of rights are
// `not_permitted`, of a field `invalid_argument` with its name as the context.
//
// What is computed from the whole catalogue is computed once and kept (network_keeper.h).
//
// Thread rule: safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ecosystem/aims/aim_figures.h"
#include "app/ecosystem/table_import.h"
#include "base/clock.h"
#include "base/file.h"
#include "ecosystem/rights/actor.h"
#include "store/pool.h"

namespace tributary::app {

/// Both included. Nothing: the ten years before this one and this one, or up to the other.
struct AimYears {
  std::optional<int> from, to;
};

/// What there is to count from in a state, before anything is counted.
struct AimsOfState {
  ecosystem::StateCode state;
  std::uint64_t vet_providers_in_catalogue = 0;
  std::uint64_t providers_listed = 0;
  std::optional<std::uint64_t> providers_in_scope;
  std::uint64_t providers_answered = 0;  ///< at some time
};

struct AimSeries {
  ecosystem::AimFigure figure;
  std::vector<ShownFigure> years;  ///< ascending, none left out
};

struct AimsView {
  ecosystem::StateCode state;
  int from = 0, to = 0;
  std::vector<AimSeries> series;              ///< contribution first
  std::optional<store::ProviderScope> scope;  ///< the newest
};

struct AimRowsPage {
  ShownFigure figure;       ///< with the rows of this page
  std::string next_cursor;  ///< empty: there are no more
};

/// The rows behind AimsOfState::vet_providers_in_catalogue.
struct VetProvidersPage {
  std::uint64_t total = 0;  ///< of all pages
  std::vector<store::NetworkOrganisation> organisations;
  std::string next_cursor;  ///< empty: there are no more
};

struct AnswerView {
  store::StoredAnswer answer;
  std::string provider_name;
};

struct RecordAnswer {
  ecosystem::StatedAnswer stated;
  std::string source;
  std::optional<store::Revision> seen;  ///< of the answer of this day that it replaces
};

struct RecordScope {
  ecosystem::StateCode member_state;
  std::uint64_t providers = 0;
  Date day;
  std::string source;
};

class AimsDesk {
 public:
  /// REQUIRES: both outlive it.
  AimsDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Anyone.
  /// States that may take positions on the framework, have providers listed or in the catalogue.
  Result<std::vector<AimsOfState>> states();
  /// Errors: `invalid_argument` for years that do not follow each other, lie ahead or are more than
  /// sixty, and for a state that is not two letters.
  Result<AimsView> view(const ecosystem::StateCode& state, const AimYears& years);
  /// At most `limit` rows behind those that the cursor has told. Errors: as above.
  Result<AimRowsPage> rows(const ecosystem::StateCode& state, ecosystem::AimFigure figure, int year,
                           const std::string& cursor, std::size_t limit);
  /// Organisations of the catalogue that count as VET providers of the state, by id, at most
  /// `limit` behind those that the cursor has told. Errors: as above.
  Result<VetProvidersPage> vet_providers(const ecosystem::StateCode& state,
                                         const std::string& cursor, std::size_t limit);
  /// The newest first.
  Result<std::vector<AnswerView>> answers(const ecosystem::StateCode& state);

  /// The organisation's representative, and for their state the officer of the national agency and
  /// the Member State's representative. Without `seen` a new one. Errors: `conflict` where there is
  /// one of this day, or it is no longer the one that was seen.
  Result<> record_answer(const ecosystem::Actor& actor, const RecordAnswer& request);

  /// How many providers there are: the officer and the representative of the state.
  Result<> record_scope(const ecosystem::Actor& actor, const RecordScope& request);

  // The operator of the installation, who answers for the file.
  /// A row for each innovation of an answer, or one without any. Columns: provider, member_state,
  /// answered, learners, learners_reached, implemented, type, novelty, source. Providers that are
  /// not known are added. All or nothing; a file that comes again changes nothing. Errors:
  /// `unrecognised` where a column is missing.
  Result<TableImport> import_file(const Path& file);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
  NetworkKeeper keeper_;
};

}  // namespace tributary::app
