#include "catalogue/formats/csv_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>

namespace tributary::catalogue {
namespace {

using namespace std::string_literals;

using Cells = std::vector<std::string>;

struct Read {
  Cells header;
  std::vector<Cells> rows;
  std::vector<std::uint64_t> lines;
  std::vector<DamagedRow> damaged;
  std::string raws;  ///< of rows and damaged rows in their order
  std::string failure;
  std::string encoding;
};

Read read_csv(std::unique_ptr<ByteSource> source, CsvOptions options = {}) {
  Read read;
  auto reader = CsvReader::open(ByteWindow(std::move(source)), "table.csv", options);
  if (!reader) {
    read.failure = reader.error().text();
    return read;
  }
  read.header = (*reader)->header();
  Row row;
  DamagedRow damaged;
  for (;;) {
    const auto step = (*reader)->next(row, damaged);
    if (!step) read.failure = step.error().text();
    if (!step || *step == TableReader::Step::end) break;
    if (*step == TableReader::Step::row) {
      read.rows.emplace_back(row.cells.begin(), row.cells.end());
      read.lines.push_back(row.line);
      read.raws.append(row.raw).append("\n");
    } else {
      read.damaged.push_back(damaged);
      read.raws.append(damaged.raw).append("\n");
    }
  }
  read.encoding = (*reader)->encoding();
  return read;
}

Read read_csv(std::string text, CsvOptions options = {}) {
  return read_csv(source_of(std::move(text)), options);
}

TEST(CsvReader, ReadsQuotedAndPlainCells) {
  const auto read =
      read_csv("id;title;note\r\n1;\"Work; \"\"dual\"\"\nlearning\";\r\n2;;plain\r\n");
  EXPECT_EQ(read.header, (Cells{"id", "title", "note"}));
  EXPECT_EQ(read.rows,
            (std::vector<Cells>{{"1", "Work; \"dual\"\nlearning", ""}, {"2", "", "plain"}}));
  EXPECT_EQ(read.lines, (std::vector<std::uint64_t>{2, 4}));
  EXPECT_TRUE(read.damaged.empty());
}

TEST(CsvReader, FindsOutTheDelimiterAndTheLineEnd) {
  for (const char delimiter : {';', ',', '\t', '|'}) {
    for (const std::string_view end : {"\n", "\r\n", "\r"}) {
      const auto row = [&](std::string a, std::string_view b) {
        return a.append(1, delimiter).append(b).append(end);
      };
      const auto read = read_csv("\xEF\xBB\xBF" + row("id", "\"a title\"") + row("1", "x") +
                                 std::string(end) + row("2", "\"y\""));
      EXPECT_EQ(read.header, (Cells{"id", "a title"}));
      EXPECT_EQ(read.rows, (std::vector<Cells>{{"1", "x"}, {"2", "y"}}));
      EXPECT_EQ(read.lines, (std::vector<std::uint64_t>{2, 4}));
    }
  }
}

TEST(CsvReader, ShiftedRowsAreDamagedAndNameTheNumbers) {
  const auto read = read_csv("a;b;c\n1;2\n1;2;3\n1;2;3;4\n");
  ASSERT_EQ(read.damaged.size(), 2U);
  EXPECT_EQ(read.damaged[0].line, 2U);
  EXPECT_EQ(read.damaged[0].raw, "1;2");
  EXPECT_EQ(read.damaged[0].reason, "the row has 2 cells where the header has 3");
  EXPECT_EQ(read.damaged[1].line, 4U);
  EXPECT_EQ(read.rows, (std::vector<Cells>{{"1", "2", "3"}}));
}

TEST(CsvReader, StrayMarksAreTextWhereTheRowStaysWhole) {
  const auto read =
      read_csv("id;text;date\n1;\"\"Deep learning\" to \"play around\" with\";2024\n");
  EXPECT_EQ(read.rows,
            (std::vector<Cells>{{"1", "\"Deep learning\" to \"play around\" with", "2024"}}));
}

TEST(CsvReader, RecoversATitleThatLostOneMarkAtEachEnd) {
  const auto read = read_csv("id;title\n1;\"\"A \"\"quoted\"\" title\"\"\n2;x\n");
  EXPECT_EQ(read.rows, (std::vector<Cells>{{"1", "\"A \"quoted\" title\""}, {"2", "x"}}));
}

TEST(CsvReader, AnUnclosedMarkCostsItsLineOnly) {
  const auto read = read_csv(
      "\"id\";\"text\"\n\"1\";\"never closed\n\"2\";\"good\"\n\"3\";\"good too\"\n\"4\";\"again\n");
  EXPECT_EQ(read.rows, (std::vector<Cells>{{"2", "good"}, {"3", "good too"}}));
  ASSERT_EQ(read.damaged.size(), 2U);
  EXPECT_EQ(read.damaged[0].raw, "\"1\";\"never closed");
  EXPECT_EQ(read.damaged[0].line, 2U);
  EXPECT_EQ(read.damaged[1].line, 5U);
  EXPECT_EQ(read.damaged[1].column, 2U);
}

TEST(CsvReader, AShiftedRowWithLineBreaksIsOneDamagedRow) {
  const auto read = read_csv("id;text;x\n1;\"one\ntwo\nthree\"\n2;b;c\n");
  ASSERT_EQ(read.damaged.size(), 1U);
  EXPECT_EQ(read.damaged[0].raw, "1;\"one\ntwo\nthree\"");
  EXPECT_EQ(read.rows, (std::vector<Cells>{{"2", "b", "c"}}));
  EXPECT_EQ(read.lines, (std::vector<std::uint64_t>{5}));
}

TEST(CsvReader, WrongBytesNameColumnAndByte) {
  std::string text = "id;text\n";
  for (int row = 0; row < 20; ++row) text += "1;caf\xC3\xA9\n";
  const auto read = read_csv(text + "2;caf\xE9\n3;nul\0byte\n"s + "4;ok\n");
  ASSERT_EQ(read.damaged.size(), 2U);
  EXPECT_EQ(read.damaged[0].column, 2U);
  EXPECT_EQ(read.damaged[0].reason, "byte 4 of the cell, 0xE9, is not UTF-8");
  EXPECT_EQ(read.damaged[1].reason, "the cell holds a NUL byte");
  EXPECT_EQ(read.rows.size(), 21U);
}

TEST(CsvReader, ConvertsAFileInACodePage) {
  const auto read = read_csv(
      "id;titre\n1;Journ\xE9"
      "e de l\x92"
      "\xE9"
      "cole \xE0 c\xF4t\xE9\n2;\"gar\xE7on \"\"\xEA"
      "tre\"\"\"\n");
  EXPECT_EQ(read.encoding, "windows-1252");
  EXPECT_EQ(read.rows,
            (std::vector<Cells>{{"1", "Journée de l’école à côté"}, {"2", "garçon \"être\""}}));
}

TEST(CsvReader, HoldsToItsLimits) {
  const CsvOptions options{.max_cell_bytes = 100, .max_row_bytes = 300};
  const auto read =
      read_csv("a;b\n1;" + std::string(200, 'x') + "\n2;ok\n3;" + std::string(1000, 'y') +
                   "\n4;ok\n5;\"" + std::string(1000, 'z') + "\"\n6;ok\n",
               options);
  EXPECT_EQ(read.rows, (std::vector<Cells>{{"2", "ok"}, {"4", "ok"}, {"6", "ok"}}));
  ASSERT_EQ(read.damaged.size(), 3U);
  EXPECT_EQ(read.damaged[0].reason, "the cell is longer than 100 bytes");
  EXPECT_EQ(read.damaged[1].reason, "the row is longer than 300 bytes");
  EXPECT_EQ(read.damaged[2].line, 6U);
}

TEST(CsvReader, TablesWithoutQuotingKeepTheirMarks) {
  const auto read = read_csv("name\tsum\n\"Зора-ЕС\" ЕООД\t1\nЕТ \"А\t2\n\"Б\" ООД\t3\n");
  EXPECT_EQ(read.rows,
            (std::vector<Cells>{{"\"Зора-ЕС\" ЕООД", "1"}, {"ЕТ \"А", "2"}, {"\"Б\" ООД", "3"}}));
}

TEST(CsvReader, RefusesWhatHasNoHeader) {
  EXPECT_EQ(read_csv("").failure, "table.csv: the file is empty");
  EXPECT_EQ(read_csv("\xFF\xFEi\0d\0"s).failure,
            "table.csv: the text is in UTF-16; save it as UTF-8");
  EXPECT_EQ(read_csv("id;\"title\n1;2\n").failure,
            "table.csv, line 1: the header cannot be read: a quotation mark in it is not closed");
}

rc::Gen<std::string> any_cell() {
  return rc::gen::container<std::string>(rc::gen::elementOf("ab \";,\t|\r\n\xC3\xA9"s));
}

std::string quoted(const std::string& cell) {
  std::string text = "\"";
  for (const char byte : cell) text.append(byte == '"' ? 2 : 1, byte);
  return text + "\"";
}

RC_GTEST_PROP(CsvReader, ReadsWhatWasWritten, ()) {
  const auto width = *rc::gen::inRange<std::size_t>(1, 6);
  const auto delimiter = *rc::gen::elementOf(";,\t|"s);
  const auto line_end = *rc::gen::element("\n"s, "\r\n"s, "\r"s);
  const auto rows = *rc::gen::container<std::vector<Cells>>(rc::gen::container<Cells>(
      width, rc::gen::suchThat(any_cell(), [](const std::string& cell) { return is_utf8(cell); })));
  std::string text;
  for (std::size_t at = 0; at < width; ++at)
    text += (at > 0 ? std::string(1, delimiter) : "") + "h";
  text += line_end;
  for (const auto& row : rows) {
    for (std::size_t at = 0; at < width; ++at) {
      if (at > 0) text += delimiter;
      const bool plain = row[at].find_first_of(";,\t|\"\r\n") == std::string::npos && width > 1;
      text += plain && *rc::gen::arbitrary<bool>() ? row[at] : quoted(row[at]);
    }
    text += line_end;
  }
  const auto read = read_csv(text, {.delimiter = delimiter, .quoting = Quoting::standard});
  RC_ASSERT(read.damaged.empty());
  RC_ASSERT(read.rows == rows);
}

/// Blocks of given sizes.
class SplitSource final : public ByteSource {
 public:
  SplitSource(std::string text, std::vector<std::size_t> sizes)
      : text_(std::move(text)), sizes_(std::move(sizes)) {}
  Result<std::string_view> next_block() override {
    const std::size_t size = sizes_.empty() ? 7 : sizes_[turn_++ % sizes_.size()];
    const auto block = std::string_view(text_).substr(place_, size);
    place_ += block.size();
    return block;
  }
  [[nodiscard]] std::uint64_t bytes_read() const override { return place_; }

 private:
  std::string text_;
  std::vector<std::size_t> sizes_;
  std::size_t turn_ = 0;
  std::size_t place_ = 0;
};

RC_GTEST_PROP(CsvReader, BlocksMakeNoDifferenceAndNoByteIsLost, ()) {
  const auto text = "a;b\n" + *rc::gen::container<std::string>(
                                  rc::gen::elementOf("aab;;;\"\"\n\n\r\xC3\xA9\xE9"s));
  const auto sizes =
      *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(1, 9));
  const CsvOptions options{.max_cell_bytes = 20, .max_row_bytes = 40};
  const auto whole = read_csv(text, options);
  const auto split = read_csv(std::make_unique<SplitSource>(text, sizes), options);
  RC_ASSERT(whole.rows == split.rows);
  RC_ASSERT(whole.lines == split.lines);
  RC_ASSERT(whole.raws == split.raws);
  if (whole.encoding != "UTF-8") return;
  const auto without_line_ends = [](std::string bytes) {
    std::erase_if(bytes, [](char byte) { return byte == '\n' || byte == '\r'; });
    return bytes;
  };
  RC_ASSERT(without_line_ends(whole.raws) == without_line_ends(text.substr(4)));
}

}  // namespace
}  // namespace tributary::catalogue
