#include "app/hubs/hub_desk.h"

#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/hubs/hub_filter.h"
#include "app/hubs/hub_pilots.h"
#include "store/accounts/grants.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::HubMachine;
using eco::HubState;

std::string hub_subject(const std::string& slug) { return "hub/" + slug; }

std::vector<eco::Scope> places_of(const std::string& slug) {
  return {{.kind = eco::ScopeKind::hub, .key = slug}};
}

bool may_edit_hub(const eco::Actor& actor, const std::string& slug) {
  return check_permission(actor.grants, eco::Action::edit_hub, places_of(slug)).has_value();
}

bool may_create_hubs(const eco::Actor& actor) {
  return check_permission(actor.grants, eco::Action::change_settings, std::vector{eco::Scope{}})
      .has_value();
}

bool may_see(const eco::Actor& actor, const store::StoredHub& hub) {
  return hub.state != HubState::draft || may_edit_hub(actor, hub.slug) || may_create_hubs(actor);
}

/// Within the change's transaction. Errors: `not_found`, `not_permitted`, `conflict`.
Result<store::StoredHub> open_hub(sql::Connection& connection, const eco::Actor& actor,
                                  const SeenHub& hub) {
  auto stored = TRY(store::hub_named(connection, hub.slug));
  if (!may_see(actor, stored)) {
    return fail(ErrorCode::not_found, "there is no such hub", hub.slug);
  }
  TRY(check_permission(actor.grants, eco::Action::edit_hub, places_of(hub.slug)));
  TRY(store::check_revision(stored.revision, hub.seen, hub_subject(hub.slug)));
  return stored;
}

Result<> check_room(std::size_t present, std::size_t most, const std::string& what) {
  if (present < most) return {};
  return fail(ErrorCode::conflict,
              "the hub has " + std::to_string(most) + " " + what + "; take one off first", what);
}

Result<std::size_t> managers_of(sql::Connection& connection, const std::string& slug) {
  const eco::Grant wanted{eco::Role::hub_manager, {eco::ScopeKind::hub, slug}};
  std::size_t managers = 0;
  for (const auto person : TRY(store::holders_of(connection, eco::Role::hub_manager))) {
    const auto held = TRY(store::grants_of(connection, person));
    if (std::ranges::count(held, wanted) > 0) ++managers;
  }
  return managers;
}

}  // namespace

Result<HubList> HubDesk::list(const eco::Actor& actor) {
  auto reading = TRY(store::Reading::begin(connections_));
  HubList list{.hubs = TRY(store::all_hubs(reading.connection())),
               .may_create = may_create_hubs(actor)};
  std::erase_if(list.hubs, [&](const store::StoredHub& hub) { return !may_see(actor, hub); });
  return list;
}

Result<HubView> HubDesk::view(const eco::Actor& actor, const std::string& slug) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  HubView view;
  view.stored = TRY(store::hub_named(connection, slug));
  if (!may_see(actor, view.stored)) {
    return fail(ErrorCode::not_found, "there is no such hub", slug);
  }
  view.may_edit = may_edit_hub(actor, slug);
  view.news = TRY(store::hub_news(connection, view.stored.id));
  view.calls = TRY(store::hub_calls(connection, view.stored.id));
  view.highlights = TRY(store::hub_highlights(connection, view.stored.id));
  if (!view.may_edit) {
    std::erase_if(view.news, [](const store::StoredHubNews& news) { return news.is_withdrawn; });
    std::erase_if(view.calls, [today = clock_.today()](const store::StoredHubCall& call) {
      return call.call.deadline < today;
    });
  }
  view.managers = TRY(managers_of(connection, slug));
  view.next = eco::next_acts<HubMachine>(view.stored.state, eco::needs_met(view.stored.content));
  view.roles = actor.roles(places_of(slug));
  return view;
}

Result<std::vector<store::PilotAtSite>> HubDesk::pilots(
    const eco::HubContent& hub, Portal& portal,
    std::optional<std::chrono::steady_clock::time_point> deadline) {
  return hub_pilots(hub, connections_, portal, deadline);
}

Result<> HubDesk::create(const eco::Actor& actor, const CreateHub& request, Portal& portal) {
  TRY(check_permission(actor.grants, eco::Action::change_settings, std::vector{eco::Scope{}}));
  TRY(eco::check_hub_slug(request.slug));
  const auto content = eco::tidied(request.content);
  TRY(eco::check_hub(content));
  TRY(check_hub_filter(content, portal));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  TRY(store::insert_hub(change.connection(), {.slug = request.slug,
                                              .content = content,
                                              .created = change.at(),
                                              .created_by = actor.person}));
  return change.commit("hub.create", hub_subject(request.slug),
                       audit_detail({{"name", content.texts.front().name}}));
}

Result<> HubDesk::edit(const eco::Actor& actor, const SeenHub& hub, const eco::HubContent& asked,
                       Portal& portal) {
  const auto content = eco::tidied(asked);
  // Asked before the transaction, which nothing keeps open longer than it has to be.
  const auto filter =
      may_edit_hub(actor, hub.slug) ? check_hub_filter(content, portal) : Result<>();
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto stored = TRY(open_hub(change.connection(), actor, hub));
  TRY(eco::check_hub(content));
  TRY(filter);
  if (stored.state == HubState::open && eco::needs_met(content).empty()) {
    return fail(ErrorCode::invalid_argument, "An open hub says in its first language what it is.",
                "texts[0].description");
  }
  stored.content = content;
  TRY(store::update_hub(change.connection(), stored, change.at()));
  return change.commit("hub.edit", hub_subject(hub.slug),
                       audit_detail({{"name", content.texts.front().name},
                                     {"query", content.query},
                                     {"languages", content.texts.size()}}));
}

Result<> HubDesk::move(const eco::Actor& actor, const MoveHub& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto stored =
      TRY(open_hub(change.connection(), actor, {.slug = request.slug, .seen = request.seen}));
  stored.state = TRY(eco::make_move<HubMachine>(stored.state, request.act,
                                                actor.roles(places_of(request.slug)),
                                                eco::needs_met(stored.content)));
  TRY(store::update_hub(change.connection(), stored, change.at()));
  return change.commit("hub." + std::string(name_of(request.act)), hub_subject(request.slug),
                       audit_detail({{"to", name_of(stored.state)}}));
}

Result<std::int64_t> HubDesk::publish(const eco::Actor& actor, const SeenHub& hub,
                                      const eco::HubNews& news) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto stored = TRY(open_hub(connection, actor, hub));
  TRY(eco::check_hub_news(news, stored.content, clock_.today()));
  const auto present = TRY(store::hub_news(connection, stored.id));
  TRY(check_room(present.size(), eco::kMostHubNews, "news"));
  const auto number = TRY(store::insert_hub_news(
      connection, stored.id,
      {.news = news, .role = eco::Role::hub_manager, .at = change.at(), .by = actor.person}));
  TRY(store::touch_hub(connection, stored, change.at()));
  TRY(change.commit("hub.publish", hub_subject(hub.slug),
                    audit_detail({{"news", number}, {"title", news.title}})));
  return number;
}

Result<> HubDesk::withdraw(const eco::Actor& actor, const SeenHub& hub, std::int64_t news) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto stored = TRY(open_hub(change.connection(), actor, hub));
  TRY(store::withdraw_hub_news(change.connection(), stored.id, news));
  TRY(store::touch_hub(change.connection(), stored, change.at()));
  return change.commit("hub.withdraw", hub_subject(hub.slug), audit_detail({{"news", news}}));
}

Result<std::int64_t> HubDesk::add_call(const eco::Actor& actor, const SeenHub& hub,
                                       const eco::HubCall& call) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto stored = TRY(open_hub(connection, actor, hub));
  TRY(eco::check_hub_call(call, stored.content, clock_.today()));
  const auto present = TRY(store::hub_calls(connection, stored.id));
  TRY(check_room(present.size(), eco::kMostHubCalls, "calls"));
  const auto number = TRY(store::insert_hub_call(
      connection, stored.id, {.call = call, .at = change.at(), .by = actor.person}));
  TRY(store::touch_hub(connection, stored, change.at()));
  TRY(change.commit("hub.add_call", hub_subject(hub.slug),
                    audit_detail({{"number", number}, {"call", call.call}})));
  return number;
}

Result<> HubDesk::remove_call(const eco::Actor& actor, const SeenHub& hub, std::int64_t call) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto stored = TRY(open_hub(change.connection(), actor, hub));
  TRY(store::remove_hub_call(change.connection(), stored.id, call));
  TRY(store::touch_hub(change.connection(), stored, change.at()));
  return change.commit("hub.remove_call", hub_subject(hub.slug), audit_detail({{"number", call}}));
}

Result<std::int64_t> HubDesk::highlight(const eco::Actor& actor, const SeenHub& hub,
                                        const eco::HubHighlight& highlight, Portal& portal) {
  const bool is_there = portal.project(highlight.project).has_value();
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto stored = TRY(open_hub(connection, actor, hub));
  TRY(eco::check_hub_highlight(highlight, stored.content));
  if (!is_there) {
    return fail(ErrorCode::invalid_argument,
                "There is no such project: it is what stands behind /projects/ in its address.",
                "project");
  }
  const auto present = TRY(store::hub_highlights(connection, stored.id));
  TRY(check_room(present.size(), eco::kMostHubHighlights, "highlights"));
  const auto number = TRY(store::insert_hub_highlight(
      connection, stored.id, {.highlight = highlight, .at = change.at(), .by = actor.person}));
  TRY(store::touch_hub(connection, stored, change.at()));
  TRY(change.commit("hub.highlight", hub_subject(hub.slug),
                    audit_detail({{"number", number}, {"project", highlight.project}})));
  return number;
}

Result<> HubDesk::remove_highlight(const eco::Actor& actor, const SeenHub& hub,
                                   std::int64_t highlight) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto stored = TRY(open_hub(change.connection(), actor, hub));
  TRY(store::remove_hub_highlight(change.connection(), stored.id, highlight));
  TRY(store::touch_hub(change.connection(), stored, change.at()));
  return change.commit("hub.remove_highlight", hub_subject(hub.slug),
                       audit_detail({{"number", highlight}}));
}

}  // namespace tributary::app
