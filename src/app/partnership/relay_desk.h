// app/partnership/relay_desk.h
//
// The use cases of the message relay: people write to organisations, and back, and neither side
// sees a mail address.
//
//   const auto id = TRY(relay.begin(actor, {.organisation = {31}, .subject = "…", .text = "…"}));
//   TRY(relay.answer(representative, id, "Gladly."));   // takes it up, and answers
//
// Both sides have said yes before anything is mailed: who writes by confirming the address of their
// account, who receives by having said that they take messages for the organisation. The first
// message asks; until the organisation takes it up nothing more is written. Mails go out from the
// installation's own address with a link to a page, where they are answered (docs/offers.md).
//
// Errors: `not_signed_in`, `invalid_argument` or `too_long` naming the field, `not_found` for
// conversations of others, `not_permitted`, `conflict`, `throttled`, `unmet`. Thread rule: safe
// from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/mail/mail_queue.h"
#include "app/partnership/partnership_texts.h"
#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/partnership/relay.h"
#include "store/pool.h"

namespace tributary::app {

struct FirstMessage {
  store::OrganisationId organisation;  ///< that of the offer, where one is named
  std::optional<ecosystem::OfferId> offer = {};
  std::optional<store::OrganisationId> for_organisation = {};  ///< that the person represents
  std::string subject, text;
};

enum class ThreadSide : std::uint8_t { asker, organisation, moderator };

std::string_view name_of(ThreadSide side);

struct ThreadCard {
  store::RelayThread thread;
  ThreadSide side = ThreadSide::asker;  ///< of the one who reads
  std::string organisation_slug, organisation_name;
  std::string for_organisation_name;  ///< empty: none
  std::string asker;                  ///< their name; empty: erased
};

struct NamedMessage {
  store::RelayMessage message;
  std::string author;  ///< empty: erased
  bool is_own = false;
};

struct ThreadView {
  ThreadCard card;
  std::vector<NamedMessage> messages;   ///< oldest first
  std::vector<store::RelayMove> moves;  ///< without the reasons that are not for the one who reads
  std::vector<ecosystem::ThreadAct> acts;  ///< that they may do now
  bool may_write = false, is_blocked = false;
};

/// What everybody may know of how an organisation is reached.
struct ContactView {
  store::OrganisationId organisation;
  bool is_claimed = false, takes_messages = false;
  std::optional<Timestamp> last_verified;
  ecosystem::ResponseRate rate;
  // Of the one who asks.
  bool is_own = false, takes_own = false;
};

class RelayDesk {
 public:
  /// REQUIRES: all of them outlive it. Links in mails begin with `public_url`.
  RelayDesk(store::ConnectionPool& connections, const Clock& clock, MailQueue& mail,
            std::string public_url)
      : connections_(connections), clock_(clock), mail_(mail), public_url_(std::move(public_url)) {}

  /// Anyone.
  Result<ContactView> contact(const ecosystem::Actor& person, store::OrganisationId organisation);
  /// Of each that is in the catalogue, in this order.
  Result<std::vector<ContactView>> contacts(
      const ecosystem::Actor& person, const std::vector<store::OrganisationId>& organisations);

  /// Their own, those with organisations that they represent, and for moderators what was reported;
  /// the last changed first.
  Result<std::vector<ThreadCard>> list(const ecosystem::Actor& person);
  Result<ThreadView> view(const ecosystem::Actor& person, ecosystem::ThreadId id);

  Result<ecosystem::ThreadId> begin(const ecosystem::Actor& person, const FirstMessage& first);
  /// Where the organisation was asked, its answer takes it up.
  Result<> answer(const ecosystem::Actor& person, ecosystem::ThreadId id, const std::string& text);
  Result<> move(const ecosystem::Actor& person, ecosystem::ThreadId id, ecosystem::ThreadAct act,
                const std::string& reasons);
  /// For the organisation: whether it takes messages from who asked.
  Result<> block(const ecosystem::Actor& person, ecosystem::ThreadId id, bool blocked);
  /// Each representative for themselves.
  Result<> take_messages(const ecosystem::Actor& person, store::OrganisationId named, bool takes);

 private:
  /// What is to be mailed once the change is committed.
  struct Envelope {
    RelayMail kind = RelayMail::message;
    std::vector<ecosystem::PersonId> to;
    RelayMailFacts facts;
  };

  Result<ContactView> contact_of(sql::Connection& connection, const ecosystem::Actor& actor,
                                 store::OrganisationId named);
  Result<ThreadCard> card_of(sql::Connection& connection, store::RelayThread thread,
                             ThreadSide side);
  Result<std::vector<Mail>> mails_of(sql::Connection& connection, const Envelope& envelope);

  store::ConnectionPool& connections_;
  const Clock& clock_;
  MailQueue& mail_;
  std::string public_url_;
};

}  // namespace tributary::app
