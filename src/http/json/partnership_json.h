// http/json/partnership_json.h
//
// Claims, offers and conversations as the API tells them: schemas Claims, Offers, Offer, OfferWork,
// Conversations, Conversation, Contact. No mail address stands in any of them.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "app/accounts/account_desk.h"
#include "app/partnership/claim_desk.h"
#include "app/partnership/offer_desk.h"
#include "app/partnership/relay_desk.h"

namespace tributary::http {

boost::json::object claims_json(const app::ClaimList& list);

boost::json::object offers_json(const app::OfferList& list);
boost::json::object offer_json(const app::OfferView& view);
boost::json::object offer_work_json(const app::OfferWork& work);

boost::json::object conversations_json(const std::vector<app::ThreadCard>& cards);
boost::json::object conversation_json(const app::ThreadView& view);
boost::json::object contact_json(const app::ContactView& view, Date today);
boost::json::object contacts_json(const std::vector<app::ContactView>& views, Date today);

/// What of it is kept about one person: members of PersonalData.
boost::json::array kept_claims_json(const app::PersonalData& data);
boost::json::array kept_conversations_json(const app::PersonalData& data);
boost::json::array kept_messages_json(const std::vector<store::RelayMessage>& messages);

}  // namespace tributary::http
