// store/organisation_register.h
//
// Finds the organisation that a participation names, or gives it an id, and keeps for each the most
// complete and newest statement.
//
//   register.begin_batch(last_id);
//   const auto id = TRY(register.resolve(participation.organisation, year, {"cordis", "101004590",
//   3})); last_id = TRY(register.write_batch());
//   TRY(register.finish());
//
// An id, once given, is never given to another organisation and never changed. How statements of
// one organisation become one, field by field: a statement of a later year than all before replaces
// what it states; a statement of the same or an earlier year fills gaps only. So taking the same
// statement in twice does nothing, whatever came between, and a batch that is repeated after a kill
// gives the same organisations.
//
// REQUIRES: begin_batch to finish lie in one transaction, any number of batches. Thread rule: as
// its connection.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalogue/identity/organisation_identity.h"
#include "catalogue/project.h"
#include "sql/connection.h"
#include "store/newest_statements.h"
#include "store/organisation_keys.h"
#include "store/organisation_table.h"
#include "store/prepared_record.h"
#include "store/statement_memory.h"

namespace tributary::store {

class OrganisationRegister {
 public:
  explicit OrganisationRegister(sql::Connection& connection) : connection_(connection) {}

  void begin_batch(std::int64_t last_id) { last_id_ = last_id; }

  /// `hash` is that of the statement (PreparedRecord), `year` its year that of the statement, 0
  /// where unknown. `place` stands for the organisation where the statement has neither name nor
  /// number.
  Result<std::int64_t> resolve(const catalogue::NamedOrganisation& stated, std::uint64_t hash,
                               std::int32_t year, const ParticipationPlace& place);

  /// Writes the organisations that the batch changed and returns the last id given.
  Result<std::int64_t> write_batch();

  /// Writes what batches have kept back; before the transaction is committed.
  Result<> finish();

  /// Forgets everything remembered: after a rollback, and when another connection has written.
  void forget();

 private:
  enum class Written : std::uint8_t { yes, no, never };
  struct Member {
    OrganisationRow row;
    Written written = Written::yes;
  };

  Result<Member*> member(std::int64_t id);
  Result<std::int64_t> find_or_create(const catalogue::NamedOrganisation& stated,
                                      const ParticipationPlace& place);
  bool is_said_again(std::uint64_t hash, std::int32_t year, std::int64_t organisation);
  Result<> take_in(const catalogue::NamedOrganisation& stated, std::uint64_t hash,
                   std::int32_t year, std::int64_t organisation);
  Result<> add_alias(std::int64_t organisation, std::string_view name);

  sql::Connection& connection_;
  std::int64_t last_id_ = 0;
  catalogue::IdentityReader reader_;
  StatementMemory memory_;
  NewestStatements newest_{connection_};
  OrganisationKeys keys_{connection_};
  std::unordered_map<std::int64_t, Member> batch_;  // what the batch has read or made
};

}  // namespace tributary::store
