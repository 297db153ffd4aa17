#include "app/scouting/watch_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <unordered_set>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "ecosystem/house_rules.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

constexpr std::size_t kLongestWatchName = 200;

using Deadline = std::chrono::steady_clock::time_point;

/// For all searches of one call together.
Deadline deadline_from_now() {
  constexpr std::chrono::seconds kPatience{10};
  return std::chrono::steady_clock::now() + kPatience;
}

std::string watch_subject(store::WatchId id) { return fmt::format("watch/{}", id.value); }

Result<> check_signed_in(const ecosystem::Actor& actor) {
  if (actor.person.value > 0) return {};
  return fail(ErrorCode::not_signed_in, "sign in to keep watches");
}

std::vector<store::WatchFilter> filters_to_keep(const std::vector<FacetChoice>& choices) {
  std::vector<store::WatchFilter> filters;
  for (const auto& choice : choices) {
    for (const auto& value : choice.values) filters.push_back({choice.facet, value});
  }
  return filters;
}

/// How many of `slugs` the watch finds.
Result<SearchResponse> find_among(const store::Watch& watch, std::vector<std::string> slugs,
                                  const NewsRequest& page, Deadline deadline, Portal& portal) {
  return portal.search({.text = watch.query,
                        .filters = filters_of(watch),
                        .sort = "-start",
                        .limit = page.limit,
                        .cursor = page.cursor,
                        .deadline = deadline,
                        .among = std::move(slugs)});
}

Result<std::uint64_t> count_among(const store::Watch& watch, const std::vector<std::string>& slugs,
                                  Deadline deadline, Portal& portal) {
  if (slugs.empty()) return 0;
  return TRY(find_among(watch, slugs, {.limit = 1}, deadline, portal)).total;
}

}  // namespace

std::vector<FacetChoice> filters_of(const store::Watch& watch) {
  std::vector<FacetChoice> choices;
  for (const auto& [facet, value] : watch.filters) add_choice(choices, facet, value);
  return choices;
}

Result<std::vector<WatchView>> WatchDesk::watches(const ecosystem::Actor& actor, Portal& portal) {
  TRY(check_signed_in(actor));
  std::vector<WatchView> views;
  std::map<store::CatalogueMark, store::CatalogueNews> news;  // watches often share their marks
  {
    auto reading = TRY(store::Reading::begin(connections_));
    auto& connection = reading.connection();
    for (auto& watch : TRY(store::watches_of(connection, actor.person))) {
      if (!news.contains(watch.seen)) {
        news[watch.seen] = TRY(store::news_since(connection, watch.seen));
      }
      views.push_back({.watch = std::move(watch)});
    }
  }
  const auto deadline = deadline_from_now();
  for (auto& view : views) {
    const auto& [added, changed] = news.at(view.watch.seen);
    view.added = TRY(count_among(view.watch, added, deadline, portal));
    view.changed = TRY(count_among(view.watch, changed, deadline, portal));
  }
  return views;
}

Result<store::WatchId> WatchDesk::add(const ecosystem::Actor& actor, const AddWatch& request,
                                      Portal& portal) {
  TRY(check_signed_in(actor));
  TRY(check_filled(request.name, "name", "Give the watch a name."));
  if (request.name.size() > kLongestWatchName) {
    return fail(ErrorCode::invalid_argument, "A name has at most 200 bytes.", "name");
  }
  // What cannot be searched is refused now, not each time that somebody looks.
  TRY(portal.search({.text = request.query, .filters = request.filters, .limit = 1}));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  if (TRY(store::watches_of(connection, actor.person)).size() >= kMostWatches) {
    return fail(ErrorCode::conflict, "you have 100 watches; remove one first", {},
                ecosystem::house_rule(ecosystem::HouseRule::too_many_watches));
  }
  const auto id = TRY(store::insert_watch(
      connection, {.account = actor.person,
                   .name = request.name,
                   .query = request.query,
                   .filters = filters_to_keep(request.filters),
                   .created = change.at(),
                   .seen_at = change.at(),
                   .seen = TRY(store::present_mark(connection, {}, change.at()))}));
  TRY(change.commit("watch.add", watch_subject(id), audit_detail({})));
  return id;
}

Result<WatchNews> WatchDesk::news(const ecosystem::Actor& actor, store::WatchId id,
                                  const NewsRequest& request, Portal& portal) {
  TRY(check_signed_in(actor));
  WatchNews found;
  store::CatalogueNews news;
  {
    auto reading = TRY(store::Reading::begin(connections_));
    auto& connection = reading.connection();
    found.watch = TRY(store::watch_of(connection, actor.person, id));
    news = TRY(store::news_since(connection, found.watch.seen));
    found.up_to = TRY(store::present_mark(connection, found.watch.seen, clock_.now()));
  }
  // Behind the reading: an index that holds the catalogue now holds what was read of it.
  if (!TRY(portal.holds_whole_catalogue())) {
    found.up_to = found.watch.seen;
    found.is_catching_up = true;
  }
  const std::unordered_set<std::string> added(news.added.begin(), news.added.end());
  const auto deadline = deadline_from_now();
  found.added = TRY(count_among(found.watch, news.added, deadline, portal));
  found.changed = TRY(count_among(found.watch, news.changed, deadline, portal));
  auto slugs = std::move(news.added);
  slugs.insert(slugs.end(), news.changed.begin(), news.changed.end());
  auto page = TRY(find_among(found.watch, std::move(slugs), request, deadline, portal));
  for (auto& hit : page.hits) {
    const bool is_added = added.contains(hit.project.slug);
    found.projects.push_back({.hit = std::move(hit), .is_added = is_added});
  }
  found.next_cursor = std::move(page.next_cursor);
  return found;
}

Result<> WatchDesk::mark_seen(const ecosystem::Actor& actor, store::WatchId id,
                              store::CatalogueMark up_to) {
  TRY(check_signed_in(actor));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto watch = TRY(store::watch_of(connection, actor.person, id));
  const auto newest = TRY(store::newest_mark(connection));
  if (up_to.record > newest.record || up_to.run > newest.run) {
    return fail(ErrorCode::invalid_argument, "nobody can have seen so much yet", "up_to");
  }
  const store::CatalogueMark seen{.record = std::max(up_to.record, watch.seen.record),
                                  .run = std::max(up_to.run, watch.seen.run)};
  TRY(store::update_seen(connection, id, seen, change.at()));
  return change.commit("watch.seen", watch_subject(id), audit_detail({}));
}

Result<> WatchDesk::remove(const ecosystem::Actor& actor, store::WatchId id) {
  TRY(check_signed_in(actor));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  TRY(store::watch_of(change.connection(), actor.person, id));
  TRY(store::remove_watch(change.connection(), id));
  return change.commit("watch.remove", watch_subject(id), audit_detail({}));
}

}  // namespace tributary::app
