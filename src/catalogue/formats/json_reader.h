// catalogue/formats/json_reader.h
//
// JSON records: one by one, and as a table.
//
//   {"id": 7, "coordinator": {"name": "IES"}, "topics": ["a", "b"]}
//     →  id = 7,  coordinator.name = IES,  topics = ["a","b"]
//
// The keys of nested objects are joined with '.'; arrays come as their JSON text. Texts are
// unescaped; true, false and numbers are written as in JSON (numbers in their shortest form), null
// is empty. Accepted are an array of objects, JSON lines, objects written one after the other, and
// a single object.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "catalogue/formats/json_splitter.h"
#include "catalogue/formats/table_reader.h"

namespace tributary::catalogue {

struct JsonField {
  std::string path;
  std::string value;
  bool operator==(const JsonField&) const = default;
};

struct JsonRecord {
  std::uint64_t line = 0;
  std::vector<JsonField> fields;  ///< in the order of the object
  std::string raw;
};

/// Streams records; an object that is no JSON is a DamagedRow. Not thread-safe.
class JsonRecordReader {
 public:
  explicit JsonRecordReader(ByteWindow window);
  ~JsonRecordReader();

  /// Errors: those of the source.
  Result<TableReader::Step> next(JsonRecord& record, DamagedRow& damaged);

  [[nodiscard]] std::uint64_t bytes_read() const { return splitter_.bytes_read(); }

 private:
  struct Parser;

  JsonSplitter splitter_;
  std::unique_ptr<Parser> parser_;
};

/// Records as rows. The header is the union of the keys of the first 1,000 records (or 4 MiB); it
/// grows at its end when a later record brings a new key, before that record is given out. Not
/// thread-safe.
class JsonTableReader final : public TableReader {
 public:
  /// Errors: `unrecognised` where there is no object in the file; those of the source.
  static Result<std::unique_ptr<JsonTableReader>> open(ByteWindow window, const std::string& name);

  [[nodiscard]] const std::vector<std::string>& header() const override { return header_; }
  Result<Step> next(Row& row, DamagedRow& damaged) override;
  [[nodiscard]] std::uint64_t bytes_read() const override { return records_.bytes_read(); }

 private:
  struct Waiting {
    Step step = Step::end;
    JsonRecord record;
    DamagedRow damaged;
  };

  explicit JsonTableReader(ByteWindow window) : records_(std::move(window)) {}

  void learn_columns(const JsonRecord& record);

  JsonRecordReader records_;
  std::deque<Waiting> waiting_;
  std::vector<std::string> header_;
  std::unordered_map<std::string, std::size_t> columns_;
  JsonRecord record_;
};

}  // namespace tributary::catalogue
