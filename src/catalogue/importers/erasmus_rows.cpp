#include "catalogue/importers/erasmus_rows.h"

#include "catalogue/importers/cell_reader.h"
#include "catalogue/importers/organisation_columns.h"

namespace tributary::catalogue {
namespace {

/// The programme and action in a path like "Culture\Culture (2007-2013)\Cooperation Projects". The
/// first part is a field of policy; the external programmes have one level more.
void assign_programme_path(std::string_view path, SourceProject& project) {
  constexpr std::string_view kOneLevelMore = "External Programmes and Policies";
  int part_number = 0;
  int programme_at = 2;
  for_each_part(path, "\\", [&](std::string_view part) {
    ++part_number;
    if (part_number == 2 && part == kOneLevelMore) programme_at = 3;
    if (part_number == programme_at) {
      project.programme.assign(part);
    } else if (part_number > programme_at) {
      if (!project.action.empty()) project.action += " – ";
      project.action += part;
    }
  });
  if (part_number == 1) project.programme.assign(trimmed(path));
}

class ErasmusProjectParser final : public RowParser {
 public:
  explicit ErasmusProjectParser(TableShape shape) : shape_(std::move(shape)) {}

  bool parse(const Row& row, Statement& statement, CellFault& fault) override {
    sub_action_.clear();
    std::uint32_t group = 0;
    for (const auto& bound : shape_.columns) {
      if (bound.cell >= row.cells.size()) continue;
      const auto cell = row.cells[bound.cell];
      if (bound.group != group) {
        drop_unnamed(statement);
        group = bound.group;
        begin_participation(group, statement);
      }
      if (cell.empty()) continue;
      const bool sound = group == 0 ? read_project(bound.column, cell, statement)
                                    : read_organisation_cell(reader_, bound.column, cell,
                                                             statement.participations.back());
      if (sound) continue;
      fault = {bound.cell, reader_.fault()};
      return false;
    }
    drop_unnamed(statement);
    finish(statement.head);
    if (!statement.head.key.empty()) return true;
    fault = {shape_.columns.front().cell, "the row has no project identifier"};
    return false;
  }

 private:
  /// Most of the hundred groups of a row are empty: the last participation is used again then.
  static void begin_participation(std::uint32_t group, Statement& statement) {
    auto& participation = statement.participations.emplace_back();
    participation.role = group == 1 ? Role::coordinator : Role::partner;
    participation.order = group;
  }

  static void drop_unnamed(Statement& statement) {
    if (!statement.participations.empty() &&
        statement.participations.back().organisation.name.empty()) {
      statement.participations.pop_back();
    }
  }

  bool read_project(Column column, std::string_view cell, Statement& statement) {
    auto& project = statement.head;
    switch (column) {
      case Column::key:
        return reader_.key(cell, project.key);
      case Column::acronym:
        return reader_.text(cell, project.acronym);
      case Column::title:
        return reader_.text(cell, project.title);
      case Column::summary:
        return reader_.text(cell, project.summary, Lines::kept);
      case Column::framework_programme:
        return reader_.text(cell, project.programme);
      case Column::programme_path:
        assign_programme_path(reader_.cleaned(cell), project);
        return true;
      case Column::key_action:
        return reader_.text(cell, project.key_action);
      case Column::action:
        return reader_.text(cell, project.action);
      case Column::sub_action:
        return reader_.text(cell, sub_action_);
      case Column::call_year:
        return reader_.year(cell, project.call_year);
      case Column::status:
        return reader_.text(cell, project.published_status);
      case Column::start:
        return reader_.date(cell, project.start);
      case Column::end:
        return reader_.date(cell, project.end);
      case Column::grant:
        return reader_.money(cell, project.grant);
      case Column::website:
        return reader_.website(cell, project.website);
      case Column::good_practice:
        return reader_.truth(cell, project.good_practice);
      case Column::success_story:
        return reader_.truth(cell, project.success_story);
      case Column::topic_labels:
        return topics(cell, statement);
      case Column::results_card:
        if (!is_blank(cell)) {
          statement.links.push_back({std::string(reader_.cleaned(cell)), "results platform", {}});
        }
        return true;
      default:
        return true;
    }
  }

  /// Labels contain commas; "; " separates.
  bool topics(std::string_view cell, Statement& statement) {
    for_each_part(reader_.cleaned(cell), ";", [&](std::string_view label) {
      statement.topics.push_back({TopicVocabulary::erasmus_topic, {}, std::string(label)});
    });
    return true;
  }

  void finish(SourceProject& project) const {
    if (!sub_action_.empty()) {
      if (!project.action.empty()) project.action += " – ";
      project.action += sub_action_;
    }
    if (!project.call_year) return;
    project.call = std::to_string(*project.call_year);
    if (!project.action.empty()) project.call += " " + project.action;
  }

  TableShape shape_;
  CellReader reader_;
  std::string sub_action_;
};

}  // namespace

std::unique_ptr<RowParser> erasmus_project_parser(TableShape shape) {
  return std::make_unique<ErasmusProjectParser>(std::move(shape));
}

}  // namespace tributary::catalogue
