#include "app/ecosystem/aims/aim_figures.h"

#include <algorithm>

#include "ecosystem/indicators/stage_visits.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr const char* kAnswersSource = "answers of providers, each with its own source";
constexpr const char* kPipelineSource = "moves that the pipeline recorded";
constexpr const char* kTeamsSource =
    "teams of innovations that were proposed in the year, and providers that use them";

Date end_of_year(int year, Date today) {
  return std::min(Date::from_calendar(year, 12, 31).value_or(today), today);
}

/// Computes one figure and names its rows.
class FigureTeller {
 public:
  FigureTeller(const AimsInputs& inputs, eco::AimFigure figure, int year, NamedRows rows)
      : inputs_(inputs),
        figure_(figure),
        year_(year),
        as_of_(end_of_year(year, inputs.today)),
        rows_(rows) {}

  ShownFigure tell() {
    switch (figure_.measure) {
      case eco::AimMeasure::innovating_providers:
        return share_of_providers({});
      case eco::AimMeasure::innovating_providers_by_type:
        return share_of_providers({.type = static_cast<eco::OsloType>(figure_.part)});
      case eco::AimMeasure::innovating_providers_by_novelty:
        return share_of_providers({.novelty = static_cast<eco::NoveltyScope>(figure_.part)});
      case eco::AimMeasure::stage_entries:
        return stage_entries();
      case eco::AimMeasure::stage_survival:
        return of_records(eco::share_that_went_on(visits(), stage(), as_of_, kPipelineSource));
      case eco::AimMeasure::stage_days:
        return of_records(eco::median_days_in_stage(visits(), stage(), as_of_, kPipelineSource));
      case eco::AimMeasure::learners_reached:
        return learners_reached();
      case eco::AimMeasure::enterprise_innovations_with_vet_partner:
        return enterprise_innovations();
      default:
        return of_network();
    }
  }

 private:
  ShownFigure of_network() {
    const auto found = inputs_.network.years->find(year_);
    if (found == inputs_.network.years->end()) {
      return {.figure = figure_,
              .year = year_,
              .value = {},
              .as_of = as_of_,
              .source = "projects of the catalogue and who takes part in them",
              .in_scope = 0};
    }
    const auto& year = found->second;
    switch (figure_.measure) {
      case eco::AimMeasure::enterprises_in_vet_projects:
        return of_records(year.enterprises_in_vet_projects);
      case eco::AimMeasure::vet_share_of_organisations:
        return of_records(year.vet_share_of_organisations);
      case eco::AimMeasure::vet_share_of_participations:
        return of_records(year.vet_share_of_participations);
      case eco::AimMeasure::vet_degree:
        return of_records(year.vet_degree);
      case eco::AimMeasure::vet_brokerage:
        return of_records(year.vet_brokerage);
      case eco::AimMeasure::new_ties_to_enterprises:
        return of_records(year.new_ties_to_enterprises);
      default:
        return of_records(year.new_ties_to_research);
    }
  }

  ShownFigure share_of_providers(const eco::InnovationFilter& counted) {
    std::vector<eco::ProviderAnswer> answers;
    for (const auto& answer : inputs_.answers) answers.push_back(answer.stated.answer);
    return of_scope(
        eco::share_of_innovating_providers(answers, 0, as_of_, counted, kAnswersSource));
  }

  ShownFigure learners_reached() {
    std::map<eco::ProviderId, eco::LearnersReached> last;
    for (const auto& [id, stated, source, revision, recorded, by, changed] : inputs_.answers) {
      const auto& answer = stated.answer;
      if (!eco::is_observed(answer.answered, as_of_)) continue;
      last[answer.provider] = {answer.provider, stated.learners, stated.reached};
    }
    std::vector<eco::LearnersReached> providers;
    for (const auto& [id, one] : last) providers.push_back(one);
    return of_scope(eco::share_of_learners_reached(providers, as_of_, kAnswersSource));
  }

  ShownFigure stage_entries() {
    const auto providers = providers_in_scope(inputs_, as_of_);
    auto figure = eco::entries_per_hundred_providers(visits(), stage(), year_,
                                                     providers.value_or(0), kPipelineSource);
    figure.as_of = as_of_;
    return of_scope(figure);
  }

  ShownFigure enterprise_innovations() {
    std::vector<eco::InnovationPartners> innovations;
    for (const auto& [id, course] : inputs_.courses) {
      if (day_of(course.created).year() != year_) continue;
      eco::InnovationPartners partners{.innovation = id,
                                       .has_vet_provider = course.is_used_by_provider,
                                       .is_any_known = course.is_used_by_provider};
      for (const auto organisation : course.organisations) {
        const auto kind = kind_of(*inputs_.network.network, *inputs_.network.known, organisation);
        partners.has_enterprise |= kind == eco::PartnerKind::enterprise;
        partners.has_vet_provider |= kind == eco::PartnerKind::vet_provider;
        partners.is_any_known |= kind != eco::PartnerKind::unknown;
      }
      innovations.push_back(partners);
    }
    return of_records(
        eco::enterprise_innovations_with_vet_partner(innovations, as_of_, kTeamsSource));
  }

  [[nodiscard]] eco::Stage stage() const { return static_cast<eco::Stage>(figure_.part); }

  [[nodiscard]] std::vector<eco::StageVisit> visits() const {
    std::vector<eco::StageVisit> all;
    std::vector<eco::StageMove> moves;
    for (const auto& [id, course] : inputs_.courses) {
      moves.clear();
      for (const auto& [at, to] : course.moves) moves.push_back({day_of(at), to});
      std::ranges::copy(eco::visits_of(id, day_of(course.created), moves), std::back_inserter(all));
    }
    return all;
  }

  /// Counted among what is recorded: that is its scope too.
  template <class Row>
  ShownFigure of_records(const eco::Figure<Row>& figure) {
    ShownFigure shown{.figure = figure_,
                      .year = year_,
                      .value = figure.value,
                      .as_of = figure.as_of,
                      .source = figure.source,
                      .heard_from = figure.heard.from,
                      .in_scope = figure.heard.in_scope,
                      .row_count = figure.rows.size()};
    if (rows_ == NamedRows::no) return shown;
    for (const auto& row : figure.rows) shown.rows.push_back(named(row));
    return shown;
  }

  /// Counted among the providers of the state, of which somebody has to say how many they are.
  template <class Row>
  ShownFigure of_scope(const eco::Figure<Row>& figure) {
    auto shown = of_records(figure);
    shown.in_scope = providers_in_scope(inputs_, as_of_);
    return shown;
  }

  [[nodiscard]] AimName name_of_organisation(eco::OrganisationNumber id) const {
    const auto& organisation = inputs_.network.network->organisation(id);
    return {AimSubject::organisation, id.value, organisation.slug, organisation.name};
  }

  [[nodiscard]] AimRow named(eco::OrganisationNumber id) const {
    return {{name_of_organisation(id)}, {}};
  }
  [[nodiscard]] AimRow named(const eco::ProviderPosition& position) const {
    return {{name_of_organisation(position.organisation)}, position.value};
  }
  [[nodiscard]] AimRow named(const eco::NewTie& tie) const {
    const auto& project = inputs_.network.network->project(tie.project);
    return {{name_of_organisation(tie.provider),
             name_of_organisation(tie.partner),
             {AimSubject::project, tie.project.value, project.slug, project.name}},
            {}};
  }
  [[nodiscard]] AimRow named(eco::ProviderId id) const {
    return {{{AimSubject::provider, id.value, {}, inputs_.providers.at(id).name}}, {}};
  }
  [[nodiscard]] AimRow named(eco::InnovationId id) const {
    return {{{AimSubject::innovation, id.value, {}, inputs_.courses.at(id).title}}, {}};
  }

  const AimsInputs& inputs_;
  const eco::AimFigure figure_;
  const int year_;
  const Date as_of_;
  const NamedRows rows_;
};

}  // namespace

std::string_view name_of(AimSubject subject) {
  switch (subject) {
    case AimSubject::organisation:
      return "organisation";
    case AimSubject::project:
      return "project";
    case AimSubject::provider:
      return "provider";
    case AimSubject::innovation:
      return "innovation";
  }
  return {};
}

Result<AimsInputs> read_aims_inputs(sql::Connection& connection, NetworkKeeper& keeper,
                                    const eco::StateCode& state, Date today) {
  AimsInputs inputs{.state = state,
                    .today = today,
                    .answers = TRY(store::answers_in_state(connection, state)),
                    .scopes = TRY(store::scopes_of(connection, state)),
                    .courses = TRY(store::innovation_courses(connection, state)),
                    .network = TRY(keeper.of_state(connection, state, today))};
  for (auto& provider : TRY(store::vet_providers(connection, state))) {
    inputs.providers.emplace(provider.id, std::move(provider));
  }
  return inputs;
}

std::optional<std::uint64_t> providers_in_scope(const AimsInputs& inputs, Date day) {
  std::optional<std::uint64_t> last;
  for (const auto& scope : inputs.scopes) {
    if (scope.day <= day) last = scope.providers;
  }
  return last;
}

ShownFigure figure_of(const AimsInputs& inputs, eco::AimFigure figure, int year, NamedRows rows) {
  return FigureTeller(inputs, figure, year, rows).tell();
}

}  // namespace tributary::app
