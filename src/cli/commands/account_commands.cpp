#include <fmt/format.h>

#include "app/accounts/people.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "http/json/account_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

Result<std::unique_ptr<app::People>> open_people(const AccountOptions& options,
                                                 const Clock& clock) {
  return app::People::open(TRY(options.common.data()), clock, {}, options.public_url);
}

Result<int> print_link(app::AccountDesk& desk, const AccountOptions& options,
                       ecosystem::PersonId person) {
  const auto link = options.public_url + TRY(desk.sign_in_link(person));
  if (options.common.json) {
    fmt::print("{{\"person\":{},\"link\":\"{}\"}}\n", person.value, link);
  } else {
    fmt::print("Account {} signs in with this once, within a day:\n{}\n", person.value, link);
  }
  return kSuccess;
}

}  // namespace

Result<int> account_list_command(const AccountOptions& options) {
  const SystemClock clock;
  const auto people = TRY(open_people(options, clock));
  const auto views = TRY(people->desk().all_accounts());
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::accounts_json(views)));
    return kSuccess;
  }
  for (const auto& view : views) {
    fmt::print("{:>6}  {:<32}  {}\n", view.account.id.value,
               view.account.mail.empty() ? name_of(view.account.state) : view.account.mail,
               view.account.name);
    for (const auto& grant : view.grants) {
      fmt::print("        {} {}\n", name_of(grant.role), grant.scope.key);
    }
  }
  return kSuccess;
}

Result<int> account_create_command(const AccountOptions& options) {
  const SystemClock clock;
  const auto people = TRY(open_people(options, clock));
  const auto person = TRY(people->desk().create(options.account, options.name, options.language));
  return print_link(people->desk(), options, person);
}

Result<int> account_link_command(const AccountOptions& options) {
  const SystemClock clock;
  const auto people = TRY(open_people(options, clock));
  return print_link(people->desk(), options, TRY(people->desk().person_with(options.account)));
}

Result<int> account_grant_command(const AccountOptions& options, bool is_given) {
  const SystemClock clock;
  const auto people = TRY(open_people(options, clock));
  auto& desk = people->desk();
  const auto role = ecosystem::role_from_name(options.role);
  if (!role)
    return fail(ErrorCode::invalid_argument, "there is no role of this name", options.role);
  const ecosystem::Grant grant{.role = *role, .scope = {scope_of(*role), options.scope}};
  const auto person = TRY(desk.person_with(options.account));
  TRY(is_given ? desk.grant(app::installation(), person, grant)
               : desk.take_back(app::installation(), person, grant));
  return options.common.json ? account_list_command(options) : Result<int>(kSuccess);
}

}  // namespace tributary::cli
