#include "corpus/real_projects.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "corpus/real_table.h"
#include "text/fold.h"

namespace tributary::bench {
namespace {

/// "Artificial intelligence" → "artificial_intelligence": one word in every format.
std::string label(std::string_view text) {
  auto result = text::fold(text);
  for (auto& byte : result) {
    const bool is_kept =
        (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '.';
    if (!is_kept) byte = '_';
  }
  return result;
}

void add_distinct(std::vector<std::string>& to, std::string value) {
  if (!value.empty() && std::ranges::find(to, value) == to.end()) to.push_back(std::move(value));
}

}  // namespace

Result<std::vector<RealProject>> read_real_projects(const Path& data) {
  const auto folder = data / "cordis" / "horizon-europe";
  std::map<std::string, RealProject, std::less<>> projects;
  TRY(for_each_row(folder / "organization.csv.xz", {"projectID", "country"},
                   [&](const RowCells& cells) {
                     if (cells[1].empty()) return;
                     add_distinct(projects[std::string(cells[0])].countries, label(cells[1]));
                   }));
  TRY(for_each_row(folder / "legalBasis.csv.xz", {"projectID", "legalBasis", "uniqueProgrammePart"},
                   [&](const RowCells& cells) {
                     const auto project = projects.find(cells[0]);
                     if (project == projects.end() || cells[2] != "true") return;
                     project->second.programme = label(cells[1]);
                   }));
  TRY(for_each_row(folder / "euroSciVoc.xlsx", {"projectID", "euroSciVocTitle"},
                   [&](const RowCells& cells) {
                     const auto project = projects.find(cells[0]);
                     if (project == projects.end()) return;
                     add_distinct(project->second.topics, label(cells[1]));
                   }));
  std::vector<RealProject> result;
  result.reserve(projects.size());
  for (auto& [id, project] : projects) result.push_back(std::move(project));
  return result;
}

}  // namespace tributary::bench
