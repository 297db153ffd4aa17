#include <chrono>

#include "app/partners/find_partners.h"
#include "http/json/json_response.h"
#include "http/json/partner_json.h"
#include "http/json_body.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

constexpr std::chrono::seconds kPartnerTimeLimit{5};
constexpr std::uint64_t kMostProjects = 1'000'000;
constexpr std::uint64_t kDeepest = 1'000'000;

Outcome<void> read_weights(JsonBody& body, app::PartnerQuery& query) {
  auto given = TRY(body.optional_object("weights"));
  if (!given) return {};
  auto& weights = query.weights;
  for (auto [name, weight] :
       {std::pair{"relevance", &weights.relevance}, std::pair{"ties", &weights.ties},
        std::pair{"experience", &weights.experience},
        std::pair{"complementarity", &weights.complementarity},
        std::pair{"newcomer", &weights.newcomer}}) {
    *weight = TRY(given->optional_real(name, 0, 1)).value_or(*weight);
  }
  return given->refuse_others();
}

Outcome<void> read_filters(JsonBody& body, app::PartnerFilters& filters) {
  filters.countries = TRY(body.texts("countries"));
  filters.types = TRY(body.texts("organisation_types"));
  filters.regions = TRY(body.texts("regions"));
  const NumberRange projects{.lowest = 1, .highest = kMostProjects};
  const auto fewest = TRY(body.optional_number("fewest_projects", projects));
  const auto most = TRY(body.optional_number("most_projects", projects));
  if (fewest) filters.fewest_projects = static_cast<std::uint32_t>(*fewest);
  if (most) filters.most_projects = static_cast<std::uint32_t>(*most);
  filters.newcomers_only = TRY(body.flag("newcomers_only", false));
  return {};
}

/// Anyone may ask: it is a question, whose text may be too long for an address.
Outcome<Response> partners(app::Portal& portal, const Request& request) {
  TRY(Parameters(request).refuse_others());
  auto body = TRY(JsonBody::read(request));
  app::PartnerQuery query;
  query.idea = TRY(body.text("idea", ""));
  query.project = TRY(body.text("project", ""));
  query.call = TRY(body.text("call", ""));
  query.language = TRY(body.text("language", ""));
  query.members = TRY(body.texts("members"));
  TRY(read_weights(body, query));
  TRY(read_filters(body, query.filters));
  query.size_damping = TRY(body.optional_real("size_damping", 0, 1)).value_or(query.size_damping);
  query.half_life_years =
      TRY(body.optional_real("half_life_years", 0.5, 50)).value_or(query.half_life_years);
  query.limit = static_cast<std::uint32_t>(
      TRY(body.number("limit", {.lowest = 1, .highest = 100, .otherwise = 20})));
  query.offset = static_cast<std::uint32_t>(
      TRY(body.number("offset", {.lowest = 0, .highest = kDeepest, .otherwise = 0})));
  TRY(body.refuse_others());
  query.deadline = std::chrono::steady_clock::now() + kPartnerTimeLimit;
  const auto answer = TRY(body.answer_of(portal.partners(query)));
  return private_json(200, partners_json(query, answer));
}

}  // namespace

void add_partner_routes(Router& router, app::Portal& portal) {
  router.add({.method = Method::post,
              .pattern = "/api/v1/partners",
              .handler = [&portal](const Request& request) { return partners(portal, request); }});
}

}  // namespace tributary::http
