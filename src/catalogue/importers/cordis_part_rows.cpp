// Rows of the tables beside project.csv: organisations, topics, legal bases, fields of science,
// links, deliverables, reports and publications.
#include "catalogue/importers/cell_reader.h"
#include "catalogue/importers/cordis_rows.h"
#include "catalogue/importers/organisation_columns.h"

namespace tributary::catalogue {
namespace {

constexpr std::string_view kCordisSite = "https://cordis.europa.eu";

class CordisPartParser final : public RowParser {
 public:
  explicit CordisPartParser(TableShape shape) : shape_(std::move(shape)) {}

  bool parse(const Row& row, Statement& statement, CellFault& fault) override {
    switch (shape_.kind) {
      case TableKind::cordis_organization:
        statement.participations.emplace_back();
        break;
      case TableKind::cordis_topics:
        add_topic(TopicVocabulary::call_topic, statement);
        break;
      case TableKind::cordis_legal_basis:
        add_topic(TopicVocabulary::legal_basis, statement);
        break;
      case TableKind::cordis_euro_sci_voc:
        add_topic(TopicVocabulary::euro_sci_voc, statement);
        break;
      default:
        statement.links.emplace_back();
        break;
    }
    for (const auto& [cell, column, group] : shape_.columns) {
      if (cell >= row.cells.size() || read(column, row.cells[cell], statement)) continue;
      fault = {cell, reader_.fault()};
      return false;
    }
    return finish(statement, fault);
  }

 private:
  static void add_topic(TopicVocabulary vocabulary, Statement& statement) {
    statement.topics.emplace_back().vocabulary = vocabulary;
  }

  bool read(Column column, std::string_view cell, Statement& statement) {
    if (column == Column::key) return reader_.key(cell, statement.head.key);
    if (column == Column::acronym) return reader_.text(cell, statement.head.acronym);
    if (!statement.participations.empty()) {
      return read_organisation_cell(reader_, column, cell, statement.participations.front());
    }
    return statement.topics.empty() ? read_link(column, cell, statement)
                                    : read_topic(column, cell, statement);
  }

  bool read_topic(Column column, std::string_view cell, Statement& statement) {
    auto& topic = statement.topics.front();
    if (column == Column::code) return reader_.text(cell, topic.code);
    if (column == Column::label) return reader_.text(cell, topic.label);
    if (column != Column::main_part) return true;
    std::optional<bool> is_main;
    if (!reader_.truth(cell, is_main)) return false;
    statement.is_main_part = is_main.value_or(false);
    return true;
  }

  bool read_link(Column column, std::string_view cell, Statement& statement) {
    auto& link = statement.links.front();
    switch (column) {
      case Column::url:
        return reader_.text(cell, link.url);
      case Column::link_title:
        return reader_.text(cell, link.title);
      case Column::link_kind:
      case Column::code:
        return reader_.text(cell, label_);
      default:
        return true;
    }
  }

  bool finish(Statement& statement, CellFault& fault) {
    if (shape_.kind == TableKind::cordis_organization) {
      const auto& organisation = statement.participations.front().organisation;
      if (!organisation.name.empty() || !organisation.pic.empty()) return true;
      fault = {cell_of(Column::name), "the organisation has neither a name nor a code"};
      return false;
    }
    if (!statement.topics.empty()) {
      const auto& topic = statement.topics.front();
      if (!topic.code.empty() || !topic.label.empty()) return true;
      fault = {cell_of(Column::code), "the topic has neither a code nor a title"};
      return false;
    }
    finish_link(statement);
    return true;
  }

  void finish_link(Statement& statement) {
    auto& link = statement.links.front();
    switch (shape_.kind) {
      case TableKind::cordis_deliverables:
        link.kind = "deliverable";
        break;
      case TableKind::cordis_publications:
        link.kind = "publication";
        if (link.url.starts_with("10.")) link.url.insert(0, "https://doi.org/");
        break;
      case TableKind::cordis_report_summaries: {
        link.kind = "report";
        statement.head.title.assign(title_in_brackets(link.title));
        if (link.url.starts_with('/')) link.url.insert(0, kCordisSite);
        break;
      }
      default:
        link.kind = kind_of_web_link();
        break;
    }
    // A statement without an address is no link, but may still tell acronym and title.
    if (link.url.empty()) statement.links.clear();
  }

  [[nodiscard]] std::string kind_of_web_link() const {
    if (label_ == "projectDeliverable") return "deliverable";
    if (label_ == "projectHome" || label_ == "homepage" || label_.empty()) return "website";
    return label_;
  }

  [[nodiscard]] std::size_t cell_of(Column column) const {
    for (const auto& bound : shape_.columns) {
      if (bound.column == column) return bound.cell;
    }
    return 0;
  }

  TableShape shape_;
  CellReader reader_;
  std::string label_;  ///< of the link being read
};

}  // namespace

std::unique_ptr<RowParser> cordis_part_parser(TableShape shape) {
  return std::make_unique<CordisPartParser>(std::move(shape));
}

std::string_view title_in_brackets(std::string_view report_title) {
  if (!report_title.ends_with(')')) return {};
  int depth = 0;
  for (auto at = report_title.size(); at > 0; --at) {
    if (report_title[at - 1] == ')') ++depth;
    if (report_title[at - 1] == '(' && --depth == 0) {
      return trimmed(report_title.substr(at, report_title.size() - at - 1));
    }
  }
  return {};
}

}  // namespace tributary::catalogue
