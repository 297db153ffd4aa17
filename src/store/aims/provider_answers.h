// store/aims/provider_answers.h
//
// What providers answered about what they do anew, and how many providers a state has.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/indicators/provider_answer.h"
#include "sql/connection.h"
#include "store/revision.h"

namespace tributary::store {

using AnswerId = StrongId<struct AnswerTag>;

struct StoredAnswer {
  AnswerId id;
  ecosystem::StatedAnswer stated;
  std::string source;
  Revision revision{1};
  Timestamp recorded;
  ecosystem::PersonId recorded_by;
  Timestamp changed;  ///< equal to `recorded` where it never was
};

/// Its id and revision are chosen here. Errors: `conflict` where the provider has an answer of this
/// day.
Result<AnswerId> insert_answer(sql::Connection& connection, const StoredAnswer& answer);

/// That of the day; nothing where there is none.
Result<std::optional<StoredAnswer>> find_answer(sql::Connection& connection,
                                                ecosystem::ProviderId provider, Date answered);

/// Writes what is stated and its source, one revision further. REQUIRES: it was read in this
/// transaction.
Result<> update_answer(sql::Connection& connection, const StoredAnswer& answer, Timestamp at);

/// By day, then as they were recorded.
Result<std::vector<StoredAnswer>> answers_in_state(sql::Connection& connection,
                                                   const ecosystem::StateCode& member_state);

/// How many providers of each state have answered once or more; states without one are not in it.
Result<std::map<ecosystem::StateCode, std::uint64_t>> answering_providers(
    sql::Connection& connection);

/// How many providers of VET a state has, as of a day.
struct ProviderScope {
  ecosystem::StateCode member_state;
  std::uint64_t providers = 0;
  Date day;
  std::string source;
  Timestamp at;
  ecosystem::PersonId by;
};

Result<> append_scope(sql::Connection& connection, const ProviderScope& scope);

/// By day; of those of one day the one recorded last comes last.
Result<std::vector<ProviderScope>> scopes_of(sql::Connection& connection,
                                             const ecosystem::StateCode& member_state);

}  // namespace tributary::store
