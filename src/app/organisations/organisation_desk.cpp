#include "app/organisations/organisation_desk.h"

#include <fmt/format.h>

#include <array>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/organisation_address.h"
#include "catalogue/identity/organisation_identity.h"
#include "store/accounts/accounts.h"
#include "store/identity/organisation_doubts.h"
#include "store/organisation_table.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using store::DecisionKind;
using store::OrganisationId;

constexpr std::uint64_t kProjectsOfSide = 3;

Result<> check_may_merge(const eco::Actor& actor) {
  return eco::check_permission(actor.grants, eco::Action::merge_records, {});
}

Result<> check_reason(const std::string& reason) {
  return check_filled(reason, "reason", "Say why.");
}

std::string subject_of(OrganisationId id) { return fmt::format("organisation/{}", id.value); }

/// Errors: `invalid_argument` naming the field.
Result<OrganisationId> organisation_in(const std::string& address, std::string_view field) {
  const auto id = organisation_id(address);
  if (id) return *id;
  return fail(ErrorCode::invalid_argument, "The catalogue has no such organisation.",
              std::string(field));
}

/// Whom the address leads to. Errors: as above.
Result<OrganisationId> known_organisation(sql::Connection& connection, const std::string& address,
                                          std::string_view field) {
  const auto stated = TRY(organisation_in(address, field));
  const auto id = TRY(store::root_of(connection, stated));
  if (TRY(store::read_organisation(connection, id.value))) return id;
  return fail(ErrorCode::invalid_argument, "The catalogue has no such organisation.",
              std::string(field));
}

store::OrganisationDecision decision_of(DecisionKind kind, const eco::Actor& actor,
                                        const store::RecordedChange& change,
                                        const std::string& reason) {
  return {.kind = kind, .person = actor.person, .at = change.at(), .reason = reason};
}

/// The marks that a register of organisations would have of these numbers.
std::vector<std::string> marks_of(const SplitRequest& request, const std::string& country) {
  std::vector<std::string> marks;
  const auto add = [&](const std::vector<std::string>& numbers,
                       std::string catalogue::NamedOrganisation::* field) {
    for (const auto& number : numbers) {
      catalogue::NamedOrganisation named;
      named.country = country;
      named.*field = number;
      for (const auto& key : catalogue::keys_of(catalogue::identity_of(named))) {
        marks.push_back(key.text);
      }
    }
  };
  add(request.pics, &catalogue::NamedOrganisation::pic);
  add(request.oids, &catalogue::NamedOrganisation::oid);
  add(request.vats, &catalogue::NamedOrganisation::vat);
  return marks;
}

/// From whom of `whole` and its parts these are taken: records and marks of a part are its own.
/// Errors: `invalid_argument` where several have them.
Result<store::OrganisationSplit> split_of(sql::Connection& connection, OrganisationId whole,
                                          const SplitRequest& request) {
  auto group = TRY(store::members_of(connection, whole));
  group.insert(group.begin(), whole);
  std::optional<store::OrganisationSplit> found;
  for (const auto id : group) {
    const auto row = TRY(store::read_organisation(connection, id.value));
    if (!row) continue;
    store::OrganisationSplit split{.from = id, .spellings = request.spellings, .identifiers = {}};
    split.identifiers = marks_of(request, row->named.country);
    const bool is_here = TRY(store::takes_anything(connection, split));
    if (found && is_here) {
      return fail(ErrorCode::invalid_argument,
                  "Several organisations that were merged have these: take them out one by one.",
                  "spellings");
    }
    if (is_here) found = std::move(split);
  }
  if (found) return *std::move(found);
  return store::OrganisationSplit{.from = whole, .spellings = request.spellings, .identifiers = {}};
}

/// Who is parted by the undo of a merge is kept apart, and what was asked of any two of their parts
/// is answered too.
Result<std::int64_t> undo_merge_for_good(sql::Connection& connection,
                                         const store::OrganisationDecision& merge,
                                         const store::OrganisationDecision& undo) {
  const auto number = TRY(store::undo_merge(connection, merge.number, undo));
  TRY(store::keep_apart(connection, merge.one, merge.other, undo.at));
  const auto one = TRY(store::root_of(connection, merge.one));
  const auto other = TRY(store::root_of(connection, merge.other));
  if (one != other) TRY(store::answer_doubts_between(connection, one, other, undo.at));
  return number;
}

/// The two are asked about again.
Result<std::int64_t> undo_apart(sql::Connection& connection,
                                const store::OrganisationDecision& apart,
                                const store::OrganisationDecision& undo) {
  TRY(store::decision_to_undo(connection, apart.number, DecisionKind::keep_apart));
  const auto one = TRY(store::root_of(connection, apart.one));
  const auto other = TRY(store::root_of(connection, apart.other));
  if (one == other) {
    return fail(ErrorCode::conflict, "they became one meanwhile", subject_of(other));
  }
  TRY(store::ask_again_between(connection, one, other, apart.at));
  return store::insert_undo(connection, apart.number, undo);
}

Result<std::int64_t> undo_decision(sql::Connection& connection,
                                   const store::OrganisationDecision& undone,
                                   const store::OrganisationDecision& undo) {
  switch (undone.kind) {
    case DecisionKind::split:
      return store::undo_split(connection, undone.number, undo);
    case DecisionKind::keep_apart:
      return undo_apart(connection, undone, undo);
    case DecisionKind::merge:
    case DecisionKind::undo:
      break;
  }
  return undo_merge_for_good(connection, undone, undo);
}

Result<std::string> name_of_organisation(sql::Connection& connection, OrganisationId id) {
  const auto row = TRY(store::read_organisation(connection, id.value));
  return row ? row->named.name : std::string();
}

}  // namespace

std::string_view name_of(DecisionAuthor author) {
  static constexpr auto kAuthors =
      std::to_array<std::string_view>({"program", "operator", "curator"});
  return kAuthors[static_cast<std::size_t>(author)];
}

DecisionAuthor author_of(const store::OrganisationDecision& decision) {
  if (decision.person.value != 0) return DecisionAuthor::curator;
  return decision.score ? DecisionAuthor::program : DecisionAuthor::operator_of_installation;
}

Result<std::vector<ToldDecision>> OrganisationDesk::history(const eco::Actor& actor,
                                                            const std::string& organisation) {
  const auto id = TRY(organisation_id(organisation));
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto root = TRY(store::root_of(connection, id));
  if (!TRY(store::read_organisation(connection, root.value))) {
    return fail(ErrorCode::not_found, "there is no organisation with this address", organisation);
  }
  const bool may_see_people = check_may_merge(actor).has_value();
  std::vector<ToldDecision> told;
  auto decisions = TRY(store::decisions_on(connection, root));
  for (auto& decision : decisions) {
    auto one = TRY(name_of_organisation(connection, decision.one));
    auto other = TRY(name_of_organisation(connection, decision.other));
    auto reasons = reasons_in(decision.features);
    std::string person;
    if (may_see_people && decision.person.value != 0) {
      const auto account = TRY(store::find_account(connection, decision.person));
      if (account) person = account->name;
    }
    told.push_back({std::move(decision), std::move(person), std::move(one), std::move(other),
                    std::move(reasons)});
  }
  return told;
}

Result<DoubtList> OrganisationDesk::doubts(const eco::Actor& actor, const FindDoubts& find) {
  TRY(check_may_merge(actor));
  DoubtList list;
  std::vector<store::OrganisationDoubt> open;
  {
    auto reading = TRY(store::Reading::begin(connections_));
    auto& connection = reading.connection();
    list.total = TRY(store::count_open_doubts(connection, find.country));
    open = TRY(store::open_doubts(connection, find.country, find.offset, find.limit));
  }
  auto store = TRY(stores_.lend());
  for (const auto& doubt : open) {
    auto one = store->organisation(doubt.one, kProjectsOfSide);
    auto other = store->organisation(doubt.other, kProjectsOfSide);
    if (!one || !other) continue;  // gone since
    list.pairs.push_back({.one = *std::move(one),
                          .other = *std::move(other),
                          .score = doubt.score,
                          .reasons = reasons_in(doubt.features)});
  }
  return list;
}

Result<std::int64_t> OrganisationDesk::merge(const eco::Actor& actor, const MergeRequest& request) {
  TRY(check_may_merge(actor));
  TRY(check_reason(request.reason));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  auto decision = decision_of(DecisionKind::merge, actor, change, request.reason);
  decision.one = TRY(known_organisation(connection, request.merge, "merge"));
  decision.other = TRY(known_organisation(connection, request.keep, "keep"));
  const auto number = TRY(store::merge_organisations(connection, decision));
  TRY(store::forget_doubt(connection, decision.one, decision.other));
  TRY(change.commit(
      "organisation.merge", subject_of(decision.other),
      audit_detail(
          {{"decision", number}, {"merged", decision.one.value}, {"reason", request.reason}})));
  return number;
}

Result<std::int64_t> OrganisationDesk::keep_apart(const eco::Actor& actor,
                                                  const ApartRequest& request) {
  TRY(check_may_merge(actor));
  TRY(check_reason(request.reason));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  auto decision = decision_of(DecisionKind::keep_apart, actor, change, request.reason);
  decision.one = TRY(known_organisation(connection, request.one, "one"));
  decision.other = TRY(known_organisation(connection, request.other, "other"));
  if (decision.one == decision.other) {
    return fail(ErrorCode::conflict, "they are one organisation", subject_of(decision.one));
  }
  const auto number = TRY(store::insert_decision(connection, decision));
  TRY(store::keep_apart(connection, decision.one, decision.other, change.at()));
  TRY(store::answer_doubts_between(connection, decision.one, decision.other, change.at()));
  TRY(change.commit(
      "organisation.keep_apart", subject_of(decision.one),
      audit_detail(
          {{"decision", number}, {"other", decision.other.value}, {"reason", request.reason}})));
  return number;
}

Result<SplitDone> OrganisationDesk::split(const eco::Actor& actor, const SplitRequest& request) {
  TRY(check_may_merge(actor));
  TRY(check_reason(request.reason));
  if (request.spellings.empty() && request.pics.empty() && request.oids.empty() &&
      request.vats.empty()) {
    return fail(ErrorCode::invalid_argument, "Name what is to be taken out.", "spellings");
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto whole = TRY(known_organisation(connection, request.organisation, "organisation"));
  auto wanted = TRY(split_of(connection, whole, request));
  const auto from = wanted.from;
  const auto split = TRY(store::split_organisation(
      connection, wanted, decision_of(DecisionKind::split, actor, change, request.reason)));
  const auto made = TRY(store::read_organisation(connection, split.made.value));
  TRY(change.commit("organisation.split", subject_of(from),
                    audit_detail({{"decision", split.decision},
                                  {"made", split.made.value},
                                  {"participations", split.participations},
                                  {"reason", request.reason}})));
  return SplitDone{split.decision, made->slug, split.participations};
}

Result<std::int64_t> OrganisationDesk::undo(const eco::Actor& actor, std::int64_t decision,
                                            const std::string& reason) {
  TRY(check_may_merge(actor));
  TRY(check_reason(reason));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto undone = TRY(store::organisation_decision(connection, decision));
  auto undo = decision_of(DecisionKind::undo, actor, change, reason);
  undo.one = undone.one;
  undo.other = undone.other;
  undo.undoes = decision;
  const auto number = TRY(undo_decision(connection, undone, undo));
  TRY(change.commit(
      "organisation.undo",
      subject_of(undone.kind == DecisionKind::merge ? undone.other : undone.one),
      audit_detail({{"decision", number}, {"undoes", decision}, {"reason", reason}})));
  return number;
}

}  // namespace tributary::app
