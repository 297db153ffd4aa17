#include "app/ecosystem/adoption_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/ecosystem/adoption_checks.h"
#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "ecosystem/application/framework_application.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

std::string provider_subject(eco::ProviderId id) { return fmt::format("provider/{}", id.value); }

Result<> check_may_record(const eco::Actor& actor, const store::VetProvider& provider) {
  return eco::check_permission(actor.grants, eco::Action::record_adoption,
                               scopes_of_provider(provider.member_state, provider.organisation));
}

Result<> check_organisation_exists(sql::Connection& connection,
                                   const std::optional<store::OrganisationId>& id) {
  if (!id || TRY(store::slug_of_organisation(connection, *id))) return {};
  return fail(ErrorCode::invalid_argument, "The catalogue has no such organisation.",
              "organisation");
}

Result<> check_source(const std::string& source) {
  return check_filled(source, "source", "Say where this is known from.");
}

std::vector<eco::AdoptionRecord> records_among(
    const std::vector<store::StoredAdoption>& adoptions) {
  std::vector<eco::AdoptionRecord> records;
  for (const auto& adoption : adoptions) records.push_back(adoption.record);
  return records;
}

std::vector<eco::ProviderId> ids_in_state(
    const std::map<eco::ProviderId, store::VetProvider>& providers,
    const eco::StateCode& member_state) {
  std::vector<eco::ProviderId> ids;
  for (const auto& [id, provider] : providers) {
    if (provider.member_state == member_state) ids.push_back(id);
  }
  return ids;
}

/// Coverage in all and by state, and the curve, of the rows that are there already.
void count_spread(AdoptionView& view) {
  const auto records = records_among(view.records);
  std::vector<eco::ProviderId> heard_from, in_scope;
  for (const auto& reply : view.replies) heard_from.push_back(reply.provider);
  std::set<eco::StateCode> states;
  for (const auto& [id, provider] : view.providers) {
    in_scope.push_back(id);
    states.insert(provider.member_state);
  }
  view.coverage = eco::coverage_on(view.day, records, in_scope, heard_from);
  for (const auto& state : states) {
    view.states.push_back(
        {state,
         eco::coverage_on(view.day, records, ids_in_state(view.providers, state), heard_from)});
  }
  view.spread = eco::spread_of(records, view.day.year());
  view.forecast = forecast_of(view.spread, view.day);
}

}  // namespace

std::vector<eco::Scope> scopes_of_provider(const eco::StateCode& member_state,
                                           const std::optional<store::OrganisationId>& id) {
  std::vector<eco::Scope> scopes{{eco::ScopeKind::member_state, member_state.value}};
  if (id) scopes.push_back({eco::ScopeKind::organisation, std::to_string(id->value)});
  return scopes;
}

std::string adoption_subject(eco::AdoptionId id) { return fmt::format("adoption/{}", id.value); }

Result<> check_not_in_use(sql::Connection& connection, const store::AdoptionReply& reply) {
  for (const auto& adoption :
       TRY(store::adoptions_of(connection, reply.innovation, reply.provider))) {
    if (!eco::is_in_use(adoption.record, reply.day)) continue;
    return fail(ErrorCode::conflict,
                "by its record it uses it on this day; say there when it stopped",
                adoption_subject(adoption.record.id));
  }
  return {};
}

Result<AdoptionView> AdoptionDesk::view(eco::InnovationId innovation,
                                        const eco::StateCode& member_state,
                                        std::optional<Date> day) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  AdoptionView view{.innovation = TRY(store::innovation(connection, innovation)).id,
                    .title = TRY(store::innovation_title(connection, innovation)),
                    .member_state = member_state,
                    .day = day.value_or(clock_.today())};
  if (view.day > clock_.today()) {
    return fail(ErrorCode::invalid_argument, "This day has not come yet.", "on");
  }
  for (auto& provider : TRY(store::vet_providers(connection, member_state))) {
    view.providers.emplace(provider.id, std::move(provider));
  }
  const auto note_change = [&](Timestamp at) {
    if (!view.changed || *view.changed < at) view.changed = at;
  };
  for (auto& adoption : TRY(store::adoptions_of(connection, innovation))) {
    const bool is_shown =
        adoption.record.adopted <= view.day && view.providers.contains(adoption.record.provider);
    if (!is_shown) continue;
    note_change(adoption.changed);
    view.records.push_back(std::move(adoption));
  }
  for (auto& reply : TRY(store::replies_of(connection, innovation))) {
    if (reply.day > view.day || !view.providers.contains(reply.provider)) continue;
    note_change(reply.at);
    view.replies.push_back(std::move(reply));
  }
  count_spread(view);
  return view;
}

Result<ProviderList> AdoptionDesk::providers(const eco::StateCode& member_state) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  std::map<eco::ProviderId, std::vector<store::TitledAdoption>> adopted;
  for (auto& titled : TRY(store::adoptions_in(connection, member_state))) {
    adopted[titled.adoption.record.provider].push_back(std::move(titled));
  }
  ProviderList list{.day = clock_.today(), .providers = {}};
  for (auto& provider : TRY(store::vet_providers(connection, member_state))) {
    std::optional<std::string> slug;
    if (provider.organisation) {
      slug = TRY(store::slug_of_organisation(connection, *provider.organisation));
    }
    auto uses = std::move(adopted[provider.id]);
    list.providers.push_back({std::move(provider), std::move(slug), std::move(uses)});
  }
  return list;
}

Result<eco::ProviderId> AdoptionDesk::add_provider(const eco::Actor& actor,
                                                   const AddProvider& request) {
  TRY(eco::check_permission(actor.grants, eco::Action::record_adoption,
                            scopes_of_provider(request.member_state, request.organisation)));
  TRY(check_filled(request.name, "name", "Name the provider."));
  if (!eco::check_jurisdiction({.state = request.member_state})) {
    return fail(ErrorCode::invalid_argument, "Name the Member State by its two letters.",
                "member_state");
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  TRY(check_organisation_exists(connection, request.organisation));
  const auto id = TRY(store::insert_provider(connection, {.name = request.name,
                                                          .member_state = request.member_state,
                                                          .organisation = request.organisation,
                                                          .learners = request.learners,
                                                          .added = change.at(),
                                                          .added_by = actor.person}));
  TRY(change.commit(
      "provider.add", provider_subject(id),
      audit_detail({{"name", request.name}, {"member_state", request.member_state.value}})));
  return id;
}

Result<> AdoptionDesk::edit_provider(const eco::Actor& actor, const EditProvider& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  auto provider = TRY(store::vet_provider(connection, request.id));
  TRY(check_may_record(actor, provider));
  TRY(store::check_revision(provider.revision, request.seen, provider_subject(request.id)));
  // Who represents another organisation gets no hold of a provider by naming it.
  if (provider.organisation != request.organisation) {
    TRY(eco::check_permission(actor.grants, eco::Action::record_adoption,
                              scopes_of_provider(provider.member_state, request.organisation)));
    TRY(check_organisation_exists(connection, request.organisation));
  }
  provider.organisation = request.organisation;
  provider.learners = request.learners;
  TRY(store::update_provider(connection, provider));
  return change.commit("provider.edit", provider_subject(request.id), audit_detail({}));
}

Result<eco::AdoptionId> AdoptionDesk::record(const eco::Actor& actor,
                                             const eco::AdoptionRecord& record,
                                             const std::string& source) {
  TRY(check_source(source));
  TRY(eco::check_adoption(record, clock_.today()));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  TRY(check_may_record(actor, TRY(store::vet_provider(connection, record.provider))));
  TRY(store::innovation(connection, record.innovation));
  const auto id = TRY(store::insert_adoption(
      connection,
      {.record = record, .source = source, .recorded = change.at(), .recorded_by = actor.person}));
  TRY(change.commit("adoption.record", adoption_subject(id),
                    audit_detail({{"provider", record.provider.value},
                                  {"innovation", record.innovation.value},
                                  {"adopted", record.adopted.iso()}})));
  return id;
}

Result<> AdoptionDesk::correct(const eco::Actor& actor, const CorrectAdoption& request) {
  TRY(check_source(request.source));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  auto adoption = TRY(store::adoption(connection, request.id));
  TRY(check_may_record(actor, TRY(store::vet_provider(connection, adoption.record.provider))));
  TRY(store::check_revision(adoption.revision, request.seen, adoption_subject(request.id)));
  adoption.record.stopped = request.stopped;
  adoption.record.fidelity = request.fidelity;
  adoption.source = request.source;
  TRY(eco::check_adoption(adoption.record, clock_.today()));
  TRY(store::update_adoption(connection, adoption, change.at()));
  return change.commit(
      "adoption.correct", adoption_subject(request.id),
      audit_detail({{"stopped", request.stopped ? request.stopped->iso() : std::string()},
                    {"source", request.source}}));
}

Result<> AdoptionDesk::reply(const eco::Actor& actor, const ReplyOfProvider& request) {
  TRY(check_source(request.source));
  if (request.day > clock_.today()) {
    return fail(ErrorCode::invalid_argument, "This day has not come yet.", "day");
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  TRY(check_may_record(actor, TRY(store::vet_provider(connection, request.provider))));
  TRY(store::innovation(connection, request.innovation));
  const store::AdoptionReply reply{.provider = request.provider,
                                   .innovation = request.innovation,
                                   .day = request.day,
                                   .source = request.source,
                                   .at = change.at(),
                                   .by = actor.person};
  TRY(check_not_in_use(connection, reply));
  TRY(store::insert_reply(connection, reply));
  return change.commit(
      "adoption.reply", provider_subject(request.provider),
      audit_detail({{"innovation", request.innovation.value}, {"day", request.day.iso()}}));
}

}  // namespace tributary::app
