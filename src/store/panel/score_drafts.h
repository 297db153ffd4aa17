// store/panel/score_drafts.h
//
// What a reviewer has saved and not submitted yet. Nobody else reads it.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/panel/panel_record.h"

namespace tributary::store {

struct ScoreLine {
  bool is_answered = false;
  std::optional<int> score;  ///< answered without one: cannot judge
  std::string comment;
  bool operator==(const ScoreLine&) const = default;
};

struct ScoreDraft {
  std::int64_t revision = 0;     ///< 0: nothing is saved
  std::vector<ScoreLine> lines;  ///< by criterion
  std::string comment;
  Timestamp at;
};

/// Of revision 0 where there is none.
Result<ScoreDraft> score_draft(sql::Connection& connection, const SheetKey& key);

/// Writes it one revision further than it says. REQUIRES: it was read in this transaction.
Result<> save_score_draft(sql::Connection& connection, const SheetKey& key,
                          const ScoreDraft& draft);

Result<> delete_score_draft(sql::Connection& connection, const SheetKey& key);

}  // namespace tributary::store
