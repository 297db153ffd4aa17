// Every file of an index, cut off everywhere and with bits turned over: an error that names the
// file, or the right answer; never a crash.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <random>

#include "any_corpus.h"
#include "search/index.h"

namespace tributary::search_cases {
namespace {

std::string read_bytes(const Path& path) { return read_file(path).value(); }

void write_bytes(const Path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

search::Request request_for_everything() {
  search::Request request;
  search::QueryNode word;
  word.kind = search::NodeKind::word;
  word.text = "learning";
  search::QueryNode phrase;
  phrase.kind = search::NodeKind::phrase;
  phrase.text = "work based";
  search::QueryNode prefix;
  prefix.kind = search::NodeKind::prefix;
  prefix.text = "l";
  request.query.root.kind = search::NodeKind::any_of;
  search::QueryNode mistyped;
  mistyped.kind = search::NodeKind::word;
  mistyped.text = "laerning";
  search::QueryNode part;
  part.kind = search::NodeKind::word;
  part.text = "Platz";
  part.has_compounds = true;
  request.query.root.children = {word, phrase, prefix, mistyped, part};
  request.facets = {{.name = "country", .column = "country"},
                    {.name = "year", .kind = search::FacetKind::histogram, .column = "year"}};
  return request;
}

/// All of an answer that a person would see.
std::string describe(const search::Answer& answer) {
  auto text = fmt::format("{}", answer.total);
  for (const auto& hit : answer.hits) text += fmt::format(" {}:{}", hit.id, hit.score);
  for (const auto& facet : answer.facets) {
    for (const auto& count : facet.counts) {
      text += fmt::format(" {}{}={}", count.label, count.low, count.count);
    }
    text += fmt::format(" ?{}", facet.unknown);
  }
  return text;
}

/// With latent vectors, though there are few documents.
search::Schema schema() {
  auto schema = property_schema();
  schema.latent = {.dimensions = 3, .fewest_documents = 1};
  return schema;
}

search::Document document(int number) {
  search::Document document;
  document.id = fmt::format("d{}", number);
  document.texts.push_back({.field = 0, .text = "work based learning", .language = {}});
  document.texts.push_back(
      {.field = 1, .text = fmt::format("word{} topic{}", number, number % 4), .language = {}});
  document.texts.push_back({.field = 1,
                            .text = number % 2 != 0 ? "Ausbildungsplatz" : "Ausbildung, Platz",
                            .language = text::Language::de});
  document.texts.push_back({.field = 1, .text = "work based learning (WBL)", .language = {}});
  const auto add_label = [&](std::uint16_t column, std::string value) {
    document.labels.push_back({.column = column, .value = std::move(value)});
  };
  if (number % 3 != 0) add_label(0, fmt::format("L{}", number % 4));
  if (number % 5 == 0) add_label(0, "L7");
  if (number % 2 != 0) document.integers.push_back({.column = 1, .value = 2000 + number});
  if (number % 4 != 0) add_label(2, fmt::format("N{}", number % 7));
  return document;
}

/// What a search that reads every part of the index finds, what sorting by each column does, and
/// which documents are like the first;
/// nothing where one is refused.
std::string describe_all(const search::Snapshot& snapshot) {
  auto request = request_for_everything();
  std::string text;
  for (const auto* column : {"", "country", "year", "name"}) {
    request.sort.column = column;
    request.selections.clear();
    if (!request.sort.column.empty()) {
      request.selections = {
          {.facet = "year", .ranges = {{.column = "year", .low = 2004, .unknown = true}}},
          {.facet = "country",
           .labels = {{.column = "country", .values = {"L1", "L2"}, .unknown = true}}}};
    }
    const auto answer = snapshot.search(request);
    if (!answer) return {};
    text += describe(*answer) + '\n';
  }
  for (const auto& known : snapshot.other_names("WBL Ausbildungsplatz")) {
    for (const auto& name : known.names) text += fmt::format(" ={}", name);
  }
  const auto similar = snapshot.similar({.texts = document(0).texts, .id = "d0"});
  if (!similar) return {};
  for (const auto& hit : similar->hits) text += fmt::format(" ~{}:{}", hit.id, hit.score);
  return text;
}

class DamagedIndex : public testing::Test {
 protected:
  void SetUp() override {
    auto created = TemporaryFolder::create();
    ASSERT_TRUE(created);
    folder_.emplace(std::move(*created));
    write(0, 14, search::Commit::rebuild);
    write(12, 20, search::Commit::extend);  // so two documents of the first segment are no more
    for (const auto& entry : std::filesystem::directory_iterator(folder_->path())) {
      if (entry.path().filename() != "lock") files_.push_back(entry.path());
    }
    ASSERT_EQ(files_.size(), 21U) << "two segments, one with vectors, a mask and the manifest";
    const auto index = search::Index::open(folder_->path());
    ASSERT_TRUE(index) << index.error().text();
    right_answer_ = describe_all(*index->snapshot());
    ASSERT_NE(right_answer_.find('~'), std::string::npos);
    ASSERT_NE(right_answer_.find("=work based learning"), std::string::npos);
    ASSERT_NE(right_answer_.find("=ausbildung platz"), std::string::npos);
  }

  void write(int first, int end, search::Commit how) {
    auto writer = search::IndexWriter::create(folder_->path(), schema());
    ASSERT_TRUE(writer);
    for (int i = first; i < end; ++i) ASSERT_TRUE(writer->add(document(i)));
    ASSERT_TRUE(writer->commit(how));
  }

  /// Puts `bytes` in place of the file, looks, and puts the file right again.
  void expect_error_or_right_answer(const Path& path, const std::string& original,
                                    const std::string& bytes, const std::string& what) {
    write_bytes(path, bytes);
    const auto index = search::Index::open(folder_->path());
    if (!index) {
      const auto name = path.filename().string();
      EXPECT_EQ(index.error().code, ErrorCode::corrupt) << name << ' ' << what;
      EXPECT_NE(index.error().text().find(name), std::string::npos)
          << name << ' ' << what << " is reported as: " << index.error().text();
    } else {
      EXPECT_EQ(describe_all(*index->snapshot()), right_answer_) << path.filename() << ' ' << what;
    }
    write_bytes(path, original);
  }

  std::optional<TemporaryFolder> folder_;
  std::vector<Path> files_;
  std::string right_answer_;
};

TEST_F(DamagedIndex, EveryTruncationIsAnErrorThatNamesTheFile) {
  for (const auto& path : files_) {
    const auto bytes = read_bytes(path);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      expect_error_or_right_answer(path, bytes, bytes.substr(0, size),
                                   fmt::format("cut to {}", size));
      ASSERT_FALSE(HasFailure());
    }
    expect_error_or_right_answer(path, bytes, bytes + "x", "with a byte more");
  }
}

TEST_F(DamagedIndex, EveryTurnedBitIsAnErrorThatNamesTheFileOrHarmless) {
  for (const auto& path : files_) {
    const auto bytes = read_bytes(path);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      auto damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at * 5 % 8)));
      expect_error_or_right_answer(path, bytes, damaged, fmt::format("with byte {} changed", at));
      ASSERT_FALSE(HasFailure());
    }
  }
}

TEST_F(DamagedIndex, RandomRunsOfOtherBytesAreAnErrorOrHarmless) {
  std::mt19937 random(20'261'123);
  for (int round = 0; round < 500; ++round) {
    const auto& path = files_[random() % files_.size()];
    const auto bytes = read_bytes(path);
    auto damaged = bytes;
    const auto begin = random() % bytes.size();
    for (auto at = begin; at < std::min(bytes.size(), begin + 1 + random() % 40); ++at) {
      damaged[at] = static_cast<char>(random());
    }
    expect_error_or_right_answer(path, bytes, damaged, fmt::format("with noise at {}", begin));
    ASSERT_FALSE(HasFailure());
  }
}

TEST_F(DamagedIndex, AMissingFileIsNamed) {
  for (const auto& path : files_) {
    const auto bytes = read_bytes(path);
    std::filesystem::remove(path);
    const auto index = search::Index::open(folder_->path());
    ASSERT_FALSE(index);
    EXPECT_NE(index.error().text().find(path.filename().string()), std::string::npos);
    write_bytes(path, bytes);
  }
}

}  // namespace
}  // namespace tributary::search_cases
