#include "http/json/catalogue_json.h"

#include "http/json/values.h"
#include "http/utf8.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

json::value file_json(const catalogue::FileTally& tally) {
  return {{"file", tally.file},         {"kind", tally.kind},          {"rows", tally.rows},
          {"rejected", tally.rejected}, {"refused", tally.refused},    {"new", tally.added},
          {"changed", tally.changed},   {"unchanged", tally.unchanged}};
}

json::object run_json(const store::ImportRun& run) {
  json::array files;
  for (const auto& tally : run.files) files.push_back(file_json(tally));
  return {
      {"id", run.id.value},
      {"source", run.source},
      {"label", run.label},
      {"state", name_of(run.state)},
      {"began", rfc3339(run.began)},
      {"ended", to_json(run.ended)},
      {"read", run.read},
      {"new", run.added},
      {"changed", run.changed},
      {"unchanged", run.unchanged},
      {"rejected", run.rows_rejected},
      {"files", std::move(files)},
  };
}

}  // namespace

json::object coverage_json(const std::vector<store::CoverageRow>& rows, Date as_of) {
  json::array array;
  std::uint64_t projects = 0;
  for (const auto& row : rows) {
    projects += row.projects;
    array.push_back({{"programme", row.programme},
                     {"year", or_null(row.year)},
                     {"country", row.country},
                     {"projects", row.projects},
                     {"with_summary", row.with_summary},
                     {"with_participations", row.with_participations}});
  }
  json::object document{{"rows", std::move(array)}, {"projects", projects}};
  tell_origin(document, as_of, "all projects of the catalogue, which its import runs brought");
  return document;
}

json::object imports_json(const std::vector<store::ImportRun>& runs) {
  json::array array;
  for (const auto& run : runs) array.push_back(run_json(run));
  return {{"runs", std::move(array)}};
}

json::object rejects_json(const std::vector<catalogue::Reject>& rejects) {
  json::array array;
  for (const auto& reject : rejects) {
    array.push_back({{"file", with_replacements(reject.file)},
                     {"line", reject.line},
                     {"column", with_replacements(reject.column)},
                     {"reason", with_replacements(reject.reason)},
                     {"raw", with_replacements(reject.raw)}});
  }
  return {{"rejects", std::move(array)}};
}

}  // namespace tributary::http
