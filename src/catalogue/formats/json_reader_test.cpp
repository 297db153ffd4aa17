#include "catalogue/formats/json_reader.h"

#include <gtest/gtest.h>

namespace tributary::catalogue {
namespace {

std::vector<std::string> read_json(const std::string& text) {
  JsonRecordReader reader(ByteWindow(source_of(text, 3)));
  JsonRecord record;
  DamagedRow damaged;
  std::vector<std::string> told;
  for (;;) {
    const auto step = *reader.next(record, damaged);
    if (step == TableReader::Step::end) return told;
    if (step == TableReader::Step::damaged) {
      told.push_back(std::to_string(damaged.line) + " damaged " + damaged.raw);
      continue;
    }
    told.push_back(std::to_string(record.line));
    for (const auto& field : record.fields) told.back() += " " + field.path + "=" + field.value;
  }
}

TEST(JsonReader, ReadsArraysLinesAndObjectsWithNothingBetween) {
  const std::vector<std::string> expected = {"1 a=1", "1 a=true"};
  EXPECT_EQ(read_json(R"([{"a":1},{"a":true}])"), expected);
  EXPECT_EQ(read_json(R"({"a":1}{"a":true})"), expected);
  EXPECT_EQ(read_json("{\"a\":1}\n{\"a\":null}\n"), (std::vector<std::string>{"1 a=1", "2 a="}));
}

TEST(JsonReader, NamesNestedValuesByTheirPath) {
  EXPECT_EQ(read_json(R"({"who":{"name":"a\"}b"},"list":[1,"x"],"sum":2494217.50})"),
            (std::vector<std::string>{R"(1 who.name=a"}b list=[1,"x"] sum=2494217.5)"}));
}

TEST(JsonReader, ADamagedLineCostsItself) {
  EXPECT_EQ(read_json("{\"a\":1}\n{\"a\":\"open}\n{\"a\":tru}\n{\"a\":4}\n"),
            (std::vector<std::string>{"1 a=1", "2 damaged {\"a\":\"open}", "3 damaged {\"a\":tru}",
                                      "4 a=4"}));
}

}  // namespace
}  // namespace tributary::catalogue
