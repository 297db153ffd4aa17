#include <cmath>

#include "ecosystem/enum_names.h"
#include "ecosystem/pilot/exact_number.h"
#include "http/enum_parameter.h"
#include "http/json/json_response.h"
#include "http/json/pilot_json.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct PilotSite {
  app::PilotDesk& desk;
  const Identity& identity;
  const Clock& clock;
};

constexpr NumberRange kEvidenceNumbers{.lowest = 1, .highest = kGreatestExactNumber};
constexpr NumberRange kLearners{.lowest = 0,
                                .highest = static_cast<std::uint64_t>(eco::kMostPlannedLearners)};
constexpr double kAnyNumber = 1e12;  // of an outcome; larger ones lose their digits when squared

Outcome<store::ProtocolId> protocol_in_path(const Request& request) {
  return store::ProtocolId{TRY(path_number(request, "id"))};
}

Outcome<store::PilotId> pilot_in_path(const Request& request) {
  return store::PilotId{TRY(path_number(request, "id"))};
}

Outcome<std::vector<eco::PilotOutcome>> outcomes_field(JsonBody& body) {
  std::vector<eco::PilotOutcome> outcomes;
  auto objects = TRY(body.objects("outcomes"));
  for (auto& object : objects) {
    eco::PilotOutcome outcome;
    outcome.name = TRY(object.text("name"));
    outcome.instrument = TRY(object.text("instrument", ""));
    outcome.timing = TRY(object.text("timing", ""));
    outcome.is_primary = TRY(object.flag("is_primary", false));
    outcome.is_attainment = TRY(object.flag("is_attainment", false));
    outcome.lower_is_better = TRY(object.flag("lower_is_better", false));
    const auto kind = TRY(object.optional_text("kind"));
    if (kind) {
      const auto known = eco::enum_from_name(*kind, eco::OutcomeKind::share);
      if (!known) return object.refusal("kind", "measure or share");
      outcome.kind = *known;
    }
    TRY(object.refuse_others());
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

Outcome<std::int64_t> learners_field(JsonBody& body, std::string_view name,
                                     std::uint64_t otherwise) {
  auto range = kLearners;
  range.otherwise = otherwise;
  return static_cast<std::int64_t>(TRY(body.number(name, range)));
}

/// A draft may lack much; what is registered may not.
Outcome<eco::PilotProtocol> protocol_content(JsonBody& body) {
  eco::PilotProtocol content;
  content.title = TRY(body.text("title"));
  content.question = TRY(body.text("question", ""));
  content.design = TRY(body.one_of("design", eco::PilotDesignKind::matched_comparison));
  content.unit = TRY(body.one_of("unit", eco::AssignmentUnit::provider));
  content.treated_arm = TRY(body.text("treated_arm", ""));
  content.control_arm = TRY(body.text("control_arm", ""));
  content.outcomes = TRY(outcomes_field(body));
  content.planned_treated = TRY(learners_field(body, "planned_treated", 0));
  content.planned_control = TRY(learners_field(body, "planned_control", 0));
  content.learners_in_a_group = TRY(learners_field(body, "learners_in_a_group", 1));
  content.intraclass_correlation =
      TRY(body.optional_real("intraclass_correlation", 0, 1)).value_or(0);
  content.pre_post_correlation =
      TRY(body.optional_real("pre_post_correlation", -1, 1)).value_or(0.5);
  content.analysis_plan = TRY(body.text("analysis_plan", ""));
  content.stopping_rule = TRY(body.text("stopping_rule", ""));
  return content;
}

Outcome<double> real_parameter(Parameters& parameters, std::string_view name, double otherwise) {
  const auto text = TRY(parameters.text(name));
  if (text.empty()) return otherwise;
  const auto number = eco::number_of(text);
  if (number && *number >= -1 && *number <= 1) return *number;
  return std::unexpected(Problem(400, "It is a number from -1 to 1.", std::string(name)));
}

Outcome<Response> pilot_power(const PilotSite& /*site*/, const Request& request) {
  Parameters parameters(request);
  const auto learners = [&](std::string_view name, std::uint64_t otherwise) {
    auto range = kLearners;
    range.otherwise = otherwise;
    return parameters.number(name, range);
  };
  eco::PilotProtocol plan;
  plan.design = TRY(enum_parameter(parameters, "design", eco::PilotDesignKind::matched_comparison))
                    .value_or(eco::PilotDesignKind::individually_randomised);
  plan.unit = TRY(enum_parameter(parameters, "unit", eco::AssignmentUnit::provider))
                  .value_or(eco::AssignmentUnit::learner);
  plan.planned_treated = static_cast<std::int64_t>(TRY(learners("planned_treated", 0)));
  plan.planned_control = static_cast<std::int64_t>(TRY(learners("planned_control", 0)));
  plan.learners_in_a_group = static_cast<std::int64_t>(TRY(learners("learners_in_a_group", 1)));
  plan.intraclass_correlation = TRY(real_parameter(parameters, "intraclass_correlation", 0));
  plan.pre_post_correlation = TRY(real_parameter(parameters, "pre_post_correlation", 0.5));
  TRY(parameters.refuse_others());
  return text_response("application/json", serialize(pilot_power_json(app::power_of_pilot(plan))));
}

Outcome<Response> evidence_of_innovation(const PilotSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const eco::InnovationId id{TRY(path_number(request, "id"))};
  const auto view = TRY(site.desk.evidence(actor, id));
  return private_json(200, evidence_json(view, site.clock.today()));
}

Outcome<Response> one_protocol(const PilotSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const auto id = TRY(protocol_in_path(request));
  return private_json(200, protocol_json(TRY(site.desk.protocol(actor, id))));
}

Outcome<Response> draft_protocol(const PilotSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto innovation = TRY(body.optional_number("innovation", kEvidenceNumbers));
  if (!innovation) return body.refusal("innovation", "the number of an innovation");
  const auto content = TRY(protocol_content(body));
  TRY(body.refuse_others());
  const auto id = TRY(
      body.answer_of(site.desk.draft(actor, {static_cast<std::int64_t>(*innovation)}, content)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> edit_protocol(const PilotSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::EditProtocol edit;
  edit.id = TRY(protocol_in_path(request));
  edit.seen = TRY(seen_revision(body));
  edit.content = TRY(protocol_content(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.edit(actor, edit)));
  return done();
}

Outcome<Response> move_protocol(const PilotSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::MoveProtocol move;
  move.id = TRY(protocol_in_path(request));
  move.seen = TRY(seen_revision(body));
  move.act = TRY(body.one_of("act", eco::ProtocolAct::close));
  move.reasons = TRY(body.text("reasons", ""));
  if (move.act == eco::ProtocolAct::amend) move.content = TRY(protocol_content(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.move_protocol(actor, move)));
  return done();
}

Outcome<Response> plan_pilot(const PilotSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto protocol = TRY(body.optional_number("protocol", kEvidenceNumbers));
  if (!protocol) return body.refusal("protocol", "the number of a protocol");
  app::PlanPilot plan{.protocol = {static_cast<std::int64_t>(*protocol)}};
  plan.site = TRY(body.text("site"));
  plan.member_state = {TRY(body.text("member_state"))};
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.desk.plan(actor, plan)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> one_pilot(const PilotSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const auto id = TRY(pilot_in_path(request));
  return private_json(200, pilot_json(TRY(site.desk.pilot(actor, id))));
}

Outcome<Response> move_pilot(const PilotSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::MovePilot move;
  move.id = TRY(pilot_in_path(request));
  move.seen = TRY(seen_revision(body));
  move.act = TRY(body.one_of("act", eco::PilotAct::terminate));
  move.reasons = TRY(body.text("reasons", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.move(actor, move)));
  return done();
}

Outcome<Response> hand_over_pilot(const PilotSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::HandOverPilot handover;
  handover.id = TRY(pilot_in_path(request));
  handover.seen = TRY(seen_revision(body));
  const auto to = TRY(body.optional_number("to", kEvidenceNumbers));
  if (!to) return body.refusal("to", "the number of a person");
  handover.to = {static_cast<std::int64_t>(*to)};
  handover.reasons = TRY(body.text("reasons"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.hand_over(actor, handover)));
  return done();
}

Outcome<eco::ArmFlow> arm_flow(JsonBody& body) {
  eco::ArmFlow flow;
  flow.assigned = TRY(learners_field(body, "assigned", 0));
  flow.started = TRY(learners_field(body, "started", 0));
  flow.measured = TRY(learners_field(body, "measured", 0));
  flow.analysed = TRY(learners_field(body, "analysed", 0));
  TRY(body.refuse_others());
  return flow;
}

Outcome<Response> enter_flow(const PilotSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(pilot_in_path(request));
  const auto seen = TRY(seen_revision(body));
  auto treated = TRY(body.objects("treated"));
  auto control = TRY(body.objects("control"));
  if (treated.size() != 1) return body.refusal("treated", "a list of one object");
  if (control.size() > 1) return body.refusal("control", "a list of one object, or empty");
  eco::ParticipantFlow flow;
  flow.treated = TRY(arm_flow(treated.front()));
  if (!control.empty()) flow.control = TRY(arm_flow(control.front()));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.enter_flow(actor, id, seen, flow)));
  return done();
}

Outcome<double> measured(JsonBody& body, std::string_view name) {
  const auto number = TRY(body.optional_real(name, -kAnyNumber, kAnyNumber));
  if (!number) return body.refusal(name, "missing");
  return *number;
}

Outcome<eco::ArmSummary> arm_summary(JsonBody& body) {
  eco::ArmSummary summary;
  summary.outcome = TRY(body.text("outcome"));
  summary.arm = TRY(body.one_of("arm", eco::Arm::control));
  summary.learners = TRY(learners_field(body, "learners", 0));
  summary.groups = TRY(learners_field(body, "groups", 0));
  summary.mean_before = TRY(body.optional_real("mean_before", -kAnyNumber, kAnyNumber));
  summary.deviation_before = TRY(body.optional_real("deviation_before", 0, kAnyNumber));
  const auto events =
      TRY(body.optional_number("events", {.lowest = 0, .highest = kLearners.highest}));
  if (events) {
    summary.events = static_cast<std::int64_t>(*events);
  } else {
    summary.mean_after = TRY(measured(body, "mean_after"));
    summary.deviation_after = TRY(measured(body, "deviation_after"));
  }
  summary.correlation = TRY(body.optional_real("correlation", -1, 1));
  TRY(body.refuse_others());
  return summary;
}

Outcome<Response> enter_summaries(const PilotSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(pilot_in_path(request));
  const auto seen = TRY(seen_revision(body));
  std::vector<eco::ArmSummary> summaries;
  auto objects = TRY(body.objects("summaries"));
  for (auto& object : objects) summaries.push_back(TRY(arm_summary(object)));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.enter_summaries(actor, id, seen, summaries)));
  return done();
}

constexpr std::size_t kLearnersLimitBytes = std::size_t{256} << 20U;

/// A table as a file, with the revision beside it, as a file has no fields.
Outcome<Response> enter_learner_file(const PilotSite& site, const Request& request) {
  Parameters parameters(request);
  const auto seen = TRY(parameters.number("revision", kEvidenceNumbers));
  TRY(parameters.refuse_others());
  if (seen == 0) {
    return std::unexpected(Problem(400, "Give the one that was read.", "revision"));
  }
  const auto actor = TRY(site.identity.signed_in(request)).actor;
  const auto id = TRY(pilot_in_path(request));
  const auto report =
      TRY(site.desk.enter_learners(actor, id, store::Revision{static_cast<std::int64_t>(seen)},
                                   app::source_of_upload(request.upload)));
  return private_json(200, learner_import_json(report));
}

Outcome<Response> enter_learners(const PilotSite& site, const Request& request) {
  if (request.upload) return enter_learner_file(site, request);
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(pilot_in_path(request));
  const auto seen = TRY(seen_revision(body));
  const auto table = TRY(body.text("table"));
  TRY(body.refuse_others());
  const auto report = TRY(body.answer_of(site.desk.enter_learners(actor, id, seen, table)));
  return private_json(200, learner_import_json(report));
}

Outcome<eco::CostLine> cost_line(JsonBody& body) {
  eco::CostLine line;
  line.kind = TRY(body.one_of("kind", eco::CostKind::staff_time));
  line.what = TRY(body.text("what"));
  const auto amount = TRY(body.optional_real("amount_eur", 0, eco::kMostOfACostLine.euros()));
  if (!amount) return body.refusal("amount_eur", "missing");
  line.amount = {std::llround(*amount * 100)};
  line.hours = TRY(body.optional_real("hours", 0, eco::kMostHours));
  TRY(body.refuse_others());
  return line;
}

Outcome<std::optional<std::int64_t>> sessions_field(JsonBody& body, std::string_view name) {
  const auto sessions = TRY(body.optional_number(
      name, {.lowest = 0, .highest = static_cast<std::uint64_t>(eco::kMostSessions)}));
  if (!sessions) return std::nullopt;
  return static_cast<std::int64_t>(*sessions);
}

Outcome<Response> enter_delivery(const PilotSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(pilot_in_path(request));
  const auto seen = TRY(seen_revision(body));
  eco::PilotDelivery delivery;
  auto lines = TRY(body.objects("costs"));
  for (auto& line : lines) delivery.costs.push_back(TRY(cost_line(line)));
  delivery.sessions_planned = TRY(sessions_field(body, "sessions_planned"));
  delivery.sessions_delivered = TRY(sessions_field(body, "sessions_delivered"));
  delivery.context = TRY(body.text("context", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.enter_delivery(actor, id, seen, delivery)));
  return done();
}

constexpr auto kPilotRoutes = std::to_array<SiteRoute<PilotSite>>({
    {Method::get, "/api/v1/pilot-power", pilot_power},
    {Method::get, "/api/v1/innovations/{id}/evidence", evidence_of_innovation},
    {Method::post, "/api/v1/protocols", draft_protocol},
    {Method::get, "/api/v1/protocols/{id}", one_protocol},
    {Method::put, "/api/v1/protocols/{id}", edit_protocol},
    {Method::post, "/api/v1/protocols/{id}/moves", move_protocol},
    {Method::post, "/api/v1/pilots", plan_pilot},
    {Method::get, "/api/v1/pilots/{id}", one_pilot},
    {Method::post, "/api/v1/pilots/{id}/moves", move_pilot},
    {Method::post, "/api/v1/pilots/{id}/handovers", hand_over_pilot},
    {Method::put, "/api/v1/pilots/{id}/flow", enter_flow},
    {Method::put, "/api/v1/pilots/{id}/summaries", enter_summaries},
    {Method::put, "/api/v1/pilots/{id}/delivery", enter_delivery},
});

}  // namespace

void add_pilot_routes(Router& router, app::PilotDesk& desk, const Identity& identity,
                      const Clock& clock) {
  const PilotSite site{desk, identity, clock};
  add_routes(router, site, kPilotRoutes);
  // Before the file: whoever may not enter it takes no place from those who may.
  const auto admit = [site](const Request& request) -> Outcome<void> {
    const auto caller = TRY(site.identity.signed_in(request));
    TRY(site.desk.check_may_enter_learners(caller.actor, TRY(pilot_in_path(request))));
    return {};
  };
  router.add({.method = Method::put,
              .pattern = "/api/v1/pilots/{id}/learners",
              .handler = [site](const Request& request) { return enter_learners(site, request); },
              .upload = Upload{
                  .content_type = "text/csv", .limit_bytes = kLearnersLimitBytes, .admit = admit}});
}

}  // namespace tributary::http
