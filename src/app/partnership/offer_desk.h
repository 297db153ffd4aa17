// app/partnership/offer_desk.h
//
// The use cases of offers to take part and requests for partners.
//
//   const auto id = TRY(offers.write(actor, {.organisation = {31}, .content = …}));
//   TRY(offers.move(actor, {.id = id, .seen = {1}, .act = OfferAct::submit}));
//   TRY(offers.move(curator, {.id = id, .seen = {2}, .act = OfferAct::publish, .checklist = …}));
//   TRY(offers.find_matches(id, portal));
//
// Written by those who represent the organisation, published by a moderator who does not, once
// every item of the checklist is met. What was never published only these see; to others it is
// `not_found`. What others may change too names the revision that was seen, and another one is a
// `conflict`.
//
// Thread rule: safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/portal.h"
#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/partnership/claims.h"
#include "store/partnership/offers.h"
#include "store/pool.h"

namespace tributary::app {

struct WriteOffer {
  store::OrganisationId organisation;
  ecosystem::OfferContent content;
  std::int32_t days = ecosystem::kOfferDays;
};

struct EditOffer {
  ecosystem::OfferId id;
  store::Revision seen;
  ecosystem::OfferContent content;
  std::int32_t days = ecosystem::kOfferDays;
};

struct MoveOffer {
  ecosystem::OfferId id;
  store::Revision seen;
  ecosystem::OfferAct act = ecosystem::OfferAct::submit;
  std::string reasons = {};
  std::vector<ecosystem::CheckedItem> checklist = {};  ///< of publish and reject
};

/// Of what is shown. Empty: any.
struct OfferFilter {
  std::string words;  ///< all of them in topic, text, programme or the name of the organisation
  std::optional<ecosystem::OfferKind> kind;
  std::optional<ecosystem::PartnerRole> role;
  std::string country;              ///< of its organisation
  std::string programme;            ///< some of its words
  std::optional<Date> answered_by;  ///< answers are of use on this day still
  std::optional<store::OrganisationId> organisation;
  std::uint64_t limit = 20, offset = 0;
};

struct OfferCard {
  store::StoredOffer offer;
  ecosystem::OfferState state = ecosystem::OfferState::draft;  ///< today
  store::PublishedOrganisation organisation;
};

struct OfferList {
  Date today;
  std::uint64_t total = 0;
  std::vector<OfferCard> offers;  ///< the newest first
};

struct MatchView {
  store::StoredOfferMatch match;
  store::PublishedOrganisation organisation;
  std::string topic;  ///< of the other offer; empty: by past projects
};

struct OfferView {
  OfferCard card;
  std::vector<ecosystem::OfferAct> acts;  ///< that the one who reads may do now
  bool may_edit = false;
  std::vector<store::OfferMove> moves;  ///< for its people and moderators
  std::vector<MatchView> matches;       ///< with others that are shown; by projects: for its people
};

/// What waits for one person.
struct OfferWork {
  std::vector<store::PublishedOrganisation> organisations;  ///< that they represent
  std::vector<OfferCard> own;                               ///< of these, newest first
  std::vector<OfferCard> waiting;                           ///< for a moderator, oldest first
};

class OfferDesk {
 public:
  /// REQUIRES: both outlive it.
  OfferDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Anyone.
  Result<OfferList> list(const OfferFilter& filter);
  Result<OfferView> view(const ecosystem::Actor& person, ecosystem::OfferId id);

  Result<OfferWork> work(const ecosystem::Actor& person);
  Result<ecosystem::OfferId> write(const ecosystem::Actor& person, const WriteOffer& request);
  /// While it is a draft.
  Result<> edit(const ecosystem::Actor& person, const EditOffer& request);
  Result<> move(const ecosystem::Actor& person, const MoveOffer& request);

  /// Compares what is shown with the others that are, and with the past projects of organisations
  /// that somebody represents here; both sides of each pair that is new are told. How many were.
  Result<std::uint64_t> find_matches(ecosystem::OfferId id, Portal& portal);

 private:
  Result<OfferCard> card_of(sql::Connection& connection, store::StoredOffer offer);
  Result<std::uint64_t> record_matches(const store::StoredOffer& offer,
                                       const std::vector<store::StoredOfferMatch>& matches);

  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
