// store/audit/audit_trail.h
//
// Who did what, when and to what: append-only, each entry chained to the one before by a hash, so
// that one that was changed, removed or put in shows.
//
//   auto transaction = TRY(sql::Transaction::begin(connection));
//   …                                               // the change itself
//   TRY(append_audit_entry(connection, {.at = now, .person = actor, .action = "position.take",
//   …})); TRY(transaction.commit());                      // both or neither
//
// What a chain cannot show by itself is that its end was cut off. For that, its last line (number
// and hash) is noted elsewhere and compared later: AuditAnchor.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"
#include "store/audit/audit_entry.h"

namespace tributary::store {

/// Adds the entry and returns its number. REQUIRES: an open transaction, that of the change.
/// Errors: `database`.
Result<std::uint64_t> append_audit_entry(sql::Connection& connection, const AuditEntry& entry);

struct StoredAuditEntry {
  std::uint64_t number = 0;
  AuditEntry entry;
  bool is_detail_erased = false;
  Sha256 detail_hash{}, hash{};
};

/// Up to `limit` entries behind number `after`, oldest first; of one `subject` where it is not
/// empty.
Result<std::vector<StoredAuditEntry>> audit_entries(sql::Connection& connection,
                                                    std::string_view subject, std::uint64_t after,
                                                    std::uint64_t limit);

/// The action of the entry that says so when a detail is taken out.
inline constexpr std::string_view kDetailErased = "audit_entry.erase_detail";

/// Takes the detail of an entry out, which an entry of its own records: the chain stays whole.
/// REQUIRES: an open transaction. Errors: `not_found`, also where it is taken out already.
Result<> erase_audit_detail(sql::Connection& connection, std::uint64_t number,
                            ecosystem::PersonId by, Timestamp at);

/// An end of the chain that was seen earlier.
struct AuditAnchor {
  std::uint64_t number = 0;
  std::string hash;  ///< hexadecimal
};

/// Errors: `invalid_argument` where it is not "<number>:<64 hexadecimal digits>".
Result<AuditAnchor> audit_anchor(std::string_view text);

struct AuditVerdict {
  std::uint64_t entries = 0;
  AuditAnchor last;                 ///< to note elsewhere; number 0 of an empty trail
  std::vector<std::string> faults;  ///< sentences, each naming its entry; at most kMostFaults
  [[nodiscard]] bool is_whole() const { return faults.empty(); }
};

inline constexpr std::size_t kMostFaults = 100;

/// Reads the whole trail, in bounded memory. A fault is what does not fit; errors are of the
/// database.
Result<AuditVerdict> verify_audit_trail(sql::Connection& connection,
                                        const std::optional<AuditAnchor>& seen_earlier = {});

}  // namespace tributary::store
