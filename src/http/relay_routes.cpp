#include <fmt/format.h>

#include "http/json/json_response.h"
#include "http/json/partnership_json.h"
#include "http/partnership_fields.h"
#include "http/route_table.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

Outcome<Response> list_conversations(const PartnershipSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  return private_json(200, conversations_json(TRY(site.relay.list(caller.actor))));
}

Outcome<Response> one_conversation(const PartnershipSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  const auto view = TRY(site.relay.view(caller.actor, {TRY(path_number(request, "id"))}));
  return private_json(200, conversation_json(view));
}

Outcome<Response> begin_conversation(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::FirstMessage first;
  const auto organisation = TRY(organisation_field(body, "organisation"));
  const auto offer =
      TRY(body.optional_number("offer", {.lowest = 1, .highest = kGreatestExactNumber}));
  if (organisation.has_value() == offer.has_value()) {
    return body.refusal("organisation", "an organisation or an offer, one of both");
  }
  if (organisation) first.organisation = *organisation;
  if (offer) first.offer = eco::OfferId{static_cast<std::int64_t>(*offer)};
  first.for_organisation = TRY(organisation_field(body, "for_organisation"));
  first.subject = TRY(body.text("subject"));
  first.text = TRY(body.text("text"));
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.relay.begin(actor, first)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> answer_conversation(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto text = TRY(body.text("text"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.relay.answer(actor, {TRY(path_number(request, "id"))}, text)));
  return done();
}

Outcome<Response> move_conversation(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto act = TRY(body.one_of("act", eco::ThreadAct::uphold));
  const auto reasons = TRY(body.text("reasons", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.relay.move(actor, {TRY(path_number(request, "id"))}, act, reasons)));
  return done();
}

Outcome<Response> block_asker(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto blocked = TRY(body.flag("is_blocked", true));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.relay.block(actor, {TRY(path_number(request, "id"))}, blocked)));
  return done();
}

Outcome<Response> contact_of_organisation(const PartnershipSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const auto view = TRY(site.relay.contact(actor, TRY(path_organisation(request))));
  return private_json(200, contact_json(view, site.portal.clock().today()));
}

constexpr std::size_t kMostContacts = 100;

/// Of several organisations at once, as a list of candidates asks.
Outcome<Response> contacts_of_organisations(const PartnershipSite& site, const Request& request) {
  Parameters parameters(request);
  const auto addresses = parameters.every("organisation");
  TRY(parameters.refuse_others());
  if (addresses.empty() || addresses.size() > kMostContacts) {
    return std::unexpected(
        Problem(400, fmt::format("Name 1 to {} organisations.", kMostContacts), "organisation"));
  }
  std::vector<store::OrganisationId> organisations;
  for (const auto& address : addresses) {
    const auto id = app::organisation_id(address);
    if (!id) {
      return std::unexpected(
          Problem(400, "It is the address or the number of an organisation.", "organisation"));
    }
    organisations.push_back(*id);
  }
  const auto actor = TRY(site.identity.actor(request));
  const auto views = TRY(site.relay.contacts(actor, organisations));
  return private_json(200, contacts_json(views, site.portal.clock().today()));
}

Outcome<Response> take_messages(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto takes = TRY(body.flag("takes_messages", true));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.relay.take_messages(actor, TRY(path_organisation(request)), takes)));
  return done();
}

constexpr auto kRelayRoutes = std::to_array<SiteRoute<PartnershipSite>>({
    {Method::get, "/api/v1/conversations", list_conversations},
    {Method::post, "/api/v1/conversations", begin_conversation},
    {Method::get, "/api/v1/conversations/{id}", one_conversation},
    {Method::post, "/api/v1/conversations/{id}/answers", answer_conversation},
    {Method::post, "/api/v1/conversations/{id}/moves", move_conversation},
    {Method::put, "/api/v1/conversations/{id}/block", block_asker},
    {Method::get, "/api/v1/contacts", contacts_of_organisations},
    {Method::get, "/api/v1/organisations/{id}/contact", contact_of_organisation},
    {Method::put, "/api/v1/organisations/{id}/contact", take_messages},
});

}  // namespace

void add_relay_routes(Router& router, app::People& people, app::Portal& portal,
                      const Identity& identity) {
  add_routes(router,
             PartnershipSite{people.claims(), people.offers(), people.relay(), portal, identity},
             kRelayRoutes);
}

}  // namespace tributary::http
