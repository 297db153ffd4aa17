// app/partnership/partnership_checks.h
//
// What claims, offers and conversations ask alike before they tell or change anything.
//
// Thread rule: pure, but for what takes a connection.
#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/rights/actor.h"
#include "store/identity/organisation_decisions.h"
#include "store/partnership/claims.h"

namespace tributary::app {

inline ecosystem::Scope scope_of_organisation(store::OrganisationId organisation) {
  return {ecosystem::ScopeKind::organisation, std::to_string(organisation.value)};
}

/// The organisation of a scope; nothing where the key is no number.
inline std::optional<store::OrganisationId> organisation_number(std::string_view key) {
  std::int64_t number = 0;
  const auto read = std::from_chars(key.data(), key.data() + key.size(), number);
  if (read.ec != std::errc() || read.ptr != key.data() + key.size()) return std::nullopt;
  return store::OrganisationId{number};
}

/// The same person with the roles of representative that they hold by merges: for one that became
/// part of another they act for the whole. What desks read is the whole's too, so that the two
/// meet.
inline Result<ecosystem::Actor> acting_for_wholes(sql::Connection& connection,
                                                  const ecosystem::Actor& actor) {
  auto acting = actor;
  for (auto& grant : acting.grants) {
    if (grant.role != ecosystem::Role::organisation_representative) continue;
    const auto held = organisation_number(grant.scope.key);
    if (!held) continue;
    const auto whole = TRY(store::root_of(connection, *held));
    grant.scope = scope_of_organisation(whole);
  }
  return acting;
}

/// Each once, in the order of the grants.
inline std::vector<store::OrganisationId> represented_by(const ecosystem::Actor& actor) {
  std::vector<store::OrganisationId> organisations;
  for (const auto& grant : actor.grants) {
    if (grant.role != ecosystem::Role::organisation_representative) continue;
    const auto id = organisation_number(grant.scope.key);
    if (id && std::ranges::find(organisations, *id) == organisations.end()) {
      organisations.push_back(*id);
    }
  }
  return organisations;
}

inline bool represents(const ecosystem::Actor& actor, store::OrganisationId organisation) {
  return ecosystem::holds(actor.grants, ecosystem::Role::organisation_representative,
                          scope_of_organisation(organisation));
}

inline bool moderates(const ecosystem::Actor& actor) {
  return ecosystem::holds(actor.grants, ecosystem::Role::data_curator, {});
}

/// Errors: `not_signed_in`.
inline Result<> check_signed_in(const ecosystem::Actor& actor, std::string message) {
  if (actor.person.value > 0) return {};
  return fail(ErrorCode::not_signed_in, std::move(message));
}

/// One that left the catalogue has its number still, and no name.
inline Result<store::PublishedOrganisation> organisation_as_known(sql::Connection& connection,
                                                                  store::OrganisationId id) {
  auto found = store::published_organisation(connection, id);
  if (found || found.error().code != ErrorCode::not_found) return found;
  return store::PublishedOrganisation{.id = id};
}

/// A refusal that names its rule.
inline std::unexpected<Error> refuse(ErrorCode code, ecosystem::HouseRule rule, std::string message,
                                     std::string context = {}) {
  return fail(code, std::move(message), std::move(context), ecosystem::house_rule(rule));
}

}  // namespace tributary::app
