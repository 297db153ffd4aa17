// app/ecosystem/aims/aim_figures.h
//
// All that the figures of one state are computed from, and each figure of each year.
//
//   const auto inputs = TRY(read_aims_inputs(connection, keeper, {"PT"}, clock.today()));
//   const auto shown = figure_of(inputs, {AimMeasure::stage_entries, 1}, 2025, NamedRows::no);
//
// Thread rule: reading as the connection; figure_of() is a pure function.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ecosystem/aims/network_keeper.h"
#include "ecosystem/indicators/aim_figure.h"
#include "ecosystem/indicators/incidence.h"
#include "store/adoption/vet_providers.h"
#include "store/aims/innovation_courses.h"
#include "store/aims/provider_answers.h"

namespace tributary::app {

enum class AimSubject : std::uint8_t { organisation, project, provider, innovation };

std::string_view name_of(AimSubject subject);

/// What a row speaks of, with what it takes to open its page.
struct AimName {
  AimSubject subject = AimSubject::organisation;
  std::int64_t id = 0;
  std::string slug;  ///< of organisations and projects
  std::string name;
};

/// A row behind a figure: of a tie the provider, its partner and their first project.
struct AimRow {
  std::vector<AimName> names;   ///< by whose ids rows ascend
  std::optional<double> value;  ///< where each row has its own
};

struct ShownFigure {
  ecosystem::AimFigure figure;
  int year = 0;
  std::optional<double> value;  ///< nothing where nothing is known, which is not zero
  Date as_of;
  std::string source;
  std::uint64_t heard_from = 0;
  std::optional<std::uint64_t> in_scope;  ///< nothing where nobody said how many there are
  std::uint64_t row_count = 0;
  std::vector<AimRow> rows;  ///< where they were asked for
};

struct AimsInputs {
  ecosystem::StateCode state;
  Date today;
  std::map<ecosystem::ProviderId, store::VetProvider> providers;
  std::vector<store::StoredAnswer> answers;  ///< by day
  std::vector<store::ProviderScope> scopes;  ///< by day
  std::map<ecosystem::InnovationId, store::InnovationCourse> courses;
  StateNetwork network;
};

/// REQUIRES: a snapshot is open, as store::Reading has one.
Result<AimsInputs> read_aims_inputs(sql::Connection& connection, NetworkKeeper& keeper,
                                    const ecosystem::StateCode& state, Date today);

/// The newest that is of `day` or before.
std::optional<std::uint64_t> providers_in_scope(const AimsInputs& inputs, Date day);

enum class NamedRows : std::uint8_t { no, yes };

/// As of the end of the year, or of today where that comes first.
ShownFigure figure_of(const AimsInputs& inputs, ecosystem::AimFigure figure, int year,
                      NamedRows rows);

}  // namespace tributary::app
