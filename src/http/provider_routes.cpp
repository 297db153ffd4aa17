#include "http/identity.h"
#include "http/json/json_response.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

namespace json = boost::json;

/// What binds the answer of the provider to the browser that was sent to it.
constexpr std::string_view kDepartureCookie = "tributary_sign_in";
constexpr std::string_view kDepartureCookiePath = "/api/v1/account/provider";
constexpr int kSeeOther = 303;

struct ProviderSite {
  app::ProviderDesk* desk;  ///< null: nobody signs in through another organisation here
  const Identity& identity;
};

Outcome<app::ProviderDesk*> desk_of(const ProviderSite& site) {
  if (site.desk != nullptr) return site.desk;
  return std::unexpected(Problem(404, "Nobody signs in here through another organisation."));
}

Response go_to(std::string address) {
  auto response = redirect(kSeeOther, std::move(address));
  response.cache_control = kNeverCached;
  return response;
}

/// The page that tells why, in the words of its reader.
std::string page_of_refusal(std::string_view page, app::ProviderRefusal refusal) {
  return std::string(page) + "?refusal=" + std::string(name_of(refusal));
}

Header departure_cookie(const ProviderSite& site, const std::string& secret) {
  const auto seconds = std::chrono::seconds(app::kAwayLength).count();
  return site.identity.cookie(kDepartureCookie, secret, kDepartureCookiePath, seconds);
}

Outcome<Response> provider(const ProviderSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  if (site.desk == nullptr) return private_json(200, {{"name", nullptr}, {"is_connected", false}});
  const auto caller = TRY(site.identity.caller(request));
  const bool is_connected = caller && TRY(site.desk->is_connected(*caller));
  return private_json(200, {{"name", site.desk->provider_name()}, {"is_connected", is_connected}});
}

Outcome<Response> send_to_sign_in(const ProviderSite& site, const Request& request) {
  Parameters parameters(request);
  app::SendToSignIn wanted;
  wanted.next = TRY(parameters.text("next", "/account"));
  wanted.language = TRY(parameters.text("language", "en"));
  TRY(parameters.refuse_others());
  auto* const desk = TRY(desk_of(site));
  const auto departed = desk->send_to_sign_in(wanted, site.identity.client_address(request));
  if (!departed) {
    Problem problem(departed.error());
    if (problem.status == 400) problem.parameter = departed.error().context;
    return std::unexpected(std::move(problem));
  }
  if (departed->refusal) return go_to(page_of_refusal("/sign-in", *departed->refusal));
  auto response = go_to(departed->address);
  response.headers.push_back(departure_cookie(site, departed->browser_secret));
  return response;
}

Outcome<Response> arrive(const ProviderSite& site, const Request& request) {
  // Providers may add parameters of their own, so nothing is said of the others.
  Parameters parameters(request);
  app::ProviderReturn back;
  back.browser_secret = Identity::cookie_value(request, kDepartureCookie);
  back.state = TRY(parameters.text("state"));
  back.code = TRY(parameters.text("code"));
  back.error = TRY(parameters.text("error"));
  back.issuer = TRY(parameters.text("iss"));
  back.session_secret = Identity::session_secret(request);
  auto* const desk = TRY(desk_of(site));
  const auto arrival = TRY(desk->arrive(back));
  auto response =
      go_to(arrival.refusal ? page_of_refusal(arrival.next, *arrival.refusal) : arrival.next);
  if (arrival.session) response.headers.push_back(site.identity.session_cookie(*arrival.session));
  response.headers.push_back(site.identity.cookie(kDepartureCookie, "", kDepartureCookiePath, 0));
  return response;
}

Outcome<Response> connect(const ProviderSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  auto body = TRY(JsonBody::read(request));
  const auto password = TRY(body.text("password", ""));
  TRY(body.refuse_others());
  auto* const desk = TRY(desk_of(site));
  const auto departure = TRY(body.answer_of(desk->send_to_connect(caller, password)));
  if (departure.refusal) {
    return std::unexpected(Problem(503, desk->provider_name() +
                                            " cannot be reached, or does not answer as it has to. "
                                            "Try again later."));
  }
  auto response = private_json(200, {{"address", departure.address}});
  response.headers.push_back(departure_cookie(site, departure.browser_secret));
  return response;
}

Outcome<Response> part(const ProviderSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  auto* const desk = TRY(desk_of(site));
  TRY(desk->part(caller));
  return done();
}

constexpr auto kProviderRoutes = std::to_array<SiteRoute<ProviderSite>>({
    {Method::get, "/api/v1/account/provider", provider},
    {Method::get, "/api/v1/account/provider/sign-in", send_to_sign_in, Execution::waiting},
    {Method::get, app::kProviderReturnPath, arrive, Execution::waiting},
    {Method::post, "/api/v1/account/provider/connection", connect, Execution::waiting},
    {Method::remove, "/api/v1/account/provider/connection", part},
});

}  // namespace

void add_provider_routes(Router& router, app::ProviderDesk* desk, const Identity& identity) {
  add_routes(router, ProviderSite{desk, identity}, kProviderRoutes);
}

}  // namespace tributary::http
