// search/exec/generation_snapshot.h
#pragma once

#include <memory>

#include "search/index.h"
#include "search/index/generation.h"

namespace tributary::search {

/// Searches `generation` exhaustively: every document that a word of the query has is scored, every
/// count is counted. Slow, simple, and right: what faster ways of searching are compared with.
std::shared_ptr<const Snapshot> make_snapshot(std::unique_ptr<const Generation> generation);

}  // namespace tributary::search
