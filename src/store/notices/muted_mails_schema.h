// store/notices/muted_mails_schema.h: which notices stay away from mails, one migration of
// schema.cpp.
#pragma once

namespace tributary::store {

inline constexpr const char* kMutedMailsSchema = R"sql(
-- No row: the group comes by mail, in the rhythm of notice_preferences.
CREATE TABLE muted_notice_mails (
  account INTEGER NOT NULL REFERENCES accounts (id),
  notice_group TEXT NOT NULL,       -- ecosystem::NoticeGroup
  PRIMARY KEY (account, notice_group));
)sql";

}  // namespace tributary::store
