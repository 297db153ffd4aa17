// Rows of project.csv and of the one-file lists before 2021.
#include "catalogue/importers/cell_reader.h"
#include "catalogue/importers/cordis_rows.h"
#include "catalogue/importers/field_labels.h"

namespace tributary::catalogue {
namespace {

class CordisProjectParser final : public RowParser {
 public:
  explicit CordisProjectParser(TableShape shape) : shape_(std::move(shape)) {}

  bool parse(const Row& row, Statement& statement, CellFault& fault) override {
    for (const auto& [cell, column, group] : shape_.columns) {
      if (cell >= row.cells.size() || read(column, row.cells[cell], statement)) continue;
      fault = {cell, reader_.fault()};
      return false;
    }
    finish(statement.head);
    return true;
  }

 private:
  bool read(Column column, std::string_view cell, Statement& statement) {
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
        project.programme = programme_named(reader_.cleaned(cell));
        return true;
      case Column::programme_codes:
      case Column::legal_basis_codes:
        return codes(cell, TopicVocabulary::legal_basis, statement);
      case Column::topic_codes:
        return codes(cell, TopicVocabulary::call_topic, statement);
      case Column::call:
        return reader_.text(cell, project.call);
      case Column::master_call:
        if (project.call.empty()) return reader_.text(cell, project.call);
        return true;
      case Column::action:
        return reader_.text(cell, project.action);
      case Column::status:
        return reader_.text(cell, project.published_status);
      case Column::start:
        return reader_.date(cell, project.start);
      case Column::end:
        return reader_.date(cell, project.end);
      case Column::signed_on:
        return reader_.date(cell, project.signed_on);
      case Column::updated_on:
        return reader_.date(cell, project.updated_on);
      case Column::grant:
        return reader_.money(cell, project.grant);
      case Column::total_cost:
        return reader_.money(cell, project.total_cost);
      case Column::website:
        return reader_.website(cell, project.website);
      case Column::doi:
        return reader_.text(cell, project.doi);
      case Column::rcn:
        return is_blank(cell) || reader_.key(cell, project.rcn);
      case Column::keywords:
        return keywords(cell, statement);
      case Column::coordinator:
        return participants(cell, Role::coordinator, statement);
      case Column::coordinator_country:
        return coordinator_country(cell, statement);
      case Column::participants:
        return participants(cell, Role::partner, statement);
      default:
        return true;
    }
  }

  bool codes(std::string_view cell, TopicVocabulary vocabulary, Statement& statement) {
    for_each_part(reader_.cleaned(cell), ";", [&](std::string_view code) {
      statement.topics.push_back({vocabulary, std::string(code), {}});
    });
    return true;
  }

  bool keywords(std::string_view cell, Statement& statement) {
    const auto list = reader_.cleaned(cell);
    const auto separator = list.find(';') == std::string_view::npos ? "," : ";";
    for_each_part(list, separator, [&](std::string_view word) {
      statement.topics.push_back({TopicVocabulary::keyword, {}, std::string(word)});
    });
    return true;
  }

  /// Names alone: `participantCountries` is the list of distinct countries, which does not say
  /// whose they are.
  bool participants(std::string_view cell, Role role, Statement& statement) {
    const auto add = [&](std::string_view name) {
      auto& participation = statement.participations.emplace_back();
      participation.organisation.name.assign(name);
      participation.role = role;
      participation.role_label = role == Role::coordinator ? "coordinator" : "participant";
      participation.order = static_cast<std::uint32_t>(statement.participations.size());
    };
    const auto list = reader_.cleaned(cell);
    if (role == Role::partner) {
      for_each_part(list, ";", add);
    } else if (!is_blank(list)) {
      add(list);
    }
    return true;
  }

  bool coordinator_country(std::string_view cell, Statement& statement) {
    std::string country;
    if (!list_of_one(cell, country)) return false;
    for (auto& participation : statement.participations) {
      if (participation.role == Role::coordinator) participation.organisation.country = country;
    }
    return true;
  }

  /// Some lists repeat the country of several coordinating sites: "FR;FR".
  bool list_of_one(std::string_view cell, std::string& country) {
    bool sound = true, one = true;
    for_each_part(cell, ";", [&](std::string_view name) {
      std::string next;
      sound = sound && reader_.country(name, next);
      one = one && (country.empty() || country == next);
      country = next;
    });
    if (!one) country.clear();
    return sound;
  }

  static void finish(SourceProject& project) { project.call_year = year_of_call(project.call); }

  TableShape shape_;
  CellReader reader_;
};

}  // namespace

std::unique_ptr<RowParser> cordis_project_parser(TableShape shape) {
  return std::make_unique<CordisProjectParser>(std::move(shape));
}

}  // namespace tributary::catalogue
