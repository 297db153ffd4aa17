// store/record_writer.h
//
// Takes the records of an import in: new ones are added, known ones overlaid (record_overlay.h),
// with the rows of every table that follows from them.
//
// Thread rule: as its connection. REQUIRES for every call: an open transaction, which is rolled
// back, and forget() called, when the call fails. finish() goes before the commit.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/catalogue_store.h"
#include "store/counters.h"
#include "store/organisation_register.h"
#include "store/prepared_record.h"
#include "store/record_overlay.h"

namespace tributary::store {

class RecordWriter {
 public:
  explicit RecordWriter(sql::Connection& connection)
      : connection_(connection), organisations_(connection) {}

  /// Errors: `invalid_argument` for a record whose source or key cannot be an address.
  Result<BatchOutcome> write(RunId run, std::span<const PreparedRecord> records, Counters& counters,
                             Timestamp now);

  /// What write() has kept back; before the transaction is committed.
  Result<> finish();

  /// Forgets everything remembered: after a rollback, and when another connection has written.
  void forget();

 private:
  struct ParticipationRow {
    std::int64_t organisation, project;
    std::uint32_t ordinal;
    catalogue::Role role;
    std::optional<std::int32_t> start_day;
    auto operator<=>(const ParticipationRow&) const = default;
  };
  struct Known {
    std::int64_t record, project;
    std::string content_hash, payload;
  };

  struct Written {
    RecordOutcome outcome;
    std::int64_t project;
  };

  Result<Written> write_record(const PreparedRecord& prepared, Timestamp now);
  Result<Known> read_known(const catalogue::SourceProject& project);
  Result<Written> overlay_known(const catalogue::ImportRecord& record,
                                std::string_view content_hash, Timestamp now);
  Result<> write_history(std::int64_t record, std::int64_t origin,
                         std::span<const FieldChange> changes, Timestamp now);
  Result<std::vector<std::int64_t>> resolve_participations(std::int64_t project_id,
                                                           const PreparedRecord& prepared);
  Result<> remove_participations(std::int64_t project_id);
  Result<> insert_participations();
  Result<std::int64_t> origin_of(const catalogue::SpeakingFiles& files);

  sql::Connection& connection_;
  OrganisationRegister organisations_;
  RunId run_;
  Counters* counters_ = nullptr;                  // of the batch that is being written
  std::vector<ParticipationRow> participations_;  // to be inserted in order
  std::unordered_map<catalogue::SpeakingFiles, std::int64_t> origins_;  // of the run
};

}  // namespace tributary::store
