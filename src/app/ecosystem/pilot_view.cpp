// What is shown of protocols, pilots and the evidence for an innovation; see pilot_desk.h.
#include <algorithm>
#include <set>

#include "app/ecosystem/innovation_checks.h"
#include "app/ecosystem/pilot_desk.h"
#include "app/ecosystem/pilot_file.h"
#include "ecosystem/mainstreaming/adoption.h"
#include "evidence/suppression/cell_suppression.h"
#include "store/accounts/accounts.h"
#include "store/adoption/adoptions.h"
#include "store/adoption/vet_providers.h"
#include "store/pilot/pilot_delivery.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

using Names = std::map<eco::PersonId, std::string>;

Result<> find_names(sql::Connection& connection, Names& names) {
  for (auto& [person, name] : names) {
    if (const auto account = TRY(store::find_account(connection, person))) name = account->name;
  }
  return {};
}

/// Whether everybody who was analysed, and they are not few, has the outcome.
bool is_of_all_analysed(const std::string& outcome, const std::vector<eco::ArmSummary>& summaries,
                        const eco::ParticipantFlow& flow) {
  return std::ranges::all_of(summaries, [&](const eco::ArmSummary& summary) {
    if (summary.outcome != outcome) return true;
    const bool is_control = summary.arm == eco::Arm::control && flow.control;
    const auto analysed = is_control ? flow.control->analysed : flow.treated.analysed;
    return summary.learners == analysed &&
           static_cast<std::uint64_t>(analysed) >= evidence::kSmallestShownCount;
  });
}

Result<> show_flow(const PilotFile& file, PilotView& view) {
  if (file.flow) view.flow = TRY(shown_flow(*file.flow, view.is_suppressed));
  if (file.delivery)
    view.delivery = shown_delivery(*file.delivery, file.flow, view.flow, view.is_suppressed);
  return {};
}

/// Whether a count of the outcome is small in one of the arms.
bool tells_of_few(const std::string& outcome, const std::vector<eco::ArmSummary>& summaries) {
  constexpr auto kFewest = static_cast<std::int64_t>(evidence::kSmallestShownCount);
  return std::ranges::any_of(summaries, [&](const eco::ArmSummary& summary) {
    return summary.outcome == outcome && summary.events &&
           std::min(*summary.events, summary.learners - *summary.events) < kFewest;
  });
}

/// The text that it was analysed by.
Result<eco::PilotProtocol> declared_in(const std::vector<store::ProtocolText>& texts,
                                       std::int64_t number) {
  if (number < 1 || number > static_cast<std::int64_t>(texts.size())) {
    return fail(ErrorCode::corrupt, "the text that it was analysed by is not there",
                std::to_string(number));
  }
  return eco::protocol_from_text(texts[static_cast<std::size_t>(number - 1)].text);
}

/// Whether an arm of the effect is few learners, or lacks only few of those who were analysed, whom
/// the difference would tell.
bool leaves_few(const store::PilotEffect& effect, const std::optional<eco::ParticipantFlow>& flow) {
  constexpr auto kFewest = static_cast<std::int64_t>(evidence::kSmallestShownCount);
  const auto is_few = [&](std::int64_t learners, const eco::ArmFlow* analysed) {
    if (learners < kFewest) return true;
    const auto lacking = analysed == nullptr ? 0 : analysed->analysed - learners;
    return lacking > 0 && lacking < kFewest;
  };
  if (is_few(effect.treated, flow ? &flow->treated : nullptr)) return true;
  return effect.control > 0 &&
         is_few(effect.control, flow && flow->control ? &*flow->control : nullptr);
}

/// To strangers without those that would tell of few; where one is rounded for that reason, the
/// checksum of the input, which is one for all, is told of none.
Result<std::vector<ShownEffect>> shown_effects(const std::vector<store::PilotEffect>& effects,
                                               const std::vector<store::ProtocolText>& texts,
                                               const std::optional<eco::ParticipantFlow>& flow,
                                               bool is_stranger) {
  std::vector<ShownEffect> shown;
  for (const auto& effect : effects) {
    if (is_stranger && leaves_few(effect, flow)) continue;
    const auto declared = TRY(declared_in(texts, effect.protocol_text));
    shown.push_back(TRY(shown_effect(effect, declared, is_stranger)));
  }
  const bool is_hidden = is_stranger && (shown.size() < effects.size() ||
                                         std::ranges::any_of(shown, &ShownEffect::is_coarse));
  if (is_hidden) {
    for (auto& one : shown) one.effect.input_hash.clear();
  }
  return shown;
}

/// Whether every text of the protocol has the same outcomes: counts that one text hides another
/// would not know of.
bool outcomes_stood(const PilotFile& file) {
  const auto same = [](const eco::PilotOutcome& one, const eco::PilotOutcome& other) {
    return one.name == other.name && one.kind == other.kind;
  };
  return std::ranges::all_of(file.texts, [&](const store::ProtocolText& text) {
    const auto content = eco::protocol_from_text(text.text);
    return content && std::ranges::equal(content->outcomes, file.declared.outcomes, same);
  });
}

/// To strangers the figures of arms are shown once they are locked, of outcomes that all who were
/// analysed have: others would tell of the few who lack them.
void show_data(const PilotFile& file, PilotView& view) {
  if (!file.data) return;
  view.has_data = true;
  view.is_of_learners = file.figures.is_of_learners;
  view.first_data_at = file.data->first_at;
  const bool is_locked = !eco::takes_data(file.stored.state);
  // Counts that are few could be tried one by one until the checksum fits.
  const bool tells_of_nobody = is_locked && outcomes_stood(file) &&
                               std::ranges::none_of(file.arms, [&](const eco::ArmSummary& arm) {
                                 return tells_of_few(arm.outcome, file.arms);
                               });
  if (!view.is_suppressed || tells_of_nobody) view.data_hash = file.data->text_hash;
  if (!view.is_suppressed) view.data_rows = static_cast<std::size_t>(file.figures.rows);
  if (view.is_suppressed && (!is_locked || !file.flow)) return;
  for (const auto& arm : file.arms) {
    const bool is_safe =
        !view.is_suppressed || (is_of_all_analysed(arm.outcome, file.arms, *file.flow) &&
                                !tells_of_few(arm.outcome, file.arms));
    if (is_safe) view.summaries.push_back(arm);
  }
}

/// The measure that most of the effects have, of equals the first by name.
std::string commonest_measure(const std::vector<PooledPilot>& pilots) {
  std::map<std::string, std::size_t> counts;
  for (const auto& one : pilots) ++counts[one.effect.measure];
  const auto most = std::ranges::max_element(
      counts, [](const auto& one, const auto& other) { return one.second < other.second; });
  return most == counts.end() ? std::string() : most->first;
}

/// Of the scale that the outcome has now, and of one measure: after an amendment of the design
/// changes and differences are not pooled with one another.
std::vector<OutcomeSynthesis> syntheses_of(const store::StoredProtocol& stored,
                                           const std::vector<PilotLine>& pilots) {
  std::vector<OutcomeSynthesis> syntheses;
  for (const auto& outcome : stored.content.outcomes) {
    if (!outcome.is_primary) continue;
    const bool is_share = outcome.kind == eco::OutcomeKind::share;
    std::vector<PooledPilot> pooled;
    for (const auto& line : pilots) {
      for (const auto& [effect, finding, is_coarse, within, lower, months, no_months] :
           line.shown) {
        const bool counts = effect.outcome == outcome.name && !effect.is_exploratory &&
                            is_share == (effect.measure == kShareMeasure);
        if (!counts) continue;
        PooledPilot one{.pilot = line.stored, .effect = effect, .is_coarse = is_coarse};
        if (line.delivery) one.fidelity = line.delivery->fidelity;
        if (line.delivery && line.delivery->per_learner) {
          one.cost_per_learner = line.delivery->per_learner->euros();
        }
        pooled.push_back(std::move(one));
      }
    }
    const auto measure = commonest_measure(pooled);
    std::erase_if(pooled, [&](const PooledPilot& one) { return one.effect.measure != measure; });
    syntheses.push_back(synthesis_of(outcome, std::move(pooled)));
  }
  return syntheses;
}

Result<PilotLine> line_of(sql::Connection& connection, const store::StoredPilot& pilot,
                          const std::vector<store::ProtocolText>& texts, bool is_stranger) {
  PilotLine line{.stored = pilot};
  line.effects = TRY(store::pilot_effects(connection, pilot.id));
  const auto flow = TRY(store::participant_flow(connection, pilot.id));
  line.shown = TRY(shown_effects(line.effects, texts, flow, is_stranger));
  if (!line.effects.empty()) {
    line.design = TRY(declared_in(texts, line.effects.front().protocol_text)).design;
  }
  const auto moves = TRY(store::pilot_moves(connection, pilot.id));
  if (pilot.state == eco::PilotState::terminated) line.reasons = moves.back().reasons;
  line.leads.push_back(pilot.lead);
  for (const auto& handover : TRY(store::pilot_handovers(connection, pilot.id))) {
    line.leads.push_back(handover.from);
  }
  const auto delivery = TRY(store::pilot_delivery(connection, pilot.id));
  if (!delivery) return line;
  std::vector<ShownArm> arms;
  if (flow) arms = TRY(shown_flow(*flow, is_stranger));
  line.delivery = shown_delivery(*delivery, flow, arms, is_stranger);
  return line;
}

Result<ProtocolView> view_of_protocol(sql::Connection& connection, const eco::Actor& actor,
                                      const store::StoredProtocol& stored,
                                      const InnovationFile& file) {
  ProtocolView view{.stored = stored,
                    .innovation_title = file.text.text.title,
                    .problems = eco::problems_of(stored.content),
                    .power = power_of_pilot(stored.content)};
  view.texts = TRY(store::protocol_texts(connection, stored.id));
  const bool is_stranger = !sees_small_cells(file, actor);
  view.moves = TRY(store::protocol_moves(connection, stored.id));
  for (const auto& pilot : TRY(store::pilots_of_protocol(connection, stored.id))) {
    view.pilots.push_back(TRY(line_of(connection, pilot, view.texts, is_stranger)));
  }
  view.syntheses = syntheses_of(stored, view.pilots);
  eco::EnumSet<eco::ProtocolNeed> met;
  if (view.problems.empty()) met.add(eco::ProtocolNeed::complete_text);
  view.next = eco::next_acts<eco::ProtocolMachine>(stored.state, met);
  for (auto& act : view.next) act.missing = act.missing.without(eco::kStatedWithProtocolMove);
  if (actor.is_visitor()) return view;
  view.roles = roles_in_team(file, actor.person);
  view.names[stored.drafted_by];
  for (const auto& text : view.texts) view.names[text.by];
  for (const auto& move : view.moves) view.names[move.by];
  for (const auto& line : view.pilots) view.names[line.stored.lead];
  TRY(find_names(connection, view.names));
  return view;
}

/// What a reported pilot found on its first primary outcome, and whether it tells what it cost.
void add_findings(const ProtocolView& view, eco::EvidenceFacts& facts) {
  for (const auto& line : view.pilots) {
    const auto& pilot = line.stored;
    const auto& effects = line.effects;
    if (pilot.state != eco::PilotState::reported) continue;
    if (line.delivery && line.delivery->per_learner) facts.has_cost = true;
    const auto first = std::ranges::find(effects, true, &store::PilotEffect::is_primary);
    if (first == effects.end()) continue;
    facts.pilots.push_back({.design = line.design,
                            .site = pilot.site,
                            .country = pilot.member_state,
                            .leads = line.leads,
                            .is_exploratory = first->is_exploratory,
                            .low = first->low,
                            .high = first->high});
  }
}

Result<> add_adoption(sql::Connection& connection, eco::InnovationId innovation, Date today,
                      eco::EvidenceFacts& facts) {
  std::set<eco::ProviderId> providers;
  std::set<eco::StateCode> states;
  for (const auto& adoption : TRY(store::adoptions_of(connection, innovation))) {
    if (!eco::is_in_use(adoption.record, today)) continue;
    providers.insert(adoption.record.provider);
  }
  for (const auto provider : providers) {
    const auto found = TRY(store::vet_provider(connection, provider));
    states.insert(found.member_state);
  }
  facts.providers_using = static_cast<std::int64_t>(providers.size());
  facts.states_using = static_cast<std::int64_t>(states.size());
  return {};
}

}  // namespace

Result<ProtocolView> PilotDesk::protocol(const eco::Actor& actor, store::ProtocolId id) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto stored = TRY(store::pilot_protocol(connection, id));
  const auto file = TRY(read_innovation_file(connection, stored.innovation));
  return view_of_protocol(connection, actor, stored, file);
}

Result<PilotView> PilotDesk::pilot(const eco::Actor& actor, store::PilotId id) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto file = TRY(read_pilot_file(connection, id));
  PilotView view{.stored = file.stored,
                 .protocol = file.protocol,
                 .innovation_title = file.innovation.text.text.title};
  auto roles = roles_in_pilot(file, actor);
  const bool is_independent = check_independent(file.innovation, actor).has_value();
  if (!is_independent) roles = roles.without({eco::Role::evaluator});
  view.is_suppressed = !sees_small_cells(file.innovation, actor);
  TRY(show_flow(file, view));
  show_data(file, view);
  view.is_open_for_work = check_open_for_work(file.innovation).has_value();
  const auto effects = TRY(store::pilot_effects(connection, id));
  view.effects = TRY(shown_effects(effects, file.texts, file.flow, view.is_suppressed));
  view.texts = file.texts;
  view.handovers = TRY(store::pilot_handovers(connection, id));
  view.moves = TRY(store::pilot_moves(connection, id));
  std::string why_not;
  view.next = eco::next_acts<eco::PilotMachine>(file.stored.state, needs_met(file, why_not));
  for (auto& act : view.next) act.missing = act.missing.without(eco::kStatedWithPilotMove);
  if (actor.is_visitor()) return view;
  view.roles = roles;
  if (may_hand_over(file, actor)) view.may_lead = who_may_take_over(file);
  for (const auto person : view.may_lead) view.names[person];
  for (const auto& [from, to, reasons, at, by] : view.handovers) {
    view.names[from];
    view.names[to];
    view.names[by];
  }
  view.names[file.stored.lead];
  for (const auto& move : view.moves) view.names[move.by];
  TRY(find_names(connection, view.names));
  return view;
}

Result<std::vector<PilotView>> PilotDesk::pilots_of(const eco::Actor& actor) {
  std::set<store::PilotId> pilots;
  {
    auto reading = TRY(store::Reading::begin(connections_));
    const auto led = TRY(store::open_pilots_of_lead(reading.connection(), actor.person));
    pilots.insert(led.begin(), led.end());
    const bool is_evaluator = std::ranges::find(actor.grants, eco::Role::evaluator,
                                                &eco::Grant::role) != actor.grants.end();
    if (is_evaluator) {
      const auto open = TRY(store::pilots_before_evaluators(reading.connection()));
      pilots.insert(open.begin(), open.end());
    }
  }
  std::vector<PilotView> views;
  for (const auto id : pilots) views.push_back(TRY(pilot(actor, id)));
  return views;
}

Result<std::vector<ProtocolView>> PilotDesk::drafts_of(const eco::Actor& actor) {
  std::vector<store::ProtocolId> drafts;
  {
    auto reading = TRY(store::Reading::begin(connections_));
    drafts = TRY(store::draft_protocols_of(reading.connection(), actor.person));
  }
  std::vector<ProtocolView> views;
  for (const auto id : drafts) {
    auto view = TRY(protocol(actor, id));
    if (!view.roles.empty()) views.push_back(std::move(view));
  }
  return views;
}

Result<EvidenceView> PilotDesk::evidence(const eco::Actor& actor, eco::InnovationId innovation) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto file = TRY(read_innovation_file(connection, innovation));
  const auto known = TRY(facts_of(file));
  EvidenceView view{.innovation = innovation, .title = file.text.text.title};
  eco::EvidenceFacts facts{.has_account = !file.text.text.theory_of_change.empty(),
                           .has_cost = !known.product.cost.empty()};
  for (const auto& stored : TRY(store::protocols_of_innovation(connection, innovation))) {
    view.protocols.push_back(TRY(view_of_protocol(connection, actor, stored, file)));
    add_findings(view.protocols.back(), facts);
  }
  TRY(add_adoption(connection, innovation, clock_.today(), facts));
  view.level = eco::evidence_level(facts);
  return view;
}

}  // namespace tributary::app
