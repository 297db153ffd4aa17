#include "http/json/json_response.h"
#include "http/json/partnership_json.h"
#include "http/partnership_fields.h"
#include "http/route_table.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

Outcome<Response> list_claims(const PartnershipSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  return private_json(200, claims_json(TRY(site.claims.list(caller.actor))));
}

Outcome<Response> ask_for_claim(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::AskForClaim ask;
  ask.organisation = TRY(path_organisation(request));
  ask.method = TRY(body.one_of("method", eco::ClaimMethod::administrator));
  ask.mail = TRY(body.text("mail", ""));
  ask.words = TRY(body.text("words", ""));
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.claims.ask(actor, ask)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> confirm_claim(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto secret = TRY(body.text("secret"));
  TRY(body.refuse_others());
  const auto organisation = TRY(body.answer_of(site.claims.confirm(actor, secret)));
  return private_json(200, {{"organisation_id", organisation.value}});
}

Outcome<Response> move_claim(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto act = TRY(body.one_of("act", eco::ClaimAct::withdraw));
  const auto reasons = TRY(body.text("reasons", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.claims.move(actor, {TRY(path_number(request, "id"))}, act, reasons)));
  return done();
}

constexpr auto kClaimRoutes = std::to_array<SiteRoute<PartnershipSite>>({
    {Method::get, "/api/v1/claims", list_claims},
    {Method::post, "/api/v1/claims/confirmation", confirm_claim},
    {Method::post, "/api/v1/claims/{id}/moves", move_claim},
    {Method::post, "/api/v1/organisations/{id}/claims", ask_for_claim},
});

}  // namespace

void add_claim_routes(Router& router, app::People& people, app::Portal& portal,
                      const Identity& identity) {
  add_routes(router,
             PartnershipSite{people.claims(), people.offers(), people.relay(), portal, identity},
             kClaimRoutes);
}

}  // namespace tributary::http
