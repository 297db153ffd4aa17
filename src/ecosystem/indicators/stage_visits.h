// ecosystem/indicators/stage_visits.h
//
// From the moves of an innovation to its times in the stages of the pipeline, and what the visits
// of many say of a stage: how many went on, and how long it took.
//
// Pure functions; safe from any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "ecosystem/indicators/figure.h"
#include "ecosystem/indicators/incidence.h"

namespace tributary::ecosystem {

/// A move as it was decided, whoever decided it.
struct StageMove {
  Date at;
  PipelineState to;
};

/// From `created`, when it is identified, along `moves`, oldest first. Being parked is a part of
/// the visit; a move that keeps the stage, as repeating a test, goes on with it.
std::vector<StageVisit> visits_of(InnovationId innovation, Date created,
                                  std::span<const StageMove> moves);

/// Of the visits that began and ended until `as_of`, the share that went on to another stage. Rows:
/// innovations that did. Heard: those visits, of all that began.
Figure<InnovationId> share_that_went_on(std::span<const StageVisit> visits, Stage stage, Date as_of,
                                        std::string source);

/// The median length in days of the same visits. Rows: their innovations. Those that still last are
/// not in it, so it tells of the past.
Figure<InnovationId> median_days_in_stage(std::span<const StageVisit> visits, Stage stage,
                                          Date as_of, std::string source);

}  // namespace tributary::ecosystem
