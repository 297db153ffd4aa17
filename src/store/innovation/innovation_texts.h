// store/innovation/innovation_texts.h
//
// What an innovation says of itself: every edit is another text, and none is ever changed.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"

namespace tributary::store {

struct StoredText {
  std::int64_t number = 1;  ///< from 1, oldest first
  ecosystem::InnovationText text;
  std::string search_words;  ///< title, problem and what is new; folded
  Timestamp at;
  ecosystem::PersonId by;
};

Result<> insert_innovation_text(sql::Connection& connection, ecosystem::InnovationId id,
                                const StoredText& text);

/// Errors: `not_found`.
Result<StoredText> innovation_text(sql::Connection& connection, ecosystem::InnovationId id,
                                   std::int64_t number);

/// Who wrote which when, oldest first.
struct TextEdition {
  std::int64_t number = 1;
  Timestamp at;
  ecosystem::PersonId by;
};
Result<std::vector<TextEdition>> innovation_text_editions(sql::Connection& connection,
                                                          ecosystem::InnovationId id);

}  // namespace tributary::store
