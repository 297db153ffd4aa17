#include "app/ecosystem/potential/potential_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ecosystem/application/framework_application.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using Part = eco::PotentialPart;

/// An innovation's cases are few; this many are never exceeded.
constexpr std::uint64_t kAllCases = 10'000;

std::string page_of_innovation(eco::InnovationId id, std::string_view rest) {
  return fmt::format("/innovations/{}{}", id.value, rest);
}

/// Puts a part in its place; the rows and what is newest follow.
PartOfPotential& put(PotentialView& view, Part part, eco::PotentialReading reading,
                     std::string source) {
  auto& place = view.parts[static_cast<std::size_t>(part)];
  place.part = part;
  place.reading = std::move(reading);
  place.source = std::move(source);
  return place;
}

void note_change(PartOfPotential& part, Timestamp at) {
  if (!part.changed || *part.changed < at) part.changed = at;
}

std::string name_of_pilot(const store::StoredPilot& pilot) {
  return fmt::format("{} ({})", pilot.site, pilot.member_state.value);
}

void put_evidence(PotentialView& view, const EvidenceView& evidence) {
  auto& part = put(view, Part::evidence, eco::read_evidence(evidence.level),
                   "protocols and pilots of the innovation; reported pilots of all that were "
                   "planned");
  part.rows.push_back({evidence.title, page_of_innovation(view.innovation, "/evidence")});
  for (const auto& protocol : evidence.protocols) {
    note_change(part, protocol.stored.changed);
    part.rows.push_back(
        {protocol.stored.content.title, fmt::format("/protocols/{}", protocol.stored.id.value)});
    for (const auto& line : protocol.pilots) {
      note_change(part, line.stored.changed);
      ++part.of;
      if (line.stored.state == eco::PilotState::reported) ++part.known;
    }
  }
}

void put_effect(PotentialView& view, const EvidenceView& evidence, bool is_controlled) {
  const OutcomeSynthesis nothing;
  const auto& synthesis = view.leading ? view.outcomes[*view.leading].synthesis : nothing;
  auto& part = put(view, Part::effect, eco::read_effect(effect_facts_of(synthesis, is_controlled)),
                   "analysed pilots of the outcome that has the most, by random effects; pilots "
                   "pooled of all that were planned");
  part.known = synthesis.pilots.size();
  part.of = view.part(Part::evidence).of;
  for (const auto& pooled : synthesis.pilots) {
    note_change(part, pooled.pilot.changed);
    part.rows.push_back(
        {name_of_pilot(pooled.pilot), fmt::format("/pilots/{}", pooled.pilot.id.value)});
  }
  view.transfer = transfer_facts_of(synthesis, view.target);
  std::set<eco::StateCode> planned_in;
  for (const auto& protocol : evidence.protocols) {
    for (const auto& line : protocol.pilots) planned_in.insert(line.stored.member_state);
  }
  auto& elsewhere = put(view, Part::transferability, eco::read_transferability(view.transfer),
                        "the same pilots by state; states with an effect of those with a pilot");
  elsewhere.known = view.transfer.states.size();
  elsewhere.of = planned_in.size();
  elsewhere.rows = part.rows;
  elsewhere.changed = part.changed;
}

bool has_answers(const store::StoredCase& stored) {
  return eco::counts_of(stored.content.checklist).unknown < eco::kChecklistItems;
}

std::string name_of_case(const store::StoredCase& stored) {
  return fmt::format("{}: {}", stored.content.state.value, stored.content.competent_authority);
}

PotentialRow row_of_case(const store::StoredCase& stored) {
  return {name_of_case(stored), fmt::format("/mainstreaming/{}", stored.id.value)};
}

/// Newest first, those that were not given up.
using CaseList = std::vector<store::StoredCase>;

/// Of the target where it has one, else of any state, the newest of which something was answered.
std::optional<store::StoredCase> case_to_read(const CaseList& cases, const eco::StateCode& target) {
  std::optional<store::StoredCase> read;
  for (const auto& stored : cases) {
    if (!has_answers(stored)) continue;
    if (stored.content.state == target) return stored;
    if (!read) read = stored;
  }
  return read;
}

void put_scalability(PotentialView& view) {
  eco::ScalabilityFacts facts{.target = view.target, .case_of = {}, .checklist = {}};
  if (view.case_read) {
    facts.case_of = view.case_read->content.state;
    facts.checklist = view.case_read->content.checklist;
  }
  auto& part = put(view, Part::scalability, eco::read_scalability(facts),
                   "the twelve questions of its latest mainstreaming case; answers that are known "
                   "of twelve");
  part.of = eco::kChecklistItems;
  if (!view.case_read) return;
  part.known = eco::kChecklistItems - eco::counts_of(facts.checklist).unknown;
  part.changed = view.case_read->changed;
  part.rows.push_back(row_of_case(*view.case_read));
}

/// A pilot stands under each of its outcomes, with one cost.
std::vector<PotentialRow> put_pilot_costs(const PotentialView& view, eco::CostFacts& facts) {
  std::vector<PotentialRow> rows;
  for (const auto& outcome : view.outcomes) {
    for (const auto& [pilot, effect, is_coarse, fidelity, per_learner] : outcome.synthesis.pilots) {
      const PotentialRow row{pilot.site, fmt::format("/pilots/{}", pilot.id.value)};
      const bool is_there = std::ranges::find(rows, row.page, &PotentialRow::page) != rows.end();
      if (!per_learner || is_there) continue;
      facts.per_learner.push_back(*per_learner);
      rows.push_back(row);
    }
  }
  return rows;
}

void put_cost(PotentialView& view, const CaseList& cases) {
  eco::CostFacts facts{.target = view.target,
                       .at_scale = {},
                       .known_elsewhere = {},
                       .per_learner = {},
                       .is_described = !view.product_cost.empty()};
  std::set<eco::StateCode> all, elsewhere;
  std::vector<PotentialRow> rows;
  std::optional<Timestamp> changed;
  for (const auto& stored : cases) {
    const auto& [state, cost] = std::tie(stored.content.state, stored.content.cost_at_scale);
    all.insert(state);
    if (!cost) continue;
    const bool is_here = state == view.target;
    if (is_here ? facts.at_scale.has_value() : !elsewhere.insert(state).second) continue;
    if (is_here) facts.at_scale = cost;
    rows.push_back(row_of_case(stored));
    if (!changed || *changed < stored.changed) changed = stored.changed;
  }
  const auto pilot_rows = put_pilot_costs(view, facts);
  facts.known_elsewhere.assign(elsewhere.begin(), elsewhere.end());
  auto& part = put(view, Part::cost, eco::read_cost(facts),
                   "cost at scale of mainstreaming cases, a year for all providers of the state; "
                   "states with a cost of those with a case");
  part.known = rows.size();
  part.of = all.size();
  part.changed = changed;
  part.rows = std::move(rows);
  part.rows.insert(part.rows.end(), pilot_rows.begin(), pilot_rows.end());
  if (facts.is_described) {
    part.rows.push_back({view.title, page_of_innovation(view.innovation, "")});
  }
}

std::optional<eco::Level> level_of(const eco::AppliedItem& item) {
  return item.peer_reviewed ? item.peer_reviewed : item.self_assessed;
}

AddressedItem addressed_item(const eco::ItemKey& key, const ApplicationView* application) {
  AddressedItem addressed{.item = {.key = key, .level = {}, .target = {}}, .name = {}};
  if (application == nullptr) return addressed;
  if (const auto* item = eco::find_item(application->version.text, key)) {
    addressed.name = item->name;
  }
  const auto& file = application->file;
  if (const auto found = file.items.find(key); found != file.items.end()) {
    addressed.item.level = level_of(found->second.item);
  }
  if (const auto target = file.targets.find(key); target != file.targets.end()) {
    addressed.item.target = target->second;
  }
  return addressed;
}

Timestamp last_change_of(const ApplicationView& application) {
  auto last = application.file.application.begun;
  for (const auto& move : application.moves) last = std::max(last, move.at);
  for (const auto& review : application.reviews) last = std::max(last, review.at);
  return last;
}

eco::StatedReason reason_of(const AdoptionForecast& ahead) {
  using Why = eco::PotentialReason;
  const auto years = static_cast<double>(ahead.years.size());
  if (ahead.years.empty() || ahead.why_not_code == evidence::kNobodyAdopts) {
    return {Why::nobody_adopted};
  }
  if (ahead.why_not_code == evidence::kTooFewPeriods) {
    return {Why::too_few_years, {years, static_cast<double>(evidence::kFewestPeriods)}, {}};
  }
  const bool is_growing = ahead.why_not_code == evidence::kNoSaturation;
  return {is_growing ? Why::no_saturation : Why::curve_not_determined};
}

void put_forecast(PotentialView& view, const AdoptionView& adoption) {
  eco::ForecastFacts facts;
  const auto& ahead = view.forecast;
  if (!ahead.points.empty()) {
    const auto& [year, adopted, interval] = ahead.points.back();
    facts.end = {year, adopted, interval.low, interval.high};
  } else {
    facts.why_not = reason_of(ahead);
  }
  auto& part = put(view, Part::forecast, eco::read_forecast(facts),
                   "Bass model over first adoptions, year by year; whole years of those since the "
                   "first adoption");
  part.known = ahead.years.size();
  part.of = adoption.spread.size();
  part.changed = adoption.changed;
  part.rows.push_back({view.title, page_of_innovation(view.innovation, "/adoption#forecast")});
}

eco::AdoptionFacts facts_of(const AdoptionView& adoption, const eco::StateCode& target) {
  const auto& coverage = adoption.coverage;
  eco::AdoptionFacts facts{.target = target,
                           .providers_using = coverage.providers_using,
                           .providers_heard = coverage.providers_reporting};
  std::set<eco::ProviderId> ever;
  for (const auto& stored : adoption.records) ever.insert(stored.record.provider);
  facts.ever_adopted = ever.size();
  for (const auto& [state, in_state] : adoption.states) {
    if (in_state.providers_using > 0) ++facts.states_using;
    if (state != target) continue;
    facts.using_here = in_state.providers_using;
    facts.heard_here = in_state.providers_reporting;
  }
  return facts;
}

Result<> check_target(const eco::StateCode& target) {
  if (target.value.empty() || eco::check_jurisdiction({.state = target})) return {};
  return fail(ErrorCode::invalid_argument, "Name the Member State by its two letters.", "state");
}

}  // namespace

Result<> PotentialDesk::read_evidence(PotentialView& view) {
  const auto evidence = TRY(pilots_.evidence({}, view.innovation));
  view.level = evidence.level;
  bool is_controlled = false;
  std::size_t most = 0;
  for (const auto& protocol : evidence.protocols) {
    for (const auto& synthesis : protocol.syntheses) {
      if (synthesis.pilots.size() > most) {
        most = synthesis.pilots.size();
        view.leading = view.outcomes.size();
        is_controlled = std::ranges::all_of(
            synthesis.pilots, [](const PooledPilot& pooled) { return pooled.effect.control > 0; });
      }
      view.outcomes.push_back({.protocol = protocol.stored.id,
                               .protocol_title = protocol.stored.content.title,
                               .synthesis = synthesis});
    }
  }
  put_evidence(view, evidence);
  put_effect(view, evidence, is_controlled);
  return {};
}

Result<> PotentialDesk::read_cases(PotentialView& view) {
  FindCases find;
  find.filter.innovation = view.innovation;
  find.limit = kAllCases;
  CaseList cases;
  for (auto& summary : TRY(cases_.find(find)).cases) {
    if (summary.stored.state != eco::CaseState::closed) cases.push_back(std::move(summary.stored));
  }
  view.case_read = case_to_read(cases, view.target);
  const auto here = std::ranges::find_if(cases, [&](const store::StoredCase& stored) {
    return stored.content.state == view.target && !eco::is_over(stored.state);
  });
  if (here != cases.end()) view.case_here = *here;
  put_scalability(view);
  put_cost(view, cases);
  return {};
}

Result<> PotentialDesk::read_application(PotentialView& view,
                                         const std::vector<eco::ItemKey>& addressed) {
  eco::ReadinessFacts facts{.target = view.target, .items = {}};
  std::optional<ApplicationView> application;
  if (!view.target.value.empty()) {
    auto found = applications_.view({.state = view.target}, {});
    if (!found && found.error().code != ErrorCode::not_found) {
      return std::unexpected(found.error());
    }
    if (found) application = *std::move(found);
  }
  facts.has_application = application.has_value();
  facts.is_discontinued =
      application && application->file.application.stage == eco::ApplicationStage::discontinued;
  std::uint64_t assessed = 0;
  for (const auto& key : addressed) {
    auto item = addressed_item(key, application ? &*application : nullptr);
    if (item.item.level) ++assessed;
    facts.items.push_back(item.item);
    view.items.push_back(std::move(item));
  }
  auto& part = put(view, Part::readiness, eco::read_readiness(facts),
                   "the state's newest application of the framework; items with a level of those "
                   "that the innovation addresses");
  part.known = assessed;
  part.of = addressed.size();
  if (!application) return {};
  part.changed = last_change_of(*application);
  view.application_page = fmt::format("/applications/{}/{}", view.target.value,
                                      application->version.summary.number.text());
  part.rows.push_back({application->version.text.title, view.application_page});
  return {};
}

Result<> PotentialDesk::read_adoption(PotentialView& view) {
  const auto adoption = TRY(adoption_.view(view.innovation, {}, {}));
  view.day = adoption.day;
  view.adoption = facts_of(adoption, view.target);
  view.forecast = adoption.forecast;
  auto& part = put(view, Part::adoption, eco::read_adoption(view.adoption),
                   "adoption records and replies of providers; providers heard from of all that "
                   "are listed");
  part.known = adoption.coverage.providers_reporting;
  part.of = adoption.coverage.providers_in_scope;
  part.changed = adoption.changed;
  part.rows.push_back({view.title, page_of_innovation(view.innovation, "/adoption")});
  put_forecast(view, adoption);
  return {};
}

Result<PotentialView> PotentialDesk::view(eco::InnovationId innovation,
                                          const eco::StateCode& target) {
  TRY(check_target(target));
  const auto found = TRY(innovations_.view({}, innovation));
  PotentialView view{.innovation = innovation,
                     .title = found.file.text.text.title,
                     .state = found.file.now.state,
                     .target = target,
                     .product_cost = found.facts.product.cost};
  TRY(read_evidence(view));
  TRY(read_cases(view));
  TRY(read_application(view, found.file.text.text.framework_items));
  TRY(read_adoption(view));
  return view;
}

Result<Comparison> PotentialDesk::compare(std::span<const eco::InnovationId> innovations,
                                          const eco::StateCode& target) {
  const auto refuse = [](std::string what) {
    return fail(ErrorCode::invalid_argument, std::move(what), "innovation");
  };
  if (target.value.empty()) {
    return fail(ErrorCode::invalid_argument, "Name the Member State by its two letters.", "state");
  }
  if (innovations.empty()) return refuse("Name the innovations to compare.");
  if (innovations.size() > kMostCompared) {
    return refuse(fmt::format("At most {} innovations stand beside each other.", kMostCompared));
  }
  const std::set<eco::InnovationId> different(innovations.begin(), innovations.end());
  if (different.size() < innovations.size()) return refuse("Name each innovation once.");
  Comparison comparison{.target = target, .day = {}, .options = {}};
  for (const auto innovation : innovations) {
    comparison.options.push_back(TRY(view(innovation, target)));
  }
  comparison.day = comparison.options.front().day;
  return comparison;
}

}  // namespace tributary::app
