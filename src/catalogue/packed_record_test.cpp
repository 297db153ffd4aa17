#include "catalogue/packed_record.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "catalogue/record_codec.h"

namespace tributary::catalogue {
namespace {

/// As projects have it: names and addresses that come again in each participation.
SourceProject repetitive_project() {
  SourceProject project;
  project.source = "cordis";
  project.key = "101046133";
  project.summary = "Apprentices learn at school and at work, at school and at work.";
  project.participations.emplace();
  for (int i = 0; i < 12; ++i) {
    Participation participation;
    participation.organisation.name = "UNIVERSITY OF APPLIED SCIENCES, DEPARTMENT OF VOCATIONS";
    participation.organisation.street = "Rue de la Formation professionnelle " + std::to_string(i);
    project.participations->push_back(participation);
  }
  return project;
}

std::string packed_sample() { return pack_record(encode(repetitive_project())); }

TEST(PackedRecord, ARecordThatRepeatsItselfTakesLess) {
  const auto payload = encode(repetitive_project());
  const auto packed = pack_record(payload);
  EXPECT_LT(packed.size() * 2, payload.size());
  EXPECT_EQ(unpack_record(packed).value(), payload);
  EXPECT_EQ(decode_project(packed).value(), repetitive_project());
}

TEST(PackedRecord, WhatCannotBeShortenedStaysAsItIs) {
  SourceProject project;
  project.source = "cordis";
  project.key = "1";
  EXPECT_EQ(pack_record(encode(project)), encode(project));
}

RC_GTEST_PROP(PackedRecord, UnpackingGivesBackWhatWasPacked, ()) {
  const auto piece = *rc::gen::string<std::string>();
  const auto times = *rc::gen::inRange(1, 50);
  std::string payload(1, '\1');
  for (int i = 0; i < times; ++i) payload += piece;
  const auto packed = pack_record(payload);
  RC_ASSERT(packed.size() <= payload.size());
  if (packed.starts_with(kPackedVersion)) {
    RC_ASSERT(unpack_record(packed).value() == payload);
  } else {
    RC_ASSERT(packed == payload);
  }
}

TEST(PackedRecord, EveryTruncationIsAnError) {
  const auto packed = packed_sample();
  for (std::size_t size = 0; size < packed.size(); ++size) {
    EXPECT_FALSE(decode_project(packed.substr(0, size))) << size;
  }
}

TEST(PackedRecord, EveryFlippedBitIsAnErrorOrTheSameRecord) {
  const auto sound = packed_sample();
  const auto project = repetitive_project();
  for (std::size_t bit = 0; bit < 8 * sound.size(); ++bit) {
    auto packed = sound;
    packed[bit / 8] = static_cast<char>(packed[bit / 8] ^ (1 << (bit % 8)));
    const auto read = decode_project(packed);
    EXPECT_TRUE(!read || *read == project) << bit;
  }
}

TEST(PackedRecord, ASizeThatTheBytesCannotHoldIsNotBelieved) {
  std::string packed(1, kPackedVersion);
  packed += "\xFF\xFF\xFF\xFF\x07";  // 2 GB
  packed += "abc";
  EXPECT_EQ(unpack_record(packed).error().code, ErrorCode::corrupt);
}

TEST(PackedRecord, WhatIsPackedTwiceIsNoRecord) {
  std::string inner = packed_sample();
  inner.append(inner.size() * 20, ' ');  // so that it is worth packing again
  const auto packed = pack_record(inner);
  ASSERT_TRUE(packed.starts_with(kPackedVersion));
  ASSERT_LT(packed.size(), inner.size());
  EXPECT_EQ(decode_project(packed).error().code, ErrorCode::corrupt);
}

}  // namespace
}  // namespace tributary::catalogue
