#include "store/notices/concerned_people.h"

#include <string>
#include <string_view>

#include "ecosystem/rights/role.h"
#include "store/identity/whole_organisation.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;
using People = std::vector<eco::PersonId>;

/// Whose last word on a role in a scope was that it is given.
constexpr std::string_view kHeldGrants =
    "SELECT g.account FROM grants g WHERE g.is_given = 1 AND g.number = "
    "(SELECT MAX(last.number) FROM grants last WHERE last.account = g.account "
    "AND last.role = g.role AND last.scope_key = g.scope_key) AND g.role = ? ";

/// Who was in the team last, of a role or of any.
constexpr std::string_view kTeam =
    "SELECT t.person FROM innovation_team t WHERE t.innovation = ? AND t.kind = 'joined' "
    "AND t.number = (SELECT MAX(last.number) FROM innovation_team last "
    "WHERE last.innovation = t.innovation AND last.person = t.person AND last.role = t.role) ";

template <class... Values>
Result<> add_people(sql::Connection& connection, People& people, std::string_view query,
                    const Values&... values) {
  auto row = TRY(connection.statement(query));
  TRY(row.bind(values...));
  while (TRY(row.step())) people.push_back({row.integer(0)});
  return {};
}

template <class... Values>
Result<People> people_of(sql::Connection& connection, std::string_view query,
                         const Values&... values) {
  People people;
  TRY(add_people(connection, people, query, values...));
  return people;
}

Result<People> holders(sql::Connection& connection, eco::Role role) {
  return people_of(connection, kHeldGrants, name_of(role));
}

/// Those who hold the role where the query, which begins with "(", says.
Result<People> holders_where(sql::Connection& connection, eco::Role role, std::string_view scopes,
                             std::int64_t id) {
  return people_of(
      connection,
      std::string(kHeldGrants) + "AND g.scope_key <> '' AND g.scope_key IN " + std::string(scopes),
      name_of(role), id);
}

/// The keys of scopes of those organisations that are one with an `organisation` of the query by
/// now.
std::string within_wholes(std::string_view query) {
  return "(WITH meant AS (SELECT " + whole_of("named.organisation") + " AS id FROM (" +
         std::string(query) +
         ") named) SELECT CAST(id AS TEXT) FROM meant UNION "
         "SELECT CAST(m.member_id AS TEXT) FROM organisation_members m "
         "JOIN meant ON meant.id = m.organisation_id)";
}

constexpr std::string_view kPanelAtGate =
    "(SELECT panel FROM innovations WHERE id = ? AND standing = 'active' "
    "AND gate_rule IS NOT NULL)";

/// The round has as many assessments as its rule asks for, and not more: the last one made it so.
constexpr std::string_view kPanelOfReadyGate =
    "(SELECT i.panel FROM innovations i JOIN gate_rules r ON r.number = i.gate_rule "
    "WHERE i.id = ? AND r.required_assessments = (SELECT COUNT(*) FROM gate_assessments a "
    "WHERE a.innovation = i.id AND a.gate_round = i.gate_round AND a.is_recused = 0))";

Result<People> second_persons(sql::Connection& connection, std::int64_t innovation) {
  auto people = TRY(holders_where(connection, eco::Role::panel_chair,
                                  "(SELECT panel FROM innovations WHERE id = ?)", innovation));
  const auto officers =
      TRY(holders_where(connection, eco::Role::national_agency_officer,
                        "(SELECT member_state FROM innovations WHERE id = ?)", innovation));
  people.insert(people.end(), officers.begin(), officers.end());
  return people;
}

Result<People> state_representatives(sql::Connection& connection, const AuditSubject& subject) {
  return holders_where(connection, eco::Role::member_state_representative,
                       subject.kind == "application"
                           ? "(SELECT state FROM applications WHERE id = ?)"
                           : "(SELECT member_state FROM mainstreaming_cases WHERE id = ?)",
                       subject.id);
}

Result<People> proponents(sql::Connection& connection, std::int64_t amendment) {
  auto people = TRY(people_of(connection, "SELECT person FROM amendments WHERE id = ?", amendment));
  TRY(add_people(connection, people,
                 "SELECT person FROM amendment_supporters WHERE amendment_id = ?", amendment));
  return people;
}

Result<People> case_people(sql::Connection& connection, std::int64_t id) {
  auto people =
      TRY(people_of(connection, "SELECT prepared_by FROM mainstreaming_cases WHERE id = ?", id));
  auto row = TRY(connection.statement("SELECT innovation FROM mainstreaming_cases WHERE id = ?"));
  TRY(row.bind(id));
  if (TRY(row.step())) TRY(add_people(connection, people, kTeam, row.integer(0)));
  return people;
}

Result<People> independent_evaluators(sql::Connection& connection, std::int64_t pilot) {
  constexpr std::string_view kTeamOfPilot =
      "FROM innovation_team t JOIN pilot_protocols p ON p.innovation = t.innovation "
      "JOIN pilots i ON i.protocol = p.id WHERE i.id = ?)";
  return people_of(connection,
                   std::string(kHeldGrants) + "AND g.scope_key NOT IN (SELECT t.organisation " +
                       std::string(kTeamOfPilot) + " AND g.account NOT IN (SELECT t.person " +
                       std::string(kTeamOfPilot),
                   name_of(eco::Role::evaluator), pilot, pilot);
}

/// Its lead, and those of another query.
Result<People> lead_and(sql::Connection& connection, std::int64_t pilot, std::string_view others) {
  auto people = TRY(people_of(connection, "SELECT lead FROM pilots WHERE id = ?", pilot));
  TRY(add_people(connection, people, others, pilot));
  return people;
}

}  // namespace

Result<People> people_concerned(sql::Connection& connection, eco::Concerned concerned,
                                const AuditSubject& subject) {
  using Is = eco::Concerned;
  using eco::Role;
  const auto id = subject.id;
  switch (concerned) {
    case Is::account_itself:
      return People{{id}};
    case Is::team:
      return people_of(connection, kTeam, id);
    case Is::innovators_of_team:
      return people_of(connection, std::string(kTeam) + "AND t.role = 'innovator'", id);
    case Is::person_let_in:
      return people_of(connection,
                       "SELECT person FROM innovation_team WHERE innovation = ? "
                       "ORDER BY number DESC LIMIT 1",
                       id);
    case Is::supporters:
      return people_of(connection, "SELECT person FROM innovation_supporters WHERE innovation = ?",
                       id);
    case Is::reviewers:
      return holders_where(connection, Role::reviewer, kPanelAtGate, id);
    case Is::assigned_reviewer:
      return people_of(connection,
                       "SELECT reviewer FROM reviewer_events WHERE innovation = ? "
                       "ORDER BY number DESC LIMIT 1",
                       id);
    case Is::scoring_reviewers:
      return people_of(connection,
                       "SELECT a.reviewer FROM gate_assessments a JOIN innovations i "
                       "ON i.id = a.innovation AND i.gate_round = a.gate_round "
                       "WHERE i.id = ? AND a.is_recused = 0",
                       id);
    case Is::ready_chair:
      return holders_where(connection, Role::panel_chair, kPanelOfReadyGate, id);
    case Is::every_chair:
      return holders(connection, Role::panel_chair);
    case Is::second_persons:
      return second_persons(connection, id);
    case Is::every_representative:
      return holders(connection, Role::member_state_representative);
    case Is::entitled_representatives:
      return holders_where(connection, Role::member_state_representative,
                           "(SELECT s.state FROM entitled_states s JOIN framework_versions v "
                           "ON v.rule = s.rule WHERE v.id = ?)",
                           id);
    case Is::taking_representatives:
      return holders_where(connection, Role::member_state_representative,
                           "(SELECT mainstreaming_state FROM innovations WHERE id = ?)", id);
    case Is::state_representatives:
      return state_representatives(connection, subject);
    case Is::stewards:
      return holders(connection, Role::framework_steward);
    case Is::proponents:
      return proponents(connection, id);
    case Is::case_people:
      return case_people(connection, id);
    case Is::independent_evaluators:
      return independent_evaluators(connection, id);
    case Is::pilot_people:
      return lead_and(connection, id,
                      "SELECT person FROM pilot_moves WHERE pilot = ? AND role = 'evaluator'");
    case Is::pilot_leads:
      return lead_and(connection, id,
                      "SELECT from_person FROM pilot_handovers WHERE pilot = ? "
                      "ORDER BY number DESC LIMIT 1");
    case Is::claimant:
      return people_of(connection, "SELECT account FROM organisation_claims WHERE id = ?", id);
    case Is::administrators_of_claim:
      return people_of(connection,
                       std::string(kHeldGrants) +
                           "AND EXISTS (SELECT 1 FROM organisation_claims WHERE id = ? AND "
                           "state = 'waiting')",
                       name_of(Role::administrator), id);
    case Is::curators:
      return holders(connection, Role::data_curator);
    case Is::offer_people:
      return holders_where(connection, Role::organisation_representative,
                           within_wholes("SELECT organisation FROM offers WHERE id = ?"), id);
    case Is::match_people:
      return holders_where(
          connection, Role::organisation_representative,
          within_wholes("SELECT CASE side.number WHEN 1 THEN m.organisation "
                        "ELSE o.organisation END AS organisation FROM offer_matches m "
                        "JOIN offers o ON o.id = m.offer "
                        "CROSS JOIN (SELECT 1 AS number UNION SELECT 2 AS number) side "
                        "WHERE m.id = ?"),
          id);
    case Is::leads_of_protocol:
      return people_of(connection, "SELECT lead FROM pilots WHERE protocol = ?", id);
  }
  return People{};
}

}  // namespace tributary::store
