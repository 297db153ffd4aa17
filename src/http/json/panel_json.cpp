#include "http/json/panel_json.h"

#include <algorithm>

#include "http/json/innovation_json.h"
#include "http/json/innovation_parts_json.h"
#include "http/json/values.h"
#include "http/problem.h"

namespace tributary::http {

namespace json = boost::json;
namespace eco = ecosystem;

namespace {

json::value interval_json(const std::optional<evidence::Interval>& interval) {
  if (!interval) return nullptr;
  return json::array{interval->low, interval->high};
}

json::object coefficient_json(const app::Coefficient& coefficient) {
  return {{"value", or_null(coefficient.value)},
          {"interval", interval_json(coefficient.interval)},
          {"why_not", text_or_null(coefficient.why_not)}};
}

json::object agreement_json(const app::PanelAgreement& agreement) {
  const auto& drawn_by = agreement.drawn_by;
  return {{"reviewers", agreement.reviewers},
          {"criteria", agreement.criteria},
          {"alpha", coefficient_json(agreement.alpha)},
          {"ac2", coefficient_json(agreement.ac2)},
          {"level", drawn_by ? drawn_by->level : evidence::kUsualLevel},
          {"draws", drawn_by ? json::value(drawn_by->draws) : json::value(nullptr)},
          {"draws_not_defined", agreement.not_defined},
          {"seed", drawn_by ? json::value(drawn_by->seed) : json::value(nullptr)}};
}

json::array score_array(const std::vector<std::optional<int>>& scores) {
  json::array array;
  for (const auto& score : scores) array.push_back(or_null(score));
  return array;
}

json::object round_summary_json(const app::RoundSummary& round) {
  return {{"round", round.round},
          {"stage", name_of(round.stage)},
          {"outcome", round.outcome ? json::value(name_of(*round.outcome)) : json::value(nullptr)},
          {"decided", to_json(round.decided)}};
}

/// From 1 on, as reviewers are called by their numbers.
std::size_t number_of(const std::vector<eco::PersonId>& reviewers, eco::PersonId person) {
  return static_cast<std::size_t>(std::ranges::find(reviewers, person) - reviewers.begin()) + 1;
}

json::value panel_name_json(const app::PanelView& view, eco::PersonId person) {
  const auto found = view.names.find(person);
  return found == view.names.end() ? json::value(nullptr) : text_or_null(found->second);
}

/// The person's number and declaration are for the chair and for themselves.
json::array reviewers_json(const app::PanelView& view, eco::PersonId reader) {
  json::array array;
  for (const auto& reviewer : view.reviewers) {
    const bool is_told = view.names.contains(reviewer.person) || reviewer.person == reader;
    const auto& last = reviewer.last;
    array.push_back(
        {{"number", array.size() + 1},
         {"person", is_told ? json::value(reviewer.person.value) : json::value(nullptr)},
         {"name", panel_name_json(view, reviewer.person)},
         {"is_you", reviewer.person == reader},
         {"standing", last ? json::value(name_of(last->kind)) : json::value(nullptr)},
         {"declaration", is_told && last ? text_or_null(last->text) : json::value(nullptr)},
         {"has_submitted", reviewer.has_scored},
         {"has_calibrated", reviewer.has_calibrated}});
  }
  return array;
}

/// The sentence, and its code for those who say it in another language.
json::value why_not_json(const std::optional<Error>& why_not) {
  if (!why_not) return nullptr;
  json::object document{{"detail", why_not->message}};
  if (why_not->refusal) document["reason"] = refusal_json(*why_not->refusal);
  return document;
}

json::array candidates_json(const app::PanelView& view) {
  json::array array;
  for (const auto& candidate : view.candidates) {
    array.push_back({{"person", candidate.person.value},
                     {"name", panel_name_json(view, candidate.person)},
                     {"why_not", why_not_json(candidate.why_not)}});
  }
  return array;
}

json::value draft_json(const app::PanelView& view) {
  if (!view.draft) return nullptr;
  json::array lines;
  for (std::size_t at = 0; at < view.file.rule->rule.criteria.size(); ++at) {
    const auto line = at < view.draft->lines.size() ? view.draft->lines[at] : store::ScoreLine{};
    json::value answer = nullptr;
    if (line.score) {
      answer = std::to_string(*line.score);
    } else if (line.is_answered) {
      answer = "cannot_judge";
    }
    lines.push_back({{"answer", answer}, {"comment", line.comment}});
  }
  return {{"draft", view.draft->revision}, {"lines", lines}, {"comment", view.draft->comment}};
}

json::value optional_rubric_json(const std::optional<store::StoredRubric>& rubric) {
  return rubric ? json::value(rubric_json(*rubric)) : json::value(nullptr);
}

json::object scoring_json(const app::Scoring& scoring, const app::RoundView& view,
                          eco::PersonId reader) {
  json::array sheets;
  for (const auto& sheet : scoring.sheets) {
    json::array comments;
    for (const auto& comment : sheet.comments) comments.push_back(text_or_null(comment));
    sheets.push_back({{"reviewer", number_of(view.reviewers, sheet.assessment.reviewer)},
                      {"is_yours", sheet.assessment.reviewer == reader},
                      {"is_recused", sheet.is_recused},
                      {"scores", score_array(sheet.assessment.scores)},
                      {"comments", comments},
                      {"comment", sheet.comment},
                      {"at", rfc3339(sheet.at)}});
  }
  const bool is_hidden = !scoring.why_hidden.empty();
  return {{"number", scoring.number},
          {"reasons", text_or_null(scoring.reasons)},
          {"opened", to_json(scoring.opened)},
          {"why_hidden", text_or_null(scoring.why_hidden)},
          {"sheets", sheets},
          {"agreement",
           is_hidden ? json::value(nullptr) : json::value(agreement_json(scoring.agreement))}};
}

json::value gate_reading_json(const std::optional<eco::GateReading>& gate) {
  if (!gate) return nullptr;
  json::array missing;
  for (const auto& shortfall : gate->missing) missing.push_back(shortfall_json(shortfall));
  return {{"is_open", gate->is_open},
          {"mean_hundredths", or_null(gate->mean_hundredths)},
          {"missing", missing}};
}

}  // namespace

json::object panel_json(const app::PanelView& view, eco::PersonId reader) {
  const auto& file = view.file;
  json::array rounds;
  for (const auto& round : view.rounds) rounds.push_back(round_summary_json(round));
  return {{"innovation",
           {{"id", file.now.id.value},
            {"title", file.text.text.title},
            {"stage", name_of(file.now.state.stage)},
            {"standing", name_of(file.now.state.standing)}}},
          {"revision", file.now.revision.value},
          {"panel", text_or_null(file.now.panel)},
          {"rule", file.rule ? json::value(gate_rule_json(*file.rule)) : json::value(nullptr)},
          {"rubric", optional_rubric_json(view.rubric)},
          {"round", file.now.gate_round},
          {"kind", view.kind == eco::PanelKind::open ? "open" : "assigned"},
          {"calibration", view.calibration},
          {"calibrated", {{"have", view.progress.have}, {"needed", view.progress.needed}}},
          {"reviewers", reviewers_json(view, reader)},
          {"candidates", candidates_json(view)},
          {"rounds", rounds},
          {"why_scores_hidden", text_or_null(view.why_scores_hidden)},
          {"is_chair", view.is_chair},
          {"may_declare", view.may_declare},
          {"why_no_scoring", text_or_null(view.why_no_scoring)},
          {"draft", draft_json(view)}};
}

json::object panel_round_json(const app::RoundView& view, eco::PersonId reader) {
  auto document = round_summary_json(view.summary);
  document["rule"] = gate_rule_json(view.rule);
  document["rubric"] = optional_rubric_json(view.rubric);
  json::array scorings;
  for (const auto& scoring : view.scorings) {
    scorings.push_back(scoring_json(scoring, view, reader));
  }
  document["scorings"] = scorings;
  document["gate"] = gate_reading_json(view.gate);
  document["reasons"] = view.decision ? json::value(view.decision->reasons) : json::value(nullptr);
  document["is_override"] = view.decision && view.decision->confirmed_by.has_value();
  return document;
}

json::array agreement_reproductions_json(
    const std::vector<app::AgreementReproduction>& reproductions) {
  json::array array;
  for (const auto& one : reproductions) {
    array.push_back({{"innovation", one.innovation.value},
                     {"round", one.kept.gate_round},
                     {"calibration", one.kept.calibration},
                     {"seed", one.kept.seed},
                     {"draws", one.kept.draws},
                     {"is_same", one.kept.figures == one.figures_now},
                     {"kept", one.kept.figures.value_or("")},
                     {"now", one.figures_now}});
  }
  return array;
}

json::object rubric_json(const store::StoredRubric& stored) {
  const auto& rubric = stored.rubric;
  json::array criteria;
  for (const auto& [criterion, question, anchors] : rubric.criteria) {
    json::array points;
    for (const auto& anchor : anchors) points.push_back(json::value(anchor));
    criteria.push_back({{"name", criterion.name},
                        {"question", question},
                        {"must_be_met", criterion.must_be_met},
                        {"weight", criterion.weight},
                        {"anchors", points}});
  }
  return {{"id", stored.id.value},
          {"stage", name_of(rubric.stage)},
          {"title", rubric.title},
          {"state", name_of(stored.state)},
          {"revision", stored.revision.value},
          {"criteria", criteria},
          {"required_assessments", rubric.required_assessments},
          {"must_meet_score", rubric.must_meet_score},
          {"threshold_hundredths", rubric.threshold_hundredths},
          {"gate_rule", id_or_null(stored.gate_rule)},
          {"created", rfc3339(stored.created)},
          {"published", to_json(stored.published)}};
}

json::object rubrics_json(const std::vector<store::StoredRubric>& list) {
  json::array rubrics;
  for (const auto& stored : list) rubrics.push_back(rubric_json(stored));
  return {{"rubrics", rubrics}};
}

}  // namespace tributary::http
