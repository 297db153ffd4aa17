// What waits at innovations; see tasks.h.
#include <algorithm>

#include "app/ecosystem/panel/scoring_rights.h"
#include "app/ecosystem/tasks.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::PipelineAct;
using eco::PipelineNeed;

/// What a team brings; the gate's own need is brought by reviewers.
constexpr eco::EnumSet<PipelineNeed> kTeamsOwn = {PipelineNeed::complete_text,
                                                  PipelineNeed::not_a_duplicate,
                                                  PipelineNeed::registered_protocol,
                                                  PipelineNeed::ethics_note,
                                                  PipelineNeed::data_protection_note,
                                                  PipelineNeed::pilot_lead,
                                                  PipelineNeed::lessons,
                                                  PipelineNeed::complete_product,
                                                  PipelineNeed::frozen_evidence};

/// One innovation as one person sees it, and what waits there.
class TasksAtInnovation {
 public:
  TasksAtInnovation(const InnovationView& view, const eco::Actor& actor, std::vector<Task>& tasks)
      : view_(view), file_(view.file), actor_(actor), tasks_(tasks) {}

  void add_all() {
    const auto stage = file_.now.state.stage;
    if (stage < eco::Stage::assessment) add_preparation();
    add_those_who_ask();
    if (file_.rule) add_judging();
    if (stage == eco::Stage::assessment) add_taking_up();
    if (stage == eco::Stage::mainstreaming) add_mainstreaming();
  }

 private:
  [[nodiscard]] bool is(eco::Role role) const { return view_.roles.contains(role); }

  /// The act that takes it further, which stands first in the table of its stage.
  [[nodiscard]] const eco::NextAct<eco::PipelineMachine>& way_on() const {
    return view_.next.front();
  }

  [[nodiscard]] eco::EnumSet<PipelineNeed> teams_part() const {
    return way_on().missing.without(way_on().missing.without(kTeamsOwn));
  }

  [[nodiscard]] Timestamp stands_since() const {
    return file_.moves.empty() ? file_.now.created : file_.moves.back().at;
  }

  void add(TaskKind kind, Timestamp since, std::vector<std::string> acts = {},
           std::vector<std::string> missing = {}) {
    tasks_.push_back({.kind = kind,
                      .about = file_.text.text.title,
                      .page = "/innovations/" + std::to_string(file_.now.id.value),
                      .acts = std::move(acts),
                      .missing = std::move(missing),
                      .since = since});
  }

  /// Those that the desk allows now to the one who holds this role.
  [[nodiscard]] std::vector<std::string> acts_for(eco::Role role) const {
    std::vector<std::string> acts;
    for (const auto& next : view_.next) {
      if (next.who.contains(role) && next.missing.empty()) acts.emplace_back(name_of(next.act));
    }
    return acts;
  }

  void add_preparation() {
    if (!is(eco::Role::innovator) && !is(eco::Role::pilot_lead)) return;
    std::vector<std::string> missing;
    teams_part().for_each([&](PipelineNeed need) { missing.emplace_back(name_of(need)); });
    if (!missing.empty()) add(TaskKind::prepare_innovation, stands_since(), {}, std::move(missing));
  }

  void add_those_who_ask() {
    if (!is(eco::Role::innovator)) return;
    for (const auto& asking : team_by(file_.team_events, store::TeamEventKind::asked)) {
      add(TaskKind::let_in, asking.since);
    }
  }

  void add_judging() {
    if (!check_independent(file_, actor_)) return;
    const bool is_ready = teams_part().empty();
    const bool is_chair_somewhere = std::ranges::find(actor_.grants, eco::Role::panel_chair,
                                                      &eco::Grant::role) != actor_.grants.end();
    if (file_.now.panel.empty()) {
      const bool is_complete = !way_on().missing.contains(PipelineNeed::complete_text);
      if (is_chair_somewhere && is_complete) add(TaskKind::take_on, stands_since());
      return;
    }
    add_confirmation();
    if (!is_ready || file_.pending_override) return;
    const auto required = static_cast<std::size_t>(file_.rule->rule.required_assessments);
    const bool is_assessed = view_.assessments >= required;
    if (is(eco::Role::panel_chair) && is_assessed && !view_.facts.is_recommended) {
      add(TaskKind::decide_gate, file_.now.changed, acts_for(eco::Role::panel_chair));
    }
    if (is(eco::Role::reviewer) && !view_.facts.is_recommended && is_waited_for(is_assessed)) {
      add(TaskKind::assess, stands_since());
    }
  }

  /// For the scores of a calibration; or of a panel whose chair has assigned this person, or, where
  /// nobody is assigned, that has not as many as it needs.
  [[nodiscard]] bool is_waited_for(bool is_assessed) const {
    if (!check_may_score_now(file_, actor_.person) && !is_to_declare()) return false;
    const bool is_asked = panel_kind_of(file_) == eco::PanelKind::assigned;
    return calibration_at_hand(file_) > 0 || is_asked || !is_assessed;
  }

  /// Has not declared interests yet, which comes before the scores.
  [[nodiscard]] bool is_to_declare() const {
    if (has_assessed() || calibration_at_hand(file_) > 0) return false;
    const auto last = last_event(file_, actor_.person);
    return eco::check_may_follow(last ? std::optional(last->kind) : std::nullopt,
                                 eco::ReviewerEventKind::declared, panel_kind_of(file_))
        .has_value();
  }

  [[nodiscard]] bool has_assessed() const {
    return std::ranges::any_of(file_.assessments, [&](const store::StoredAssessment& stored) {
      return stored.gate_round == file_.now.gate_round &&
             stored.assessment.reviewer == actor_.person;
    });
  }

  void add_confirmation() {
    if (!file_.pending_override || file_.pending_override->by == actor_.person) return;
    const std::vector scopes{
        eco::Scope{eco::ScopeKind::panel, file_.now.panel},
        eco::Scope{eco::ScopeKind::member_state, file_.now.member_state.value}};
    if (!eco::check_permission(actor_.grants, eco::Action::confirm_override, scopes)) return;
    add(TaskKind::confirm_override, file_.pending_override->at,
        {std::string(name_of(file_.pending_override->act))});
  }

  void add_taking_up() {
    const auto take_up = std::ranges::find(view_.next, PipelineAct::take_up,
                                           &eco::NextAct<eco::PipelineMachine>::act);
    if (take_up == view_.next.end() || !take_up->missing.empty()) return;
    if (!check_independent(file_, actor_)) return;
    for (const auto& grant : actor_.grants) {
      if (!take_up->who.contains(grant.role) || has_declined({grant.scope.key})) continue;
      add(TaskKind::take_up, stands_since());
    }
  }

  [[nodiscard]] bool has_declined(const eco::StateCode& state) const {
    return std::ranges::any_of(file_.moves, [&](const store::InnovationMove& move) {
      return move.act == PipelineAct::decline && move.state == state;
    });
  }

  void add_mainstreaming() {
    if (!is(eco::Role::member_state_representative) || !check_independent(file_, actor_)) return;
    add(TaskKind::decide_mainstreaming, stands_since(),
        acts_for(eco::Role::member_state_representative));
  }

  const InnovationView& view_;
  const InnovationFile& file_;
  const eco::Actor& actor_;
  std::vector<Task>& tasks_;
};

}  // namespace

Result<std::vector<Task>> innovation_tasks(InnovationDesk& desk, const eco::Actor& actor) {
  std::vector<Task> tasks;
  for (const auto id : TRY(desk.concerns_of(actor))) {
    const auto view = TRY(desk.view(actor, id));
    TasksAtInnovation(view, actor, tasks).add_all();
  }
  return tasks;
}

}  // namespace tributary::app
