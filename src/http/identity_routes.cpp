#include "http/json/identity_json.h"
#include "http/json/json_response.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

/// What every function here works with.
struct WhoIsWhoSite {
  app::OrganisationDesk& desk;
  const Identity& identity;
  const Clock& clock;
};

constexpr std::uint64_t kMostPairs = 100;
constexpr NumberRange kOffsets{.lowest = 0, .highest = 1'000'000, .otherwise = 0};

Response decided(std::int64_t number) { return private_json(201, {{"decision", number}}); }

Outcome<Response> list_doubts(const WhoIsWhoSite& site, const Request& request) {
  Parameters parameters(request);
  app::FindDoubts find;
  find.country = TRY(parameters.text("country"));
  find.offset = TRY(parameters.number("offset", kOffsets));
  find.limit =
      TRY(parameters.number("limit", {.lowest = 1, .highest = kMostPairs, .otherwise = 20}));
  TRY(parameters.refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  const auto list = TRY(site.desk.doubts(caller.actor, find));
  return private_json(200, doubts_json(list, site.clock.today()));
}

Outcome<Response> merge_organisations(const WhoIsWhoSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::MergeRequest merge;
  merge.merge = TRY(body.text("merge"));
  merge.keep = TRY(body.text("keep"));
  merge.reason = TRY(body.text("reason"));
  TRY(body.refuse_others());
  return decided(TRY(body.answer_of(site.desk.merge(actor, merge))));
}

Outcome<Response> keep_organisations_apart(const WhoIsWhoSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::ApartRequest apart;
  apart.one = TRY(body.text("one"));
  apart.other = TRY(body.text("other"));
  apart.reason = TRY(body.text("reason"));
  TRY(body.refuse_others());
  return decided(TRY(body.answer_of(site.desk.keep_apart(actor, apart))));
}

Outcome<Response> split_organisation(const WhoIsWhoSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::SplitRequest split;
  split.organisation = TRY(body.text("organisation"));
  split.spellings = TRY(body.texts("spellings"));
  split.pics = TRY(body.texts("pics"));
  split.oids = TRY(body.texts("oids"));
  split.vats = TRY(body.texts("vats"));
  split.reason = TRY(body.text("reason"));
  TRY(body.refuse_others());
  return private_json(201, split_json(TRY(body.answer_of(site.desk.split(actor, split)))));
}

Outcome<Response> undo_decision(const WhoIsWhoSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto number = static_cast<std::int64_t>(TRY(path_number(request, "number")));
  const auto reason = TRY(body.text("reason"));
  TRY(body.refuse_others());
  return decided(TRY(body.answer_of(site.desk.undo(actor, number, reason))));
}

Outcome<Response> organisation_history(const WhoIsWhoSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const auto decisions = TRY(site.desk.history(actor, request.path_parameter("id")));
  return private_json(200, decisions_json(decisions));
}

constexpr auto kWhoIsWhoRoutes = std::to_array<SiteRoute<WhoIsWhoSite>>({
    {Method::get, "/api/v1/organisations/{id}/history", organisation_history},
    {Method::get, "/api/v1/organisation-doubts", list_doubts},
    {Method::post, "/api/v1/organisation-merges", merge_organisations},
    {Method::post, "/api/v1/organisation-separations", keep_organisations_apart},
    {Method::post, "/api/v1/organisation-splits", split_organisation},
    {Method::post, "/api/v1/organisation-decisions/{number}/undo", undo_decision},
});

}  // namespace

void add_identity_routes(Router& router, app::OrganisationDesk& desk, const Identity& identity,
                         const Clock& clock) {
  add_routes(router, WhoIsWhoSite{desk, identity, clock}, kWhoIsWhoRoutes);
}

}  // namespace tributary::http
