#include "catalogue/formats/double_encoding.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "catalogue/formats/table_file.h"

namespace tributary::catalogue {
namespace {

std::string repaired(std::string text) {
  repair_double_encoding(text);
  return text;
}

TEST(DoubleEncoding, IsUndone) {
  EXPECT_EQ(repaired("â€œMOVESâ€\u009d costs â‚¬ 5"), "“MOVES” costs € 5");
  EXPECT_EQ(repaired("FormaciÃ³n en AlmerÃ­a"), "Formación en Almería");
  EXPECT_EQ(repaired("Î‘Î¸Î®Î½Î±, Å\u0081Ã³dÅº"), "Αθήνα, Łódź");
  EXPECT_EQ(repaired("ï¿½ lost"), "\uFFFD lost");
}

TEST(DoubleEncoding, LeavesRightTextAlone) {
  for (const std::string text : {"Ærø og “Ålesund”", "EDUCAÇÃO “PARA TODOS”", "CAFÉ™ plus",
                                 "Αθήνα €5", "plain", "", "Ã", "50 â"}) {
    std::string copy = text;
    EXPECT_FALSE(repair_double_encoding(copy)) << text;
    EXPECT_EQ(copy, text);
  }
}

TEST(DoubleEncoding, InMixedTextRepairsOnlyWhatCanMeanNothingElse) {
  EXPECT_EQ(repaired("Die Universitätâ€™s FÃ¼hrung"), "Die Universität’s FÃ¼hrung");
}

std::map<std::string, std::vector<std::string>> rows_by_project(const Path& file) {
  std::map<std::string, std::vector<std::string>> rows;
  auto table = open_table({.file = file});
  if (!table) throw std::runtime_error(table.error().text());
  Row row;
  DamagedRow damaged;
  while (*(*table)->next(row, damaged) == TableReader::Step::row)
    rows.try_emplace(std::string(row.cells.at(2)), row.cells.begin(), row.cells.end());
  return rows;
}

TEST(DoubleEncoding, RealTextsBecomeWhatTheyAreInTheUndamagedFile) {
  const Path folder = Path(TRIBUTARY_SOURCE_DIR) / "../shared/data/cordis/h2020";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "skipped: no ../shared/data";
  const auto damaged = rows_by_project(folder / "cleantech_inner.csv.xz");
  const auto right = rows_by_project(folder / "cleantech_joint.csv.xz");
  constexpr std::size_t kTitle = 8;
  constexpr std::size_t kObjective = 12;
  std::size_t changed = 0;
  std::size_t as_in_right = 0;
  for (const auto& [id, row] : damaged) {
    const auto twin = right.find(id);
    if (twin == right.end()) continue;
    for (const auto column : {kTitle, kObjective}) {
      std::string text = row.at(column);
      if (!repair_double_encoding(text)) {
        EXPECT_EQ(text, row.at(column));
        continue;
      }
      ++changed;
      as_in_right += text == twin->second.at(column) ? 1U : 0U;
    }
  }
  RecordProperty("changed", static_cast<int>(changed));
  RecordProperty("as_in_right", static_cast<int>(as_in_right));
  EXPECT_GT(changed, 700U);
  EXPECT_GE(as_in_right * 100, changed * 98) << as_in_right << " of " << changed;
}

}  // namespace
}  // namespace tributary::catalogue
