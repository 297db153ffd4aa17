// Positions of terms, and the packed numbers that they are made of: reading is the inverse of
// writing, whichever of them are read, and bytes that are not as written are never left.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "dice.h"
#include "search/postings/position_list.h"

namespace tributary::search {
namespace {

/// What `write` appends after some bits that are not to be read.
template <class Write>
std::string written(std::uint32_t bits_before, Write write) {
  std::string bytes;
  BitWriter to(bytes);
  to.add(0, bits_before);
  write(to);
  to.finish();
  return bytes;
}

Bits bits_of(std::string_view bytes) { return Bits(as_bytes(bytes)); }

RC_GTEST_PROP(PackedBits, GiveBackNumbersOfAnyWidth, ()) {
  Dice dice;
  std::vector<std::pair<std::uint64_t, unsigned>> numbers(dice.below(60));
  for (auto& [number, width] : numbers) {
    width = dice.below(kMostBits + 1);
    number = (std::uint64_t{dice.below(UINT32_MAX)} << 32 | dice.below(UINT32_MAX)) &
             ((std::uint64_t{1} << width) - 1);
  }
  const auto bytes = written(3, [&](BitWriter& to) {
    for (const auto& [number, width] : numbers) to.add(number, width);
  });
  std::uint64_t bit = 3;
  for (const auto& [number, width] : numbers) {
    RC_ASSERT(bits_of(bytes).number(bit, width) == number);
    RC_ASSERT(bits_of(bytes).ones(bit, width) == static_cast<std::uint32_t>(std::popcount(number)));
    bit += width;
  }
  RC_ASSERT(bytes.size() == (bit + 7) / 8);
  RC_ASSERT(bits_of(bytes).number(bit + 8, 57) == 0U);
}

RC_GTEST_PROP(PackedBits, GiveBackNumbersInUnaryAlsoWhereSomeArePassedBy, ()) {
  Dice dice;
  std::vector<std::uint32_t> numbers(dice.below(400));
  const auto usual = 1 + dice.below(9);
  for (auto& number : numbers) number = dice.below(dice.below(20) == 0 ? 300 : usual);
  const auto before = dice.below(30);
  const auto bytes = written(before, [&](BitWriter& to) {
    for (const auto number : numbers) to.add_unary(number);
  });
  UnaryReader reader;
  reader.open(bits_of(bytes), before);
  for (std::uint32_t place = 0; place < numbers.size(); ++place) {
    const auto passed = std::min(dice.below(dice.below(4) == 0 ? 200 : 3),
                                 static_cast<std::uint32_t>(numbers.size()) - place - 1);
    reader.skip(passed);
    place += passed;
    RC_ASSERT(reader.next() == numbers[place]);
    const auto zeros = std::accumulate(numbers.begin(), numbers.begin() + place + 1, 0U);
    RC_ASSERT(reader.at() == before + zeros + place + 1U);
  }
  reader.skip(3);
  RC_ASSERT(reader.next() == 0U);
}

RC_GTEST_PROP(PackedDigits, GiveBackAnyOfThem, ()) {
  Dice dice;
  const auto limit = 1 + dice.below(dice.below(3) == 0 ? 20 : kDigitLimits - 1);
  std::vector<std::uint32_t> digits(dice.below(kPositionBlockPostings + 1));
  for (auto& digit : digits) digit = dice.below(3) == 0 ? limit - 1 : dice.below(limit);
  const auto before = dice.below(30);
  const auto bytes = written(before, [&](BitWriter& to) { append_digits(to, limit, digits); });
  const auto count = static_cast<std::uint32_t>(digits.size());
  RC_ASSERT(bytes.size() == (before + bits_of_digits(limit, count) + 7) / 8);
  RC_ASSERT(bits_of_digits(limit, count) <= std::uint64_t{count} * std::bit_width(limit - 1));
  Digits reader;
  reader.open(bits_of(bytes), before, limit, count);
  for (std::uint32_t place = 0; place < count; ++place)
    RC_ASSERT(reader.at(place) == digits[place]);
}

RC_GTEST_PROP(SparseNumbers, TellHowManyAreBeforeAndAtANumber, ()) {
  Dice dice;
  const auto limit = 1 + dice.below(300);
  std::vector<std::uint32_t> numbers(1 + dice.below(dice.below(2) == 0 ? 5 : 400));
  for (auto& number : numbers) number = dice.below(limit);
  std::ranges::sort(numbers);
  const auto before = dice.below(30);
  const auto count = static_cast<std::uint32_t>(numbers.size());
  const auto bytes = written(before, [&](BitWriter& to) { append_sparse(to, numbers, limit); });
  RC_ASSERT(bytes.size() == (before + bits_of_sparse(count, limit) + 7) / 8);
  SparseNumbers reader;
  reader.open(bits_of(bytes), before, count, limit);
  for (auto number = dice.below(5); number < limit; number += 1 + dice.below(9)) {
    const auto [first, last] = std::ranges::equal_range(numbers, number);
    RC_ASSERT(reader.pass(number) == static_cast<std::uint32_t>(first - numbers.begin()));
    RC_ASSERT(reader.take(number) == static_cast<std::uint32_t>(last - first));
  }
}

RC_GTEST_PROP(SmallCounts, TellTheSumOfThoseBefore, ()) {
  Dice dice;
  std::vector<std::uint32_t> counts(1 + dice.below(kPositionBlockPostings));
  const auto one_in = 1 + dice.below(20), usual = 1 + dice.below(dice.below(2) == 0 ? 3 : 40);
  for (auto& count : counts) count = dice.below(one_in) == 0 ? dice.below(usual) : 0;
  const auto sum = std::accumulate(counts.begin(), counts.end(), 0U);
  const auto before = dice.below(30);
  const auto bytes = written(before, [&](BitWriter& to) { append_counts(to, counts, sum); });
  SmallCounts reader;
  const auto end =
      reader.open(bits_of(bytes), before, static_cast<std::uint32_t>(counts.size()), sum);
  RC_ASSERT(end == before + bits_of_counts(counts, sum));
  RC_ASSERT(bytes.size() == (end + 7) / 8);
  for (auto group = dice.below(3); group < counts.size(); group += 1 + dice.below(9)) {
    const auto found = reader.find(group);
    RC_ASSERT(found.before == std::accumulate(counts.begin(), counts.begin() + group, 0U));
    RC_ASSERT(found.count == counts[group]);
  }
}

RC_GTEST_PROP(BlockPlaces, GiveBackWhereEachBlockBegins, ()) {
  Dice dice;
  std::vector<std::uint32_t> begins(2 + dice.below(200));
  const auto usual = 1 + dice.below(dice.below(3) == 0 ? 20'000'000 : 400);
  for (std::size_t block = 1; block < begins.size(); ++block) {
    begins[block] = begins[block - 1] + (dice.below(50) == 0 ? dice.below(100) : dice.below(usual));
  }
  std::string bytes;
  append_block_places(bytes, begins);
  const auto size = bytes.size();
  bytes += "behind";
  ByteReader from(as_bytes(bytes));
  BlockPlaces places;
  places.open(from, begins.size());
  RC_ASSERT(bytes.size() - from.remaining() == size);
  for (std::uint32_t block = 0; block < begins.size(); ++block) {
    RC_ASSERT(places.begin(block) == begins[block]);
  }
}

/// A list of positions, and the spots of each of its postings.
struct MadePositions {
  std::vector<std::vector<Spot>> spots;
  std::string bytes;
};

/// Texts as long as usual, a few words only, or now and then a very long one.
std::uint32_t any_gap(Dice& dice, std::uint32_t usual) {
  return dice.below(dice.below(60) == 0 ? 1'000'000 : usual);
}

MadePositions any_positions(Dice& dice) {
  const auto postings =
      *rc::gen::elementOf(std::vector<std::uint32_t>{1, 5, 7, 8, 9, 128, 255, 256, 257, 700});
  const auto field_step = *rc::gen::elementOf(std::vector<std::uint32_t>{5, 20, 40});
  const auto usual = *rc::gen::elementOf(std::vector<std::uint32_t>{1, 4, 200, 5'000});
  const auto most = *rc::gen::elementOf(std::vector<std::uint32_t>{1, 2, 5, 30});
  // How often the first field is there: always, seldom, as often as not, nearly always.
  const auto lacking_of_64 = *rc::gen::elementOf(std::vector<std::uint32_t>{0, 2, 30, 60});
  MadePositions made{.spots = std::vector<std::vector<Spot>>(postings), .bytes = {}};
  std::string records;
  for (auto& spots : made.spots) {
    std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> fields;
    const auto first_field = field_step == 40 ? 3U : dice.below(64) < lacking_of_64 ? 1U : 0U;
    for (auto field = first_field; field < kMaximumTextFields;
         field += 1 + dice.below(field_step)) {
      auto& gaps = fields.emplace_back(field, 0).second;
      std::uint32_t position = 0, last = 0;
      for (auto left = 1 + (dice.below(3) == 0 ? dice.below(most) : 0); left > 0; --left) {
        position += any_gap(dice, usual);
        gaps.push_back(position - last);
        spots.push_back(spot_of(field, position));
        last = position++;
      }
      if (field_step == 40) break;
    }
    for (const auto& [field, gaps] : fields) {
      const RecordTag tag{.count = static_cast<std::uint32_t>(gaps.size()),
                          .field = field,
                          .is_followed = field != fields.back().first};
      append_varint(records, tag.varint());
      for (const auto gap : gaps) append_varint(records, gap);
    }
  }
  append_position_list(made.bytes, records, postings);
  return made;
}

RC_GTEST_PROP(PositionLists, GiveBackTheSpotsOfEachPosting, ()) {
  Dice dice;
  const auto made = any_positions(dice);
  const auto postings = static_cast<std::uint32_t>(made.spots.size());
  PositionCursor cursor(as_bytes(made.bytes), postings);
  const FieldMask fields = dice.below(2) == 0 ? ~FieldMask{0} : dice.below(UINT32_MAX);
  const auto step = dice.below(2) == 0 ? 200U : 2U;
  std::vector<Spot> spots;
  for (auto index = dice.below(3); index < postings; index += 1 + dice.below(step)) {
    auto expected = made.spots[index];
    std::erase_if(expected, [&](Spot spot) { return (fields >> field_of(spot) & 1) == 0; });
    cursor.read(index, fields, spots);
    RC_ASSERT(spots == expected);
  }
}

RC_GTEST_PROP(PositionLists, AreMadeAgainOfTheirRecords, ()) {
  Dice dice;
  const auto made = any_positions(dice);
  const auto postings = static_cast<std::uint32_t>(made.spots.size());
  PositionCursor cursor(as_bytes(made.bytes), postings);
  PositionRecords records;
  for (std::uint32_t index = 0; index < postings; ++index) records.add_record(cursor.record(index));
  std::string again = "after others";
  append_position_list(again, records.bytes(), postings);
  RC_ASSERT(again == "after others" + made.bytes);
}

RC_GTEST_PROP(PositionLists, OfAnyBytesAreReadWithoutLeavingThem, ()) {
  Dice dice;
  auto bytes = any_positions(dice).bytes;
  for (auto flips = 1 + dice.below(20); flips > 0 && !bytes.empty(); --flips) {
    bytes[dice.below(static_cast<std::uint32_t>(bytes.size()))] =
        static_cast<char>(dice.below(256));
  }
  bytes.resize(dice.below(static_cast<std::uint32_t>(bytes.size()) + 1));
  const std::vector<char> exactly(bytes.begin(), bytes.end());  // so that a byte beyond is noticed
  const auto postings = 1 + dice.below(1000);
  PositionCursor reading(std::as_bytes(std::span(exactly)), postings);
  PositionCursor copying(std::as_bytes(std::span(exactly)), postings);
  std::vector<Spot> spots;
  for (std::uint32_t index = 0; index < postings; index += 1 + dice.below(90)) {
    reading.read(index, ~FieldMask{0}, spots);
    RC_ASSERT(spots.size() <= 8 * bytes.size() + kMaximumTextFields);
    copying.record(index);
  }
}

}  // namespace
}  // namespace tributary::search
