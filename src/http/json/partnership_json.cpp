#include "http/json/partnership_json.h"

#include "http/json/innovation_parts_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

json::value moment_or_null(const std::optional<Timestamp>& moment) { return to_json(moment); }

json::object organisation_name_json(store::OrganisationId id, const std::string& slug,
                                    const std::string& name) {
  return {{"id", id.value}, {"slug", text_or_null(slug)}, {"name", text_or_null(name)}};
}

json::object published_json(const store::PublishedOrganisation& organisation) {
  auto object = organisation_name_json(organisation.id, organisation.slug, organisation.name);
  object["country"] = text_or_null(organisation.country);
  return object;
}

json::object kept_claim_json(const store::Claim& claim) {
  return {{"id", claim.id.value},
          {"organisation_id", claim.organisation.value},
          {"method", name_of(claim.method)},
          {"state", name_of(claim.state)},
          {"domain", text_or_null(claim.domain)},
          {"words", text_or_null(claim.words)},
          {"asked_at", moment_or_null(claim.asked)},
          {"decided_at", moment_or_null(claim.decided)},
          {"reasons", text_or_null(claim.reasons)}};
}

json::array claim_views_json(const std::vector<app::ClaimView>& views) {
  json::array list;
  for (const auto& view : views) {
    auto object = kept_claim_json(view.claim);
    object["organisation"] = organisation_name_json(view.claim.organisation, view.organisation_slug,
                                                    view.organisation_name);
    object["person"] = view.claim.account.value;
    object["person_name"] = text_or_null(view.person);
    list.push_back(std::move(object));
  }
  return list;
}

template <class Named>
json::array name_list(const std::vector<Named>& values) {
  json::array names;
  for (const auto value : values) names.push_back(json::value(name_of(value)));
  return names;
}

json::array text_list(const std::vector<std::string>& texts) {
  json::array list;
  for (const auto& text : texts) list.push_back(json::value(text));
  return list;
}

json::object offer_card_json(const app::OfferCard& card) {
  const auto& offer = card.offer;
  const auto& content = offer.content;
  return {{"id", offer.id.value},
          {"organisation", published_json(card.organisation)},
          {"state", name_of(card.state)},
          {"revision", offer.revision.value},
          {"kind", name_of(content.kind)},
          {"topic", content.topic},
          {"text", content.text},
          {"role", name_of(content.role)},
          {"countries", text_list(content.countries)},
          {"programme", text_or_null(content.programme)},
          {"begins", to_json(content.begins)},
          {"ends", to_json(content.ends)},
          {"deadline", to_json(content.deadline)},
          {"days", offer.days},
          {"last_day", to_json(offer.last_day)},
          {"published_at", moment_or_null(offer.published)},
          {"changed_at", moment_or_null(offer.changed)}};
}

json::array offer_cards_json(const std::vector<app::OfferCard>& cards) {
  json::array list;
  for (const auto& card : cards) list.push_back(offer_card_json(card));
  return list;
}

json::object offer_move_json(const store::OfferMove& move) {
  json::array checklist;
  for (const auto& item : move.checked) {
    checklist.push_back({{"item", name_of(item.check)},
                         {"is_met", item.is_met},
                         {"reason", text_or_null(item.reason)}});
  }
  return {{"act", name_of(move.act)},
          {"to", name_of(move.to)},
          {"at", moment_or_null(move.at)},
          {"reasons", text_or_null(move.reasons)},
          {"checklist", std::move(checklist)}};
}

json::object offer_match_json(const app::MatchView& view) {
  const auto& match = view.match;
  json::object object{{"organisation", published_json(view.organisation)},
                      {"offer", nullptr},
                      {"topic", text_or_null(view.topic)},
                      {"share", match.share},
                      {"words", json::array()},
                      {"projects", json::array()},
                      {"at", moment_or_null(match.at)}};
  if (match.other) object["offer"] = match.other->value;
  object[match.other ? "words" : "projects"] = text_list(match.why);
  return object;
}

json::object thread_json(const store::RelayThread& thread) {
  return {{"id", thread.id.value},
          {"subject", text_or_null(thread.subject)},
          {"state", name_of(thread.state)},
          {"offer", thread.offer ? json::value(thread.offer->value) : json::value(nullptr)},
          {"began_at", moment_or_null(thread.began)},
          {"answered_at", moment_or_null(thread.answered)},
          {"changed_at", moment_or_null(thread.changed)}};
}

json::object thread_card_json(const app::ThreadCard& card) {
  auto object = thread_json(card.thread);
  object["side"] = name_of(card.side);
  object["organisation"] = organisation_name_json(card.thread.organisation, card.organisation_slug,
                                                  card.organisation_name);
  object["for_organisation"] = text_or_null(card.for_organisation_name);
  object["asker"] = text_or_null(card.asker);
  return object;
}

json::object message_json(const store::RelayMessage& message) {
  return {{"number", message.number},
          {"is_of_organisation", message.is_of_organisation},
          {"text", text_or_null(message.text)},
          {"at", moment_or_null(message.at)}};
}

}  // namespace

json::object claims_json(const app::ClaimList& list) {
  return {{"own", claim_views_json(list.own)},
          {"waiting", claim_views_json(list.waiting)},
          {"granted", claim_views_json(list.granted)}};
}

json::object offers_json(const app::OfferList& list) {
  json::object document{{"total", list.total}, {"offers", offer_cards_json(list.offers)}};
  tell_origin(document, list.today, "offers and requests of organisations, moderated here");
  return document;
}

json::object offer_json(const app::OfferView& view) {
  auto object = offer_card_json(view.card);
  json::array moves, matches;
  for (const auto& move : view.moves) moves.push_back(offer_move_json(move));
  for (const auto& match : view.matches) matches.push_back(offer_match_json(match));
  object["acts"] = name_list(view.acts);
  object["may_edit"] = view.may_edit;
  object["moves"] = std::move(moves);
  object["matches"] = std::move(matches);
  return object;
}

json::object offer_work_json(const app::OfferWork& work) {
  json::array organisations;
  for (const auto& organisation : work.organisations) {
    organisations.push_back(published_json(organisation));
  }
  return {{"organisations", std::move(organisations)},
          {"own", offer_cards_json(work.own)},
          {"waiting", offer_cards_json(work.waiting)}};
}

json::object conversations_json(const std::vector<app::ThreadCard>& cards) {
  json::array list;
  for (const auto& card : cards) list.push_back(thread_card_json(card));
  return {{"total", cards.size()}, {"conversations", std::move(list)}};
}

json::object conversation_json(const app::ThreadView& view) {
  auto object = thread_card_json(view.card);
  json::array messages, moves;
  for (const auto& [message, author, is_own] : view.messages) {
    auto entry = message_json(message);
    entry["author"] = text_or_null(author);
    entry["is_own"] = is_own;
    messages.push_back(std::move(entry));
  }
  for (const auto& move : view.moves) {
    moves.push_back({{"act", name_of(move.act)},
                     {"to", name_of(move.to)},
                     {"at", moment_or_null(move.at)},
                     {"reasons", text_or_null(move.reasons)}});
  }
  object["messages"] = std::move(messages);
  object["moves"] = std::move(moves);
  object["acts"] = name_list(view.acts);
  object["may_write"] = view.may_write;
  object["is_blocked"] = view.is_blocked;
  return object;
}

json::object contact_json(const app::ContactView& view, Date today) {
  const auto share = view.rate.share();
  const auto count = [&](std::size_t number) {
    return share ? json::value(number) : json::value(nullptr);
  };
  json::object document{{"organisation_id", view.organisation.value},
                        {"is_claimed", view.is_claimed},
                        {"takes_messages", view.takes_messages},
                        {"last_verified_at", moment_or_null(view.last_verified)},
                        {"response",
                         {{"asked", count(view.rate.asked)},
                          {"answered", count(view.rate.answered)},
                          {"share", or_null(share)},
                          {"within_days", ecosystem::kAnswerWithin.count()},
                          {"fewest", ecosystem::kFewestForRate}}},
                        {"you", {{"represents", view.is_own}, {"takes_messages", view.takes_own}}}};
  tell_origin(document, today, "first messages that came through this installation");
  return document;
}

json::object contacts_json(const std::vector<app::ContactView>& views, Date today) {
  json::array contacts;
  for (const auto& view : views) contacts.push_back(contact_json(view, today));
  json::object document{{"contacts", std::move(contacts)}};
  tell_origin(document, today, "first messages that came through this installation");
  return document;
}

json::array kept_claims_json(const app::PersonalData& data) {
  json::array list;
  for (const auto& claim : data.claims) list.push_back(kept_claim_json(claim));
  return list;
}

json::array kept_conversations_json(const app::PersonalData& data) {
  json::array list;
  for (const auto& [thread, messages] : data.conversations) {
    auto object = thread_json(thread);
    object["organisation_id"] = thread.organisation.value;
    object["messages"] = kept_messages_json(messages);
    list.push_back(std::move(object));
  }
  return list;
}

json::array kept_messages_json(const std::vector<store::RelayMessage>& messages) {
  json::array list;
  for (const auto& message : messages) list.push_back(message_json(message));
  return list;
}

}  // namespace tributary::http
