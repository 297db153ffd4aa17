#include "store/aims/innovation_courses.h"

#include <algorithm>
#include <charconv>

#include "ecosystem/enum_names.h"
#include "store/identity/organisation_decisions.h"
#include "store/innovation/innovation_people.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

using Courses = std::map<eco::InnovationId, InnovationCourse>;

Result<> add_moves(sql::Connection& connection, const eco::StateCode& member_state,
                   Courses& courses) {
  auto row =
      TRY(connection.statement("SELECT m.innovation, m.at, m.to_stage, m.to_standing "
                               "FROM innovation_moves m JOIN innovations i ON i.id = m.innovation "
                               "WHERE i.member_state = ? ORDER BY m.innovation, m.number"));
  TRY(row.bind(member_state.value));
  while (TRY(row.step())) {
    const eco::PipelineState to{
        TRY(eco::enum_from_name(row.text(2), eco::Stage::mainstreamed)),
        TRY(eco::enum_from_name(row.text(3), eco::Standing::de_implemented))};
    courses[{row.integer(0)}].moves.push_back({moment_of(row.integer(1)), to});
  }
  return {};
}

Result<> add_partners(sql::Connection& connection, const eco::StateCode& member_state,
                      Courses& courses) {
  auto row = TRY(
      connection.statement("SELECT DISTINCT t.innovation, t.organisation FROM innovation_team t "
                           "JOIN innovations i ON i.id = t.innovation WHERE i.member_state = ? "
                           "AND t.kind = ? AND t.organisation <> '' ORDER BY 1, 2"));
  const auto roots = TRY(all_members(connection));
  TRY(row.bind(member_state.value, name_of(TeamEventKind::joined)));
  while (TRY(row.step())) {
    const auto text = row.text(1);
    OrganisationId organisation;
    std::from_chars(text.data(), text.data() + text.size(), organisation.value);
    if (const auto root = roots.find(organisation.value); root != roots.end()) {
      organisation.value = root->second;
    }
    auto& partners = courses[{row.integer(0)}].organisations;
    if (std::ranges::find(partners, organisation) == partners.end()) {
      partners.push_back(organisation);
    }
  }
  auto used = TRY(
      connection.statement("SELECT DISTINCT a.innovation FROM adoptions a "
                           "JOIN innovations i ON i.id = a.innovation WHERE i.member_state = ?"));
  TRY(used.bind(member_state.value));
  while (TRY(used.step())) courses[{used.integer(0)}].is_used_by_provider = true;
  return {};
}

}  // namespace

Result<Courses> innovation_courses(sql::Connection& connection,
                                   const eco::StateCode& member_state) {
  Courses courses;
  auto row = TRY(connection.statement(
      "SELECT i.id, t.title, i.created_at FROM innovations i JOIN innovation_texts t "
      "ON t.innovation = i.id AND t.number = i.text_number WHERE i.member_state = ?"));
  TRY(row.bind(member_state.value));
  while (TRY(row.step())) {
    auto& course = courses[{row.integer(0)}];
    course.title = row.text(1);
    course.created = moment_of(row.integer(2));
  }
  TRY(add_moves(connection, member_state, courses));
  TRY(add_partners(connection, member_state, courses));
  return courses;
}

Result<std::vector<std::string>> slugs_of_source_projects(sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT DISTINCT l.value FROM innovation_text_lists l JOIN innovations i "
      "ON i.id = l.innovation AND i.text_number = l.number WHERE l.kind = 'project' "
      "ORDER BY l.value"));
  TRY(row.bind());
  std::vector<std::string> slugs;
  while (TRY(row.step())) slugs.emplace_back(row.text(0));
  return slugs;
}

Result<std::vector<OrganisationId>> listed_vet_organisations(sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT DISTINCT COALESCE(m.organisation_id, p.organisation) FROM vet_providers p "
      "LEFT JOIN organisation_members m ON m.member_id = p.organisation "
      "WHERE p.organisation IS NOT NULL ORDER BY 1"));
  TRY(row.bind());
  std::vector<OrganisationId> organisations;
  while (TRY(row.step())) organisations.push_back({row.integer(0)});
  return organisations;
}

}  // namespace tributary::store
