#include <fmt/format.h>

#include <algorithm>

#include "app/accounts/account_desk.h"
#include "app/ecosystem/ecosystem.h"
#include "app/hubs/hub_catalogue.h"
#include "app/hubs/hub_figures.h"
#include "app/hubs/hub_filter.h"
#include "app/portal.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/facet_choices.h"
#include "cli/terminal.h"
#include "ecosystem/enum_names.h"
#include "http/json/hub_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

namespace eco = ecosystem;

/// Whoever has the command line has the installation, and so every hub of it.
eco::Actor keeper_of(const std::string& slug) {
  auto actor = app::installation();
  actor.grants.push_back({eco::Role::hub_manager, {eco::ScopeKind::hub, slug}});
  return actor;
}

Result<std::vector<eco::HubChoice>> hub_choices(const std::vector<std::string>& filters) {
  std::vector<eco::HubChoice> choices;
  for (const auto& choice : TRY(facet_choices(filters))) {
    for (const auto& value : choice.values) choices.push_back({choice.facet, value});
  }
  return choices;
}

/// Puts what was given of one language in the place of what was there of it.
Result<> put_text(const HubOptions& options, eco::HubContent& content) {
  if (options.name.empty() && options.description.empty()) return {};
  if (options.language.empty()) {
    return fail(ErrorCode::invalid_argument, "say in which language that is", "--language");
  }
  auto text = std::ranges::find(content.texts, options.language, &eco::HubText::language);
  if (text == content.texts.end()) {
    text =
        content.texts.insert(text, {.language = options.language, .name = {}, .description = {}});
  }
  if (!options.name.empty()) text->name = options.name;
  if (!options.description.empty()) text->description = options.description;
  return {};
}

void print_hub(const app::HubView& view) {
  const auto terminal = Terminal::standard_output();
  const auto& hub = view.stored;
  fmt::print("{}\n{} · {} {}\n", terminal.strong(hub.content.texts.front().name), hub.slug,
             name_of(hub.state), terminal.muted(fmt::format("revision {}", hub.revision.value)));
  for (const auto& [language, name, description] : hub.content.texts) {
    fmt::print("\n{}  {}\n{}", language, name, terminal.wrapped(description, 4));
  }
  fmt::print("\nQuery: {}\n", hub.content.query.empty() ? "everything" : hub.content.query);
  for (const auto& [facet, value] : hub.content.choices) fmt::print("  {} = {}\n", facet, value);
  fmt::print("\nManagers: {}\n", view.managers);
  for (const auto& stored : view.news) {
    fmt::print("{}  {} {}{}\n", stored.news.day.iso(), stored.news.language, stored.news.title,
               stored.is_withdrawn ? " (withdrawn)" : "");
  }
  for (const auto& stored : view.calls) {
    fmt::print("until {}  {}\n", stored.call.deadline.iso(), stored.call.call);
  }
  for (const auto& stored : view.highlights) {
    fmt::print("{}: {}\n", stored.highlight.project, stored.highlight.reason);
  }
}

void print_figures(const app::HubFigures& figures) {
  fmt::print("{:<8} {:>9} {:>14} {:>10} {:>10} {:>18} {:>12}\n", "quarter", "projects",
             "organisations", "newcomers", "countries", "grant EUR", "grant known");
  for (const auto& quarter : figures.quarters) {
    fmt::print("{:<8} {:>9} {:>14} {:>10} {:>10} {:>18} {:>12}\n", quarter.quarter.name(),
               grouped(quarter.projects), grouped(quarter.organisations.size()),
               grouped(quarter.newcomers), quarter.countries,
               quarter.grant_known == 0 ? "not known" : quarter.grant.decimal(),
               grouped(quarter.grant_known));
  }
  fmt::print("{} projects: {} begin earlier, {} later, of {} the day is not known. As of {}.\n",
             grouped(figures.projects), grouped(figures.earlier), grouped(figures.later),
             grouped(figures.without_start), figures.as_of.iso());
}

}  // namespace

Result<int> hub_list_command(const HubOptions& options) {
  const SystemClock clock;
  const auto ecosystem = TRY(app::Ecosystem::open(TRY(options.common.data()), clock));
  const auto list = TRY(ecosystem->hubs().list(app::installation()));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::hubs_json(list)));
    return kSuccess;
  }
  for (const auto& hub : list.hubs) {
    fmt::print("{:<30} {:<7} {}\n", hub.slug, name_of(hub.state), hub.content.texts.front().name);
  }
  return kSuccess;
}

Result<int> hub_show_command(const HubOptions& options) {
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  const auto ecosystem = TRY(app::Ecosystem::open(data, clock));
  const auto view = TRY(ecosystem->hubs().view(keeper_of(options.slug), options.slug));
  if (!options.common.json) {
    print_hub(view);
    return kSuccess;
  }
  const auto portal = TRY(app::Portal::open(data, clock));
  const auto catalogue = TRY(app::hub_catalogue(view, *portal));
  const auto pilots = TRY(ecosystem->hubs().pilots(view.stored.content, *portal));
  fmt::print("{}\n", http::serialize(http::hub_json(view, catalogue, pilots, clock.today())));
  return kSuccess;
}

Result<int> hub_figures_command(const HubOptions& options) {
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  const auto ecosystem = TRY(app::Ecosystem::open(data, clock));
  const auto view = TRY(ecosystem->hubs().view(keeper_of(options.slug), options.slug));
  const auto portal = TRY(app::Portal::open(data, clock));
  const auto& content = view.stored.content;
  const auto figures = TRY(portal->hub_figures(
      {.text = content.query, .filters = app::filters_of(content), .quarters = options.quarters}));
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(http::hub_figures_json(view.stored, *figures)));
  } else {
    print_figures(*figures);
  }
  return kSuccess;
}

Result<int> hub_create_command(const HubOptions& options) {
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  app::CreateHub create{.slug = options.slug, .content = {}};
  TRY(put_text(options, create.content));
  create.content.query = options.query;
  create.content.choices = TRY(hub_choices(options.filters));
  const auto portal = TRY(app::Portal::open(data, clock));
  const auto ecosystem = TRY(app::Ecosystem::open(data, clock));
  TRY(ecosystem->hubs().create(app::installation(), create, *portal));
  fmt::print("{}\n", options.slug);
  return kSuccess;
}

Result<int> hub_edit_command(const HubOptions& options) {
  const SystemClock clock;
  const auto data = TRY(options.common.data());
  const auto portal = TRY(app::Portal::open(data, clock));
  const auto ecosystem = TRY(app::Ecosystem::open(data, clock));
  auto& desk = ecosystem->hubs();
  const auto actor = keeper_of(options.slug);
  const auto stored = TRY(desk.view(actor, options.slug)).stored;
  auto content = stored.content;
  TRY(put_text(options, content));
  if (!options.query.empty()) content.query = options.query;
  if (!options.filters.empty()) content.choices = TRY(hub_choices(options.filters));
  auto revision = stored.revision;
  if (content != stored.content) {
    TRY(desk.edit(actor, {.slug = options.slug, .seen = revision}, content, *portal));
    ++revision.value;
  }
  if (options.act.empty()) return kSuccess;
  const auto act = TRY(in_context("--act", eco::enum_from_name(options.act, eco::HubAct::reopen)));
  TRY(desk.move(actor, {.slug = options.slug, .seen = revision, .act = act}));
  return kSuccess;
}

}  // namespace tributary::cli
