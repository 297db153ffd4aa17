#include "store/accounts/accounts.h"

#include "store/accounts/provider_identities.h"
#include "store/notices/notices.h"
#include "store/one_number.h"
#include "store/partnership/claims.h"
#include "store/partnership/relay.h"
#include "store/scouting/watches.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::string_view kErased = "erased";

constexpr std::string_view kAccountColumns =
    "SELECT id, mail, name, password_hash, language, state, created_at, verified_at FROM accounts ";

Account account_of_row(const sql::Statement& row) {
  Account account{.id = {row.integer(0)},
                  .mail = std::string(row.text(1)),
                  .name = std::string(row.text(2)),
                  .password_hash = std::string(row.text(3)),
                  .language = std::string(row.text(4)),
                  .state = row.text(5) == kErased ? AccountState::erased : AccountState::active,
                  .created_at = moment_of(row.integer(6))};
  if (const auto verified = row.optional_integer(7)) account.verified_at = moment_of(*verified);
  return account;
}

template <class Key>
Result<std::optional<Account>> account_where(sql::Connection& connection,
                                             std::string_view condition, const Key& key) {
  auto row = TRY(connection.statement(std::string(kAccountColumns) + std::string(condition)));
  TRY(row.bind(key));
  if (!TRY(row.step())) return std::nullopt;
  return account_of_row(row);
}

std::optional<std::string_view> null_if_empty(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<std::int64_t> milliseconds_or_null(const std::optional<Timestamp>& moment) {
  if (!moment) return std::nullopt;
  return milliseconds(*moment);
}

Result<> refuse_taken_mail(sql::Connection& connection, const std::string& mail,
                           ecosystem::PersonId but) {
  if (mail.empty()) return {};
  const auto other = TRY(find_account(connection, mail));
  if (!other || other->id == but) return {};
  return fail(ErrorCode::conflict, "another account has this mail address");
}

}  // namespace

std::string_view name_of(AccountState state) {
  return state == AccountState::erased ? kErased : "active";
}

Result<ecosystem::PersonId> insert_account(sql::Connection& connection, const Account& account) {
  TRY(refuse_taken_mail(connection, account.mail, {}));
  const ecosystem::PersonId id{
      TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM accounts"))};
  TRY(TRY(connection.statement("INSERT INTO accounts (id, mail, name, password_hash, language, "
                               "state, created_at, verified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
          .run(id.value, null_if_empty(account.mail), account.name, account.password_hash,
               account.language, name_of(account.state), milliseconds(account.created_at),
               milliseconds_or_null(account.verified_at)));
  return id;
}

Result<std::optional<Account>> find_account(sql::Connection& connection, ecosystem::PersonId id) {
  return account_where(connection, "WHERE id = ?", id.value);
}

Result<std::optional<Account>> find_account(sql::Connection& connection, std::string_view mail) {
  return account_where(connection, "WHERE mail = ?", mail);
}

Result<std::vector<Account>> read_accounts(sql::Connection& connection, ecosystem::PersonId after,
                                           std::uint64_t limit) {
  std::vector<Account> accounts;
  auto row =
      TRY(connection.statement(std::string(kAccountColumns) + "WHERE id > ? ORDER BY id LIMIT ?"));
  TRY(row.bind(after.value, limit));
  while (TRY(row.step())) accounts.push_back(account_of_row(row));
  return accounts;
}

Result<> update_account(sql::Connection& connection, const Account& account) {
  TRY(refuse_taken_mail(connection, account.mail, account.id));
  return TRY(connection.statement("UPDATE accounts SET mail = ?, name = ?, password_hash = ?, "
                                  "language = ?, verified_at = ? WHERE id = ?"))
      .run(null_if_empty(account.mail), account.name, account.password_hash, account.language,
           milliseconds_or_null(account.verified_at), account.id.value);
}

Result<> erase_account(sql::Connection& connection, ecosystem::PersonId id) {
  for (const std::string_view removal :
       {"DELETE FROM sessions WHERE account = ?", "DELETE FROM one_time_links WHERE account = ?",
        "DELETE FROM api_tokens WHERE account = ?"}) {
    TRY(TRY(connection.statement(removal)).run(id.value));
  }
  TRY(forget_providers_of(connection, id));
  TRY(remove_watches_of(connection, id));
  TRY(forget_notices_of(connection, id));
  TRY(forget_claims_of(connection, id));
  TRY(forget_relay_of(connection, id));
  return TRY(connection.statement("UPDATE accounts SET mail = NULL, name = '', password_hash = '', "
                                  "language = '', verified_at = NULL, state = ? WHERE id = ?"))
      .run(kErased, id.value);
}

}  // namespace tributary::store
