#include "http/json/organisation_json.h"
#include "http/json/serialize.h"
#include "http/organisation_lookup.h"
#include "http/parameters.h"
#include "http/query_string.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

// More than any organisation has; a bound so that no answer is unbounded.
constexpr std::uint64_t kAllParticipations = 100'000;

Outcome<Response> organisation(app::Portal& portal, const Request& request) {
  Parameters parameters(request);
  const auto limit =
      TRY(parameters.number("limit", {.lowest = 1, .highest = 1000, .otherwise = 100}));
  TRY(parameters.refuse_others());
  const auto& id = request.path_parameter("id");
  const auto found = TRY(find_organisation(portal, id));
  const bool is_number_alone = id.find('-') == std::string::npos;
  const bool is_of_part = is_number_alone && std::to_string(found.id.value) != id;
  if (is_of_part || (found.slug != id && !is_number_alone)) {
    const auto query = request.raw_query.empty() ? "" : "?" + request.raw_query;
    return redirect(308, "/api/v1/organisations/" + percent_encode(found.slug) + query);
  }
  return text_response("application/json",
                       serialize(organisation_json(found, limit, portal.clock().today())));
}

}  // namespace

Outcome<store::StoredOrganisation> find_organisation(app::Portal& portal, const std::string& id) {
  auto found = portal.organisation(id, kAllParticipations);
  if (found) return *std::move(found);
  Problem problem(found.error());
  if (problem.status == 404) problem = {404, "There is no organisation with this id.", "id"};
  return std::unexpected(std::move(problem));
}

void add_organisation_routes(Router& router, app::Portal& portal) {
  router.add(
      {.pattern = "/api/v1/organisations/{id}",
       .handler = [&portal](const Request& request) { return organisation(portal, request); }});
}

}  // namespace tributary::http
