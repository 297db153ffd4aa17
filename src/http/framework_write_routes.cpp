#include "http/framework_numbers.h"
#include "http/json/framework_json.h"
#include "http/json/json_response.h"
#include "http/json/supporter_json.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"
#include "http/supporter_range.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct FrameworkSite {
  app::FrameworkDesk& desk;
  const Identity& identity;
};

Outcome<eco::VersionNumber> number_field(JsonBody& body, std::string_view name) {
  const auto number = eco::parse_version_number(TRY(body.text(name)));
  if (!number) return body.refusal(name, "a number like 0.2.0");
  return *number;
}

Outcome<eco::FrameworkItem> framework_item(JsonBody& body) {
  eco::FrameworkItem item;
  item.key = {TRY(body.text("key"))};
  item.kind = TRY(body.one_of("kind", eco::ItemKind::principle));
  item.name = TRY(body.text("name"));
  item.text = TRY(body.text("text"));
  const auto levels = TRY(body.texts("levels"));
  if (levels.size() != eco::kLevels) return body.refusal("levels", "a list of five texts");
  std::ranges::copy(levels, item.level_descriptors.begin());
  item.evidence_types = TRY(body.texts("evidence_types"));
  TRY(body.refuse_others());
  return item;
}

std::vector<eco::ItemKey> item_keys(std::vector<std::string> texts) {
  std::vector<eco::ItemKey> keys;
  for (auto& text : texts) keys.push_back({std::move(text)});
  return keys;
}

Outcome<std::optional<eco::ChangeMap>> change_map(JsonBody& body) {
  auto lines = TRY(body.objects("changes"));
  if (lines.empty()) return std::nullopt;
  eco::ChangeMap map;
  for (auto& line : lines) {
    auto& change = map.emplace_back();
    change.kind = TRY(line.one_of("kind", eco::ChangeKind::removed));
    change.from = item_keys(TRY(line.texts("from")));
    change.to = item_keys(TRY(line.texts("to")));
    TRY(line.refuse_others());
  }
  return map;
}

/// The version as it is now, for who has just changed it.
Outcome<Response> as_it_is_now(const FrameworkSite& site, const eco::VersionNumber& number,
                               int status = 200) {
  return private_json(status, version_json(TRY(site.desk.view(number))));
}

Outcome<Response> draft_version(const FrameworkSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::DraftVersion draft;
  draft.number = TRY(number_field(body, "number"));
  draft.title = TRY(body.text("title"));
  if (const auto base = TRY(body.optional_text("based_on"))) {
    draft.based_on = TRY(number_field(body, "based_on"));
  }
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.draft(actor, draft)));
  return as_it_is_now(site, draft.number, 201);
}

Outcome<Response> edit_version(const FrameworkSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto number = TRY(framework_number_in_path(request));
  app::EditVersion edit;
  edit.number = number;
  edit.seen = TRY(seen_revision(body));
  edit.title = TRY(body.text("title"));
  for (auto& item : TRY(body.objects("items"))) edit.items.push_back(TRY(framework_item(item)));
  edit.change_map = TRY(change_map(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.edit(actor, edit)));
  return as_it_is_now(site, number);
}

Outcome<Response> move_version(const FrameworkSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto number = TRY(framework_number_in_path(request));
  app::MoveVersion move;
  move.number = number;
  move.seen = TRY(seen_revision(body));
  move.act = TRY(body.one_of("act", eco::VersionAct::withdraw));
  move.reasons = TRY(body.text("reasons", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.move(actor, move)));
  return as_it_is_now(site, number);
}

Outcome<Response> take_position(const FrameworkSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto number = TRY(framework_number_in_path(request));
  app::TakePosition position;
  position.number = number;
  position.state = {TRY(body.text("state"))};
  position.kind = TRY(body.one_of("kind", eco::PositionKind::object));
  position.text = TRY(body.text("text", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.take_position(actor, position)));
  return as_it_is_now(site, number, 201);
}

Outcome<Response> propose_amendment(const FrameworkSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto number = TRY(framework_number_in_path(request));
  app::ProposeAmendment amendment;
  amendment.number = number;
  amendment.item = {TRY(body.text("item", ""))};
  amendment.before = TRY(body.text("before", ""));
  amendment.after = TRY(body.text("after"));
  amendment.reason = TRY(body.text("reason"));
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.desk.propose(actor, amendment)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> supporters_of_amendment(const FrameworkSite& site, const Request& request) {
  const auto range = TRY(supporter_range(request));
  const auto actor = TRY(site.identity.actor(request));
  const store::AmendmentId id{TRY(path_number(request, "id"))};
  return private_json(200, supporters_json(TRY(site.desk.supporters(actor, id, range))));
}

Outcome<Response> support_amendment(const FrameworkSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  TRY(site.desk.support(caller.actor, {TRY(path_number(request, "id"))}));
  return done();
}

Outcome<Response> move_amendment(const FrameworkSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::MoveAmendment move;
  move.id = {TRY(path_number(request, "id"))};
  move.seen = TRY(seen_revision(body));
  move.act = TRY(body.one_of("act", eco::AmendmentAct::merge));
  move.reasons = TRY(body.text("reasons", ""));
  const auto target =
      TRY(body.optional_number("merge_into", {.lowest = 1, .highest = kGreatestExactNumber}));
  if (target) move.merge_into = {static_cast<std::int64_t>(*target)};
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.move(actor, move)));
  return done();
}

Outcome<Response> set_rule(const FrameworkSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto percent = [&body](std::string_view name) -> Outcome<std::optional<std::uint32_t>> {
    const auto number = TRY(body.optional_number(name, {.lowest = 0, .highest = 100}));
    return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
  };
  eco::AgreementRule rule{.majority = TRY(body.one_of("majority", eco::MajorityKind::qualified))};
  rule.quorum_percent = TRY(percent("quorum_percent")).value_or(rule.quorum_percent);
  rule.states_percent = TRY(percent("states_percent")).value_or(rule.states_percent);
  rule.population_percent = TRY(percent("population_percent"));
  std::vector<eco::EntitledState> entitled;
  for (auto& state : TRY(body.objects("entitled"))) {
    auto& one = entitled.emplace_back();
    one.code = {TRY(state.text("state"))};
    one.population = TRY(state.number("population", {.highest = 10'000'000'000}));
    TRY(state.refuse_others());
  }
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.set_rule(actor, rule, entitled)));
  return done();
}

constexpr auto kFrameworkWrites = std::to_array<SiteRoute<FrameworkSite>>({
    {Method::post, "/api/v1/framework/versions", draft_version},
    {Method::put, "/api/v1/framework/versions/{number}", edit_version},
    {Method::post, "/api/v1/framework/versions/{number}/moves", move_version},
    {Method::post, "/api/v1/framework/versions/{number}/positions", take_position},
    {Method::post, "/api/v1/framework/versions/{number}/amendments", propose_amendment},
    {Method::get, "/api/v1/framework/amendments/{id}/supporters", supporters_of_amendment},
    {Method::post, "/api/v1/framework/amendments/{id}/supporters", support_amendment},
    {Method::post, "/api/v1/framework/amendments/{id}/moves", move_amendment},
    {Method::post, "/api/v1/framework/rules", set_rule},
});

}  // namespace

void add_framework_write_routes(Router& router, app::FrameworkDesk& desk,
                                const Identity& identity) {
  add_routes(router, FrameworkSite{desk, identity}, kFrameworkWrites);
}

}  // namespace tributary::http
