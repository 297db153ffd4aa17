#include "store/accounts/api_tokens.h"

#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::string_view kTokenColumns =
    "SELECT number, account, name, created_at, last_used_at, expires_at FROM api_tokens ";

ApiToken token_of_row(const sql::Statement& row) {
  ApiToken token{.number = {row.integer(0)},
                 .account = {row.integer(1)},
                 .name = std::string(row.text(2)),
                 .created_at = moment_of(row.integer(3)),
                 .expires_at = moment_of(row.integer(5))};
  if (const auto used = row.optional_integer(4)) token.last_used_at = moment_of(*used);
  return token;
}

}  // namespace

Result<TokenNumber> insert_token(sql::Connection& connection, const SecretHash& secret,
                                 const ApiToken& token) {
  const TokenNumber number{
      TRY(number_behind(connection, "SELECT COALESCE(MAX(number), 0) FROM api_tokens"))};
  TRY(TRY(connection.statement("INSERT INTO api_tokens (number, secret_hash, account, name, "
                               "created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)"))
          .run(number.value, sql::Blob{secret.bytes}, token.account.value, token.name,
               milliseconds(token.created_at), milliseconds(token.expires_at)));
  return number;
}

Result<std::optional<ApiToken>> find_token(sql::Connection& connection, const SecretHash& secret,
                                           Timestamp now) {
  auto row = TRY(connection.statement(std::string(kTokenColumns) +
                                      "WHERE secret_hash = ? AND expires_at > ?"));
  TRY(row.bind(sql::Blob{secret.bytes}, milliseconds(now)));
  if (!TRY(row.step())) return std::nullopt;
  return token_of_row(row);
}

Result<> note_token_use(sql::Connection& connection, TokenNumber number, Timestamp now) {
  return TRY(connection.statement("UPDATE api_tokens SET last_used_at = ? WHERE number = ?"))
      .run(milliseconds(now), number.value);
}

Result<std::vector<ApiToken>> tokens_of(sql::Connection& connection, ecosystem::PersonId account) {
  std::vector<ApiToken> tokens;
  auto row = TRY(
      connection.statement(std::string(kTokenColumns) + "WHERE account = ? ORDER BY number DESC"));
  TRY(row.bind(account.value));
  while (TRY(row.step())) tokens.push_back(token_of_row(row));
  return tokens;
}

Result<> remove_token(sql::Connection& connection, ecosystem::PersonId account,
                      TokenNumber number) {
  TRY(TRY(connection.statement("DELETE FROM api_tokens WHERE account = ? AND number = ?"))
          .run(account.value, number.value));
  if (connection.changed_rows() == 1) return {};
  return fail(ErrorCode::not_found, "you have no token with this number");
}

}  // namespace tributary::store
