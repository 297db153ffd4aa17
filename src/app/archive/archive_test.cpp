#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <set>
#include <thread>

#include "app/archive/restore.h"
#include "app/ecosystem/framework_desk.h"
#include "app/indexing_thread.h"
#include "app/portal.h"
#include "sql/testing/test_database.h"
#include "store/accounts/accounts.h"
#include "store/accounts/sessions.h"
#include "store/audit/audit_trail.h"
#include "store/open_database.h"

namespace tributary::app {
namespace {

using store::Existing;
using testing::AllOf;
using testing::HasSubstr;

constexpr const char* kPasswordHash = "$argon2id$of-a-password";
const std::string kSessionHash(32, '\x07');

/// A database of either engine with a data directory beside it.
struct Installation {
  explicit Installation(sql::TestEngine engine) : database(engine) { EXPECT_TRUE(data.prepare()); }
  sql::TestDatabase database;
  TemporaryFolder folder = TemporaryFolder::create().value();
  DataDirectory data{folder.path() / "data", database.location()};
};

sql::TestEngine other_than(sql::TestEngine engine) {
  return engine == sql::TestEngine::sqlite ? sql::TestEngine::postgresql : sql::TestEngine::sqlite;
}

std::map<std::string, std::string> files_in(const Path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files[entry.path().filename()] = read_file(entry.path()).value();
  }
  return files;
}

catalogue::ImportRecord record(int number) {
  catalogue::ImportRecord made{
      .project = {.source = "cordis",
                  .key = std::to_string(number),
                  .title = "Mentors \"in\" Évora,\n" + std::to_string(number)},
      .files = catalogue::speaking_files({"project.csv"})};
  if (number % 2 == 0) made.project.start = Date(17'000 + number);
  catalogue::Participation partner;
  partner.organisation.name = "Escola " + std::to_string(number % 7);
  partner.organisation.country = "PT";
  made.project.participations = {partner};
  return made;
}

class ArchiveTest : public sql::DatabaseTest {
 protected:
  void SetUp() override {
    sql::DatabaseTest::SetUp();
    if (IsSkipped()) return;
    ASSERT_TRUE(data_.prepare());
    import(0, 50);
    store::ConnectionPool connections(data_.database());
    ASSERT_TRUE(FrameworkDesk(connections, clock_).begin_with_starter());
    add_account();
  }

  /// In one transaction.
  void import(int from, int to) {
    auto store = store::CatalogueStore::open(data_.database()).value();
    std::vector<catalogue::ImportRecord> records;
    for (int number = from; number < to; ++number) records.push_back(record(number));
    const auto run = store.begin_run("cordis", "a file", clock_.now()).value();
    const std::vector<catalogue::Reject> rejects{{.file = "project.csv",
                                                  .line = 3,
                                                  .column = "id",
                                                  .reason = "no number",
                                                  .raw = "\xff\x01"}};
    const auto taken = store.apply(run, store::prepare(records), rejects, clock_.now());
    ASSERT_TRUE(taken) << taken.error().text();
    ASSERT_TRUE(store.finish_run(run, {}, clock_.now()));
  }

  void add_account() {
    auto connection = store::open_database(data_.database()).value();
    const auto person = store::insert_account(connection, {.mail = "ana@example.org",
                                                           .name = "Ana",
                                                           .password_hash = kPasswordHash,
                                                           .language = "en",
                                                           .created_at = clock_.now()});
    ASSERT_TRUE(person) << person.error().text();
    ASSERT_TRUE(store::insert_session(connection, {kSessionHash},
                                      {.account = *person,
                                       .created_at = clock_.now(),
                                       .last_used_at = clock_.now(),
                                       .expires_at = clock_.now() + std::chrono::hours(1)}));
  }

  std::map<std::string, std::string> exported(const DataDirectory& data) {
    const auto folder = scratch_.path() / ("export-" + std::to_string(++exports_));
    const auto report = export_all(data, folder);
    EXPECT_TRUE(report) << report.error().text();
    return report ? files_in(folder) : std::map<std::string, std::string>();
  }

  Path exported_folder() {
    const auto folder = scratch_.path() / ("export-" + std::to_string(++exports_));
    EXPECT_TRUE(export_all(data_, folder));
    return folder;
  }

  Path backed_up() {
    const auto file = scratch_.path() / ("backup-" + std::to_string(++exports_) + ".zip");
    const auto report = back_up(data_, file, clock_);
    EXPECT_TRUE(report) << report.error().text();
    return file;
  }

  FixedClock clock_{Date(20'000)};
  TemporaryFolder scratch_ = TemporaryFolder::create().value();
  DataDirectory data_{scratch_.path() / "data", database_.location()};
  int exports_ = 0;
};
TRIBUTARY_ON_BOTH_ENGINES(ArchiveTest);

TEST_P(ArchiveTest, AnExportGoesToTheOtherEngineAndBackWithoutAByteOfDifference) {
  const auto original = exported(data_);
  EXPECT_EQ(exported(data_), original) << "the same state, the same bytes";

  const Installation other(other_than(GetParam()));
  ASSERT_TRUE(restore(other.data, {exported_folder()}));
  const auto there = scratch_.path() / "there";
  ASSERT_TRUE(export_all(other.data, there));
  EXPECT_EQ(files_in(there), original);

  const Installation back(GetParam());
  ASSERT_TRUE(restore(back.data, {there}));
  EXPECT_EQ(exported(back.data), original);
  auto connection = store::open_database(back.data.database()).value();
  const auto verdict = store::verify_audit_trail(connection).value();
  EXPECT_TRUE(verdict.is_whole());
  EXPECT_GT(verdict.entries, 0U);
}

TEST_P(ArchiveTest, ABackupBringsEverythingBackAndItsIndex) {
  const auto original = exported(data_);
  const auto backup = backed_up();
  const Installation other(other_than(GetParam()));
  const auto report = restore(other.data, {backup});
  ASSERT_TRUE(report) << report.error().text();
  EXPECT_EQ(report->projects, 50U);
  EXPECT_EQ(exported(other.data), original);
  EXPECT_EQ(Portal::open(other.data, clock_).value()->search({.text = "mentors"})->total, 50U);
  auto connection = store::open_database(other.data.database()).value();
  EXPECT_EQ(store::find_account(connection, "ana@example.org")->value().password_hash,
            kPasswordHash);
  EXPECT_TRUE(store::find_session(connection, {kSessionHash}, clock_.now())->has_value());
}

TEST_P(ArchiveTest, AnIndexThatCannotBeBuiltNowIsBuiltByTheNextStart) {
  const auto backup = backed_up();
  const Installation other(GetParam());
  {
    const auto held = IndexingThread::start(other.data.index(), search::kDefaultBuildMemoryBytes);
    ASSERT_TRUE(held) << held.error().text();
    const auto report = restore(other.data, {backup});
    ASSERT_TRUE(report) << report.error().text();
    EXPECT_EQ(report->projects, std::nullopt);
  }
  EXPECT_EQ(Portal::open(other.data, clock_).value()->search({.text = "mentors"})->total, 50U);
}

TEST_P(ArchiveTest, AnExportHoldsNothingThatLetsAnybodyIn) {
  const auto files = exported(data_);
  for (const auto& [name, bytes] : files) {
    EXPECT_THAT(bytes, Not(HasSubstr(kPasswordHash))) << name;
    EXPECT_NE(name, "sessions.csv");
  }
  EXPECT_THAT(files.at("accounts.csv"), HasSubstr("\"ana@example.org\",\"Ana\",\"\""));
  EXPECT_THAT(files.at("manifest.json"),
              AllOf(HasSubstr(R"({"table":"accounts","column":"password_hash"})"),
                    HasSubstr(R"({"table":"sessions"})")));
}

TEST_P(ArchiveTest, EachBackupTakenWhileOthersWriteIsOneMoment) {
  std::map<std::uint64_t, std::string> digests;  // by version of the catalogue
  const auto note = [&] {
    auto store = store::CatalogueStore::open(data_.database()).value();
    digests[store.catalogue_version().value()] = store.content_digest().value();
  };
  note();
  std::atomic<bool> is_done = false;
  std::thread writer([&] {
    for (int batch = 1; batch <= 12; ++batch) {
      import(batch * 50, batch * 50 + 50);
      note();
    }
    is_done = true;
  });
  std::vector<Path> backups;
  while (!is_done) backups.push_back(backed_up());
  writer.join();
  const Installation other(GetParam());
  std::set<std::uint64_t> moments;
  for (const auto& backup : backups) {
    ASSERT_TRUE(restore(other.data, {backup, Existing::replace}));
    const auto again = scratch_.path() / "again";
    std::filesystem::remove_all(again);
    ASSERT_TRUE(export_all(other.data, again));
    auto store = store::CatalogueStore::open(other.data.database()).value();
    const auto digest = store.content_digest().value();
    const auto moment =
        std::ranges::find(digests, digest, [](const auto& one) { return one.second; });
    ASSERT_NE(moment, digests.end()) << "a state that there never was";
    moments.insert(moment->first);
  }
  EXPECT_GT(moments.size(), 1U) << "no backup met a writer: the test proved nothing";
}

TEST_P(ArchiveTest, WhatIsThereIsKeptUnlessItShallBeReplaced) {
  const auto backup = backed_up();
  import(100, 110);
  const auto grown = exported(data_);
  auto portal = Portal::open(data_, clock_).value();
  const auto refused = restore(data_, {backup});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_THAT(refused.error().text(), HasSubstr("--replace"));
  EXPECT_EQ(exported(data_), grown);

  const auto version_of = [&] {
    return store::CatalogueStore::open(data_.database())->catalogue_version().value();
  };
  const auto version = version_of();
  ASSERT_TRUE(restore(data_, {backup, Existing::replace}));
  EXPECT_GT(version_of(), version) << "or an index elsewhere would be taken for current";
  EXPECT_EQ(Portal::open(data_, clock_).value()->search({.text = "mentors"})->total, 50U);
  EXPECT_EQ(portal->project("cordis-7")->merged.key, "7") << "who has it open goes on";
  EXPECT_EQ(portal->project("cordis-105").error().code, ErrorCode::not_found);
}

TEST_P(ArchiveTest, NothingIsOverwritten) {
  const auto backup = backed_up();
  EXPECT_EQ(back_up(data_, backup, clock_).error().code, ErrorCode::conflict);
  EXPECT_EQ(export_all(data_, data_.root).error().code, ErrorCode::conflict);
  const auto named = back_up(data_, scratch_.path(), clock_);
  ASSERT_TRUE(named) << named.error().text();
  EXPECT_EQ(named->path.filename(), "tributary-20241004T000000Z.zip");
  EXPECT_EQ(read_file(named->path), read_file(backup)) << "the same state, the same bytes";
  EXPECT_EQ(std::filesystem::status(named->path).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const DataDirectory nothing{scratch_.path() / "nothing"};
  EXPECT_EQ(back_up(nothing, scratch_.path() / "b.zip", clock_).error().code, ErrorCode::not_found);
  EXPECT_FALSE(std::filesystem::exists(nothing.root));
  EXPECT_FALSE(std::filesystem::exists(scratch_.path() / "b.zip"));
}

/// What may happen to a file on its way.
struct Damage {
  std::string file;
  std::function<std::string(std::string)> change;
  ErrorCode code = ErrorCode::corrupt;
};

std::function<std::string(std::string)> replacing(const std::string& what, const std::string& by) {
  return [=](std::string text) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
  };
}

TEST_P(ArchiveTest, ADamagedExportIsRefusedByNameAndTouchesNothing) {
  const auto folder = exported_folder();
  const Installation target(GetParam());
  {
    auto opened = store::open_database(target.data.database()).value();
  }
  const auto untouched = exported(target.data);
  const std::vector<Damage> damages{
      {"source_records.csv",
       [](const std::string& text) { return text.substr(0, text.size() / 2); }},
      {"source_records.csv",
       [](const std::string& text) {
         return text.substr(0, text.rfind("\r\n", text.size() - 3) + 2);
       }},
      {"audit_entries.csv",
       [](std::string text) { return text.replace(text.rfind("=\"") - 5, 1, "#"); }},
      {"organisations.csv", replacing("Escola 1", "Escola 9")},
      {"organisations.csv", replacing("id,slug", "id,slag")},
      {"runs.csv", [](const std::string&) { return std::string(); }},
      {"manifest.json", replacing("\"rows\":50", "\"rows\":51")},
      {"manifest.json", replacing("\"name\":\"slug\"", "\"name\":\"slag\"")},
      {"manifest.json", replacing("{\"name\":\"runs\"", "{\"name\":\"walks\"")},
      {"manifest.json", replacing("{\"table\":\"sessions\"},", "")},
      {"manifest.json", replacing("\"schema_version\":", "\"schema_version\":1000"),
       ErrorCode::unsupported},
      {"manifest.json", replacing("\"schema_version\":", "\"schema_version\":1,\"was\":")},
      {"manifest.json", replacing("\"format_version\":1", "\"format_version\":2"),
       ErrorCode::unsupported},
      {"manifest.json", replacing("tributary archive", "another archive"), ErrorCode::unrecognised},
      {"manifest.json", [](const std::string& text) { return text.substr(0, text.size() / 2); }}};
  for (const auto& [file, change, code] : damages) {
    const auto whole = read_file(folder / file).value();
    ASSERT_TRUE(write_file_atomically(folder / file, change(whole)));
    const auto refused = restore(target.data, {folder, Existing::replace});
    ASSERT_FALSE(refused) << file;
    EXPECT_EQ(refused.error().code, code) << refused.error().text();
    const auto blamed = file == "manifest.json" && refused.error().text().contains(".csv")
                            ? std::string(".csv: it has 50 rows")
                            : file;
    EXPECT_THAT(refused.error().text(), HasSubstr(blamed));
    ASSERT_TRUE(write_file_atomically(folder / file, whole));
  }
  std::filesystem::rename(folder / "runs.csv", folder / "elsewhere");
  const auto missing = restore(target.data, {folder});
  EXPECT_EQ(missing.error().code, ErrorCode::not_found);
  EXPECT_THAT(missing.error().text(), HasSubstr("runs.csv"));
  EXPECT_EQ(exported(target.data), untouched);
  std::filesystem::rename(folder / "elsewhere", folder / "runs.csv");
  EXPECT_TRUE(restore(target.data, {folder})) << "it was whole but for that";
}

TEST_P(ArchiveTest, ABackupWithAWrongByteIsRefusedOrMeansTheSame) {
  const auto file = backed_up();
  const auto whole = read_file(file).value();
  const auto meaning = [&](const std::string& bytes) -> Result<std::string> {
    const auto changed = scratch_.path() / "changed.zip";
    TRY(write_file_atomically(changed, bytes));
    const auto report = TRY(check_archive(changed));
    return std::to_string(report.rows) + " rows, " + std::to_string(report.bytes) + " bytes";
  };
  const auto right = meaning(whole).value();
  std::size_t refused = 0, tried = 0;
  for (std::size_t at = 0; at < whole.size(); at += 1 + whole.size() / 300, ++tried) {
    auto flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x20);
    const auto read = meaning(flipped);
    if (read) {
      EXPECT_EQ(*read, right) << "byte " << at;
      continue;
    }
    EXPECT_THAT(read.error().text(), HasSubstr("changed.zip")) << "byte " << at;
    ++refused;
  }
  EXPECT_GT(refused, tried / 2) << "all but moments and the like, of which a zip has many";
  for (std::size_t share = 0; share < 10; ++share) {
    EXPECT_FALSE(meaning(whole.substr(0, whole.size() * share / 10))) << share;
  }
  EXPECT_FALSE(meaning("no zip at all"));
  EXPECT_EQ(check_archive(scratch_.path() / "nowhere").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace tributary::app
