#include "app/ecosystem/innovation_desk.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/innovation/default_gate_rules.h"
#include "store/recorded_change.h"
#include "text/fold.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr std::array kScoredStages = {eco::Stage::identified, eco::Stage::testing,
                                      eco::Stage::development, eco::Stage::assessment};

/// What is stated has to be right, though much may still be missing.
Result<> check_stated(const eco::InnovationText& text) {
  for (const auto& problem : eco::problems_of(text)) {
    const bool is_asked_for = problem.field == "title" || problem.field == "problem";
    const bool is_wrong = (problem.field == "eqf_levels" && !text.eqf_levels.empty()) ||
                          (problem.field == "isced_field" && !text.isced_field.empty()) ||
                          (problem.field == "languages" && !text.languages.empty()) ||
                          (problem.field == "framework_items" && !text.framework_items.empty());
    if (is_asked_for || is_wrong) {
      return fail(ErrorCode::invalid_argument, problem.message, problem.field);
    }
  }
  return {};
}

/// Projects and items that it names exist.
Result<> check_references(sql::Connection& connection, const eco::InnovationText& text) {
  const auto projects = TRY(store::source_projects(connection, text.projects));
  for (const auto& slug : text.projects) {
    if (std::ranges::find(projects, slug, &store::ProjectReference::slug) == projects.end()) {
      return fail(ErrorCode::invalid_argument, "There is no project " + slug + ".", "projects");
    }
  }
  if (text.framework_items.empty()) return {};
  const auto in_force = TRY(framework_in_force(connection));
  const auto version = TRY(store::framework_version(connection, in_force.id));
  for (const auto& item : text.framework_items) {
    if (eco::find_item(version.text, item) == nullptr) {
      return fail(
          ErrorCode::invalid_argument,
          "Version " + in_force.number.text() + " of the framework has no " + item.value + ".",
          "framework_items");
    }
  }
  return {};
}

Result<> check_member_state(const eco::StateCode& state) {
  const auto& code = state.value;
  const bool is_code =
      code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (is_code) return {};
  return fail(ErrorCode::invalid_argument, "Name the Member State by its two letters.",
              "member_state");
}

Result<> insert_ancestry(store::RecordedChange& change, eco::InnovationId id, eco::PersonId by,
                         std::span<const Ancestry> came_from) {
  auto known = TRY(store::lineage_lines(change.connection()));
  for (const auto& [earlier, kind] : came_from) {
    if (kind == eco::LineageKind::merges) {
      return fail(ErrorCode::invalid_argument, "Merging is for the gate to decide.", "came_from");
    }
    TRY(store::innovation(change.connection(), earlier));
    const eco::Lineage line{id, earlier, kind};
    TRY(eco::check_lineage(known, line));
    TRY(store::insert_lineage(change.connection(), {line, change.at(), by}));
    known.push_back(line);
  }
  return {};
}

std::vector<std::string> folded_words(const std::string& text) {
  std::istringstream stream(text::fold(text));
  return {std::istream_iterator<std::string>(stream), {}};
}

}  // namespace

Result<store::InnovationPage> InnovationDesk::find(FindInnovations request) {
  request.filter.words = folded_words(request.text);
  if (request.filter.words.size() > kMostWords) {
    return fail(ErrorCode::invalid_argument, "A text has 16 words at most.", "q");
  }
  auto reading = TRY(store::Reading::begin(connections_));
  return store::find_innovations(reading.connection(), request.filter, request.after,
                                 request.limit);
}

Result<std::map<eco::PipelineState, std::int64_t>> InnovationDesk::board() {
  auto lease = TRY(connections_.lend());
  return store::count_innovations(*lease);
}

Result<store::StoredText> InnovationDesk::text(eco::InnovationId id, std::int64_t number) {
  auto reading = TRY(store::Reading::begin(connections_));
  return store::innovation_text(reading.connection(), id, number);
}

Result<std::vector<LikelyDuplicate>> InnovationDesk::likely_duplicates(
    const eco::InnovationText& text) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto known = TRY(store::known_innovations(connection));
  std::vector<LikelyDuplicate> duplicates;
  for (const auto& like : eco::likely_duplicates(search_words_of(text), known)) {
    duplicates.push_back({like, TRY(store::innovation_title(connection, like.id)),
                          TRY(store::innovation(connection, like.id)).state});
  }
  return duplicates;
}

Result<std::vector<eco::KnownInnovation>> InnovationDesk::known() {
  auto lease = TRY(connections_.lend());
  return store::known_innovations(*lease);
}

Result<std::string> InnovationDesk::title(eco::InnovationId id) {
  auto lease = TRY(connections_.lend());
  return store::innovation_title(*lease, id);
}

Result<eco::InnovationId> InnovationDesk::propose(const eco::Actor& actor,
                                                  const ProposeInnovation& request) {
  TRY(eco::check_permission(actor.grants, eco::Action::propose_innovation, {}));
  TRY(check_stated(request.text));
  TRY(check_member_state(request.member_state));
  TRY(check_organisation(actor, request.organisation));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  TRY(check_references(connection, request.text));
  const auto rule = TRY(store::newest_gate_rule(connection, eco::Stage::identified));
  store::Innovation innovation{
      .member_state = request.member_state, .created = change.at(), .created_by = actor.person};
  if (rule) innovation.gate_rule = rule->number;
  const auto id = TRY(store::insert_innovation(connection, innovation));
  TRY(store::insert_innovation_text(connection, id,
                                    {.text = request.text,
                                     .search_words = search_words_of(request.text),
                                     .at = change.at(),
                                     .by = actor.person}));
  TRY(store::append_team_event(connection, id,
                               {.person = actor.person,
                                .kind = store::TeamEventKind::joined,
                                .role = eco::Role::innovator,
                                .organisation = request.organisation,
                                .at = change.at(),
                                .by = actor.person}));
  TRY(insert_ancestry(change, id, actor.person, request.came_from));
  TRY(change.commit(
      "innovation.propose", subject_of_innovation(id),
      audit_detail({{"title", request.text.title}, {"member_state", request.member_state.value}})));
  return id;
}

Result<> InnovationDesk::edit(const eco::Actor& actor, const EditInnovation& request) {
  TRY(check_stated(request.text));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  auto file = TRY(read_innovation_file(connection, request.id));
  TRY(check_team_role(file, actor, eco::Action::edit_innovation));
  TRY(check_seen(file, request.seen));
  TRY(check_open_for_work(file));
  if (!assessments_at_hand(file).empty()) {
    return fail(ErrorCode::conflict,
                "reviewers are judging it as it is; it can be changed once the gate has decided",
                subject_of_innovation(request.id), eco::house_rule(eco::HouseRule::under_review));
  }
  TRY(check_references(connection, request.text));
  const auto number = file.now.text_number + 1;
  TRY(store::insert_innovation_text(connection, request.id,
                                    {.number = number,
                                     .text = request.text,
                                     .search_words = search_words_of(request.text),
                                     .at = change.at(),
                                     .by = actor.person}));
  file.now.text_number = number;
  TRY(store::update_innovation(connection, file.now, change.at()));
  return change.commit("innovation.edit", subject_of_innovation(request.id),
                       audit_detail({{"text", number}}));
}

Result<std::vector<store::StoredGateRule>> InnovationDesk::gate_rules() {
  auto reading = TRY(store::Reading::begin(connections_));
  std::vector<store::StoredGateRule> rules;
  for (const auto stage : kScoredStages) {
    if (auto rule = TRY(store::newest_gate_rule(reading.connection(), stage))) {
      rules.push_back(*std::move(rule));
    }
  }
  return rules;
}

Result<> InnovationDesk::set_gate_rule(const eco::Actor& actor, eco::Stage stage,
                                       const eco::GateRule& rule) {
  TRY(eco::check_permission(actor.grants, eco::Action::edit_framework_draft, {}));
  TRY(eco::check_gate_rule(rule));
  if (std::ranges::find(kScoredStages, stage) == kScoredStages.end()) {
    return fail(ErrorCode::invalid_argument, "an authority decides there, and nobody scores",
                "stage");
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto number = TRY(store::insert_gate_rule(
      change.connection(), {.stage = stage, .rule = rule, .at = change.at(), .by = actor.person}));
  return change.commit("gate_rule.set", "gate_rule/" + std::to_string(number.value),
                       audit_detail({{"stage", name_of(stage)},
                                     {"criteria", rule.criteria.size()},
                                     {"threshold_hundredths", rule.threshold_hundredths}}));
}

Result<> InnovationDesk::begin_with_default_rules() {
  if (!TRY(gate_rules()).empty()) return {};
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  if (TRY(store::newest_gate_rule(change.connection(), eco::Stage::identified))) return {};
  for (const auto stage : kScoredStages) {
    TRY(store::insert_gate_rule(
        change.connection(),
        {.stage = stage, .rule = *eco::default_gate_rule(stage), .at = change.at()}));
  }
  return change.commit("gate_rule.set", "gate_rule/1", audit_detail({{"stages", "all"}}));
}

}  // namespace tributary::app
