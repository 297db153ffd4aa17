#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"
#include "http/identity.h"
#include "http/json/account_json.h"
#include "http/json/json_response.h"
#include "http/json_body.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

namespace json = boost::json;

/// What every function here works with.
struct AccountSite {
  app::AccountDesk& desk;
  const Identity& identity;
};

/// The same words whether or not the address has an account.
Response mail_is_on_its_way() {
  return private_json(202, {{"detail", "If this address can be used, a mail is on its way."}});
}

Outcome<Response> signed_in_now(const AccountSite& site, const app::OpenedSession& session) {
  const auto caller = TRY(site.desk.caller_of_session(session.secret));
  if (!caller) return std::unexpected(Problem(401, "This session has ended."));
  auto response = private_json(
      200, own_account_json(TRY(site.desk.view(*caller)), app::csrf_token(session.secret)));
  response.headers.push_back(site.identity.session_cookie(session));
  return response;
}

/// The body of a write that needs nobody to be signed in.
Outcome<JsonBody> strangers_body(const AccountSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  TRY(site.identity.refuse_other_origins(request));
  return JsonBody::read(request);
}

Outcome<Response> own_account(const AccountSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.caller(request));
  if (!caller) return private_json(200, visitor_json());
  const auto csrf = caller->session ? app::csrf_token(Identity::session_secret(request)) : "";
  return private_json(200, own_account_json(TRY(site.desk.view(*caller)), csrf));
}

Outcome<Response> sign_up(const AccountSite& site, const Request& request) {
  auto body = TRY(strangers_body(site, request));
  app::SignUp wanted;
  wanted.mail = TRY(body.text("mail"));
  wanted.language = TRY(body.text("language", "en"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.sign_up(wanted, site.identity.client_address(request))));
  return mail_is_on_its_way();
}

Outcome<std::string> only_secret(JsonBody body) {
  auto secret = TRY(body.text("secret"));
  TRY(body.refuse_others());
  return secret;
}

Outcome<Response> confirm(const AccountSite& site, const Request& request) {
  auto body = TRY(strangers_body(site, request));
  app::ConfirmSignUp confirmation;
  confirmation.link_secret = TRY(body.text("secret"));
  confirmation.name = TRY(body.text("name"));
  confirmation.password = TRY(body.text("password"));
  TRY(body.refuse_others());
  return signed_in_now(site, TRY(body.answer_of(site.desk.confirm(confirmation))));
}

Outcome<Response> confirm_mail(const AccountSite& site, const Request& request) {
  TRY(site.desk.confirm_mail(TRY(only_secret(TRY(strangers_body(site, request))))));
  return done();
}

Outcome<Response> sign_in(const AccountSite& site, const Request& request) {
  auto body = TRY(strangers_body(site, request));
  app::SignIn attempt;
  attempt.mail = TRY(body.text("mail"));
  attempt.password = TRY(body.text("password"));
  attempt.address = site.identity.client_address(request);
  TRY(body.refuse_others());
  return signed_in_now(site, TRY(body.answer_of(site.desk.sign_in(attempt))));
}

Outcome<Response> sign_in_by_link(const AccountSite& site, const Request& request) {
  const auto secret = TRY(only_secret(TRY(strangers_body(site, request))));
  return signed_in_now(site, TRY(site.desk.sign_in_by_link(secret)));
}

Outcome<Response> ask_for_reset(const AccountSite& site, const Request& request) {
  auto body = TRY(strangers_body(site, request));
  const auto mail = TRY(body.text("mail"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.ask_for_reset(mail, site.identity.client_address(request))));
  return mail_is_on_its_way();
}

Outcome<Response> reset_password(const AccountSite& site, const Request& request) {
  auto body = TRY(strangers_body(site, request));
  const auto secret = TRY(body.text("secret"));
  const auto password = TRY(body.text("password"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.reset_password(secret, password)));
  return done();
}

Outcome<Response> sign_out(const AccountSite& site, const Request& request) {
  TRY(site.desk.sign_out(TRY(site.identity.in_session(request))));
  auto response = done();
  response.headers.push_back(site.identity.ended_cookie());
  return response;
}

Outcome<Response> change_password(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  auto body = TRY(JsonBody::read(request));
  const auto present = TRY(body.text("password", ""));
  const auto wanted = TRY(body.text("new_password"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.change_password(caller, present, wanted)));
  return done();
}

Outcome<Response> change_mail(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  auto body = TRY(JsonBody::read(request));
  const auto mail = TRY(body.text("mail"));
  const auto password = TRY(body.text("password", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.change_mail(caller, mail, password)));
  return mail_is_on_its_way();
}

Outcome<Response> sessions(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  return private_json(200, sessions_json(TRY(site.desk.sessions(caller)), caller.session));
}

Outcome<Response> end_session(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  TRY(site.desk.end_session(caller, {TRY(path_number(request, "number"))}));
  return done();
}

Outcome<Response> tokens(const AccountSite& site, const Request& request) {
  return private_json(200,
                      tokens_json(TRY(site.desk.tokens(TRY(site.identity.in_session(request))))));
}

Outcome<Response> create_token(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  auto body = TRY(JsonBody::read(request));
  const auto name = TRY(body.text("name"));
  const auto days =
      TRY(body.number("days", {.lowest = 1, .highest = app::kLongestTokenDays, .otherwise = 90}));
  TRY(body.refuse_others());
  const auto created = TRY(body.answer_of(site.desk.create_token(caller, name, days)));
  return private_json(201, {{"number", created.number.value}, {"token", created.secret}});
}

Outcome<Response> remove_token(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  TRY(site.desk.remove_token(caller, {TRY(path_number(request, "number"))}));
  return done();
}

Outcome<Response> export_data(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  auto response = private_json(200, personal_data_json(TRY(site.desk.personal_data(caller))));
  response.headers.push_back(
      {"Content-Disposition", "attachment; filename=\"tributary-account.json\""});
  return response;
}

Outcome<Response> erase(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  auto body = TRY(JsonBody::read(request));
  const auto password = TRY(body.text("password", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.erase(caller, password)));
  auto response = done();
  response.headers.push_back(site.identity.ended_cookie());
  return response;
}

Outcome<Response> accounts(const AccountSite& site, const Request& request) {
  Parameters parameters(request);
  const auto after =
      TRY(parameters.number("after", {.lowest = 0, .highest = 1ULL << 53, .otherwise = 0}));
  const auto limit =
      TRY(parameters.number("limit", {.lowest = 1, .highest = 1000, .otherwise = 100}));
  TRY(parameters.refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  return private_json(200, accounts_json(TRY(site.desk.accounts(
                               caller.actor, {static_cast<std::int64_t>(after)}, limit))));
}

Outcome<ecosystem::Grant> named_grant(std::string_view name, std::string scope) {
  const auto role = ecosystem::role_from_name(name);
  if (!role) return std::unexpected(Problem(400, "There is no role of this name.", "role"));
  return ecosystem::Grant{.role = *role, .scope = {scope_of(*role), std::move(scope)}};
}

Outcome<Response> grant(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  auto body = TRY(JsonBody::read(request));
  const auto role = TRY(body.text("role"));
  auto scope = TRY(body.text("scope", ""));
  TRY(body.refuse_others());
  const auto wanted = TRY(named_grant(role, std::move(scope)));
  TRY(body.answer_of(site.desk.grant(caller.actor, {TRY(path_number(request, "number"))}, wanted)));
  return done();
}

Outcome<Response> take_back(const AccountSite& site, const Request& request) {
  const auto caller = TRY(site.identity.in_session(request));
  Parameters parameters(request);
  auto scope = TRY(parameters.text("scope"));
  TRY(parameters.refuse_others());
  const auto held = TRY(named_grant(request.path_parameter("role"), std::move(scope)));
  TRY(site.desk.take_back(caller.actor, {TRY(path_number(request, "number"))}, held));
  return done();
}

constexpr auto kAccountRoutes = std::to_array<SiteRoute<AccountSite>>({
    {Method::get, "/api/v1/account", own_account},
    {Method::post, "/api/v1/account", sign_up},
    {Method::post, "/api/v1/account/confirmation", confirm},
    {Method::post, "/api/v1/account/session", sign_in},
    {Method::remove, "/api/v1/account/session", sign_out},
    {Method::post, "/api/v1/account/session/link", sign_in_by_link},
    {Method::post, "/api/v1/account/password-reset", ask_for_reset},
    {Method::post, "/api/v1/account/password-reset/completion", reset_password},
    {Method::post, "/api/v1/account/password", change_password},
    {Method::post, "/api/v1/account/mail", change_mail},
    {Method::post, "/api/v1/account/mail/confirmation", confirm_mail},
    {Method::get, "/api/v1/account/sessions", sessions},
    {Method::remove, "/api/v1/account/sessions/{number}", end_session},
    {Method::get, "/api/v1/account/tokens", tokens},
    {Method::post, "/api/v1/account/tokens", create_token},
    {Method::remove, "/api/v1/account/tokens/{number}", remove_token},
    {Method::get, "/api/v1/account/export", export_data},
    {Method::post, "/api/v1/account/erasure", erase},
    {Method::get, "/api/v1/accounts", accounts},
    {Method::post, "/api/v1/accounts/{number}/grants", grant},
    {Method::remove, "/api/v1/accounts/{number}/grants/{role}", take_back},
});

}  // namespace

void add_account_routes(Router& router, app::AccountDesk& desk, const Identity& identity) {
  add_routes(router, AccountSite{desk, identity}, kAccountRoutes);
}

}  // namespace tributary::http
