// http/json/account_json.h: people and rights as docs/api.md shows them.
#pragma once

#include <boost/json/value.hpp>

#include "app/accounts/account_desk.h"

namespace tributary::http {

/// {"account": …, "csrf_token": …}; both null for a visitor, the token also by token.
boost::json::value own_account_json(const app::AccountView& view, std::string_view csrf_token);
boost::json::value visitor_json();

boost::json::value accounts_json(const std::vector<app::AccountView>& views);
boost::json::value sessions_json(const std::vector<store::Session>& sessions,
                                 std::optional<store::SessionNumber> present);
boost::json::value tokens_json(const std::vector<store::ApiToken>& tokens);
boost::json::value personal_data_json(const app::PersonalData& data);

}  // namespace tributary::http
