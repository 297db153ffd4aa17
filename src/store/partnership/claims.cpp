#include "store/partnership/claims.h"

#include <algorithm>

#include "ecosystem/enum_names.h"
#include "ecosystem/rights/role.h"
#include "store/accounts/accounts.h"
#include "store/identity/organisation_decisions.h"
#include "store/identity/whole_organisation.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

std::string select_claims() {
  return "SELECT id, " + whole_of("organisation") +
         ", account, method, state, domain, words, asked_at, decided_at, decided_by, reasons, "
         "organisation FROM organisation_claims ";
}

Result<Claim> claim_of_row(const sql::Statement& row) {
  Claim claim{.id = {row.integer(0)},
              .organisation = {row.integer(1)},
              .claimed = {row.integer(11)},
              .account = {row.integer(2)},
              .domain = std::string(row.text(5)),
              .words = std::string(row.text(6)),
              .asked = moment_of(row.integer(7)),
              .reasons = std::string(row.text(10))};
  claim.method = TRY(eco::enum_from_name(row.text(3), eco::ClaimMethod::administrator));
  claim.state = TRY(eco::enum_from_name(row.text(4), eco::ClaimState::withdrawn));
  if (const auto decided = row.optional_integer(8)) claim.decided = moment_of(*decided);
  if (const auto by = row.optional_integer(9)) claim.decided_by = eco::PersonId{*by};
  return claim;
}

template <class... Values>
Result<std::vector<Claim>> read_claims(sql::Connection& connection, std::string_view where,
                                       const Values&... values) {
  std::vector<Claim> claims;
  auto row = TRY(connection.statement(select_claims() + std::string(where)));
  TRY(row.bind(values...));
  while (TRY(row.step())) claims.push_back(TRY(claim_of_row(row)));
  return claims;
}

}  // namespace

Result<eco::ClaimId> insert_claim(sql::Connection& connection, const Claim& claim) {
  const auto id =
      TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM organisation_claims"));
  TRY(TRY(connection.statement(
              "INSERT INTO organisation_claims (id, organisation, account, method, state, domain, "
              "words, asked_at, reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')"))
          .run(id, claim.claimed.value, claim.account.value, name_of(claim.method),
               name_of(claim.state), claim.domain, claim.words, milliseconds(claim.asked)));
  return eco::ClaimId{id};
}

Result<> update_claim(sql::Connection& connection, const Claim& claim) {
  std::optional<std::int64_t> decided, by;
  if (claim.decided) decided = milliseconds(*claim.decided);
  if (claim.decided_by) by = claim.decided_by->value;
  return TRY(connection.statement("UPDATE organisation_claims SET state = ?, decided_at = ?, "
                                  "decided_by = ?, reasons = ? WHERE id = ?"))
      .run(name_of(claim.state), decided, by, claim.reasons, claim.id.value);
}

Result<Claim> claim(sql::Connection& connection, eco::ClaimId id) {
  auto found = TRY(read_claims(connection, "WHERE id = ?", id.value));
  if (found.empty()) {
    return fail(ErrorCode::not_found, "there is no such claim", std::to_string(id.value));
  }
  return std::move(found.front());
}

Result<std::vector<Claim>> claims_of(sql::Connection& connection, eco::PersonId account) {
  return read_claims(connection, "WHERE account = ? ORDER BY id DESC", account.value);
}

Result<std::vector<Claim>> claims_in(sql::Connection& connection, eco::ClaimState state) {
  return read_claims(connection, "WHERE state = ? ORDER BY id", name_of(state));
}

Result<std::vector<Claim>> granted_claims(sql::Connection& connection, OrganisationId organisation,
                                          eco::PersonId account) {
  return read_claims(
      connection,
      "WHERE " + is_within("organisation") + " AND account = ? AND state = 'granted' ORDER BY id",
      organisation.value, organisation.value, account.value);
}

Result<std::int64_t> claims_since(sql::Connection& connection, eco::PersonId account,
                                  Timestamp since) {
  return one_number(connection,
                    "SELECT COUNT(*) FROM organisation_claims WHERE account = ? AND asked_at > ?",
                    account.value, milliseconds(since));
}

Result<std::int64_t> claims_since(sql::Connection& connection, OrganisationId organisation,
                                  Timestamp since) {
  return one_number(connection,
                    "SELECT COUNT(*) FROM organisation_claims WHERE " + is_within("organisation") +
                        " AND asked_at > ?",
                    organisation.value, organisation.value, milliseconds(since));
}

Result<> insert_claim_link(sql::Connection& connection, const SecretHash& secret,
                           eco::ClaimId claim, Timestamp expires_at, Timestamp now) {
  TRY(TRY(connection.statement("DELETE FROM claim_links WHERE expires_at <= ?"))
          .run(milliseconds(now)));
  return TRY(connection.statement(
                 "INSERT INTO claim_links (secret_hash, claim, expires_at) VALUES (?, ?, ?)"))
      .run(sql::Blob{secret.bytes}, claim.value, milliseconds(expires_at));
}

Result<std::optional<eco::ClaimId>> take_claim_link(sql::Connection& connection,
                                                    const SecretHash& secret, Timestamp now) {
  eco::ClaimId found;
  {
    auto row = TRY(connection.statement(
        "SELECT claim FROM claim_links WHERE secret_hash = ? AND expires_at > ?"));
    TRY(row.bind(sql::Blob{secret.bytes}, milliseconds(now)));
    if (!TRY(row.step())) return std::nullopt;
    found = {row.integer(0)};
  }
  TRY(TRY(connection.statement("DELETE FROM claim_links WHERE secret_hash = ?"))
          .run(sql::Blob{secret.bytes}));
  if (connection.changed_rows() != 1) return std::nullopt;
  return found;
}

Result<std::vector<eco::PersonId>> representatives_of(sql::Connection& connection,
                                                      OrganisationId organisation) {
  std::vector<eco::PersonId> people;
  auto row = TRY(connection.statement(
      "SELECT DISTINCT g.account FROM grants g JOIN accounts a ON a.id = g.account "
      "WHERE g.is_given = 1 AND a.state = 'active' AND g.number = "
      "(SELECT MAX(last.number) FROM grants last WHERE last.account = g.account "
      "AND last.role = g.role AND last.scope_kind = g.scope_kind "
      "AND last.scope_key = g.scope_key) AND g.role = ? AND (g.scope_key = ? OR g.scope_key IN "
      "(SELECT CAST(member_id AS TEXT) FROM organisation_members WHERE organisation_id = ?)) "
      "ORDER BY g.account"));
  const auto key = std::to_string(organisation.value);
  TRY(row.bind(name_of(eco::Role::organisation_representative), key, organisation.value));
  while (TRY(row.step())) people.push_back({row.integer(0)});
  return people;
}

Result<std::optional<Timestamp>> last_verified(sql::Connection& connection,
                                               OrganisationId organisation) {
  std::optional<Timestamp> last;
  for (const auto person : TRY(representatives_of(connection, organisation))) {
    for (const auto& claim : TRY(granted_claims(connection, organisation, person))) {
      if (claim.decided && (!last || *last < *claim.decided)) last = claim.decided;
    }
  }
  return last;
}

Result<PublishedOrganisation> published_organisation(sql::Connection& connection,
                                                     OrganisationId id) {
  const auto whole = TRY(root_of(connection, id));
  auto row = TRY(connection.statement(
      "SELECT slug, name, country, website, nuts, region FROM organisations WHERE id = ?"));
  TRY(row.bind(whole.value));
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, "the catalogue has no such organisation",
                std::to_string(id.value));
  }
  return PublishedOrganisation{.id = whole,
                               .slug = std::string(row.text(0)),
                               .name = std::string(row.text(1)),
                               .country = std::string(row.text(2)),
                               .website = std::string(row.text(3)),
                               .nuts = std::string(row.text(4)),
                               .region = std::string(row.text(5))};
}

Result<std::vector<std::string>> other_websites_with(sql::Connection& connection,
                                                     OrganisationId but, const std::string& host) {
  std::vector<std::string> websites;
  auto row = TRY(connection.statement(
      "SELECT website FROM organisations WHERE LOWER(website) LIKE ? AND id <> ? AND id NOT IN "
      "(SELECT member_id FROM organisation_members WHERE organisation_id = ?)"));
  const auto pattern = "%" + host + "%";
  TRY(row.bind(pattern, but.value, but.value));
  while (TRY(row.step())) websites.emplace_back(row.text(0));
  return websites;
}

Result<> forget_claims_of(sql::Connection& connection, eco::PersonId account) {
  TRY(TRY(connection.statement("DELETE FROM claim_links WHERE claim IN "
                               "(SELECT id FROM organisation_claims WHERE account = ?)"))
          .run(account.value));
  TRY(TRY(connection.statement("UPDATE organisation_claims SET words = '' WHERE account = ?"))
          .run(account.value));
  TRY(TRY(connection.statement("UPDATE organisation_claims SET reasons = '' WHERE decided_by = ?"))
          .run(account.value));
  return TRY(connection.statement("UPDATE organisation_claims SET state = 'withdrawn' "
                                  "WHERE account = ? AND state IN ('link_sent', 'waiting')"))
      .run(account.value);
}

}  // namespace tributary::store
