#include "app/ecosystem/aims/aims_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "app/ecosystem/adoption_checks.h"
#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "ecosystem/application/framework_application.h"
#include "store/framework/positions.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr int kFirstYear = 1984;  // of the first framework programme
constexpr int kUsualYears = 10, kMostYears = 60;

Result<> check_state(const eco::StateCode& state) {
  if (eco::check_jurisdiction({.state = state})) return {};
  return fail(ErrorCode::invalid_argument, "Name the Member State by its two letters.", "state");
}

Result<> check_year(int year, Date today, std::string field) {
  if (year >= kFirstYear && year <= today.year()) return {};
  return fail(ErrorCode::invalid_argument,
              fmt::format("A year is from {} to {}.", kFirstYear, today.year()), std::move(field));
}

/// "31.7.12": what told it last.
std::string cursor_behind(const AimRow& row) {
  std::string cursor;
  for (const auto& name : row.names) {
    cursor += (cursor.empty() ? "" : ".") + std::to_string(name.id);
  }
  return cursor;
}

Result<std::vector<std::int64_t>> ids_of_cursor(std::string_view cursor) {
  std::vector<std::int64_t> ids;
  while (!cursor.empty()) {
    std::int64_t id = 0;
    const auto* const end = cursor.data() + cursor.size();
    const auto [read_until, error] = std::from_chars(cursor.data(), end, id);
    if (error != std::errc() || (read_until != end && *read_until != '.')) {
      return fail(ErrorCode::invalid_argument, "This cursor is none that was given here.",
                  "cursor");
    }
    ids.push_back(id);
    cursor = read_until == end ? "" : std::string_view(read_until + 1, end);
  }
  return ids;
}

/// Whether the row comes behind the ids, which it does where they are none.
bool comes_behind(const AimRow& row, const std::vector<std::int64_t>& ids) {
  return std::ranges::lexicographical_compare(ids, row.names, std::less<>(), {}, &AimName::id);
}

}  // namespace

Result<std::vector<AimsOfState>> AimsDesk::states() {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto in_catalogue = TRY(keeper_.vet_provider_counts(connection, clock_.today()));
  std::map<eco::StateCode, AimsOfState> states;
  if (const auto rule = TRY(store::newest_agreement_rule(connection))) {
    for (const auto& entitled : rule->entitled) states[entitled.code];
  }
  for (const auto& [state, count] : in_catalogue) {
    states[state].vet_providers_in_catalogue = count;
  }
  for (const auto& provider : TRY(store::vet_providers(connection, {}))) {
    ++states[provider.member_state].providers_listed;
  }
  for (const auto& [state, count] : TRY(store::answering_providers(connection))) {
    states[state].providers_answered = count;
  }
  std::vector<AimsOfState> list;
  for (auto& [code, state] : states) {
    state.state = code;
    const auto scopes = TRY(store::scopes_of(connection, code));
    if (!scopes.empty()) state.providers_in_scope = scopes.back().providers;
    list.push_back(std::move(state));
  }
  return list;
}

Result<AimsView> AimsDesk::view(const eco::StateCode& state, const AimYears& years) {
  TRY(check_state(state));
  const auto today = clock_.today();
  const auto to = years.to.value_or(today.year());
  const auto from = years.from.value_or(std::max(to - kUsualYears, kFirstYear));
  TRY(check_year(to, today, "to"));
  TRY(check_year(from, today, "from"));
  if (from > to || to - from >= kMostYears) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("The first year is before the last, at most {} years.", kMostYears),
                "from");
  }
  auto reading = TRY(store::Reading::begin(connections_));
  const auto inputs = TRY(read_aims_inputs(reading.connection(), keeper_, state, today));
  AimsView view{.state = state, .from = from, .to = to};
  if (!inputs.scopes.empty()) view.scope = inputs.scopes.back();
  for (const auto figure : eco::all_aim_figures()) {
    auto& series = view.series.emplace_back(AimSeries{.figure = figure, .years = {}});
    for (int year = from; year <= to; ++year) {
      series.years.push_back(figure_of(inputs, figure, year, NamedRows::no));
    }
  }
  return view;
}

Result<AimRowsPage> AimsDesk::rows(const eco::StateCode& state, eco::AimFigure figure, int year,
                                   const std::string& cursor, std::size_t limit) {
  TRY(check_state(state));
  TRY(check_year(year, clock_.today(), "year"));
  const auto told = TRY(ids_of_cursor(cursor));
  auto reading = TRY(store::Reading::begin(connections_));
  const auto inputs = TRY(read_aims_inputs(reading.connection(), keeper_, state, clock_.today()));
  AimRowsPage page{.figure = figure_of(inputs, figure, year, NamedRows::yes)};
  auto& rows = page.figure.rows;
  std::erase_if(rows, [&](const AimRow& row) { return !comes_behind(row, told); });
  if (rows.size() > limit) {
    rows.resize(limit);
    page.next_cursor = cursor_behind(rows.back());
  }
  return page;
}

Result<VetProvidersPage> AimsDesk::vet_providers(const eco::StateCode& state,
                                                 const std::string& cursor, std::size_t limit) {
  TRY(check_state(state));
  const auto told = TRY(ids_of_cursor(cursor));
  auto reading = TRY(store::Reading::begin(connections_));
  VetProvidersPage page;
  page.organisations = TRY(keeper_.vet_providers_of(reading.connection(), state, clock_.today()));
  page.total = page.organisations.size();
  if (!told.empty()) {
    std::erase_if(page.organisations,
                  [&](const auto& organisation) { return organisation.id.value <= told.back(); });
  }
  if (page.organisations.size() > limit) {
    page.organisations.resize(limit);
    page.next_cursor = std::to_string(page.organisations.back().id.value);
  }
  return page;
}

Result<std::vector<AnswerView>> AimsDesk::answers(const eco::StateCode& state) {
  TRY(check_state(state));
  auto reading = TRY(store::Reading::begin(connections_));
  std::map<eco::ProviderId, std::string> names;
  for (auto& provider : TRY(store::vet_providers(reading.connection(), state))) {
    names.emplace(provider.id, std::move(provider.name));
  }
  std::vector<AnswerView> views;
  for (auto& answer : TRY(store::answers_in_state(reading.connection(), state))) {
    auto name = names.at(answer.stated.answer.provider);
    views.push_back({std::move(answer), std::move(name)});
  }
  std::ranges::reverse(views);
  return views;
}

Result<> AimsDesk::record_answer(const eco::Actor& actor, const RecordAnswer& request) {
  TRY(check_filled(request.source, "source", "Say where this is known from."));
  TRY(eco::check_answer(request.stated, clock_.today()));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto& answer = request.stated.answer;
  const auto provider = TRY(store::vet_provider(connection, answer.provider));
  TRY(eco::check_permission(actor.grants, eco::Action::record_provider_answer,
                            scopes_of_provider(provider.member_state, provider.organisation)));
  const auto subject = fmt::format("provider/{}", answer.provider.value);
  const auto detail = audit_detail(
      {{"answered", answer.answered.iso()}, {"innovations", answer.innovations.size()}});
  if (!request.seen) {
    TRY(store::insert_answer(connection, {.stated = request.stated,
                                          .source = request.source,
                                          .recorded = change.at(),
                                          .recorded_by = actor.person}));
    return change.commit("answer.record", subject, detail);
  }
  auto known = TRY(store::find_answer(connection, answer.provider, answer.answered));
  if (!known) {
    return fail(ErrorCode::not_found, "there is no answer of this day", answer.answered.iso());
  }
  TRY(store::check_revision(known->revision, *request.seen, subject));
  known->stated = request.stated;
  known->source = request.source;
  TRY(store::update_answer(connection, *known, change.at()));
  return change.commit("answer.correct", subject, detail);
}

Result<> AimsDesk::record_scope(const eco::Actor& actor, const RecordScope& request) {
  TRY(check_state(request.member_state));
  TRY(eco::check_permission(
      actor.grants, eco::Action::record_provider_scope,
      std::vector<eco::Scope>{{eco::ScopeKind::member_state, request.member_state.value}}));
  TRY(check_filled(request.source, "source", "Say where this is known from."));
  if (request.day > clock_.today()) {
    return fail(ErrorCode::invalid_argument, "This day has not come yet.", "day");
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  TRY(store::append_scope(change.connection(), {.member_state = request.member_state,
                                                .providers = request.providers,
                                                .day = request.day,
                                                .source = request.source,
                                                .at = change.at(),
                                                .by = actor.person}));
  return change.commit(
      "provider_scope.record", "member_state/" + request.member_state.value,
      audit_detail({{"providers", request.providers}, {"day", request.day.iso()}}));
}

}  // namespace tributary::app
