#include "catalogue/importers/row_parser.h"

#include "catalogue/importers/cordis_rows.h"
#include "catalogue/importers/erasmus_rows.h"

namespace tributary::catalogue {

void Statement::clear() {
  auto& p = head;
  for (auto* text : {&p.key, &p.acronym, &p.title, &p.summary, &p.programme, &p.action,
                     &p.key_action, &p.call, &p.published_status, &p.website, &p.doi, &p.rcn}) {
    text->clear();
  }
  for (auto* date : {&p.start, &p.end, &p.signed_on, &p.updated_on}) date->reset();
  for (auto* money : {&p.grant, &p.total_cost}) money->reset();
  p.call_year.reset();
  p.good_practice.reset();
  p.success_story.reset();
  participations.clear();
  topics.clear();
  links.clear();
  is_main_part = false;
}

std::unique_ptr<RowParser> row_parser_for(TableShape shape) {
  switch (shape.kind) {
    case TableKind::cordis_project:
      return cordis_project_parser(std::move(shape));
    case TableKind::erasmus_projects:
      return erasmus_project_parser(std::move(shape));
    default:
      return cordis_part_parser(std::move(shape));
  }
}

}  // namespace tributary::catalogue
