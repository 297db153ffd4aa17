#include "http/json/innovation_json.h"
#include "http/json/json_response.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct InnovationSite {
  app::InnovationDesk& desk;
  const Identity& identity;
};

constexpr NumberRange kIds{.lowest = 1, .highest = kGreatestExactNumber};

Outcome<eco::InnovationId> innovation_in_path(const Request& request) {
  return eco::InnovationId{TRY(path_number(request, "id"))};
}

Outcome<std::optional<eco::InnovationId>> innovation_field(JsonBody& body, std::string_view name) {
  const auto number = TRY(body.optional_number(name, kIds));
  if (!number) return std::nullopt;
  return eco::InnovationId{static_cast<std::int64_t>(*number)};
}

/// Nothing where it is absent.
template <class Enum>
Outcome<std::optional<Enum>> optional_one_of(JsonBody& body, std::string_view name, Enum last) {
  if (!TRY(body.optional_text(name))) return std::nullopt;
  return TRY(body.one_of(name, last));
}

/// A text that may be absent, as most may in a first proposal.
Outcome<eco::InnovationText> innovation_text_fields(JsonBody& body) {
  eco::InnovationText text;
  text.title = TRY(body.text("title"));
  text.problem = TRY(body.text("problem"));
  text.what_is_new = TRY(body.text("what_is_new", ""));
  text.target_group = TRY(body.text("target_group", ""));
  text.isced_field = TRY(body.text("isced_field", ""));
  for (const auto& level : TRY(body.texts("eqf_levels"))) {
    if (level.size() != 1 || level[0] < '1' || level[0] > '8') {
      return body.refusal("eqf_levels", "a list of texts from \"1\" to \"8\"");
    }
    text.eqf_levels.push_back(level[0] - '0');
  }
  text.setting = TRY(optional_one_of(body, "setting", eco::Setting::both));
  text.type = TRY(optional_one_of(body, "type", eco::OsloType::external_relations));
  text.novelty = TRY(optional_one_of(body, "novelty", eco::NoveltyScope::eu));
  text.novelty_justification = TRY(body.text("novelty_justification", ""));
  text.theory_of_change = TRY(body.text("theory_of_change", ""));
  text.intended_outcomes = TRY(body.texts("intended_outcomes"));
  text.resources = TRY(body.text("resources", ""));
  text.licence = TRY(body.text("licence", ""));
  text.languages = TRY(body.texts("languages"));
  text.projects = TRY(body.texts("projects"));
  for (auto& key : TRY(body.texts("framework_items"))) {
    text.framework_items.push_back({std::move(key)});
  }
  return text;
}

Outcome<Response> propose_innovation(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::ProposeInnovation proposal;
  proposal.text = TRY(innovation_text_fields(body));
  proposal.member_state = {TRY(body.text("member_state"))};
  proposal.organisation = TRY(body.text("organisation", ""));
  for (auto& line : TRY(body.objects("came_from"))) {
    const auto earlier = TRY(innovation_field(line, "earlier"));
    if (!earlier) return line.refusal("earlier", "the number of an innovation");
    proposal.came_from.push_back({*earlier, TRY(line.one_of("kind", eco::LineageKind::merges))});
    TRY(line.refuse_others());
  }
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.desk.propose(actor, proposal)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> likely_duplicates(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  eco::InnovationText text;
  text.title = TRY(body.text("title"));
  text.problem = TRY(body.text("problem", ""));
  text.what_is_new = TRY(body.text("what_is_new", ""));
  TRY(body.refuse_others());
  return private_json(200,
                      {{"duplicates", duplicates_json(TRY(site.desk.likely_duplicates(text)))}});
}

Outcome<Response> edit_innovation(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  app::EditInnovation edit;
  edit.id = id;
  edit.seen = TRY(seen_revision(body));
  edit.text = TRY(innovation_text_fields(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.edit(actor, edit)));
  return done();
}

Outcome<Response> support_one(const InnovationSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  TRY(site.desk.support(caller.actor, TRY(innovation_in_path(request))));
  return done();
}

Outcome<Response> join_team(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  app::JoinTeam join;
  join.id = id;
  join.role = TRY(body.one_of("role", eco::Role::administrator));
  join.organisation = TRY(body.text("organisation", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.join(actor, join)));
  return done();
}

Outcome<Response> let_into_team(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  const eco::PersonId person{TRY(path_number(request, "person"))};
  const auto role = TRY(body.one_of("role", eco::Role::administrator));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.let_in(actor, id, person, role)));
  return done();
}

Outcome<Response> leave_team(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  const auto role = TRY(body.one_of("role", eco::Role::administrator));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.leave(actor, id, role)));
  return done();
}

Outcome<Response> record_fact(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  app::RecordFact fact;
  fact.id = id;
  fact.seen = TRY(seen_revision(body));
  fact.kind = TRY(body.one_of("kind", eco::FactKind::product_accessibility));
  fact.text = TRY(body.text("text"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.record(actor, fact)));
  return done();
}

Outcome<Response> register_protocol(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  app::RegisterProtocol protocol;
  protocol.id = id;
  protocol.seen = TRY(seen_revision(body));
  protocol.title = TRY(body.text("title"));
  protocol.text = TRY(body.text("text"));
  protocol.reasons = TRY(body.text("reasons", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.register_protocol(actor, protocol)));
  return done();
}

Outcome<Response> freeze_evidence(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  app::FreezeEvidence evidence;
  evidence.id = id;
  evidence.seen = TRY(seen_revision(body));
  for (auto& link : TRY(body.objects("links"))) {
    auto title = TRY(link.text("title"));
    evidence.links.push_back({std::move(title), TRY(link.text("link"))});
    TRY(link.refuse_others());
  }
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.freeze_evidence(actor, evidence)));
  return done();
}

Outcome<Response> tell_apart(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  const auto seen = TRY(seen_revision(body));
  const auto earlier = TRY(innovation_field(body, "earlier"));
  if (!earlier) return body.refusal("earlier", "the number of an innovation");
  app::TellApart apart;
  apart.id = id;
  apart.seen = seen;
  apart.earlier = *earlier;
  apart.reasons = TRY(body.text("reasons"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.tell_apart(actor, apart)));
  return done();
}

Outcome<Response> take_on(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  const auto seen = TRY(seen_revision(body));
  const auto panel = TRY(body.text("panel"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.take_on(actor, id, seen, panel)));
  return done();
}

/// "0" to "4" by criterion; an empty text: cannot judge.
Outcome<std::vector<std::optional<int>>> scores_field(JsonBody& body) {
  std::vector<std::optional<int>> scores;
  for (const auto& score : TRY(body.texts("scores"))) {
    if (score.empty()) {
      scores.emplace_back();
    } else if (score.size() == 1 && score[0] >= '0' && score[0] <= '4') {
      scores.emplace_back(score[0] - '0');
    } else {
      return body.refusal("scores",
                          "a list of texts from \"0\" to \"4\", or empty for no judgement");
    }
  }
  return scores;
}

Outcome<Response> assess(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  app::AssessInnovation assessment;
  assessment.id = id;
  assessment.seen = TRY(seen_revision(body));
  assessment.scores = TRY(scores_field(body));
  assessment.comment = TRY(body.text("comment", ""));
  assessment.has_interest = TRY(body.flag("has_interest", false));
  assessment.declaration = TRY(body.text("declaration"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.assess(actor, assessment)));
  return done();
}

Outcome<eco::MoveStatement> move_statement(JsonBody& body) {
  eco::MoveStatement statement;
  statement.reasons = TRY(body.text("reasons", ""));
  statement.merge_target = TRY(innovation_field(body, "merge_target"));
  for (auto& line : TRY(body.objects("conditions"))) {
    const auto due = TRY(line.optional_day("due"));
    if (!due) return line.refusal("due", "a day like 2026-11-29");
    statement.conditions.push_back({TRY(line.text("text")), *due});
    TRY(line.refuse_others());
  }
  statement.competent_authority = TRY(body.text("competent_authority", ""));
  statement.in_force_from = TRY(body.optional_day("in_force_from"));
  return statement;
}

Outcome<Response> move_innovation(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  app::MoveInnovation move;
  move.id = id;
  move.seen = TRY(seen_revision(body));
  move.act = TRY(body.one_of("act", eco::PipelineAct::withdraw));
  move.statement = TRY(move_statement(body));
  move.evidence = TRY(body.texts("evidence"));
  move.state = {TRY(body.text("state", ""))};
  const bool overrides = TRY(body.flag("override", false));
  TRY(body.refuse_others());
  TRY(body.answer_of(overrides ? site.desk.propose_override(actor, move)
                               : site.desk.move(actor, move)));
  return done();
}

Outcome<Response> confirm_override(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  const auto seen = TRY(seen_revision(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.confirm_override(actor, id, seen)));
  return done();
}

Outcome<Response> confirm_condition(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(innovation_in_path(request));
  const auto seen = TRY(seen_revision(body));
  const auto decision = TRY(body.optional_number("decision", kIds));
  if (!decision) return body.refusal("decision", "the number of a decision");
  const auto condition = TRY(body.optional_number("condition", kIds));
  if (!condition) return body.refusal("condition", "the number of a condition, from 1 on");
  app::ConfirmCondition confirm;
  confirm.id = id;
  confirm.seen = seen;
  confirm.condition = {.decision = {static_cast<std::int64_t>(*decision)},
                       .ordinal = static_cast<std::int64_t>(*condition) - 1};
  confirm.shown_by = TRY(body.text("shown_by"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.confirm_condition(actor, confirm)));
  return done();
}

Outcome<Response> set_gate_rule(const InnovationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto stage = TRY(body.one_of("stage", eco::Stage::mainstreamed));
  const auto number = [](JsonBody& object, std::string_view name,
                         const NumberRange& range) -> Outcome<int> {
    return static_cast<int>(TRY(object.number(name, range)));
  };
  eco::GateRule rule;
  rule.required_assessments =
      TRY(number(body, "required_assessments", {.lowest = 1, .highest = 100, .otherwise = 1}));
  rule.must_meet_score =
      TRY(number(body, "must_meet_score", {.lowest = 0, .highest = 4, .otherwise = 2}));
  rule.threshold_hundredths =
      TRY(number(body, "threshold_hundredths", {.lowest = 0, .highest = 400, .otherwise = 250}));
  for (auto& line : TRY(body.objects("criteria"))) {
    auto& criterion = rule.criteria.emplace_back();
    criterion.name = TRY(line.text("name"));
    criterion.must_be_met = TRY(line.flag("must_be_met", false));
    criterion.weight = TRY(number(line, "weight", {.lowest = 1, .highest = 100, .otherwise = 1}));
    TRY(line.refuse_others());
  }
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.set_gate_rule(actor, stage, rule)));
  return done();
}

constexpr auto kInnovationWrites = std::to_array<SiteRoute<InnovationSite>>({
    {Method::post, "/api/v1/innovations", propose_innovation},
    {Method::put, "/api/v1/innovations/{id}", edit_innovation},
    {Method::post, "/api/v1/innovations/{id}/supporters", support_one},
    {Method::post, "/api/v1/innovations/{id}/team", join_team},
    {Method::post, "/api/v1/innovations/{id}/team/departures", leave_team},
    {Method::post, "/api/v1/innovations/{id}/waiting/{person}", let_into_team},
    {Method::post, "/api/v1/innovations/{id}/facts", record_fact},
    {Method::post, "/api/v1/innovations/{id}/protocols", register_protocol},
    {Method::post, "/api/v1/innovations/{id}/evidence", freeze_evidence},
    {Method::post, "/api/v1/innovations/{id}/distinctions", tell_apart},
    {Method::post, "/api/v1/innovations/{id}/panel", take_on},
    {Method::post, "/api/v1/innovations/{id}/assessments", assess},
    {Method::post, "/api/v1/innovations/{id}/moves", move_innovation},
    {Method::post, "/api/v1/innovations/{id}/override-confirmation", confirm_override},
    {Method::post, "/api/v1/innovations/{id}/met-conditions", confirm_condition},
    {Method::post, "/api/v1/pipeline/duplicates", likely_duplicates},
    {Method::post, "/api/v1/pipeline/gate-rules", set_gate_rule},
});

}  // namespace

void add_innovation_write_routes(Router& router, app::InnovationDesk& desk,
                                 const Identity& identity) {
  add_routes(router, InnovationSite{desk, identity}, kInnovationWrites);
}

}  // namespace tributary::http
