#include <charconv>

#include "http/json/json_response.h"
#include "http/json/panel_json.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct RubricSite {
  app::RubricDesk& desk;
  const Identity& identity;
  const Clock& clock;
};

constexpr int kGreatestWeight = 100;

Outcome<store::RubricId> rubric_in_path(const Request& request) {
  return store::RubricId{TRY(path_number(request, "id"))};
}

Outcome<Response> list_rubrics(const RubricSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  return private_json(200, rubrics_json(TRY(site.desk.list())));
}

Outcome<Response> one_rubric(const RubricSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  return private_json(200, rubric_json(TRY(site.desk.view(TRY(rubric_in_path(request))))));
}

/// "3,1,2": a number from 0 to 100 for each criterion that is weighed.
Outcome<std::vector<int>> weights_parameter(Parameters& parameters) {
  const auto text = TRY(parameters.text("weights"));
  std::vector<int> weights;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    int weight = -1;
    const auto [next, error] = std::from_chars(at, end, weight);
    const bool is_last = next == end;
    const bool goes_on = !is_last && *next == ',' && next + 1 != end;
    if (error != std::errc() || weight < 0 || weight > kGreatestWeight || !(is_last || goes_on)) {
      return std::unexpected(
          Problem(400, "Weights are numbers from 0 to 100 with commas between them.", "weights"));
    }
    weights.push_back(weight);
    at = is_last ? end : next + 1;
  }
  return weights;
}

Outcome<Response> rubric_ranking(const RubricSite& site, const Request& request) {
  Parameters parameters(request);
  app::RankPortfolio rank{.id = TRY(rubric_in_path(request))};
  rank.weights = TRY(weights_parameter(parameters));
  rank.seed = TRY(
      parameters.number("seed", {.lowest = 0, .highest = kGreatestExactNumber, .otherwise = 1}));
  TRY(parameters.refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const auto portfolio = site.desk.rank(actor, rank);
  if (!portfolio && portfolio.error().context == "weights") {
    return std::unexpected(Problem(400, portfolio.error().message, "weights"));
  }
  return private_json(200, ranked_portfolio_json(TRY(portfolio), rank, site.clock.today()));
}

Outcome<eco::RubricCriterion> criterion_fields(JsonBody& line) {
  eco::RubricCriterion one;
  one.criterion.name = TRY(line.text("name"));
  one.criterion.must_be_met = TRY(line.flag("must_be_met", false));
  one.criterion.weight = static_cast<int>(
      TRY(line.number("weight", {.lowest = 1, .highest = kGreatestWeight, .otherwise = 1})));
  one.question = TRY(line.text("question", ""));
  const auto anchors = TRY(line.texts("anchors"));
  if (!anchors.empty() && anchors.size() != one.anchors.size()) {
    return line.refusal("anchors", "a list of five texts, for the scores from 0 to 4");
  }
  for (std::size_t point = 0; point < anchors.size(); ++point) one.anchors[point] = anchors[point];
  TRY(line.refuse_others());
  return one;
}

Outcome<eco::Rubric> rubric_fields(JsonBody& body) {
  const auto number = [&](std::string_view name, const NumberRange& range) -> Outcome<int> {
    return static_cast<int>(TRY(body.number(name, range)));
  };
  eco::Rubric rubric;
  rubric.stage = TRY(body.one_of("stage", eco::Stage::mainstreamed));
  rubric.title = TRY(body.text("title"));
  rubric.required_assessments =
      TRY(number("required_assessments", {.lowest = 1, .highest = 100, .otherwise = 3}));
  rubric.must_meet_score =
      TRY(number("must_meet_score", {.lowest = 0, .highest = 4, .otherwise = 2}));
  rubric.threshold_hundredths =
      TRY(number("threshold_hundredths", {.lowest = 0, .highest = 400, .otherwise = 250}));
  for (auto& line : TRY(body.objects("criteria"))) {
    rubric.criteria.push_back(TRY(criterion_fields(line)));
  }
  return rubric;
}

Outcome<Response> draft_rubric(const RubricSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto rubric = TRY(rubric_fields(body));
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.desk.draft(actor, rubric)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> edit_rubric(const RubricSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(rubric_in_path(request));
  app::EditRubric edit;
  edit.id = id;
  edit.seen = TRY(seen_revision(body));
  edit.rubric = TRY(rubric_fields(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.edit(actor, edit)));
  return done();
}

Outcome<Response> publish_rubric(const RubricSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(rubric_in_path(request));
  const auto seen = TRY(seen_revision(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.publish(actor, id, seen)));
  return done();
}

constexpr auto kRubricRoutes = std::to_array<SiteRoute<RubricSite>>({
    {Method::get, "/api/v1/rubrics", list_rubrics},
    {Method::post, "/api/v1/rubrics", draft_rubric},
    {Method::get, "/api/v1/rubrics/{id}", one_rubric},
    {Method::put, "/api/v1/rubrics/{id}", edit_rubric},
    {Method::post, "/api/v1/rubrics/{id}/publication", publish_rubric},
    {Method::get, "/api/v1/rubrics/{id}/ranking", rubric_ranking},
});

}  // namespace

void add_rubric_routes(Router& router, app::RubricDesk& desk, const Identity& identity,
                       const Clock& clock) {
  add_routes(router, RubricSite{desk, identity, clock}, kRubricRoutes);
}

}  // namespace tributary::http
