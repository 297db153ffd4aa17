#include "app/partnership/claim_desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"
#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/partnership/partnership_checks.h"
#include "app/partnership/partnership_texts.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/partnership/plain_words.h"
#include "store/accounts/accounts.h"
#include "store/accounts/grants.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using Rule = eco::HouseRule;

constexpr std::int64_t kMostClaimsOfPerson = 5, kMostClaimsOfOrganisation = 20;
constexpr std::chrono::hours kClaimDay{24}, kClaimLinkLength{24};
constexpr std::size_t kLongestWords = 2000;

std::string claim_subject(eco::ClaimId id) { return fmt::format("claim/{}", id.value); }

bool is_administrator(const eco::Actor& actor) {
  return eco::holds(actor.grants, eco::Role::administrator, {});
}

Result<> check_limits(sql::Connection& connection, store::OrganisationId organisation,
                      eco::PersonId person, Timestamp now) {
  const auto since = now - kClaimDay;
  if (TRY(store::claims_since(connection, person, since)) >= kMostClaimsOfPerson ||
      TRY(store::claims_since(connection, organisation, since)) >= kMostClaimsOfOrganisation) {
    return refuse(ErrorCode::throttled, Rule::claimed_too_often,
                  "this was asked for too often today; ask again tomorrow");
  }
  return {};
}

/// Whether a mail to `domain` reaches people of this organisation and of no other.
Result<> check_domain(sql::Connection& connection, const store::PublishedOrganisation& organisation,
                      std::string_view domain) {
  const auto host = eco::host_of(organisation.website);
  if (host.empty()) {
    return refuse(ErrorCode::unmet, Rule::domain_not_published,
                  "the catalogue knows no web site of this organisation; ask an administrator",
                  "mail");
  }
  if (eco::is_public_mail_domain(domain)) {
    return refuse(ErrorCode::unmet, Rule::domain_public,
                  "everybody gets a mail address there; ask an administrator", "mail");
  }
  if (domain != host) {
    return refuse(ErrorCode::unmet, Rule::domain_of_another,
                  fmt::format("the address has to be at {}, where the organisation's web site is; "
                              "else ask an administrator",
                              host),
                  "mail");
  }
  const auto others = TRY(store::other_websites_with(connection, organisation.id, host));
  const auto is_there = [&](const std::string& website) {
    const auto own = eco::host_of(website);
    return own == host || own.ends_with("." + host);
  };
  if (std::ranges::any_of(others, is_there)) {
    return refuse(ErrorCode::unmet, Rule::domain_shared,
                  "several organisations have their web sites there; ask an administrator", "mail");
  }
  return {};
}

/// Who lost the role gets it back from an administrator alone, by no link, new or old.
Result<> check_not_revoked(sql::Connection& connection, store::OrganisationId organisation,
                           eco::PersonId person) {
  const auto claims = TRY(store::claims_of(connection, person));
  if (std::ranges::none_of(claims, [&](const store::Claim& claim) {
        return claim.organisation == organisation && claim.state == eco::ClaimState::revoked;
      })) {
    return {};
  }
  return refuse(ErrorCode::unmet, Rule::claim_revoked,
                "an administrator revoked this role; ask an administrator", "mail");
}

/// For the organisation that was claimed: who it is part of by now has it by that.
Result<> give_role(sql::Connection& connection, const store::Claim& claim, eco::PersonId by,
                   Timestamp at) {
  const eco::Grant role{eco::Role::organisation_representative,
                        scope_of_organisation(claim.claimed)};
  const auto held = TRY(store::grants_of(connection, claim.account));
  if (std::ranges::count(held, role) > 0) return {};
  return store::append_grant(
      connection, {.account = claim.account, .grant = role, .is_given = true, .by = by, .at = at});
}

/// Whatever the person holds of the whole.
Result<> take_role(sql::Connection& connection, const store::Claim& claim, eco::PersonId by,
                   Timestamp at) {
  const auto held = TRY(store::grants_of(connection, claim.account));
  for (const auto& grant : held) {
    if (grant.role != eco::Role::organisation_representative) continue;
    const auto of = organisation_number(grant.scope.key);
    if (!of || TRY(store::root_of(connection, *of)) != claim.organisation) continue;
    TRY(store::append_grant(
        connection,
        {.account = claim.account, .grant = grant, .is_given = false, .by = by, .at = at}));
  }
  return {};
}

}  // namespace

Result<ClaimView> ClaimDesk::view_of(sql::Connection& connection, store::Claim claim) {
  ClaimView view{.claim = std::move(claim)};
  auto named = TRY(organisation_as_known(connection, view.claim.organisation));
  view.organisation_slug = std::move(named.slug);
  view.organisation_name = std::move(named.name);
  const auto account = TRY(store::find_account(connection, view.claim.account));
  if (account) view.person = account->name;
  return view;
}

Result<ClaimList> ClaimDesk::list(const eco::Actor& actor) {
  TRY(check_signed_in(actor, "sign in to see your claims"));
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  ClaimList list;
  const auto add = [&](std::vector<ClaimView>& to, std::vector<store::Claim> claims) -> Result<> {
    for (auto& claim : claims) to.push_back(TRY(view_of(connection, std::move(claim))));
    return {};
  };
  TRY(add(list.own, TRY(store::claims_of(connection, actor.person))));
  if (!is_administrator(actor)) return list;
  TRY(add(list.waiting, TRY(store::claims_in(connection, eco::ClaimState::waiting))));
  TRY(add(list.granted, TRY(store::claims_in(connection, eco::ClaimState::granted))));
  return list;
}

Result<eco::ClaimId> ClaimDesk::ask(const eco::Actor& actor, const AskForClaim& request) {
  TRY(check_signed_in(actor, "sign in to claim an organisation"));
  const bool is_by_mail = request.method == eco::ClaimMethod::mail;
  if (!is_by_mail) {
    TRY(check_filled(request.words, "words", "Say why one should believe it."));
    TRY(eco::check_plain_text(request.words, "words", kLongestWords));
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto organisation = TRY(store::published_organisation(connection, request.organisation));
  const auto account = TRY(store::find_account(connection, actor.person));
  if (!account) return fail(ErrorCode::not_signed_in, "this account was erased");
  TRY(check_limits(connection, organisation.id, actor.person, change.at()));
  store::Claim claim{.organisation = organisation.id,
                     .claimed = organisation.id,
                     .account = actor.person,
                     .method = request.method,
                     .state = is_by_mail ? eco::ClaimState::link_sent : eco::ClaimState::waiting,
                     .words = is_by_mail ? std::string() : request.words,
                     .asked = change.at()};
  std::string mail, secret;
  if (is_by_mail) {
    mail = TRY(normalised_mail(request.mail.empty() ? account->mail : request.mail));
    claim.domain = eco::domain_of(mail);
    TRY(check_domain(connection, organisation, claim.domain));
    TRY(check_not_revoked(connection, organisation.id, actor.person));
    TRY(store::count_attempt(connection, attempt_subject("mail", mail), kPerMail, change.at()));
    secret = new_secret();
  }
  claim.id = TRY(store::insert_claim(connection, claim));
  if (is_by_mail) {
    TRY(store::insert_claim_link(connection, {hash_of_secret(secret)}, claim.id,
                                 change.at() + kClaimLinkLength, change.at()));
  }
  TRY(change.commit("claim.ask", claim_subject(claim.id),
                    audit_detail({{"organisation", organisation.id.value},
                                  {"method", name_of(claim.method)},
                                  {"domain", claim.domain}})));
  if (is_by_mail) {
    mail_.send(claim_mail(account->language, mail, organisation.name,
                          fmt::format("{}/confirm-claim#{}", public_url_, secret)));
  }
  return claim.id;
}

Result<store::OrganisationId> ClaimDesk::confirm(const eco::Actor& actor,
                                                 const std::string& link_secret) {
  TRY(check_signed_in(actor, "sign in with the account that asked"));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto id =
      TRY(store::take_claim_link(connection, {hash_of_secret(link_secret)}, change.at()));
  std::optional<store::Claim> claim;
  if (id) claim = TRY(store::claim(connection, *id));
  // Another account that has the link learns nothing, and does not use it up.
  if (!claim || claim->account != actor.person) {
    return refuse(ErrorCode::unmet, Rule::claim_link_ended,
                  "this link is not of this account, was used already or is too old");
  }
  TRY(check_not_revoked(connection, claim->organisation, actor.person));
  claim->state = TRY(eco::make_move<eco::ClaimMachine>(
      claim->state, eco::ClaimAct::confirm, {eco::Role::member}, {eco::ClaimNeed::used_link}));
  claim->decided = change.at();
  claim->decided_by = actor.person;
  TRY(store::update_claim(connection, *claim));
  TRY(give_role(connection, *claim, {}, change.at()));
  const auto organisation = claim->organisation;
  TRY(change.commit(
      "claim.confirm", claim_subject(claim->id),
      audit_detail({{"organisation", organisation.value}, {"domain", claim->domain}})));
  return organisation;
}

Result<> ClaimDesk::move(const eco::Actor& actor, eco::ClaimId id, eco::ClaimAct act,
                         const std::string& reasons) {
  TRY(check_signed_in(actor, "sign in to decide claims"));
  TRY(eco::check_plain_text(reasons, "reasons", kLongestWords));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  auto claim = TRY(store::claim(connection, id));
  const bool is_own = claim.account == actor.person;
  if (!is_own && !is_administrator(actor)) {
    return fail(ErrorCode::not_found, "there is no such claim", std::to_string(id.value));
  }
  eco::Roles by;
  if (is_own) by.add(eco::Role::member);
  if (is_administrator(actor)) by.add(eco::Role::administrator);
  if (is_own && act == eco::ClaimAct::grant) {
    return refuse(ErrorCode::not_permitted, Rule::role_to_oneself,
                  "nobody gives a role to himself");
  }
  eco::EnumSet<eco::ClaimNeed> met;
  if (!eco::is_blank(reasons)) met.add(eco::ClaimNeed::reasons);
  const bool was_granted = claim.state == eco::ClaimState::granted;
  const auto decide = [&](store::Claim& each) -> Result<> {
    each.state = TRY(eco::make_move<eco::ClaimMachine>(each.state, act, by, met));
    each.decided = change.at();
    each.decided_by = actor.person;
    each.reasons = reasons;
    return store::update_claim(connection, each);
  };
  TRY(decide(claim));
  if (claim.state == eco::ClaimState::granted) {
    TRY(give_role(connection, claim, actor.person, change.at()));
  }
  if (was_granted) {
    // Whoever renewed theirs has several: they end together, and the role with them.
    auto others = TRY(store::granted_claims(connection, claim.organisation, claim.account));
    for (auto& other : others) TRY(decide(other));
    TRY(take_role(connection, claim, actor.person, change.at()));
  }
  // What a person says of their own claim can be erased, which an audit entry cannot.
  const auto told = act == eco::ClaimAct::withdraw ? std::string() : reasons;
  return change.commit(
      fmt::format("claim.{}", name_of(act)), claim_subject(id),
      audit_detail({{"organisation", claim.organisation.value}, {"reasons", told}}));
}

}  // namespace tributary::app
