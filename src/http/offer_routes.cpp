#include "base/log.h"
#include "http/enum_parameter.h"
#include "http/json/json_response.h"
#include "http/json/partnership_json.h"
#include "http/partnership_fields.h"
#include "http/route_table.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

Outcome<Response> list_offers(const PartnershipSite& site, const Request& request) {
  Parameters parameters(request);
  app::OfferFilter filter;
  filter.words = TRY(parameters.text("q"));
  filter.kind = TRY(enum_parameter(parameters, "kind", eco::OfferKind::request));
  filter.role = TRY(enum_parameter(parameters, "role", eco::PartnerRole::associated_partner));
  filter.country = TRY(parameters.text("country"));
  filter.programme = TRY(parameters.text("programme"));
  const auto day = TRY(parameters.text("answered_by"));
  filter.answered_by = Date::from_iso(day);
  if (!filter.answered_by && !day.empty()) {
    return std::unexpected(Problem(400, "A day is written as 2026-11-29.", "answered_by"));
  }
  const auto organisation = TRY(parameters.text("organisation"));
  if (!organisation.empty()) filter.organisation = TRY(app::organisation_id(organisation));
  filter.limit = TRY(parameters.number("limit", {.lowest = 1, .highest = 100, .otherwise = 20}));
  filter.offset =
      TRY(parameters.number("offset", {.lowest = 0, .highest = 1'000'000, .otherwise = 0}));
  TRY(parameters.refuse_others());
  return text_response("application/json", serialize(offers_json(TRY(site.offers.list(filter)))));
}

Outcome<Response> one_offer(const PartnershipSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const auto view = TRY(site.offers.view(actor, {TRY(path_number(request, "id"))}));
  return private_json(200, offer_json(view));
}

Outcome<Response> offer_work(const PartnershipSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  return private_json(200, offer_work_json(TRY(site.offers.work(caller.actor))));
}

Outcome<eco::OfferContent> offer_content(JsonBody& body) {
  eco::OfferContent content;
  content.kind = TRY(body.one_of("kind", eco::OfferKind::request));
  content.topic = TRY(body.text("topic"));
  content.text = TRY(body.text("text"));
  content.role = TRY(body.one_of("role", eco::PartnerRole::associated_partner));
  content.countries = TRY(body.texts("countries"));
  content.programme = TRY(body.text("programme", ""));
  content.begins = TRY(day_field(body, "begins"));
  content.ends = TRY(day_field(body, "ends"));
  content.deadline = TRY(day_field(body, "deadline"));
  return content;
}

Outcome<std::int32_t> offer_days(JsonBody& body) {
  return static_cast<std::int32_t>(TRY(body.number(
      "days", {.lowest = 1, .highest = eco::kMostOfferDays, .otherwise = eco::kOfferDays})));
}

Outcome<Response> write_offer(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::WriteOffer offer;
  const auto organisation = TRY(organisation_field(body, "organisation"));
  if (!organisation) return body.refusal("organisation", "the number of an organisation");
  offer.organisation = *organisation;
  offer.content = TRY(offer_content(body));
  offer.days = TRY(offer_days(body));
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.offers.write(actor, offer)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> edit_offer(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::EditOffer edit;
  edit.id = {TRY(path_number(request, "id"))};
  edit.seen = TRY(seen_revision(body));
  edit.content = TRY(offer_content(body));
  edit.days = TRY(offer_days(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.offers.edit(actor, edit)));
  return done();
}

Outcome<std::vector<eco::CheckedItem>> offer_checklist(JsonBody& body) {
  std::vector<eco::CheckedItem> items;
  auto objects = TRY(body.objects("checklist"));
  for (auto& object : objects) {
    eco::CheckedItem item;
    item.check = TRY(object.one_of("item", eco::OfferCheck::dates_possible));
    item.is_met = TRY(object.flag("is_met", false));
    item.reason = TRY(object.text("reason", ""));
    TRY(object.refuse_others());
    items.push_back(std::move(item));
  }
  return items;
}

Outcome<Response> move_offer(const PartnershipSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::MoveOffer move;
  move.id = {TRY(path_number(request, "id"))};
  move.seen = TRY(seen_revision(body));
  move.act = TRY(body.one_of("act", eco::OfferAct::close));
  move.reasons = TRY(body.text("reasons", ""));
  move.checklist = TRY(offer_checklist(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.offers.move(actor, move)));
  if (move.act == eco::OfferAct::publish || move.act == eco::OfferAct::renew) {
    // It is published, whether whom it suits is found now or at its renewal.
    if (const auto found = site.offers.find_matches(move.id, site.portal); !found) {
      log::warning("offers: whom one suits was not found: " + found.error().text());
    }
  }
  return done();
}

constexpr auto kOfferRoutes = std::to_array<SiteRoute<PartnershipSite>>({
    {Method::get, "/api/v1/offers", list_offers},
    {Method::post, "/api/v1/offers", write_offer},
    {Method::get, "/api/v1/offers/{id}", one_offer},
    {Method::put, "/api/v1/offers/{id}", edit_offer},
    {Method::post, "/api/v1/offers/{id}/moves", move_offer},
    {Method::get, "/api/v1/offer-work", offer_work},
});

}  // namespace

void add_offer_routes(Router& router, app::People& people, app::Portal& portal,
                      const Identity& identity) {
  add_routes(router,
             PartnershipSite{people.claims(), people.offers(), people.relay(), portal, identity},
             kOfferRoutes);
}

}  // namespace tributary::http
