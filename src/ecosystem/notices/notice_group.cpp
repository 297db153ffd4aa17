#include "ecosystem/notices/notice_group.h"

#include <array>

namespace tributary::ecosystem {

NoticeGroup group_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::innovation_decided:
    case NoticeKind::condition_due:
    case NoticeKind::team_asked:
    case NoticeKind::team_joined:
    case NoticeKind::case_decided:
    case NoticeKind::pilot_started:
    case NoticeKind::pilot_moved:
    case NoticeKind::pilot_handed_over:
    case NoticeKind::protocol_moved:
      return NoticeGroup::innovations;
    case NoticeKind::innovation_proposed:
    case NoticeKind::assessment_asked:
    case NoticeKind::calibration_opened:
    case NoticeKind::gate_ready:
    case NoticeKind::override_proposed:
      return NoticeGroup::panels;
    case NoticeKind::authority_asked:
    case NoticeKind::taken_up:
    case NoticeKind::application_reviewed:
    case NoticeKind::case_submitted:
      return NoticeGroup::authorities;
    case NoticeKind::consultation_opened:
    case NoticeKind::position_asked:
    case NoticeKind::version_moved:
    case NoticeKind::amendment_proposed:
    case NoticeKind::amendment_decided:
      return NoticeGroup::framework;
    case NoticeKind::role_given:
    case NoticeKind::role_taken:
      return NoticeGroup::roles;
    case NoticeKind::claim_waiting:
    case NoticeKind::claim_decided:
    case NoticeKind::offer_submitted:
    case NoticeKind::offer_decided:
    case NoticeKind::offer_matched:
    case NoticeKind::offer_ending:
    case NoticeKind::message_reported:
      return NoticeGroup::partnerships;
  }
  return NoticeGroup::innovations;
}

std::string_view name_of(NoticeGroup group) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"innovations", "panels", "authorities", "framework", "roles", "partnerships"});
  static_assert(kNames.size() == kNoticeGroups);
  return kNames[static_cast<std::size_t>(group)];
}

}  // namespace tributary::ecosystem
