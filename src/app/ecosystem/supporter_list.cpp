#include "app/ecosystem/supporter_list.h"

#include <charconv>
#include <optional>

#include "store/accounts/accounts.h"
#include "store/accounts/grants.h"
#include "store/organisation_table.h"

namespace tributary::app {

namespace {

namespace eco = ecosystem;

/// Nothing where the catalogue no longer has it.
Result<std::optional<SupportingOrganisation>> organisation_in(sql::Connection& connection,
                                                              const std::string& key) {
  std::int64_t id = 0;
  const auto* const last = key.data() + key.size();
  const auto [end, failure] = std::from_chars(key.data(), last, id);
  if (failure != std::errc() || end != last) return std::nullopt;
  auto row = TRY(store::read_organisation(connection, id));
  if (!row) return std::nullopt;
  return SupportingOrganisation{.slug = std::move(row->slug), .name = std::move(row->named.name)};
}

Result<> say_whom_they_represent(sql::Connection& connection, eco::PersonId person,
                                 SupporterRow& row) {
  const auto grants = TRY(store::grants_of(connection, person));
  for (const auto& [role, scope] : grants) {
    if (role == eco::Role::member_state_representative) row.states.push_back({scope.key});
    if (role != eco::Role::organisation_representative) continue;
    if (auto organisation = TRY(organisation_in(connection, scope.key))) {
      row.organisations.push_back(*std::move(organisation));
    }
  }
  return {};
}

}  // namespace

Result<SupporterList> supporter_list(sql::Connection& connection, const eco::Actor& reader,
                                     const store::SupporterPage& page) {
  SupporterList list{.total = page.total, .rows = {}};
  for (const auto& [person, at] : page.supporters) {
    auto& row = list.rows.emplace_back(SupporterRow{.at = at});
    row.is_you = !reader.is_visitor() && reader.person == person;
    if (!reader.is_visitor()) {
      if (const auto account = TRY(store::find_account(connection, person))) {
        row.name = account->name;
      }
    }
    TRY(say_whom_they_represent(connection, person, row));
  }
  return list;
}

}  // namespace tributary::app
