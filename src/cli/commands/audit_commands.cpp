#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "http/json/serialize.h"
#include "http/json/values.h"
#include "store/audit/audit_trail.h"
#include "store/open_database.h"

namespace tributary::cli {
namespace {

namespace json = boost::json;

Result<sql::Connection> open_trail(const Common& common) {
  const auto data = TRY(common.data());
  if (!data.has_database()) {
    return fail(ErrorCode::not_found, "there is no database here", data.database().shown());
  }
  return store::open_database(data.database());
}

void print_verdict(const store::AuditVerdict& verdict) {
  for (const auto& fault : verdict.faults) fmt::print("{}\n", fault);
  if (!verdict.is_whole()) {
    fmt::print("The trail of {} entries is not whole.\n", verdict.entries);
  } else if (verdict.entries == 0) {
    fmt::print("The trail is whole; it has no entry yet.\n");
  } else {
    fmt::print("The trail of {} entries is whole. Keep its end, to compare it later:\n{}:{}\n",
               verdict.entries, verdict.last.number, verdict.last.hash);
  }
}

json::value verdict_json(const store::AuditVerdict& verdict) {
  return {{"whole", verdict.is_whole()},
          {"entries", verdict.entries},
          {"last", fmt::format("{}:{}", verdict.last.number, verdict.last.hash)},
          {"faults", json::array(verdict.faults.begin(), verdict.faults.end())}};
}

json::value entry_json(const store::StoredAuditEntry& stored) {
  const auto& entry = stored.entry;
  boost::system::error_code failure;
  auto detail = json::parse(entry.detail, failure);
  if (stored.is_detail_erased || failure) detail = nullptr;
  return {{"number", stored.number},
          {"at", http::to_json(std::optional(entry.at))},
          {"person", entry.person.value},
          {"action", entry.action},
          {"subject", entry.subject},
          {"detail", detail},
          {"hash", store::hexadecimal(stored.hash)}};
}

}  // namespace

Result<int> audit_verify_command(const AuditVerifyOptions& options) {
  std::optional<store::AuditAnchor> anchor;
  if (!options.seen_earlier.empty()) {
    anchor = TRY(in_context("--seen-earlier", store::audit_anchor(options.seen_earlier)));
  }
  auto connection = TRY(open_trail(options.common));
  const auto verdict = TRY(store::verify_audit_trail(connection, anchor));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(verdict_json(verdict)));
  } else {
    print_verdict(verdict);
  }
  return verdict.is_whole() ? kSuccess : kFailure;
}

Result<int> audit_list_command(const AuditListOptions& options) {
  auto connection = TRY(open_trail(options.common));
  const auto entries =
      TRY(store::audit_entries(connection, options.subject, options.after, options.limit));
  if (options.common.json) {
    json::array list;
    for (const auto& stored : entries) list.push_back(entry_json(stored));
    fmt::print("{}\n", http::serialize(list));
    return kSuccess;
  }
  for (const auto& stored : entries) {
    fmt::print("{:>6}  {}  person {:<5} {:<28} {}\n", stored.number, rfc3339(stored.entry.at),
               stored.entry.person.value, stored.entry.action, stored.entry.subject);
  }
  return kSuccess;
}

}  // namespace tributary::cli
