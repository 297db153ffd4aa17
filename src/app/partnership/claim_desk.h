// app/partnership/claim_desk.h
//
// The use cases of claims: a person comes to represent an organisation of the catalogue.
//
//   const auto claim = TRY(claims.ask(actor, {.organisation = {31}, .mail =
//   "ana@school.example"})); TRY(claims.confirm(actor, secret_of_the_mail));   // now they hold the
//   role
//
// A mail address speaks for an organisation where it is at exactly the host of the web site that
// the catalogue publishes for it, everybody cannot get one there, and no other organisation of the
// catalogue has its web site there. All else goes to an administrator. The link works once, within
// a day, for the account that asked. The address itself is not kept.
//
// Errors: `not_signed_in`, `invalid_argument` naming the field, `unmet`, `throttled`, `not_found`
// for claims of others, `conflict`. Thread rule: safe from any thread.
#pragma once

#include <string>
#include <vector>

#include "app/mail/mail_queue.h"
#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/partnership/claims.h"
#include "store/pool.h"

namespace tributary::app {

struct AskForClaim {
  store::OrganisationId organisation;
  ecosystem::ClaimMethod method = ecosystem::ClaimMethod::mail;
  std::string mail;   ///< where the link goes; empty: the account's own
  std::string words;  ///< for the administrator: why one should believe it
};

struct ClaimView {
  store::Claim claim;
  std::string organisation_slug, organisation_name;
  std::string person;  ///< their name, for administrators
};

struct ClaimList {
  std::vector<ClaimView> own;               ///< newest first
  std::vector<ClaimView> waiting, granted;  ///< of everybody, for administrators
};

class ClaimDesk {
 public:
  /// REQUIRES: all of them outlive it. Links in mails begin with `public_url`.
  ClaimDesk(store::ConnectionPool& connections, const Clock& clock, MailQueue& mail,
            std::string public_url)
      : connections_(connections), clock_(clock), mail_(mail), public_url_(std::move(public_url)) {}

  Result<ClaimList> list(const ecosystem::Actor& actor);
  Result<ecosystem::ClaimId> ask(const ecosystem::Actor& actor, const AskForClaim& request);
  /// The organisation that the person represents now.
  Result<store::OrganisationId> confirm(const ecosystem::Actor& actor,
                                        const std::string& link_secret);
  /// Administrators grant, refuse and revoke, not for themselves; a person withdraws.
  Result<> move(const ecosystem::Actor& actor, ecosystem::ClaimId id, ecosystem::ClaimAct act,
                const std::string& reasons);

 private:
  Result<ClaimView> view_of(sql::Connection& connection, store::Claim claim);

  store::ConnectionPool& connections_;
  const Clock& clock_;
  MailQueue& mail_;
  std::string public_url_;
};

}  // namespace tributary::app
