// store/panel/panel_record.h
//
// How a panel came to its scores: who was asked and what they declared, rounds of calibration and
// what was scored in them. All of it is only ever added to, and only in the round at hand; the
// scores of before any calibration are gate_assessments() of store/innovation/gate_rules.h.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/gate_rule.h"
#include "ecosystem/panel/reviewer_event.h"
#include "sql/connection.h"

namespace tributary::store {

struct ReviewerEvent {
  std::int64_t gate_round = 1;
  ecosystem::PersonId reviewer;
  ecosystem::ReviewerEventKind kind = ecosystem::ReviewerEventKind::assigned;
  std::string text;  ///< the declaration, or the reasons of a release
  Timestamp at;
  ecosystem::PersonId by;
};

struct Calibration {
  std::int64_t gate_round = 1;
  std::int64_t number = 1;
  std::string reasons;
  Timestamp at;
  ecosystem::PersonId by;
};

struct CalibratedAssessment {
  std::int64_t gate_round = 1;
  std::int64_t calibration = 1;
  ecosystem::GateAssessment assessment;
  std::string comment;
  Timestamp at;
};

struct PanelRecord {
  std::vector<ReviewerEvent> events;
  std::vector<Calibration> calibrations;
  std::vector<CalibratedAssessment> calibrated;
};

/// Of all rounds, each part oldest first.
Result<PanelRecord> panel_record(sql::Connection& connection, ecosystem::InnovationId id);

Result<> append_reviewer_event(sql::Connection& connection, ecosystem::InnovationId id,
                               const ReviewerEvent& event);

Result<> insert_calibration(sql::Connection& connection, ecosystem::InnovationId id,
                            const Calibration& calibration);

/// Errors: `conflict` where this reviewer has scored in this calibration.
Result<> insert_calibrated_assessment(sql::Connection& connection, ecosystem::InnovationId id,
                                      const CalibratedAssessment& stored);

/// Where scores are of one reviewer in one round of a gate, before or in a calibration.
struct SheetKey {
  ecosystem::InnovationId innovation;
  std::int64_t gate_round = 1;
  std::int64_t calibration = 0;
  ecosystem::PersonId reviewer;
};

/// By criterion; empty ones are left out.
Result<> insert_score_comments(sql::Connection& connection, const SheetKey& key,
                               const std::vector<std::string>& comments);

/// `criteria` of them, empty where there is none.
Result<std::vector<std::string>> score_comments(sql::Connection& connection, const SheetKey& key,
                                                std::size_t criteria);

}  // namespace tributary::store
