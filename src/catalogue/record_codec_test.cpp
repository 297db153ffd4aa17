#include "catalogue/record_codec.h"

#include <gtest/gtest.h>

#include <random>

#include "catalogue/record_wire.h"

namespace tributary::catalogue {
namespace {

/// Random records: every field is sometimes absent, sometimes long, sometimes not ASCII.
class RecordSource {
 public:
  explicit RecordSource(std::uint32_t seed) : random_(seed) {}

  SourceProject project() {
    SourceProject made;
    made.source = "cordis";
    for (auto* text : {&made.key, &made.acronym, &made.title, &made.summary, &made.programme,
                       &made.action, &made.key_action, &made.call, &made.published_status,
                       &made.website, &made.doi, &made.rcn}) {
      *text = this->text();
    }
    for (auto* date : {&made.start, &made.end, &made.signed_on, &made.updated_on}) {
      if (coin()) *date = Date(static_cast<std::int32_t>(number()));
    }
    for (auto* money : {&made.grant, &made.total_cost}) *money = this->money();
    if (coin()) made.call_year = static_cast<std::int32_t>(number());
    made.good_practice = truth();
    made.success_story = truth();
    if (coin()) {
      made.participations.emplace();
      for (auto left = random_() % 5; left > 0; --left) {
        made.participations->push_back(participation());
      }
    }
    if (coin()) {
      made.topics.emplace();
      for (auto left = random_() % 5; left > 0; --left) {
        made.topics->push_back(
            {static_cast<TopicVocabulary>(random_() % 5), this->text(), this->text()});
      }
    }
    if (coin()) {
      made.links.emplace();
      for (auto left = random_() % 3; left > 0; --left) {
        made.links->push_back({this->text(), this->text(), this->text()});
      }
    }
    return made;
  }

 private:
  bool coin() { return (random_() & 1) != 0; }
  std::int64_t number() {
    const auto wide = static_cast<std::int64_t>((std::uint64_t{random_()} << 32) | random_());
    return wide >> (random_() % 64);
  }
  std::string text() {
    if (random_() % 4 == 0) return {};
    std::string made(random_() % (random_() % 16 == 0 ? 5000 : 20), 'x');
    for (auto& c : made) c = static_cast<char>(random_());
    return made + "é";
  }
  std::optional<Money> money() {
    if (coin()) return std::nullopt;
    return Money{number()};
  }
  std::optional<bool> truth() {
    if (coin()) return std::nullopt;
    return coin();
  }
  Participation participation() {
    Participation made;
    auto& organisation = made.organisation;
    for (auto* text :
         {&organisation.pic, &organisation.oid, &organisation.vat, &organisation.name,
          &organisation.short_name, &organisation.type_label, &organisation.street,
          &organisation.post_code, &organisation.city, &organisation.region, &organisation.country,
          &organisation.nuts, &organisation.website, &made.role_label}) {
      *text = this->text();
    }
    organisation.type = static_cast<OrganisationType>(random_() % 11);
    organisation.is_sme = truth();
    if (coin()) organisation.latitude = static_cast<double>(number()) / 7;
    if (coin()) organisation.longitude = -0.0;
    made.role = static_cast<Role>(random_() % 6);
    if (coin()) made.order = random_();
    made.contribution = money();
    made.net_contribution = money();
    made.total_cost = money();
    made.ended_early = truth();
    return made;
  }

  std::mt19937 random_;
};

SourceProject named(std::string source, std::string key) {
  SourceProject project;
  project.source = std::move(source);
  project.key = std::move(key);
  return project;
}

TEST(RecordCodec, DecodingGivesBackWhatWasEncoded) {
  RecordSource source(1);
  for (int round = 0; round < 2000; ++round) {
    const auto project = source.project();
    const auto payload = encode(project);
    const auto again = decode_project(payload);
    ASSERT_TRUE(again) << again.error().text();
    ASSERT_EQ(*again, project);
    ASSERT_EQ(encode(*again), payload);
  }
}

TEST(RecordCodec, AbsentListsStayAbsentAndEmptyOnesEmpty) {
  auto project = named("erasmus", "2015-1-DE01-KA202-002357");
  project.topics.emplace();
  const auto again = decode_project(encode(project));
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->participations);
  ASSERT_TRUE(again->topics);
  EXPECT_TRUE(again->topics->empty());
}

TEST(RecordCodec, EveryTruncationIsAnError) {
  RecordSource source(2);
  for (int round = 0; round < 20; ++round) {
    const auto payload = encode(source.project());
    for (std::size_t length = 0; length < payload.size(); ++length) {
      ASSERT_FALSE(decode_project(std::string_view(payload).substr(0, length))) << length;
    }
    ASSERT_FALSE(decode_project(payload + 'x'));
  }
}

TEST(RecordCodec, DamagedBytesAreAnError) {
  RecordSource source(3);
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    auto payload = encode(source.project());
    auto& byte = payload[random() % payload.size()];
    byte = static_cast<char>(byte ^ (1 << random() % 8));
    ASSERT_FALSE(decode_project(payload));
  }
}

/// The parts carry no checksum of their own, so damage reaches their field readers.
TEST(RecordCodec, DamagedPartsNeverCrash) {
  RecordSource source(4);
  std::mt19937 random(4);
  int refused = 0;
  for (int round = 0; round < 20000; ++round) {
    const auto project = source.project();
    std::string bytes;
    append_head(bytes, project);
    for (const auto& part : project.participations.value_or(std::vector<Participation>{})) {
      append_part(bytes, part);
    }
    bytes[random() % bytes.size()] = static_cast<char>(random());
    WireReader from(bytes);
    SourceProject head;
    bool sound = read_head(from, head);
    for (Participation part; sound && from.remaining() > 0;) sound = read_part(from, part);
    refused += sound ? 0 : 1;
  }
  EXPECT_GT(refused, 0);
}

TEST(RecordCodec, NamesALaterVersion) {
  auto payload = encode(named("cordis", "101046133"));
  payload.front() = 9;
  const auto decoded = decode_project(payload);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ErrorCode::unsupported);
  EXPECT_NE(decoded.error().message.find("version 9"), std::string::npos);
}

TEST(RecordCodec, HashTellsRecordsApart) {
  auto project = named("cordis", "101046133");
  const auto before = content_hash(encode(project));
  EXPECT_EQ(before, content_hash(encode(project)));
  EXPECT_EQ(before.hex().size(), 32U);
  project.title = "Now with a title";
  EXPECT_NE(before, content_hash(encode(project)));
}

}  // namespace
}  // namespace tributary::catalogue
