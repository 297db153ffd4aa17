// http/routes.h
//
// What the server answers, one function a resource. The shapes are in docs/api.md and openapi.json.
#pragma once

#include "app/accounts/account_desk.h"
#include "app/accounts/people.h"
#include "app/ecosystem/ecosystem.h"
#include "app/notices/notice_desk.h"
#include "app/oidc/provider_desk.h"
#include "app/portal.h"
#include "http/identity.h"
#include "http/metrics.h"
#include "http/router.h"

namespace tributary::http {

/// /healthz (the process lives), /readyz (it can answer searches), /metrics.
void add_health_routes(Router& router, app::Portal& portal, Metrics& metrics);

/// /api/v1/projects (search), /api/v1/projects/{id} and its /similar.
void add_project_routes(Router& router, app::Portal& portal);

/// /api/v1/partners: who would do as a partner, and why.
void add_partner_routes(Router& router, app::Portal& portal);

/// /api/v1/network: who works with whom in the projects of a search; the way between two
/// organisations; the whole network as GraphML or CSV. REQUIRES: the portal outlives the router.
void add_network_routes(Router& router, app::Portal& portal);

/// /api/v1/completions: what a person may be about to type.
void add_completion_routes(Router& router, app::Portal& portal);

/// /api/v1/organisations/{id}; a slug that is out of date answers 308 to the present one.
void add_organisation_routes(Router& router, app::Portal& portal);

/// /api/v1/coverage, /api/v1/imports, /api/v1/imports/{run}/rejects.
void add_catalogue_routes(Router& router, app::Portal& portal);

/// /api/v1/framework/versions, one of them, and what changed between two.
void add_framework_routes(Router& router, app::FrameworkDesk& desk);

/// What changes the framework: versions, positions, amendments, the agreement rule. REQUIRES: both
/// outlive the router.
void add_framework_write_routes(Router& router, app::FrameworkDesk& desk, const Identity& identity);

/// /api/v1/innovations, one of them with all that is known of it, /api/v1/pipeline. REQUIRES, as
/// the next one: all outlive the router.
void add_innovation_routes(Router& router, app::InnovationDesk& desk, const Identity& identity,
                           const Clock& clock);

/// What changes innovations: proposals, teams, records, assessments and decisions.
void add_innovation_write_routes(Router& router, app::InnovationDesk& desk,
                                 const Identity& identity);

/// /api/v1/innovations/{id}/panel: who scores at its gate, rounds of scores, and what changes them.
/// REQUIRES, as the next one: all outlive the router.
void add_panel_routes(Router& router, app::PanelDesk& desk, const Identity& identity);

/// /api/v1/rubrics, one of them, the ranking of what was scored by it, and what changes them.
void add_rubric_routes(Router& router, app::RubricDesk& desk, const Identity& identity,
                       const Clock& clock);

/// /api/v1/applications: how states and regions apply a version, and one of them.
void add_application_routes(Router& router, app::ApplicationDesk& desk);

/// What changes applications: begin, what is said of an item, peer reviews, targets, moves.
/// REQUIRES: both outlive the router.
void add_application_write_routes(Router& router, app::ApplicationDesk& desk,
                                  const Identity& identity);

/// /api/v1/organisations/{id}/history, what a curator is asked, and what is decided on who is who.
/// REQUIRES: all outlive the router.
void add_identity_routes(Router& router, app::OrganisationDesk& desk, const Identity& identity,
                         const Clock& clock);

/// /api/v1/mainstreaming: cases, one of them, and what changes them. REQUIRES: both outlive the
/// router.
void add_mainstreaming_routes(Router& router, app::MainstreamingDesk& desk,
                              const Identity& identity);

/// /api/v1/protocols, /api/v1/pilots, /api/v1/innovations/{id}/evidence, /api/v1/pilot-power, and
/// what changes them. REQUIRES: all outlive the router.
void add_pilot_routes(Router& router, app::PilotDesk& desk, const Identity& identity,
                      const Clock& clock);

/// /api/v1/innovations/{id}/adoption, /api/v1/providers, and what changes them. REQUIRES: both
/// outlive the router.
void add_adoption_routes(Router& router, app::AdoptionDesk& desk, const Identity& identity);

/// /api/v1/innovations/{id}/potential, /api/v1/comparison. REQUIRES: the desk outlives the router.
void add_potential_routes(Router& router, app::PotentialDesk& desk);

/// /api/v1/scouting/rising and /needs for anyone, /watches for oneself. REQUIRES: all outlive the
/// router.
void add_scouting_routes(Router& router, app::Portal& portal, app::Ecosystem& ecosystem,
                         const Identity& identity);

/// /api/v1/hubs: pages of regions and themes, their figures; /hubs/{slug}/feed.atom and the widget
/// for the pages of others. REQUIRES, as the next one: all outlive the router.
void add_hub_routes(Router& router, app::Portal& portal, app::Ecosystem& ecosystem,
                    app::OfferDesk& offers, const Identity& identity,
                    const std::string& public_url);

/// What changes hubs: texts and filter, news, calls, highlighted projects, moves.
void add_hub_write_routes(Router& router, app::Portal& portal, app::HubDesk& desk,
                          const Identity& identity);
/// /api/v1/claims, /api/v1/organisations/{id}/claims: who represents an organisation. REQUIRES, as
/// the next two: all outlive the router.
void add_claim_routes(Router& router, app::People& people, app::Portal& portal,
                      const Identity& identity);

/// /api/v1/offers, one of them and what changes them; /api/v1/offer-work: what waits for one.
void add_offer_routes(Router& router, app::People& people, app::Portal& portal,
                      const Identity& identity);

/// /api/v1/conversations, /api/v1/organisations/{id}/contact: messages that show no address.
void add_relay_routes(Router& router, app::People& people, app::Portal& portal,
                      const Identity& identity);

/// /api/v1/consortium: rules of calls, a consortium against them, and whom to ask into it.
/// REQUIRES: the portal outlives the router.
void add_consortium_routes(Router& router, app::Portal& portal);

/// /api/v1/aims (what is known of which state), one state's figures, their rows, what providers
/// answered; and what changes the latter. REQUIRES: all outlive the router.
void add_aims_routes(Router& router, app::AimsDesk& desk, const Identity& identity,
                     const Clock& clock);

/// /api/v1/ecosystem (what it is), /api/v1/account/tasks (what waits for the one who asks).
/// REQUIRES: both outlive the router.
void add_ecosystem_routes(Router& router, app::Ecosystem& ecosystem, const Identity& identity);

/// /feed.atom: what moved, for feed readers. REQUIRES: both outlive the router.
void add_feed_route(Router& router, app::Ecosystem& ecosystem, const Clock& clock,
                    std::string public_url);

/// /api/v1/account (one's own, and how to get one), /api/v1/accounts (administration). REQUIRES:
/// both outlive the router.
void add_account_routes(Router& router, app::AccountDesk& desk, const Identity& identity);

/// /api/v1/account/provider: signing in through another organisation. Null: nobody does. REQUIRES:
/// both outlive the router.
void add_provider_routes(Router& router, app::ProviderDesk* desk, const Identity& identity);

/// /api/v1/notices (one's own), and what works by a secret without signing in: /feeds/{name},
/// /unsubscribe/{secret}. REQUIRES: both outlive the router.
void add_notice_routes(Router& router, app::NoticeDesk& desk, const Identity& identity,
                       std::string public_url);

/// /api/v1/openapi.json: the document that describes all of these.
void add_openapi_route(Router& router);

}  // namespace tributary::http
