#include "http/json/account_json.h"

#include "http/json/machine_json.h"
#include "http/json/notice_json.h"
#include "http/json/partnership_json.h"
#include "http/json/scouting_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace {

namespace json = boost::json;

json::value moment_json(Timestamp moment) { return to_json(std::optional(moment)); }

json::object grant_json(const ecosystem::Grant& grant) {
  return {{"role", name_of(grant.role)},
          {"scope_kind", name_of(grant.scope.kind)},
          {"scope", grant.scope.key}};
}

json::object account_json(const store::Account& account,
                          const std::vector<ecosystem::Grant>& grants) {
  json::array held;
  for (const auto& grant : grants) held.push_back(grant_json(grant));
  return {{"person", account.id.value},
          {"mail", account.mail.empty() ? json::value(nullptr) : json::value(account.mail)},
          {"name", account.name},
          {"language", account.language},
          {"state", name_of(account.state)},
          {"has_password", !account.password_hash.empty()},
          {"created_at", moment_json(account.created_at)},
          {"verified_at", to_json(account.verified_at)},
          {"grants", std::move(held)}};
}

}  // namespace

json::value own_account_json(const app::AccountView& view, std::string_view csrf_token) {
  return {{"account", account_json(view.account, view.grants)},
          {"csrf_token", csrf_token.empty() ? json::value(nullptr) : json::value(csrf_token)}};
}

json::value visitor_json() { return {{"account", nullptr}, {"csrf_token", nullptr}}; }

json::value accounts_json(const std::vector<app::AccountView>& views) {
  json::array accounts;
  for (const auto& view : views) accounts.push_back(account_json(view.account, view.grants));
  return json::object{{"accounts", std::move(accounts)}};
}

json::value sessions_json(const std::vector<store::Session>& sessions,
                          std::optional<store::SessionNumber> present) {
  json::array list;
  for (const auto& session : sessions) {
    list.push_back({{"number", session.number.value},
                    {"is_this_one", session.number == present},
                    {"created_at", moment_json(session.created_at)},
                    {"last_used_at", moment_json(session.last_used_at)},
                    {"expires_at", moment_json(session.expires_at)}});
  }
  return json::object{{"sessions", std::move(list)}};
}

json::value tokens_json(const std::vector<store::ApiToken>& tokens) {
  json::array list;
  for (const auto& token : tokens) {
    list.push_back({{"number", token.number.value},
                    {"name", token.name},
                    {"created_at", moment_json(token.created_at)},
                    {"last_used_at", to_json(token.last_used_at)},
                    {"expires_at", moment_json(token.expires_at)}});
  }
  return json::object{{"tokens", std::move(list)}};
}

json::value personal_data_json(const app::PersonalData& data) {
  json::array events;
  for (const auto& event : data.grants) {
    auto entry = grant_json(event.grant);
    entry["is_given"] = event.is_given;
    entry["by"] = event.by.value;
    entry["at"] = moment_json(event.at);
    events.push_back(std::move(entry));
  }
  json::array identities;
  for (const auto& identity : data.provider_identities) {
    identities.push_back({{"issuer", identity.issuer},
                          {"subject", identity.subject},
                          {"connected_at", moment_json(identity.linked_at)}});
  }
  json::array taken_for;
  for (const auto organisation : data.takes_messages_for) taken_for.push_back(organisation.value);
  return {{"account", account_json(data.account, {})},
          {"grant_history", std::move(events)},
          {"sessions", sessions_json(data.sessions, {}).at("sessions")},
          {"tokens", tokens_json(data.tokens).at("tokens")},
          {"sign_in_providers", std::move(identities)},
          {"watches", watches_json(data.watches)},
          {"notices", notices_json(data.notices, data.account.language)},
          {"notices_by_mail", name_of(data.notices_by_mail)},
          {"notices_not_by_mail", names_json(data.notices_not_by_mail)},
          {"claims", kept_claims_json(data)},
          {"conversations", kept_conversations_json(data)},
          {"messages_for_organisations", kept_messages_json(data.messages_for_organisations)},
          {"takes_messages_for", std::move(taken_for)}};
}

}  // namespace tributary::http
