// store/partnership/offers.h
//
// Offers to take part and requests for partners, what became of them, and whom they suit. Those of
// an organisation that became part of another are the whole's: identity/whole_organisation.h.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/partnership/offer.h"
#include "ecosystem/partnership/offer_state.h"
#include "sql/connection.h"
#include "store/catalogue_store.h"
#include "store/revision.h"

namespace tributary::store {

struct StoredOffer {
  ecosystem::OfferId id;
  OrganisationId organisation;
  ecosystem::OfferState state = ecosystem::OfferState::draft;  ///< as it was moved to
  Revision revision{1};
  ecosystem::OfferContent content;
  std::int32_t days = ecosystem::kOfferDays;  ///< how long it is shown
  std::optional<Date> last_day;               ///< on which it is shown, once it was published
  Timestamp created;
  ecosystem::PersonId created_by;
  std::optional<Timestamp> published;  ///< or renewed, last
  Timestamp changed;

  /// As it stands on a day.
  [[nodiscard]] ecosystem::OfferState state_on(Date today) const {
    return last_day ? ecosystem::state_on(state, *last_day, today) : state;
  }
};

/// Its id and revision are chosen here.
Result<ecosystem::OfferId> insert_offer(sql::Connection& connection, const StoredOffer& offer);
/// Errors: `not_found`.
Result<StoredOffer> offer(sql::Connection& connection, ecosystem::OfferId id);
/// All but id, organisation and beginning, one revision further. REQUIRES: it was read in this
/// transaction.
Result<> update_offer(sql::Connection& connection, const StoredOffer& offer, Timestamp at);

/// Newest first.
Result<std::vector<StoredOffer>> open_offers(sql::Connection& connection, Date today);
Result<std::vector<StoredOffer>> offers_of(sql::Connection& connection,
                                           OrganisationId organisation);
/// Oldest first.
Result<std::vector<StoredOffer>> submitted_offers(sql::Connection& connection);
/// Open ones whose last day is at most `last`, and of which nobody was reminded yet.
Result<std::vector<StoredOffer>> unreminded_offers(sql::Connection& connection, Date today,
                                                   Date last);
/// False where another one has noted it meanwhile.
Result<bool> note_offer_reminder(sql::Connection& connection, const StoredOffer& offer);

struct OfferMove {
  ecosystem::OfferAct act = ecosystem::OfferAct::submit;
  ecosystem::OfferState to = ecosystem::OfferState::submitted;
  Timestamp at;
  ecosystem::PersonId person;
  std::string reasons;
  std::vector<ecosystem::CheckedItem> checked = {};
};

Result<> append_offer_move(sql::Connection& connection, ecosystem::OfferId id,
                           const OfferMove& move);
/// How often it was renewed since.
Result<std::int64_t> renewals_since(sql::Connection& connection, ecosystem::OfferId id,
                                    Timestamp since);
/// Oldest first.
Result<std::vector<OfferMove>> offer_moves(sql::Connection& connection, ecosystem::OfferId id);

struct StoredOfferMatch {
  std::int64_t id = 0;
  ecosystem::OfferId offer;
  OrganisationId organisation;              ///< the other side
  std::optional<ecosystem::OfferId> other;  ///< nothing: by its past projects
  double share = 0;
  std::vector<std::string> why;  ///< words that both have, or addresses of projects
  Timestamp at;
};

/// Its number; nothing where the pair is known already.
Result<std::optional<std::int64_t>> insert_offer_match(sql::Connection& connection,
                                                       const StoredOfferMatch& match);
/// Those of it, and those of others with it, the best first.
Result<std::vector<StoredOfferMatch>> offer_matches(sql::Connection& connection,
                                                    ecosystem::OfferId id);

}  // namespace tributary::store
