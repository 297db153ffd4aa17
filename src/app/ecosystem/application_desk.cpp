#include "app/ecosystem/application_desk.h"

#include <fmt/format.h>

#include <boost/json/value.hpp>

#include "app/ecosystem/audit_detail.h"
#include "ecosystem/application/peer_review.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

std::string application_subject(store::ApplicationId id) {
  return fmt::format("application/{}", id.value);
}

std::vector<eco::Scope> scopes_of(const eco::Jurisdiction& jurisdiction) {
  return {{eco::ScopeKind::member_state, jurisdiction.state.value}};
}

Result<> check_speaks_for(const eco::Actor& actor, const eco::Jurisdiction& jurisdiction) {
  return eco::check_permission(actor.grants, eco::Action::edit_application,
                               scopes_of(jurisdiction));
}

/// What a change works on, as it is inside the change's transaction.
struct OpenedApplication {
  store::StoredVersion version;
  ApplicationFile file;
  [[nodiscard]] std::string subject() const { return application_subject(file.application.id); }
};

/// Errors: `not_found`; `conflict` where it is not as it was seen.
Result<OpenedApplication> open_application(sql::Connection& connection, const ApplicationName& name,
                                           store::Revision seen) {
  auto version = TRY(store::framework_version(connection, name.version));
  const auto application =
      TRY(store::find_application(connection, name.jurisdiction, version.summary.id));
  if (!application) {
    return fail(ErrorCode::not_found, "this version is not applied there",
                name_of(name.jurisdiction));
  }
  TRY(store::check_revision(application->revision, seen, application_subject(application->id)));
  return OpenedApplication{.version = std::move(version),
                           .file = TRY(read_application_file(connection, *application))};
}

/// Errors: as open_application(); `conflict` where it is discontinued.
Result<OpenedApplication> open_for_change(sql::Connection& connection, const ApplicationName& name,
                                          store::Revision seen) {
  auto opened = TRY(open_application(connection, name, seen));
  if (opened.file.application.stage != eco::ApplicationStage::discontinued) return opened;
  return fail(ErrorCode::conflict, "it is discontinued and changes only once it is begun anew",
              opened.subject(),
              eco::not_in_this_state(eco::ApplicationMachine::kName,
                                     name_of(opened.file.application.stage)));
}

Result<> check_item_exists(const eco::FrameworkVersion& version, const eco::ItemKey& key) {
  if (eco::find_item(version, key) != nullptr) return {};
  return fail(ErrorCode::invalid_argument,
              fmt::format("version {} has no item {}", version.number.text(), key.value), "item");
}

/// From the version of `older` on to `newer`, the oldest first. Errors: `invalid_argument` where
/// the one was not made from the other.
Result<std::vector<eco::ChangeMap>> change_maps_between(sql::Connection& connection,
                                                        store::FrameworkVersionId older,
                                                        const store::StoredVersion& newer) {
  std::vector<eco::ChangeMap> maps;
  for (auto version = newer; version.summary.id != older;) {
    if (!version.summary.based_on) {
      return fail(ErrorCode::invalid_argument,
                  "this version was not made from that one, so nothing says what carries over",
                  "carry_from");
    }
    maps.insert(maps.begin(), std::move(version.change_map));
    version = TRY(store::framework_version(connection, *version.summary.based_on));
  }
  return maps;
}

template <class Value>
std::map<eco::ItemKey, Value> carried_along(std::map<eco::ItemKey, Value> by_item,
                                            const std::vector<eco::ChangeMap>& maps) {
  for (const auto& map : maps) by_item = eco::carried_over(by_item, map);
  return by_item;
}

/// The older application, from which `begun` takes over what still holds.
Result<store::Application> application_to_carry(sql::Connection& connection,
                                                const BeginApplication& request) {
  const auto older = TRY(store::framework_version(connection, *request.carry_from));
  const auto found =
      TRY(store::find_application(connection, request.jurisdiction, older.summary.id));
  if (found) return *found;
  return fail(ErrorCode::unmet,
              fmt::format("version {} is not applied there, so nothing carries over",
                          request.carry_from->text()),
              name_of(request.jurisdiction), eco::house_rule(eco::HouseRule::nothing_carries_over));
}

Result<> carry_over(sql::Connection& connection, store::ApplicationId from, store::ApplicationId to,
                    const std::vector<eco::ChangeMap>& maps) {
  for (auto& [key, stored] : carried_along(TRY(store::applied_items(connection, from)), maps)) {
    TRY(store::put_applied_item(connection, to, key, {.item = stored.item, .is_carried = true}));
  }
  std::map<eco::ItemKey, store::PeerReview> last_reviews;
  for (auto& review : TRY(store::peer_reviews(connection, from))) {
    last_reviews.insert_or_assign(review.item, review);
  }
  // They keep their reviewer and their moment: nobody looked again.
  for (auto& [key, review] : carried_along(std::move(last_reviews), maps)) {
    auto carried = review;
    carried.item = key;
    TRY(store::insert_peer_review(connection, to, carried));
  }
  return store::put_application_targets(
      connection, to, carried_along(TRY(store::application_targets(connection, from)), maps));
}

}  // namespace

Result<> ApplicationDesk::begin(const eco::Actor& actor, const BeginApplication& request) {
  TRY(eco::check_jurisdiction(request.jurisdiction));
  TRY(check_speaks_for(actor, request.jurisdiction));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto version = TRY(store::framework_version(connection, request.version));
  if (version.summary.state != eco::VersionState::agreed) {
    return fail(
        ErrorCode::unmet,
        fmt::format("only an agreed version is applied; it is {}", name_of(version.summary.state)),
        "framework version " + request.version.text(),
        eco::not_in_this_state(eco::VersionMachine::kName, name_of(version.summary.state)));
  }
  store::Application application{.jurisdiction = request.jurisdiction,
                                 .version = version.summary.id,
                                 .type = request.type,
                                 .begun = change.at(),
                                 .begun_by = actor.person};
  std::vector<eco::ChangeMap> maps;
  if (request.carry_from) {
    const auto older = TRY(application_to_carry(connection, request));
    maps = TRY(change_maps_between(connection, older.version, version));
    application.carried_from = older.id;
  }
  const auto id = TRY(store::insert_application(connection, application));
  if (application.carried_from) {
    TRY(carry_over(connection, *application.carried_from, id, maps));
  }
  return change.commit("application.begin", application_subject(id),
                       audit_detail({{"of", name_of(request.jurisdiction)},
                                     {"version", request.version.text()},
                                     {"type", name_of(request.type)}}));
}

Result<> ApplicationDesk::edit(const eco::Actor& actor, const EditItem& request) {
  TRY(check_speaks_for(actor, request.of.jurisdiction));
  auto said = request.said;
  said.peer_reviewed.reset();
  if (eco::is_blank(said.explanation)) said.explanation.clear();
  TRY(eco::check_item(request.item, said));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto opened = TRY(open_for_change(connection, request.of, request.seen));
  TRY(check_item_exists(opened.version.text, request.item));
  if (opened.file.application.stage != eco::ApplicationStage::design) {
    auto items = opened.file.items_in_force();
    items[request.item] = said;
    TRY(eco::check_adapt_or_explain(opened.version.text, items));
  }
  const auto id = opened.file.application.id;
  TRY(store::put_applied_item(connection, id, request.item, {.item = said}));
  TRY(store::raise_revision(connection, id));
  return change.commit(
      "application.edit", opened.subject(),
      audit_detail(
          {{"item", request.item.value},
           {"status", name_of(said.status)},
           {"self_assessed", said.self_assessed ? boost::json::value(name_of(*said.self_assessed))
                                                : boost::json::value(nullptr)}}));
}

Result<> ApplicationDesk::review(const eco::Actor& actor, const ReviewItem& request) {
  const auto state = TRY(eco::reviewing_state(actor.grants, request.of.jurisdiction.state));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto opened = TRY(open_for_change(connection, request.of, request.seen));
  TRY(check_item_exists(opened.version.text, request.item));
  if (eco::is_blank(request.reasons)) {
    return fail(ErrorCode::unmet, "a peer review carries its reasons", "reasons",
                Refusal{.code = "empty"});
  }
  const auto own = opened.file.own.find(request.item);
  if (own == opened.file.own.end() || own->second.item.status == eco::ItemStatus::not_applicable) {
    return fail(ErrorCode::unmet, "there is nothing to review: it is not said what is applied here",
                request.item.value, eco::house_rule(eco::HouseRule::nothing_to_review));
  }
  const auto id = opened.file.application.id;
  TRY(store::insert_peer_review(connection, id,
                                {.item = request.item,
                                 .level = request.level,
                                 .reasons = request.reasons,
                                 .state = state,
                                 .at = change.at(),
                                 .by = actor.person}));
  TRY(store::raise_revision(connection, id));
  return change.commit("application.review", opened.subject(),
                       audit_detail({{"item", request.item.value},
                                     {"level", name_of(request.level)},
                                     {"by_state", state.value},
                                     {"reasons", request.reasons}}));
}

Result<> ApplicationDesk::set_targets(const eco::Actor& actor, const SetTargets& request) {
  TRY(check_speaks_for(actor, request.of.jurisdiction));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto opened = TRY(open_for_change(connection, request.of, request.seen));
  boost::json::object told;
  for (const auto& [key, level] : request.targets) {
    TRY(check_item_exists(opened.version.text, key));
    told[key.value] = name_of(level);
  }
  const auto id = opened.file.application.id;
  TRY(store::put_application_targets(connection, id, request.targets));
  TRY(store::raise_revision(connection, id));
  return change.commit("application.set_targets", opened.subject(),
                       audit_detail({{"targets", told}}));
}

Result<> ApplicationDesk::move(const eco::Actor& actor, const MoveApplication& request) {
  const auto roles = actor.roles(scopes_of(request.of.jurisdiction));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto opened = TRY(open_application(connection, request.of, request.seen));
  const auto& application = opened.file.application;
  const auto explained =
      eco::check_adapt_or_explain(opened.version.text, opened.file.items_in_force());
  eco::EnumSet<eco::ApplicationNeed> met;
  if (explained) met.add(eco::ApplicationNeed::adapted_or_explained);
  const auto reasons = eco::is_blank(request.reasons) ? std::string() : request.reasons;
  if (!reasons.empty()) met.add(eco::ApplicationNeed::reasons);
  const auto to =
      eco::make_move<eco::ApplicationMachine>(application.stage, request.act, roles, met);
  const auto* line = eco::find_move<eco::ApplicationMachine>(application.stage, request.act);
  if (!to && to.error().code == ErrorCode::unmet &&
      line->needs.contains(eco::ApplicationNeed::adapted_or_explained)) {
    TRY(explained);  // names the item, rather than the need alone
  }
  const auto stage = TRY(to);
  TRY(store::record_application_move(connection, application,
                                     {.act = request.act,
                                      .to = stage,
                                      .at = change.at(),
                                      .by = actor.person,
                                      .reasons = reasons}));
  return change.commit(fmt::format("application.{}", name_of(request.act)), opened.subject(),
                       audit_detail({{"to", name_of(stage)}, {"reasons", reasons}}));
}

}  // namespace tributary::app
