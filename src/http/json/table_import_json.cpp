#include "http/json/table_import_json.h"

#include <boost/json/array.hpp>

#include "http/json/innovation_parts_json.h"

namespace tributary::http {

namespace json = boost::json;

json::object table_import_json(const app::TableImport& report) {
  json::array rejected;
  for (const auto& [line, column, reason] : report.rejected) {
    rejected.push_back({{"line", line}, {"column", text_or_null(column)}, {"reason", reason}});
  }
  return {{"added", report.added},
          {"changed", report.changed},
          {"unchanged", report.unchanged},
          {"providers_added", report.providers_added},
          {"rejected", rejected}};
}

}  // namespace tributary::http
