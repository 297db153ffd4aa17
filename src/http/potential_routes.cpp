#include <charconv>

#include "http/json/json_response.h"
#include "http/json/potential_json.h"
#include "http/route_table.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct PotentialSite {
  app::PotentialDesk& desk;
};

template <class T>
Outcome<T> naming_what_is_wrong(Result<T> result) {
  if (result) return *std::move(result);
  Problem problem(result.error());
  if (problem.status == 400) problem.parameter = result.error().context;
  return std::unexpected(std::move(problem));
}

Outcome<Response> potential_of_innovation(const PotentialSite& site, const Request& request) {
  Parameters parameters(request);
  const eco::StateCode target{TRY(parameters.text("state"))};
  TRY(parameters.refuse_others());
  const eco::InnovationId innovation{TRY(path_number(request, "id"))};
  const auto view = TRY(naming_what_is_wrong(site.desk.view(innovation, target)));
  return text_response("application/json", serialize(potential_json(view)));
}

Outcome<std::vector<eco::InnovationId>> innovations_asked_for(Parameters& parameters) {
  std::vector<eco::InnovationId> innovations;
  for (const auto& text : parameters.every("innovation")) {
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || rest != end || number < 1) {
      return std::unexpected(Problem(400, "An innovation is named by its number.", "innovation"));
    }
    innovations.push_back({number});
  }
  return innovations;
}

Outcome<Response> compare_innovations(const PotentialSite& site, const Request& request) {
  Parameters parameters(request);
  const eco::StateCode target{TRY(parameters.text("state"))};
  const auto innovations = TRY(innovations_asked_for(parameters));
  TRY(parameters.refuse_others());
  const auto comparison = TRY(naming_what_is_wrong(site.desk.compare(innovations, target)));
  return text_response("application/json", serialize(comparison_json(comparison)));
}

constexpr auto kPotentialRoutes = std::to_array<SiteRoute<PotentialSite>>({
    {Method::get, "/api/v1/innovations/{id}/potential", potential_of_innovation},
    {Method::get, "/api/v1/comparison", compare_innovations},
});

}  // namespace

void add_potential_routes(Router& router, app::PotentialDesk& desk) {
  add_routes(router, PotentialSite{desk}, kPotentialRoutes);
}

}  // namespace tributary::http
