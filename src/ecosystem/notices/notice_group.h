// ecosystem/notices/notice_group.h
//
// Kinds of notices that belong together for those who choose which of them come by mail.
#pragma once

#include <cstdint>
#include <string_view>

#include "ecosystem/enum_set.h"
#include "ecosystem/notices/notice_kind.h"

namespace tributary::ecosystem {

enum class NoticeGroup : std::uint8_t {
  innovations,   ///< what becomes of those on which the person works or which they support
  panels,        ///< what is to be assessed, decided or confirmed at gates
  authorities,   ///< what lies before the person's Member State
  framework,     ///< its versions and amendments
  roles,         ///< the person's own
  partnerships,  ///< claims, offers and conversations
};

inline constexpr std::size_t kNoticeGroups = 6;

using NoticeGroups = EnumSet<NoticeGroup>;

NoticeGroup group_of(NoticeKind kind);

std::string_view name_of(NoticeGroup group);

}  // namespace tributary::ecosystem
