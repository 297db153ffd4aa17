#include "store/schema.h"

#include <algorithm>
#include <array>
#include <string>

#include "store/accounts/accounts_schema.h"
#include "store/accounts/identity_provider_schema.h"
#include "store/aims/aims_schema.h"
#include "store/application/applications_schema.h"
#include "store/hub/hubs_schema.h"
#include "store/identity/identity_schema.h"
#include "store/innovation/innovations_schema.h"
#include "store/innovation/met_conditions_schema.h"
#include "store/mainstreaming/mainstreaming_schema.h"
#include "store/notices/muted_mails_schema.h"
#include "store/notices/notices_schema.h"
#include "store/panel/agreement_draws_schema.h"
#include "store/panel/panel_schema.h"
#include "store/partnership/partnership_schema.h"
#include "store/pilot/pilot_pieces_schema.h"
#include "store/pilot/pilot_results_schema.h"
#include "store/pilot/pilot_schema.h"
#include "store/scouting/watches_schema.h"

namespace tributary::store {
namespace {

// The SQL is what SQLite and PostgreSQL share, with the types of SQLite, for which
// sql::Connection::define() puts those of PostgreSQL. "WITHOUT ROWID" says that the table lies in
// the order of its key, which is SQLite's alone.
//
// Moments are milliseconds since 1970, days are days since 1970.
constexpr const char* kCatalogue = R"sql(
-- Numbers that only grow: the last id given of each kind, so that an id is never given twice, and
-- the version of the catalogue.
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
INSERT INTO counters (name, value) VALUES ('catalogue_version', 0), ('record', 0),
                                          ('organisation', 0), ('run', 0), ('origin', 0);

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL, label TEXT NOT NULL, content_hash TEXT NOT NULL,
  state INTEGER NOT NULL,           -- RunState
  began INTEGER NOT NULL, ended INTEGER,
  added INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0);

CREATE TABLE run_files (
  run_id INTEGER NOT NULL REFERENCES runs (id), number INTEGER NOT NULL,
  file TEXT NOT NULL, kind TEXT NOT NULL, row_count INTEGER NOT NULL, rejected INTEGER NOT NULL,
  refused TEXT NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  repeated INTEGER NOT NULL,        -- rows that another row or file repeats
  PRIMARY KEY (run_id, number));

CREATE TABLE rejects (
  run_id INTEGER NOT NULL REFERENCES runs (id), number INTEGER NOT NULL,  -- from 1
  file TEXT NOT NULL, line INTEGER NOT NULL, column_name TEXT NOT NULL, reason TEXT NOT NULL,
  raw BLOB NOT NULL,                -- bytes as found, which need not be text
  PRIMARY KEY (run_id, number));

-- Who imports a source at present.
CREATE TABLE leases (
  source TEXT PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES runs (id),
  host TEXT NOT NULL, process_id INTEGER NOT NULL, process_started TEXT NOT NULL,
  expires INTEGER NOT NULL);

-- A run together with the files that spoke of a record: where values come from.
CREATE TABLE origins (
  id INTEGER PRIMARY KEY, run_id INTEGER NOT NULL REFERENCES runs (id), files TEXT NOT NULL);

-- What a source says of a project, all its files overlaid. A project has the id of its first record.
CREATE TABLE source_records (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL,
  source TEXT NOT NULL, key TEXT NOT NULL,
  origin_id INTEGER NOT NULL,       -- of every field that field_origins does not name
  content_hash BLOB NOT NULL,       -- of the payload before it was packed, 16 bytes
  payload BLOB NOT NULL,            -- catalogue/record_codec.h, packed_record.h
  UNIQUE (source, key));

CREATE TABLE field_origins (
  record_id INTEGER NOT NULL, field TEXT NOT NULL, origin_id INTEGER NOT NULL,
  PRIMARY KEY (record_id, field)) WITHOUT ROWID;

CREATE TABLE history (
  record_id INTEGER NOT NULL, number INTEGER NOT NULL,  -- from 1, oldest first
  run_id INTEGER NOT NULL, changed_at INTEGER NOT NULL, field TEXT NOT NULL,
  before_value TEXT NOT NULL, after_value TEXT NOT NULL,
  PRIMARY KEY (record_id, number));

-- What is counted and followed of a project without opening its records.
CREATE TABLE projects (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL, year INTEGER, coordinator_country TEXT NOT NULL,
  has_summary INTEGER NOT NULL, has_participations INTEGER NOT NULL,
  organisations BLOB NOT NULL);     -- ids in published order: store/id_list.h

CREATE TABLE organisations (
  id INTEGER PRIMARY KEY, slug TEXT NOT NULL,
  pic TEXT NOT NULL, oid TEXT NOT NULL, vat TEXT NOT NULL, name TEXT NOT NULL,
  short_name TEXT NOT NULL, type INTEGER NOT NULL, type_label TEXT NOT NULL, is_sme INTEGER,
  street TEXT NOT NULL, post_code TEXT NOT NULL, city TEXT NOT NULL, region TEXT NOT NULL,
  country TEXT NOT NULL, nuts TEXT NOT NULL, latitude REAL, longitude REAL,
  website TEXT NOT NULL);

-- Of the newest statement of each organisation its year, 0 where no statement had one, and its hash,
-- which tells one that is made once more from one that says something else. Beside the organisations,
-- because most change in this alone, and in one import again and again.
CREATE TABLE organisation_statements (
  organisation_id INTEGER PRIMARY KEY, stated_year INTEGER NOT NULL, stated_hash INTEGER NOT NULL);

-- The marks by which an organisation is found again (catalogue/identity), each by its hash:
-- organisation_register.h.
CREATE TABLE organisation_keys (
  key_hash INTEGER PRIMARY KEY, organisation_id INTEGER NOT NULL);

-- Names other than the present one that statements used.
CREATE TABLE organisation_names (
  organisation_id INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (organisation_id, name)) WITHOUT ROWID;

-- In the order of organisations, whose pages need it; projects.organisations is the other direction.
-- No foreign keys here, in the tables with a row for each project or participation: they would cost
-- a search for each row, and one writer (record_writer.h) keeps both sides.
CREATE TABLE participations (
  organisation_id INTEGER NOT NULL, project_id INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,         -- place in the record's list, from 0
  role INTEGER NOT NULL,            -- catalogue::Role
  start_day INTEGER,                -- of the project
  PRIMARY KEY (organisation_id, project_id, ordinal)) WITHOUT ROWID;
)sql";

// What was done, by whom, to what: audit/audit_trail.h. Rows are added and never changed; only a
// detail may be taken out, which a row of its own says.
constexpr const char* kAuditTrail = R"sql(
CREATE TABLE audit_entries (
  number INTEGER PRIMARY KEY,       -- from 1, without gaps
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  action TEXT NOT NULL, subject TEXT NOT NULL,
  detail_hash BLOB NOT NULL, hash BLOB NOT NULL);  -- SHA-256: audit/audit_entry.h
CREATE INDEX audit_entries_of_subject ON audit_entries (subject, number);
CREATE TABLE audit_details (number INTEGER PRIMARY KEY, detail TEXT NOT NULL);
)sql";

// The framework that Member States agree on: framework/. Enumerations stand by their names.
constexpr const char* kFramework = R"sql(
-- How versions are agreed on, and by whom: a new rule is a new row, so that a version keeps the one
-- that it was proposed under.
CREATE TABLE agreement_rules (
  number INTEGER PRIMARY KEY,
  majority TEXT NOT NULL, quorum_percent INTEGER NOT NULL, states_percent INTEGER NOT NULL,
  population_percent INTEGER,
  at INTEGER NOT NULL, person INTEGER NOT NULL);
CREATE TABLE entitled_states (
  rule INTEGER NOT NULL REFERENCES agreement_rules (number), ordinal INTEGER NOT NULL,
  state TEXT NOT NULL, population INTEGER NOT NULL,
  PRIMARY KEY (rule, state));

CREATE TABLE framework_versions (
  id INTEGER PRIMARY KEY,
  major INTEGER NOT NULL, minor INTEGER NOT NULL, patch INTEGER NOT NULL,
  title TEXT NOT NULL, state TEXT NOT NULL,
  revision INTEGER NOT NULL,        -- one more with each change
  based_on INTEGER REFERENCES framework_versions (id),
  rule INTEGER REFERENCES agreement_rules (number),
  created_at INTEGER NOT NULL, created_by INTEGER NOT NULL,
  UNIQUE (major, minor, patch));
CREATE TABLE framework_items (
  version_id INTEGER NOT NULL REFERENCES framework_versions (id), ordinal INTEGER NOT NULL,
  item_key TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
  level_0 TEXT NOT NULL, level_1 TEXT NOT NULL, level_2 TEXT NOT NULL, level_3 TEXT NOT NULL,
  level_4 TEXT NOT NULL,            -- descriptors, by level
  PRIMARY KEY (version_id, ordinal));
CREATE TABLE framework_evidence_types (
  version_id INTEGER NOT NULL, item_ordinal INTEGER NOT NULL, ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (version_id, item_ordinal, ordinal));

-- The change map from the version before: a row for each key on either side of a change.
CREATE TABLE framework_changes (
  version_id INTEGER NOT NULL REFERENCES framework_versions (id), change_number INTEGER NOT NULL,
  kind TEXT NOT NULL, is_newer INTEGER NOT NULL, ordinal INTEGER NOT NULL, item_key TEXT NOT NULL,
  PRIMARY KEY (version_id, change_number, is_newer, ordinal));

-- Never changed, only added to, like positions and what became of amendments.
CREATE TABLE framework_version_moves (
  version_id INTEGER NOT NULL REFERENCES framework_versions (id),
  number INTEGER NOT NULL,          -- the revision that it was made from
  act TEXT NOT NULL, to_state TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (version_id, number));
CREATE TABLE positions (
  version_id INTEGER NOT NULL REFERENCES framework_versions (id), number INTEGER NOT NULL,
  state TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  at INTEGER NOT NULL, person INTEGER NOT NULL,
  PRIMARY KEY (version_id, number));

CREATE TABLE amendments (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES framework_versions (id),
  item_key TEXT NOT NULL,           -- empty: of the version as a whole
  before_text TEXT NOT NULL, after_text TEXT NOT NULL, reason TEXT NOT NULL,
  state TEXT NOT NULL, revision INTEGER NOT NULL,
  merged_into INTEGER REFERENCES amendments (id),
  at INTEGER NOT NULL, person INTEGER NOT NULL);
CREATE TABLE amendment_supporters (
  amendment_id INTEGER NOT NULL REFERENCES amendments (id), person INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (amendment_id, person));
CREATE TABLE amendment_moves (
  amendment_id INTEGER NOT NULL REFERENCES amendments (id), number INTEGER NOT NULL,
  act TEXT NOT NULL, to_state TEXT NOT NULL, at INTEGER NOT NULL, person INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  PRIMARY KEY (amendment_id, number));
)sql";

constexpr std::array kMigrations{
    sql::Migration{1, "catalogue", kCatalogue},
    sql::Migration{2, "audit trail", kAuditTrail},
    sql::Migration{3, "framework", kFramework},
    sql::Migration{4, "accounts", kAccountsSchema},
    sql::Migration{5, "applications", kApplicationsSchema},
    sql::Migration{6, "innovations", kInnovationsSchema},
    sql::Migration{7, "mainstreaming", kMainstreamingSchema},
    sql::Migration{8, "aims", kAimsSchema},
    sql::Migration{9, "notices", kNoticesSchema},
    sql::Migration{10, "watches", kWatchesSchema},
    sql::Migration{11, "met conditions", kMetConditionsSchema},
    sql::Migration{12, "muted mails", kMutedMailsSchema},
    sql::Migration{13, "identity provider", kIdentityProviderSchema},
    sql::Migration{14, "pilots", kPilotSchema},
    sql::Migration{15, "panels", kPanelSchema},
    sql::Migration{16, "pilot results", kPilotResultsSchema},
    sql::Migration{17, "learners in pieces, handovers of pilots", kPilotPiecesSchema},
    sql::Migration{18, "hubs", kHubsSchema},
    sql::Migration{19, "claims, offers, conversations", kPartnershipSchema},
    sql::Migration{20, "organisation identity", kIdentitySchema},
    sql::Migration{21, "seeds of agreement among reviewers", kAgreementDrawsSchema}};

}  // namespace

std::span<const sql::Migration> migrations() { return kMigrations; }

Result<std::span<const sql::Migration>> migrations_up_to(std::int64_t number) {
  if (number < 1 || number > kMigrations.back().number) {
    return fail(ErrorCode::unsupported, "schema " + std::to_string(number) +
                                            "; this program knows 1 to " +
                                            std::to_string(kMigrations.back().number));
  }
  const auto later = std::ranges::upper_bound(kMigrations, number, {}, &sql::Migration::number);
  return migrations().first(static_cast<std::size_t>(later - kMigrations.begin()));
}

Result<std::vector<sql::MadeTable>> tables_of_schema(std::int64_t number) {
  return sql::tables_made_by(TRY(migrations_up_to(number)));
}

}  // namespace tributary::store
