// The pages and their addresses. Pages behind the search page are loaded when they are first needed.
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from "@tanstack/react-router";
import { adoption_query, providers_query } from "./api/adoption_queries";
import { aim_states_query, aims_query } from "./api/aims_queries";
import { application_query, applications_query } from "./api/application_queries";
import { consortium_rules_query } from "./api/consortium_queries";
import { changes_query, coverage_query, framework_query, framework_versions_query, organisation_query, project_query } from "./api/queries";
import { hub_query, hubs_query } from "./api/hub_queries";
import { innovation_query, pipeline_query } from "./api/innovation_queries";
import { case_query } from "./api/mainstreaming_queries";
import { offer_query } from "./api/partnership_queries";
import { panel_query, rubric_query, rubrics_query } from "./api/panel_queries";
import { evidence_query, pilot_query, protocol_query } from "./api/pilot_queries";
import { account_query } from "./api/session";
import { read_case_filter, write_case_filter, type CaseFilter } from "./address/case_address";
import { read_consortium, write_consortium, type ConsortiumAddress } from "./address/consortium_address";
import { read_comparison, write_comparison, type ComparisonState } from "./address/comparison_address";
import { read_innovation_filter, write_innovation_filter, type InnovationFilter } from "./address/innovation_address";
import { read_network, write_network, type NetworkAddress } from "./address/network_address";
import { read_offer_filter, write_offer_filter, type OfferFilter } from "./address/offer_address";
import { read_partners, write_partners, type PartnerState } from "./address/partner_address";
import { read_ranking, write_ranking, type RankingState } from "./address/ranking_address";
import { read_refusal, write_refusal, type RefusalState } from "./address/refusal_address";
import { read_address, write_address, type SearchState } from "./address/search_address";
import { Frame } from "./frame/frame";
import { NotFoundPage } from "./pages/not_found";
import { SearchPage } from "./pages/search/search_page";

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Frame,
  notFoundComponent: NotFoundPage,
});

export const search_route = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: (search: SearchState): SearchState => search,
  component: SearchPage,
});

// The loaders only begin the request early; the pages show loading, failure and absence themselves.
export const project_route = createRoute({
  getParentRoute: () => root,
  path: "/projects/$id",
  loader: ({ context, params }) => context.queries.prefetchQuery(project_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/project/project_page"), "ProjectPage"),
});

export const organisation_route = createRoute({
  getParentRoute: () => root,
  path: "/organisations/$id",
  loader: ({ context, params }) => context.queries.prefetchQuery(organisation_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/organisation/organisation_page"), "OrganisationPage"),
});

export const organisation_history_route = createRoute({
  getParentRoute: () => root,
  path: "/organisations/$id/history",
  loader: ({ context, params }) => context.queries.prefetchQuery(organisation_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/identity/history_page"), "HistoryPage"),
});

export const doubts_route = createRoute({
  getParentRoute: () => root,
  path: "/organisation-doubts",
  component: lazyRouteComponent(() => import("./pages/identity/doubts_page"), "DoubtsPage"),
});

export const coverage_route = createRoute({
  getParentRoute: () => root,
  path: "/coverage",
  loader: ({ context }) => context.queries.prefetchQuery(coverage_query),
  component: lazyRouteComponent(() => import("./pages/coverage/coverage_page"), "CoveragePage"),
});

export const framework_route = createRoute({
  getParentRoute: () => root,
  path: "/framework",
  loader: ({ context }) => context.queries.prefetchQuery(framework_versions_query),
  component: lazyRouteComponent(() => import("./pages/framework/framework_page"), "FrameworkPage"),
});

export const framework_version_route = createRoute({
  getParentRoute: () => root,
  path: "/framework/$number",
  loader: ({ context, params }) => context.queries.prefetchQuery(framework_query(params.number)),
  component: lazyRouteComponent(() => import("./pages/framework/version_page"), "VersionPage"),
});

export const framework_changes_route = createRoute({
  getParentRoute: () => root,
  path: "/framework/$number/changes",
  loader: ({ context, params }) => context.queries.prefetchQuery(changes_query(params.number)),
  component: lazyRouteComponent(() => import("./pages/framework/changes_page"), "ChangesPage"),
});

export const applications_route = createRoute({
  getParentRoute: () => root,
  path: "/applications",
  loader: ({ context }) => context.queries.prefetchQuery(applications_query()),
  component: lazyRouteComponent(() => import("./pages/application/overview_page"), "OverviewPage"),
});

export const framework_applications_route = createRoute({
  getParentRoute: () => root,
  path: "/framework/$number/applications",
  loader: ({ context, params }) => context.queries.prefetchQuery(applications_query(params.number)),
  component: lazyRouteComponent(() => import("./pages/application/overview_page"), "VersionOverviewPage"),
});

export const application_route = createRoute({
  getParentRoute: () => root,
  path: "/applications/$code",
  loader: ({ context, params }) => context.queries.prefetchQuery(application_query(params.code)),
  component: lazyRouteComponent(() => import("./pages/application/application_page"), "ApplicationPage"),
});

export const application_version_route = createRoute({
  getParentRoute: () => root,
  path: "/applications/$code/$number",
  loader: ({ context, params }) => context.queries.prefetchQuery(application_query(params.code, params.number)),
  component: lazyRouteComponent(() => import("./pages/application/application_page"), "ApplicationVersionPage"),
});
export const framework_edit_route = createRoute({
  getParentRoute: () => root,
  path: "/framework/$number/edit",
  loader: ({ context, params }) => context.queries.prefetchQuery(framework_query(params.number)),
  component: lazyRouteComponent(() => import("./pages/framework/edit_page"), "EditPage"),
});

export const account_route = createRoute({
  getParentRoute: () => root,
  path: "/account",
  validateSearch: (search: RefusalState): RefusalState => search,
  loader: ({ context }) => context.queries.prefetchQuery(account_query),
  component: lazyRouteComponent(() => import("./pages/account/account_page"), "AccountPage"),
});

export const sign_in_route = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: RefusalState): RefusalState => search,
  component: lazyRouteComponent(() => import("./pages/account/sign_in_page"), "SignInPage"),
});

const account_routes = [
  account_route,
  createRoute({
    getParentRoute: () => root,
    path: "/tasks",
    component: lazyRouteComponent(() => import("./pages/tasks/tasks_page"), "TasksPage"),
  }),
  sign_in_route,
  createRoute({
    getParentRoute: () => root,
    path: "/sign-up",
    component: lazyRouteComponent(() => import("./pages/account/sign_up_page"), "SignUpPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/confirm",
    component: lazyRouteComponent(() => import("./pages/account/confirm_page"), "ConfirmPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/confirm-mail",
    component: lazyRouteComponent(() => import("./pages/account/link_pages"), "ConfirmMailPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/sign-in-link",
    component: lazyRouteComponent(() => import("./pages/account/link_pages"), "SignInLinkPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/forgotten-password",
    component: lazyRouteComponent(() => import("./pages/account/forgotten_password_page"), "ForgottenPasswordPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/reset-password",
    component: lazyRouteComponent(() => import("./pages/account/reset_password_page"), "ResetPasswordPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/people",
    component: lazyRouteComponent(() => import("./pages/people/people_page"), "PeoplePage"),
  }),
];

export const innovations_route = createRoute({
  getParentRoute: () => root,
  path: "/innovations",
  validateSearch: (search: InnovationFilter): InnovationFilter => search,
  loader: ({ context }) => context.queries.prefetchQuery(pipeline_query),
  component: lazyRouteComponent(() => import("./pages/innovations/pipeline_page"), "PipelinePage"),
});

export const innovation_route = createRoute({
  getParentRoute: () => root,
  path: "/innovations/$id",
  loader: ({ context, params }) => context.queries.prefetchQuery(innovation_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/innovations/innovation_page"), "InnovationPage"),
});

export const innovation_edit_route = createRoute({
  getParentRoute: () => root,
  path: "/innovations/$id/edit",
  component: lazyRouteComponent(() => import("./pages/innovations/edit_page"), "EditPage"),
});

export const adoption_route = createRoute({
  getParentRoute: () => root,
  path: "/innovations/$id/adoption",
  loader: ({ context, params }) => context.queries.prefetchQuery(adoption_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/adoption/adoption_page"), "AdoptionPage"),
});

export const evidence_route = createRoute({
  getParentRoute: () => root,
  path: "/innovations/$id/evidence",
  loader: ({ context, params }) => context.queries.prefetchQuery(evidence_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/evidence/evidence_page"), "EvidencePage"),
});

export const potential_route = createRoute({
  getParentRoute: () => root,
  path: "/innovations/$id/potential",
  validateSearch: (search: ComparisonState): Pick<ComparisonState, "state"> => search,
  component: lazyRouteComponent(() => import("./pages/potential/potential_page"), "PotentialPage"),
});

export const compare_route = createRoute({
  getParentRoute: () => root,
  path: "/compare",
  validateSearch: (search: ComparisonState): ComparisonState => search,
  component: lazyRouteComponent(() => import("./pages/potential/compare_page"), "ComparePage"),
});

export const protocol_route = createRoute({
  getParentRoute: () => root,
  path: "/protocols/$id",
  loader: ({ context, params }) => context.queries.prefetchQuery(protocol_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/evidence/protocol_page"), "ProtocolPage"),
});

export const report_route = createRoute({
  getParentRoute: () => root,
  path: "/pilots/$id/report",
  loader: ({ context, params }) => context.queries.prefetchQuery(pilot_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/evidence/report_page"), "ReportPage"),
});

export const pilot_route = createRoute({
  getParentRoute: () => root,
  path: "/pilots/$id",
  loader: ({ context, params }) => context.queries.prefetchQuery(pilot_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/evidence/pilot_page"), "PilotPage"),
});

export const panel_route = createRoute({
  getParentRoute: () => root,
  path: "/innovations/$id/panel",
  loader: ({ context, params }) => context.queries.prefetchQuery(panel_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/panels/panel_page"), "PanelPage"),
});

export const partners_route = createRoute({
  getParentRoute: () => root,
  path: "/partners",
  validateSearch: (search: PartnerState): PartnerState => search,
  component: lazyRouteComponent(() => import("./pages/partners/partners_page"), "PartnersPage"),
});

export const network_route = createRoute({
  getParentRoute: () => root,
  path: "/network",
  validateSearch: (search: NetworkAddress): NetworkAddress => search,
  component: lazyRouteComponent(() => import("./pages/network/network_page"), "NetworkPage"),
});

export const offers_route = createRoute({
  getParentRoute: () => root,
  path: "/offers",
  validateSearch: (search: OfferFilter): OfferFilter => search,
  component: lazyRouteComponent(() => import("./pages/partnership/offers_page"), "OffersPage"),
});

export const offer_route = createRoute({
  getParentRoute: () => root,
  path: "/offers/$id",
  loader: ({ context, params }) => context.queries.prefetchQuery(offer_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/partnership/offer_page"), "OfferPage"),
});

export const conversation_route = createRoute({
  getParentRoute: () => root,
  path: "/messages/$id",
  component: lazyRouteComponent(() => import("./pages/partnership/conversation_page"), "ConversationPage"),
});

const partnership_routes = [
  offers_route,
  offer_route,
  conversation_route,
  createRoute({
    getParentRoute: () => root,
    path: "/messages",
    component: lazyRouteComponent(() => import("./pages/partnership/messages_page"), "MessagesPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/partnership-desk",
    component: lazyRouteComponent(() => import("./pages/partnership/desk_page"), "DeskPage"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/confirm-claim",
    component: lazyRouteComponent(() => import("./pages/partnership/confirm_claim_page"), "ConfirmClaimPage"),
  }),
];

export const rubrics_route = createRoute({
  getParentRoute: () => root,
  path: "/rubrics",
  loader: ({ context }) => context.queries.prefetchQuery(rubrics_query),
  component: lazyRouteComponent(() => import("./pages/panels/rubrics_page"), "RubricsPage"),
});

export const rubric_route = createRoute({
  getParentRoute: () => root,
  path: "/rubrics/$id",
  loader: ({ context, params }) => context.queries.prefetchQuery(rubric_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/panels/rubric_page"), "RubricPage"),
});

export const ranking_route = createRoute({
  getParentRoute: () => root,
  path: "/rubrics/$id/ranking",
  validateSearch: (search: RankingState): RankingState => search,
  component: lazyRouteComponent(() => import("./pages/panels/ranking_page"), "RankingPage"),
});

export const providers_route = createRoute({
  getParentRoute: () => root,
  path: "/providers",
  loader: ({ context }) => context.queries.prefetchQuery(providers_query),
  component: lazyRouteComponent(() => import("./pages/adoption/providers_page"), "ProvidersPage"),
});

export const scouting_route = createRoute({
  getParentRoute: () => root,
  path: "/scouting",
  validateSearch: (search: SearchState): SearchState => search,
  component: lazyRouteComponent(() => import("./pages/scouting/scouting_page"), "ScoutingPage"),
});

export const consortium_route = createRoute({
  getParentRoute: () => root,
  path: "/consortium",
  validateSearch: (search: ConsortiumAddress): ConsortiumAddress => search,
  loader: ({ context }) => context.queries.prefetchQuery(consortium_rules_query),
  component: lazyRouteComponent(() => import("./pages/consortium/consortium_page"), "ConsortiumPage"),
});

export const hubs_route = createRoute({
  getParentRoute: () => root,
  path: "/hubs",
  loader: ({ context }) => context.queries.prefetchQuery(hubs_query),
  component: lazyRouteComponent(() => import("./pages/hubs/hubs_page"), "HubsPage"),
});

export const hub_route = createRoute({
  getParentRoute: () => root,
  path: "/hubs/$slug",
  loader: ({ context, params }) => context.queries.prefetchQuery(hub_query(params.slug)),
  component: lazyRouteComponent(() => import("./pages/hubs/hub_page"), "HubPage"),
});

export const hub_edit_route = createRoute({
  getParentRoute: () => root,
  path: "/hubs/$slug/edit",
  component: lazyRouteComponent(() => import("./pages/hubs/edit_page"), "EditHubPage"),
});

export const propose_route = createRoute({
  getParentRoute: () => root,
  path: "/propose",
  validateSearch: (search: InnovationFilter): Pick<InnovationFilter, "project"> => search,
  component: lazyRouteComponent(() => import("./pages/innovations/propose_page"), "ProposePage"),
});

export const cases_route = createRoute({
  getParentRoute: () => root,
  path: "/mainstreaming",
  validateSearch: (search: CaseFilter): CaseFilter => search,
  component: lazyRouteComponent(() => import("./pages/mainstreaming/cases_page"), "CasesPage"),
});

export const case_route = createRoute({
  getParentRoute: () => root,
  path: "/mainstreaming/$id",
  loader: ({ context, params }) => context.queries.prefetchQuery(case_query(params.id)),
  component: lazyRouteComponent(() => import("./pages/mainstreaming/case_page"), "CasePage"),
});

export const notices_route = createRoute({
  getParentRoute: () => root,
  path: "/notices",
  component: lazyRouteComponent(() => import("./pages/notices/notices_page"), "NoticesPage"),
});

export const unsubscribe_route = createRoute({
  getParentRoute: () => root,
  path: "/unsubscribe/$secret",
  component: lazyRouteComponent(() => import("./pages/notices/unsubscribe_page"), "UnsubscribePage"),
});

export const aims_route = createRoute({
  getParentRoute: () => root,
  path: "/aims",
  loader: ({ context }) => context.queries.prefetchQuery(aim_states_query),
  component: lazyRouteComponent(() => import("./pages/aims/aims_page"), "AimsPage"),
});

export const aims_state_route = createRoute({
  getParentRoute: () => root,
  path: "/aims/$state",
  loader: ({ context, params }) => context.queries.prefetchQuery(aims_query(params.state)),
  component: lazyRouteComponent(() => import("./pages/aims/state_page"), "AimsOfStatePage"),
});

const tree = root.addChildren([
  search_route,
  project_route,
  organisation_route,
  organisation_history_route,
  doubts_route,
  coverage_route,
  framework_route,
  framework_version_route,
  framework_changes_route,
  applications_route,
  framework_applications_route,
  application_route,
  application_version_route,
  framework_edit_route,
  innovations_route,
  innovation_route,
  innovation_edit_route,
  adoption_route,
  evidence_route,
  potential_route,
  compare_route,
  protocol_route,
  pilot_route,
  report_route,
  panel_route,
  partners_route,
  network_route,
  ...partnership_routes,
  rubrics_route,
  rubric_route,
  ranking_route,
  providers_route,
  propose_route,
  scouting_route,
  consortium_route,
  hubs_route,
  hub_route,
  hub_edit_route,
  cases_route,
  case_route,
  notices_route,
  unsubscribe_route,
  aims_route,
  aims_state_route,
  ...account_routes,
]);

export function new_router(queries: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    // The names of all kinds of addresses are different, so each reads and writes its own.
    parseSearch: (search) => ({
      ...read_address(search),
      ...read_innovation_filter(search),
      ...read_case_filter(search),
      ...read_comparison(search),
      ...read_ranking(search),
      ...read_partners(search),
      ...read_network(search),
      ...read_consortium(search),
      ...read_offer_filter(search),
      ...read_refusal(search),
    }),
    stringifySearch: (state) =>
      write_address(state) ||
      write_comparison(state) ||
      write_innovation_filter(state) ||
      write_case_filter(state) ||
      write_ranking(state) ||
      write_partners(state) ||
      write_network(state) ||
      write_consortium(state) ||
      write_offer_filter(state) ||
      write_refusal(state),
    scrollRestoration: true,
    defaultPendingMs: 150,
    ...(history && { history }),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof new_router>;
  }
}
