// store/adoption/adoptions.h
//
// Which provider uses which innovation, since when and whether still, and who was asked and does
// not use it.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/mainstreaming/adoption.h"
#include "sql/connection.h"
#include "store/revision.h"

namespace tributary::store {

struct StoredAdoption {
  ecosystem::AdoptionRecord record;
  std::string source;  ///< who says so: a survey, a letter, a visit
  Revision revision{1};
  Timestamp recorded;
  ecosystem::PersonId recorded_by;
  Timestamp changed;
};

/// Its id and revision are chosen here. Errors: `conflict` where the provider has a record of this
/// innovation from this day.
Result<ecosystem::AdoptionId> insert_adoption(sql::Connection& connection,
                                              const StoredAdoption& adoption);

/// Errors: `not_found`.
Result<StoredAdoption> adoption(sql::Connection& connection, ecosystem::AdoptionId id);
/// The one that began on this day; nothing where there is none.
Result<std::optional<StoredAdoption>> find_adoption(sql::Connection& connection,
                                                    const ecosystem::AdoptionRecord& alike);

/// Writes the day it stopped, fidelity and source, one revision further. REQUIRES: it was read in
/// this transaction.
Result<> update_adoption(sql::Connection& connection, const StoredAdoption& adoption, Timestamp at);

/// By the day of adoption.
Result<std::vector<StoredAdoption>> adoptions_of(sql::Connection& connection,
                                                 ecosystem::InnovationId innovation);

/// Those of one provider.
Result<std::vector<StoredAdoption>> adoptions_of(sql::Connection& connection,
                                                 ecosystem::InnovationId innovation,
                                                 ecosystem::ProviderId provider);

struct TitledAdoption {
  StoredAdoption adoption;
  std::string title;  ///< of the innovation, as it is now
};

/// Those of all providers of a state, or of all states where none is named, by provider and day.
Result<std::vector<TitledAdoption>> adoptions_in(sql::Connection& connection,
                                                 const ecosystem::StateCode& member_state);

/// A provider that was asked and does not use the innovation.
struct AdoptionReply {
  ecosystem::ProviderId provider;
  ecosystem::InnovationId innovation;
  Date day;
  std::string source;
  Timestamp at;
  ecosystem::PersonId by;
};

/// Whether there is one of the same provider, innovation and day.
Result<bool> has_reply(sql::Connection& connection, const AdoptionReply& alike);

Result<> insert_reply(sql::Connection& connection, const AdoptionReply& reply);

/// By day.
Result<std::vector<AdoptionReply>> replies_of(sql::Connection& connection,
                                              ecosystem::InnovationId innovation);

}  // namespace tributary::store
