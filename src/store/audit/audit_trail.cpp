#include "store/audit/audit_trail.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/stored_moment.h"

namespace tributary::store {
namespace {

struct ChainEnd {
  std::uint64_t number = 0;
  Sha256 hash{};
};

sql::Blob blob_of(const Sha256& hash) { return {{hash.data(), hash.size()}}; }

/// Of a column that holds another number of bytes: zeros, which no hash is.
Sha256 hash_of_column(const sql::Statement& row, int column) {
  Sha256 hash{};
  if (const auto bytes = row.blob(column); bytes.size() == hash.size()) {
    std::ranges::copy(bytes, hash.begin());
  }
  return hash;
}

Result<ChainEnd> end_of_chain(sql::Connection& connection) {
  auto last = TRY(
      connection.statement("SELECT number, hash FROM audit_entries ORDER BY number DESC LIMIT 1"));
  TRY(last.bind());
  if (!TRY(last.step())) return ChainEnd{};
  return ChainEnd{static_cast<std::uint64_t>(last.integer(0)), hash_of_column(last, 1)};
}

std::string subject_of_entry(std::uint64_t number) { return fmt::format("audit_entry/{}", number); }

}  // namespace

Result<std::uint64_t> append_audit_entry(sql::Connection& connection, const AuditEntry& entry) {
  const auto end = TRY(end_of_chain(connection));
  const auto number = end.number + 1;
  const auto detail_hash = sha256(entry.detail);
  const auto hash = chained_hash(number, entry, detail_hash, end.hash);
  TRY(TRY(connection.statement("INSERT INTO audit_entries (number, at, person, action, subject, "
                               "detail_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"))
          .run(number, milliseconds(entry.at), entry.person.value, entry.action, entry.subject,
               blob_of(detail_hash), blob_of(hash)));
  TRY(TRY(connection.statement("INSERT INTO audit_details (number, detail) VALUES (?, ?)"))
          .run(number, entry.detail));
  return number;
}

Result<std::vector<StoredAuditEntry>> audit_entries(sql::Connection& connection,
                                                    std::string_view subject, std::uint64_t after,
                                                    std::uint64_t limit) {
  std::string text =
      "SELECT e.number, e.at, e.person, e.action, e.subject, e.detail_hash, e.hash, d.detail FROM "
      "audit_entries e "
      "LEFT JOIN audit_details d ON d.number = e.number WHERE e.number > ? ";
  if (!subject.empty()) text += "AND e.subject = ? ";
  auto row = TRY(connection.statement(text + "ORDER BY e.number LIMIT ?"));
  TRY(subject.empty() ? row.bind(after, limit) : row.bind(after, subject, limit));
  std::vector<StoredAuditEntry> entries;
  while (TRY(row.step())) {
    entries.push_back({.number = static_cast<std::uint64_t>(row.integer(0)),
                       .entry = {.at = moment_of(row.integer(1)),
                                 .person = {row.integer(2)},
                                 .action = std::string(row.text(3)),
                                 .subject = std::string(row.text(4)),
                                 .detail = std::string(row.text(7))},
                       .is_detail_erased = row.is_null(7),
                       .detail_hash = hash_of_column(row, 5),
                       .hash = hash_of_column(row, 6)});
  }
  return entries;
}

Result<> erase_audit_detail(sql::Connection& connection, std::uint64_t number,
                            ecosystem::PersonId by, Timestamp at) {
  TRY(TRY(connection.statement("DELETE FROM audit_details WHERE number = ?")).run(number));
  if (connection.changed_rows() == 0) {
    return fail(ErrorCode::not_found, "there is no detail to take out", subject_of_entry(number));
  }
  TRY(append_audit_entry(connection, {.at = at,
                                      .person = by,
                                      .action = std::string(kDetailErased),
                                      .subject = subject_of_entry(number),
                                      .detail = "{}"}));
  return {};
}

}  // namespace tributary::store
