#include "store/identity/organisation_split.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "catalogue/identity/organisation_identity.h"
#include "catalogue/record_codec.h"
#include "store/counters.h"
#include "store/id_list.h"
#include "store/identity/organisation_doubts.h"
#include "store/organisation_keys.h"
#include "store/organisation_statement.h"
#include "store/organisation_table.h"
#include "store/prepared_record.h"
#include "store/project_summary.h"

namespace tributary::store {
namespace {

using catalogue::NamedOrganisation;

struct Statement {
  std::int64_t project = 0, ordinal = 0;
  std::int32_t year = 0;
  std::uint64_t hash = 0;
  NamedOrganisation named;
  std::vector<std::int64_t> held_keys;  // of those that the organisation holds, strongest first
  bool is_taken = false;
};

/// What statements come to, oldest first.
struct Summed {
  NamedOrganisation named;
  std::int32_t year = 0;
  std::uint64_t hash = 0;
  std::set<std::string> names;
};

Result<bool> holds(sql::Connection& connection, std::int64_t key_hash, OrganisationId id) {
  auto row = TRY(connection.statement(
      "SELECT 1 FROM organisation_keys WHERE key_hash = ? AND organisation_id = ?"));
  TRY(row.bind(key_hash, id.value));
  return row.step();
}

/// Which marks are to be taken out.
class AskedMarks {
 public:
  AskedMarks(const OrganisationSplit& split, catalogue::IdentityReader& reader)
      : split_(split), reader_(reader) {}

  /// Whether a mark of `named` is one of them.
  [[nodiscard]] bool include(const catalogue::IdentityKey& key,
                             const NamedOrganisation& named) const {
    const auto names_it = [&](const catalogue::IdentityKey& asked) {
      return std::ranges::find(split_.identifiers, asked.text) != split_.identifiers.end();
    };
    switch (key.mark) {
      case catalogue::Mark::name:
        return std::ranges::any_of(split_.spellings, [&](const std::string& spelling) {
          return catalogue::same_name(spelling, named.name);
        });
      case catalogue::Mark::vat_and_name:
        return names_it({catalogue::Mark::vat, "vat:" + catalogue::identity_of(named).vat}) ||
               std::ranges::any_of(split_.spellings, [&](const std::string& spelling) {
                 return has_mark(key, spelling, named);
               });
      default:
        return names_it(key);
    }
  }

 private:
  /// Whether an import would have the spelling, under the same numbers, by the same mark.
  [[nodiscard]] bool has_mark(const catalogue::IdentityKey& key, const std::string& spelling,
                              const NamedOrganisation& named) const {
    NamedOrganisation spelled;
    spelled.name = spelling;
    spelled.vat = named.vat;
    spelled.country = named.country;
    const auto keys = catalogue::keys_of(reader_.read(spelled));
    return std::ranges::find(keys, key) != keys.end();
  }

  const OrganisationSplit& split_;
  catalogue::IdentityReader& reader_;
};

/// Sets which keys hold it, and whether the strongest of them is to be taken out.
Result<> find_marks(sql::Connection& connection, const OrganisationSplit& split,
                    catalogue::IdentityReader& reader, Statement& statement) {
  const AskedMarks asked(split, reader);
  bool is_first = true;
  for (const auto& key : catalogue::keys_of(reader.read(statement.named))) {
    const auto hash = OrganisationKeys::hash_of(key.text);
    if (!TRY(holds(connection, hash, split.from))) continue;
    statement.held_keys.push_back(hash);
    if (is_first) statement.is_taken = asked.include(key, statement.named);
    is_first = false;
  }
  return {};
}

Result<std::vector<std::int64_t>> projects_with(sql::Connection& connection, OrganisationId id) {
  auto row = TRY(connection.statement(
      "SELECT DISTINCT project_id FROM participations WHERE organisation_id = ? ORDER BY 1"));
  TRY(row.bind(id.value));
  std::vector<std::int64_t> projects;
  while (TRY(row.step())) projects.push_back(row.integer(0));
  return projects;
}

/// All that records state of the organisation, the oldest first.
Result<std::vector<Statement>> statements_of(sql::Connection& connection,
                                             const OrganisationSplit& split) {
  std::vector<Statement> statements;
  catalogue::IdentityReader reader;
  auto row = TRY(connection.statement("SELECT payload FROM source_records WHERE id = ?"));
  const auto projects = TRY(projects_with(connection, split.from));
  for (const auto project : projects) {
    TRY(row.bind(project));
    if (!TRY(row.step())) continue;
    auto record = TRY(catalogue::decode_project(row.blob(0)));
    const auto prepared = prepare(catalogue::ImportRecord{
        .project = std::move(record), .files = std::make_shared<const std::vector<std::string>>()});
    const auto& read = prepared.record.project;
    const auto ids = TRY(read_organisation_ids(connection, project));
    for (std::size_t i = 0; read.participations && i < ids.size(); ++i) {
      if (ids[i] != split.from.value) continue;
      Statement statement{.project = project,
                          .ordinal = static_cast<std::int64_t>(i),
                          .year = statement_year(read),
                          .hash = prepared.statements[i],
                          .named = (*read.participations)[i].organisation,
                          .held_keys = {}};
      TRY(find_marks(connection, split, reader, statement));
      statements.push_back(std::move(statement));
    }
  }
  std::ranges::stable_sort(statements, {}, &Statement::year);
  return statements;
}

Summed sum_of(const std::vector<Statement>& statements, bool is_taken) {
  Summed sum;
  bool is_first = true;
  for (const auto& statement : statements) {
    if (statement.is_taken != is_taken) continue;
    const bool is_newest = is_first || statement.year > sum.year;
    overlay_statement(sum.named, statement.named, is_newest);
    if (is_newest) {
      sum.year = statement.year;
      sum.hash = statement.hash;
    }
    if (!statement.named.name.empty()) sum.names.insert(statement.named.name);
    is_first = false;
  }
  return sum;
}

Result<> set_statement(sql::Connection& connection, OrganisationId id, std::int64_t year,
                       std::int64_t hash) {
  return TRY(connection.statement(
                 "INSERT INTO organisation_statements (organisation_id, stated_year, stated_hash) "
                 "VALUES (?, ?, ?) ON CONFLICT (organisation_id) DO UPDATE SET "
                 "stated_year = excluded.stated_year, stated_hash = excluded.stated_hash"))
      .run(id.value, year, hash);
}

struct Newest {
  std::int64_t year = 0, hash = 0;
};

Result<std::optional<Newest>> newest_statement(sql::Connection& connection, OrganisationId id) {
  auto row = TRY(connection.statement(
      "SELECT stated_year, stated_hash FROM organisation_statements WHERE organisation_id = ?"));
  TRY(row.bind(id.value));
  if (!TRY(row.step())) return std::nullopt;
  return Newest{row.integer(0), row.integer(1)};
}

Result<> add_names(sql::Connection& connection, OrganisationId id,
                   const std::set<std::string>& names, const std::string& shown) {
  auto add = TRY(
      connection.statement("INSERT INTO organisation_names (organisation_id, name) VALUES (?, ?) "
                           "ON CONFLICT (organisation_id, name) DO NOTHING"));
  for (const auto& name : names) {
    if (name != shown) TRY(add.run(id.value, name));
  }
  return {};
}

Result<std::set<std::string>> names_of(sql::Connection& connection, OrganisationId id) {
  auto row =
      TRY(connection.statement("SELECT name FROM organisation_names WHERE organisation_id = ?"));
  TRY(row.bind(id.value));
  std::set<std::string> names;
  while (TRY(row.step())) names.emplace(row.text(0));
  return names;
}

/// Names that only what is taken out used go with it, and are noted for the way back.
Result<> take_names(sql::Connection& connection, std::int64_t decision, OrganisationId from,
                    const Summed& taken, const Summed& kept) {
  auto note = TRY(
      connection.statement("INSERT INTO organisation_split_names (decision, name) VALUES (?, ?)"));
  auto take = TRY(connection.statement(
      "DELETE FROM organisation_names WHERE organisation_id = ? AND name = ?"));
  const auto names = TRY(names_of(connection, from));
  for (const auto& name : names) {
    if (!taken.names.contains(name) || kept.names.contains(name)) continue;
    TRY(note.run(decision, name));
    TRY(take.run(from.value, name));
  }
  return {};
}

std::string encoded(const NamedOrganisation& named) {
  catalogue::SourceProject project;
  project.participations.emplace();
  project.participations->push_back({.organisation = named});
  return catalogue::encode(project);
}

Result<NamedOrganisation> decoded(std::string_view payload) {
  auto project = TRY(catalogue::decode_project(payload));
  return std::move(project.participations->front().organisation);
}

Result<> move_participation(sql::Connection& connection, std::int64_t project,
                            std::optional<std::int64_t> ordinal, OrganisationId from,
                            OrganisationId to) {
  auto ids = TRY(read_organisation_ids(connection, project));
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const bool is_meant = !ordinal || *ordinal == static_cast<std::int64_t>(i);
    if (ids[i] == from.value && is_meant) ids[i] = to.value;
  }
  TRY(TRY(connection.statement("UPDATE projects SET organisations = ? WHERE id = ?"))
          .run(sql::Blob{pack_ids(ids)}, project));
  const std::string move =
      "UPDATE participations SET organisation_id = ? WHERE organisation_id = ? AND project_id = ?";
  if (!ordinal) return TRY(connection.statement(move)).run(to.value, from.value, project);
  return TRY(connection.statement(move + " AND ordinal = ?"))
      .run(to.value, from.value, project, *ordinal);
}

/// The keys by which only records that are taken out are found.
std::set<std::int64_t> keys_to_move(const std::vector<Statement>& statements) {
  std::set<std::int64_t> keys;
  for (const auto& statement : statements) {
    if (statement.is_taken) keys.insert(statement.held_keys.begin(), statement.held_keys.end());
  }
  for (const auto& statement : statements) {
    if (statement.is_taken) continue;
    for (const auto key : statement.held_keys) keys.erase(key);
  }
  // The strongest of a record that goes is one that was asked for, whoever else has it lower down.
  for (const auto& statement : statements) {
    if (statement.is_taken) keys.insert(statement.held_keys.front());
  }
  return keys;
}

Result<> check_parts(const std::vector<Statement>& statements, const OrganisationSplit& split) {
  const auto taken = std::ranges::count(statements, true, &Statement::is_taken);
  const auto* const field = split.spellings.empty() ? "identifiers" : "spellings";
  if (taken == 0) {
    return fail(ErrorCode::invalid_argument,
                "No record of the organisation goes by these alone: where it has a PIC, an OID or "
                "a VAT number, name that too.",
                field);
  }
  if (taken == static_cast<std::ptrdiff_t>(statements.size())) {
    return fail(
        ErrorCode::invalid_argument,
        "Nothing of the organisation would stay. Where it was merged with another one, undo "
        "that merge.",
        field);
  }
  return {};
}

/// What the organisation was before, with what imports changed since the split.
NamedOrganisation restored(const NamedOrganisation& before, const NamedOrganisation& after,
                           const NamedOrganisation& now) {
  auto row = before;
  const auto keep_change = [](auto& value, const auto& then, const auto& current) {
    if (current != then) value = current;
  };
  for (const auto text : catalogue::kOrganisationTexts) {
    keep_change(row.*text, after.*text, now.*text);
  }
  keep_change(row.type, after.type, now.type);
  keep_change(row.is_sme, after.is_sme, now.is_sme);
  keep_change(row.latitude, after.latitude, now.latitude);
  keep_change(row.longitude, after.longitude, now.longitude);
  return row;
}

Result<> forget_organisation(sql::Connection& connection, OrganisationId id) {
  for (const std::string_view statement :
       {"DELETE FROM organisation_names WHERE organisation_id = ?",
        "DELETE FROM organisation_statements WHERE organisation_id = ?",
        "DELETE FROM organisation_compared WHERE organisation_id = ?",
        "DELETE FROM organisations WHERE id = ?"}) {
    TRY(TRY(connection.statement(statement)).run(id.value));
  }
  return TRY(connection.statement(
                 "DELETE FROM organisation_doubts WHERE one_id = ? OR other_id = ?"))
      .run(id.value, id.value);
}

/// Whether another one became part of it; not who came out of it and went back.
Result<bool> has_parts(sql::Connection& connection, OrganisationId id) {
  const auto members = TRY(members_of(connection, id));
  for (const auto member : members) {
    if (TRY(is_organisation(connection, member))) return true;
  }
  return false;
}

/// What a split noted of who was split, for the way back.
struct StateBefore {
  NamedOrganisation before, after;
  Newest newest;
};

Result<StateBefore> state_before(sql::Connection& connection, std::int64_t decision) {
  auto row =
      TRY(connection.statement("SELECT before_row, after_row, before_year, before_hash "
                               "FROM organisation_splits WHERE decision = ?"));
  TRY(row.bind(decision));
  if (!TRY(row.step())) {
    return fail(ErrorCode::corrupt, "what the split took out is missing",
                fmt::format("organisation_decision/{}", decision));
  }
  StateBefore state;
  state.before = TRY(decoded(row.blob(0)));
  state.after = TRY(decoded(row.blob(1)));
  state.newest = {row.integer(2), row.integer(3)};
  return state;
}

/// Itself, or where it came out of another one and went back to it, that one.
Result<OrganisationId> holder_of_records(sql::Connection& connection, OrganisationId id) {
  auto row = TRY(connection.statement(
      "SELECT one_id FROM organisation_decisions WHERE kind = 'split' AND other_id = ? AND "
      "undone_by IS NOT NULL"));
  while (!TRY(is_organisation(connection, id))) {
    TRY(row.bind(id.value));
    if (!TRY(row.step())) break;
    id = {row.integer(0)};
  }
  return id;
}

}  // namespace

Result<bool> takes_anything(sql::Connection& connection, const OrganisationSplit& split) {
  const auto statements = TRY(statements_of(connection, split));
  return std::ranges::count(statements, true, &Statement::is_taken) > 0;
}

Result<SplitOutcome> split_organisation(sql::Connection& connection, const OrganisationSplit& split,
                                        OrganisationDecision decision) {
  auto from = TRY(read_organisation(connection, split.from.value));
  if (!from) {
    return fail(ErrorCode::not_found, fmt::format("there is no organisation {}", split.from.value));
  }
  const auto statements = TRY(statements_of(connection, split));
  TRY(check_parts(statements, split));
  const auto taken = sum_of(statements, true);
  const auto kept = sum_of(statements, false);

  auto counters = TRY(Counters::read(connection));
  const OrganisationId made{++counters.organisation};
  TRY(counters.write(connection));
  decision.kind = DecisionKind::split;
  decision.one = split.from;
  decision.other = made;
  SplitOutcome outcome{.decision = TRY(insert_decision(connection, decision)), .made = made};

  const OrganisationRow made_row{.id = made.value,
                                 .slug = organisation_slug(made.value, taken.named.name),
                                 .named = taken.named};
  const OrganisationRow* const made_rows[] = {&made_row};
  TRY(insert_organisations(connection, made_rows));
  TRY(set_statement(connection, made, taken.year, static_cast<std::int64_t>(taken.hash)));

  const auto newest = TRY(newest_statement(connection, split.from)).value_or(Newest{});
  TRY(TRY(connection.statement("INSERT INTO organisation_splits (decision, before_row, after_row, "
                               "before_year, before_hash) VALUES (?, ?, ?, ?, ?)"))
          .run(outcome.decision, sql::Blob{encoded(from->named)}, sql::Blob{encoded(kept.named)},
               newest.year, newest.hash));
  TRY(take_names(connection, outcome.decision, split.from, taken, kept));
  TRY(add_names(connection, made, taken.names, taken.named.name));
  TRY(add_names(connection, split.from, kept.names, kept.named.name));
  from->named = kept.named;
  from->slug = organisation_slug(from->id, kept.named.name);
  TRY(update_organisation(connection, *from));
  TRY(set_statement(connection, split.from, kept.year, static_cast<std::int64_t>(kept.hash)));

  auto move_key =
      TRY(connection.statement("UPDATE organisation_keys SET organisation_id = ? "
                               "WHERE key_hash = ? AND organisation_id = ?"));
  const auto keys = keys_to_move(statements);
  for (const auto key : keys) TRY(move_key.run(made.value, key, split.from.value));
  for (const auto& statement : statements) {
    if (!statement.is_taken) continue;
    TRY(move_participation(connection, statement.project, statement.ordinal, split.from, made));
    ++outcome.participations;
  }
  TRY(keep_apart(connection, split.from, made, decision.at));
  return outcome;
}

Result<std::int64_t> undo_split(sql::Connection& connection, std::int64_t number,
                                const OrganisationDecision& undo) {
  const auto split = TRY(decision_to_undo(connection, number, DecisionKind::split));
  const auto subject = fmt::format("organisation_decision/{}", number);
  const bool is_member = TRY(root_of(connection, split.other)) != split.other;
  if (is_member || TRY(has_parts(connection, split.other))) {
    return fail(ErrorCode::conflict,
                "what came out was merged with another organisation; undo that first", subject);
  }
  const auto home = TRY(holder_of_records(connection, split.one));
  auto from = TRY(read_organisation(connection, home.value));
  const auto made = TRY(read_organisation(connection, split.other.value));
  if (!from || !made) {
    return fail(ErrorCode::conflict, "one of the two is no longer in the catalogue", subject);
  }

  const auto projects = TRY(projects_with(connection, split.other));
  for (const auto project : projects) {
    TRY(move_participation(connection, project, std::nullopt, split.other, home));
  }
  TRY(TRY(connection.statement(
              "UPDATE organisation_keys SET organisation_id = ? WHERE organisation_id = ?"))
          .run(home.value, split.other.value));

  const auto state = TRY(state_before(connection, number));
  // Who came from another one and went back to it: the row of that one is as it was before either.
  if (home == split.one) {
    from->named = restored(state.before, state.after, from->named);
    from->slug = organisation_slug(from->id, from->named.name);
    TRY(update_organisation(connection, *from));
  }
  auto newest = state.newest;

  auto names = TRY(names_of(connection, split.other));
  if (!made->named.name.empty()) names.insert(made->named.name);
  {
    auto row =
        TRY(connection.statement("SELECT name FROM organisation_split_names WHERE decision = ?"));
    TRY(row.bind(number));
    while (TRY(row.step())) names.emplace(row.text(0));
  }
  TRY(add_names(connection, home, names, from->named.name));
  for (const auto id : {home, split.other}) {
    const auto current = TRY(newest_statement(connection, id));
    if (current && current->year > newest.year) newest = *current;
  }
  TRY(set_statement(connection, home, newest.year, newest.hash));
  TRY(forget_organisation(connection, split.other));

  // Its address leads to who has its records, and with it those of who came out of it and went
  // back.
  const auto root = TRY(root_of(connection, home));
  TRY(TRY(connection.statement(
              "UPDATE organisation_members SET organisation_id = ? WHERE organisation_id = ?"))
          .run(root.value, split.other.value));
  TRY(TRY(connection.statement(
              "INSERT INTO organisation_members (member_id, organisation_id) VALUES (?, ?)"))
          .run(split.other.value, root.value));
  return insert_undo(connection, number, undo);
}

}  // namespace tributary::store
