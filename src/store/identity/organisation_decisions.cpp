#include "store/identity/organisation_decisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "ecosystem/enum_names.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::array<std::string_view, 4> kKindNames{"merge", "keep_apart", "split", "undo"};

constexpr std::string_view kColumns =
    "SELECT number, kind, one_id, other_id, person, at, reason, score, features, undoes, undone_by "
    "FROM organisation_decisions ";

Result<OrganisationDecision> decision_of_row(const sql::Statement& row) {
  const auto kind = TRY(ecosystem::enum_from_name(row.text(1), DecisionKind::undo));
  return OrganisationDecision{.number = row.integer(0),
                              .kind = kind,
                              .one = {row.integer(2)},
                              .other = {row.integer(3)},
                              .person = {row.integer(4)},
                              .at = moment_of(row.integer(5)),
                              .reason = std::string(row.text(6)),
                              .score = row.optional_real(7),
                              .features = std::string(row.text(8)),
                              .undoes = row.optional_integer(9),
                              .undone_by = row.optional_integer(10)};
}

Result<> check_is_there(sql::Connection& connection, OrganisationId id) {
  if (TRY(is_organisation(connection, id))) return {};
  return fail(ErrorCode::not_found, fmt::format("there is no organisation {}", id.value));
}

Result<> set_root(sql::Connection& connection, OrganisationId member, OrganisationId root) {
  if (member == root) {
    return TRY(connection.statement("DELETE FROM organisation_members WHERE member_id = ?"))
        .run(member.value);
  }
  return TRY(connection.statement(
                 "INSERT INTO organisation_members (member_id, organisation_id) VALUES (?, ?) "
                 "ON CONFLICT (member_id) DO UPDATE SET organisation_id = "
                 "excluded.organisation_id"))
      .run(member.value, root.value);
}

/// Who of these is part of whom directly: by merges that stand, and by splits that do not.
Result<std::map<std::int64_t, std::int64_t>> standing_merges(
    sql::Connection& connection, const std::vector<OrganisationId>& group) {
  std::map<std::int64_t, std::int64_t> parents;
  auto row = TRY(connection.statement(
      "SELECT other_id FROM organisation_decisions WHERE one_id = ? AND kind = 'merge' AND "
      "undone_by IS NULL UNION ALL SELECT one_id FROM organisation_decisions WHERE other_id = ? "
      "AND kind = 'split' AND undone_by IS NOT NULL"));
  for (const auto id : group) {
    TRY(row.bind(id.value, id.value));
    while (TRY(row.step())) parents[id.value] = row.integer(0);
  }
  return parents;
}

}  // namespace

std::string_view name_of(DecisionKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

Result<bool> is_organisation(sql::Connection& connection, OrganisationId id) {
  auto row = TRY(connection.statement("SELECT 1 FROM organisations WHERE id = ?"));
  TRY(row.bind(id.value));
  return row.step();
}

Result<OrganisationId> root_of(sql::Connection& connection, OrganisationId id) {
  auto row = TRY(
      connection.statement("SELECT organisation_id FROM organisation_members WHERE member_id = ?"));
  TRY(row.bind(id.value));
  return TRY(row.step()) ? OrganisationId{row.integer(0)} : id;
}

Result<std::vector<OrganisationId>> members_of(sql::Connection& connection, OrganisationId id) {
  auto row = TRY(connection.statement(
      "SELECT member_id FROM organisation_members WHERE organisation_id = ? ORDER BY member_id"));
  TRY(row.bind(id.value));
  std::vector<OrganisationId> members;
  while (TRY(row.step())) members.push_back({row.integer(0)});
  return members;
}

Result<std::map<std::int64_t, std::int64_t>> all_members(sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT member_id, organisation_id FROM organisation_members ORDER BY member_id"));
  TRY(row.bind());
  std::map<std::int64_t, std::int64_t> roots;
  while (TRY(row.step())) roots.emplace_hint(roots.end(), row.integer(0), row.integer(1));
  return roots;
}

Result<std::int64_t> newest_decision(sql::Connection& connection) {
  return one_number(connection, "SELECT COALESCE(MAX(number), 0) FROM organisation_decisions");
}

Result<std::int64_t> insert_decision(sql::Connection& connection,
                                     const OrganisationDecision& decision) {
  const auto number = TRY(newest_decision(connection)) + 1;
  TRY(TRY(connection.statement(
              "INSERT INTO organisation_decisions (number, kind, one_id, other_id, person, at, "
              "reason, score, features, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
          .run(number, name_of(decision.kind), decision.one.value, decision.other.value,
               decision.person.value, milliseconds(decision.at), decision.reason, decision.score,
               decision.features, decision.undoes));
  return number;
}

Result<std::int64_t> merge_organisations(sql::Connection& connection,
                                         const OrganisationDecision& decision) {
  const auto [one, other] = std::pair(decision.one, decision.other);
  TRY(check_is_there(connection, one));
  TRY(check_is_there(connection, other));
  const auto root_of_one = TRY(root_of(connection, one));
  const auto root_of_other = TRY(root_of(connection, other));
  if (root_of_one == root_of_other) {
    return fail(ErrorCode::conflict, "they are one organisation already",
                fmt::format("organisation/{}", root_of_other.value));
  }
  for (const auto& [id, root] : {std::pair(one, root_of_one), std::pair(other, root_of_other)}) {
    if (id == root) continue;
    return fail(ErrorCode::conflict,
                fmt::format("organisation {} is part of organisation {}", id.value, root.value),
                fmt::format("organisation/{}", id.value));
  }
  const auto members = TRY(members_of(connection, one));
  for (const auto member : members) TRY(set_root(connection, member, other));
  TRY(set_root(connection, one, other));
  return insert_decision(connection, decision);
}

Result<OrganisationDecision> organisation_decision(sql::Connection& connection,
                                                   std::int64_t number) {
  auto row = TRY(connection.statement(std::string(kColumns) + "WHERE number = ?"));
  TRY(row.bind(number));
  if (TRY(row.step())) return decision_of_row(row);
  return fail(ErrorCode::not_found, fmt::format("there is no decision {}", number));
}

Result<OrganisationDecision> decision_to_undo(sql::Connection& connection, std::int64_t number,
                                              DecisionKind kind) {
  auto decision = TRY(organisation_decision(connection, number));
  if (decision.kind == kind && !decision.undone_by) return decision;
  return fail(ErrorCode::conflict,
              decision.undone_by ? "this decision is undone already"
                                 : fmt::format("this decision is no {}", name_of(kind)),
              fmt::format("organisation_decision/{}", number));
}

Result<std::int64_t> insert_undo(sql::Connection& connection, std::int64_t number,
                                 const OrganisationDecision& undo) {
  const auto undone_by = TRY(insert_decision(connection, undo));
  TRY(TRY(connection.statement("UPDATE organisation_decisions SET undone_by = ? WHERE number = ?"))
          .run(undone_by, number));
  return undone_by;
}

Result<std::int64_t> undo_merge(sql::Connection& connection, std::int64_t number,
                                const OrganisationDecision& undo) {
  const auto merge = TRY(decision_to_undo(connection, number, DecisionKind::merge));
  const auto root = TRY(root_of(connection, merge.one));
  auto group = TRY(members_of(connection, root));
  group.push_back(root);
  const auto undone_by = TRY(insert_undo(connection, number, undo));
  // Who stood in the group goes by the merges that still stand.
  const auto parents = TRY(standing_merges(connection, group));
  for (const auto member : group) {
    auto top = member.value;
    for (auto parent = parents.find(top); parent != parents.end(); parent = parents.find(top)) {
      top = parent->second;
    }
    TRY(set_root(connection, member, {top}));
  }
  return undone_by;
}

Result<std::vector<OrganisationDecision>> decisions_on(sql::Connection& connection,
                                                       OrganisationId id) {
  std::map<std::int64_t, OrganisationDecision> found;
  std::set<std::int64_t> seen{id.value};
  std::vector<std::int64_t> to_ask{id.value};
  auto row = TRY(connection.statement(std::string(kColumns) + "WHERE one_id = ? OR other_id = ?"));
  while (!to_ask.empty()) {
    const auto asked = to_ask.back();
    to_ask.pop_back();
    TRY(row.bind(asked, asked));
    while (TRY(row.step())) {
      auto decision = TRY(decision_of_row(row));
      // Those that became part of it, and theirs; not whom it was compared with.
      const bool is_part = decision.kind == DecisionKind::merge && decision.other.value == asked;
      const auto part = decision.one.value;
      const auto number = decision.number;
      found.try_emplace(number, std::move(decision));
      if (is_part && seen.insert(part).second) to_ask.push_back(part);
    }
  }
  std::vector<OrganisationDecision> decisions;
  for (auto& [number, decision] : found) decisions.push_back(std::move(decision));
  std::ranges::reverse(decisions);
  return decisions;
}

}  // namespace tributary::store
