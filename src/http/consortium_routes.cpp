#include <chrono>
#include <memory>
#include <mutex>

#include "app/consortium/consortium_request.h"
#include "app/consortium/rule_files.h"
#include "http/json/consortium_json.h"
#include "http/json/json_response.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

/// Many times what the largest request takes; then the best so far is told, with its gap.
constexpr std::chrono::seconds kProposalTimeLimit{5};

struct ConsortiumSite {
  app::Portal& portal;
  /// Held while a proposal is made: it takes a processor for as long as it lasts, so that two at a
  /// time would leave none for anybody else.
  std::shared_ptr<std::mutex> proposing = std::make_shared<std::mutex>();
};

/// The context of a refused request is its field.
Problem refused_consortium(const Error& error) {
  Problem problem(error);
  if (problem.status == 400) problem.parameter = error.context;
  return problem;
}

Outcome<Response> consortium_rules(const ConsortiumSite&, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto sets = TRY(app::shipped_rules());
  const auto groups = TRY(app::country_groups());
  return text_response("application/json", serialize(consortium_rules_json(sets, groups)));
}

/// Anyone may ask: it writes nothing.
Outcome<app::ConsortiumRequest> consortium_request(const ConsortiumSite& site,
                                                   const Request& request, app::Purpose purpose) {
  TRY(Parameters(request).refuse_others());
  const auto type = request.header("Content-Type");
  if (!equal_ignoring_case(type.substr(0, type.find(';')), "application/json")) {
    return std::unexpected(Problem(415, "Send the body as application/json."));
  }
  auto asked = app::read_consortium(request.body, purpose);
  if (!asked) return std::unexpected(refused_consortium(asked.error()));
  const auto completed = app::complete_from_catalogue(*asked, site.portal);
  if (!completed) return std::unexpected(refused_consortium(completed.error()));
  return *std::move(asked);
}

Outcome<Response> check_consortium(const ConsortiumSite& site, const Request& request) {
  const auto asked = TRY(consortium_request(site, request, app::Purpose::check));
  const auto outcomes = network::check(asked.rules->rules, asked.members);
  return private_json(200, consortium_check_json(*asked.rules, asked.members, outcomes));
}

Outcome<Response> propose_consortium(const ConsortiumSite& site, const Request& request) {
  const auto asked = TRY(consortium_request(site, request, app::Purpose::proposal));
  const std::unique_lock only_one(*site.proposing, std::try_to_lock);
  if (!only_one) {
    Problem problem(503, "Another proposal is being made. Try again in a moment.");
    problem.headers.push_back({"Retry-After", std::to_string(kProposalTimeLimit.count())});
    return std::unexpected(std::move(problem));
  }
  const auto deadline = std::chrono::steady_clock::now() + kProposalTimeLimit;
  const auto proposal = app::proposal_for(asked, deadline);
  return private_json(200, consortium_proposal_json(asked, proposal));
}

constexpr auto kConsortiumRoutes = std::to_array<SiteRoute<ConsortiumSite>>({
    {Method::get, "/api/v1/consortium/rules", consortium_rules},
    {Method::post, "/api/v1/consortium/check", check_consortium},
    {Method::post, "/api/v1/consortium/propose", propose_consortium},
});

}  // namespace

void add_consortium_routes(Router& router, app::Portal& portal) {
  add_routes(router, ConsortiumSite{portal}, kConsortiumRoutes);
}

}  // namespace tributary::http
