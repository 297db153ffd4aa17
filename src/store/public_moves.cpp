#include "store/public_moves.h"

#include <algorithm>

#include "ecosystem/enum_names.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

Result<> add_moved_versions(sql::Connection& connection, std::uint64_t limit,
                            std::vector<PublicMove>& moves) {
  auto row = TRY(connection.statement(
      "SELECT v.major, v.minor, v.patch, m.to_state, m.number, v.title, m.reasons, m.at "
      "FROM framework_version_moves m JOIN framework_versions v ON v.id = m.version_id "
      "ORDER BY m.at DESC, m.version_id DESC, m.number DESC LIMIT ?"));
  TRY(row.bind(static_cast<std::int64_t>(limit)));
  const auto part = [&](int column) { return static_cast<std::uint32_t>(row.integer(column)); };
  while (TRY(row.step())) {
    moves.push_back({.what = MovedVersion{.number = {part(0), part(1), part(2)},
                                          .to = TRY(eco::enum_from_name(
                                              row.text(3), eco::VersionState::withdrawn))},
                     .number = row.integer(4),
                     .title = std::string(row.text(5)),
                     .reasons = std::string(row.text(6)),
                     .at = moment_of(row.integer(7))});
  }
  return {};
}

Result<> add_moved_innovations(sql::Connection& connection, std::uint64_t limit,
                               std::vector<PublicMove>& moves) {
  auto row = TRY(connection.statement(
      "SELECT m.innovation, m.act, m.to_stage, m.to_standing, m.number, t.title, m.reasons, m.at "
      "FROM innovation_moves m JOIN innovations i ON i.id = m.innovation "
      "JOIN innovation_texts t ON t.innovation = i.id AND t.number = i.text_number "
      "WHERE m.act NOT IN (?, ?, ?) "
      "ORDER BY m.at DESC, m.innovation DESC, m.number DESC LIMIT ?"));
  TRY(row.bind(name_of(eco::PipelineAct::park), name_of(eco::PipelineAct::resume),
               name_of(eco::PipelineAct::withdraw), static_cast<std::int64_t>(limit)));
  while (TRY(row.step())) {
    const eco::PipelineState to{
        TRY(eco::enum_from_name(row.text(2), eco::Stage::mainstreamed)),
        TRY(eco::enum_from_name(row.text(3), eco::Standing::de_implemented))};
    moves.push_back({.what = MovedInnovation{.id = {row.integer(0)},
                                             .act = TRY(eco::enum_from_name(
                                                 row.text(1), eco::PipelineAct::withdraw)),
                                             .to = to},
                     .number = row.integer(4),
                     .title = std::string(row.text(5)),
                     .reasons = std::string(row.text(6)),
                     .at = moment_of(row.integer(7))});
  }
  return {};
}

}  // namespace

Result<std::vector<PublicMove>> newest_public_moves(sql::Connection& connection,
                                                    std::uint64_t limit) {
  std::vector<PublicMove> moves;
  TRY(add_moved_versions(connection, limit, moves));
  TRY(add_moved_innovations(connection, limit, moves));
  std::ranges::stable_sort(moves, std::ranges::greater{}, &PublicMove::at);
  if (moves.size() > limit) moves.resize(limit);
  return moves;
}

}  // namespace tributary::store
