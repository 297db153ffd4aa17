#include "search/postings/position_block.h"

#include <algorithm>
#include <bit>

#include "search/postings/position_list.h"

namespace tributary::search {
namespace {

constexpr unsigned kFieldFollows = kMaximumTextFields, kHavingFactor = 2 * kMaximumTextFields;

/// Where fewer than one in so many have a field, or lack it, numbers take less than bits.
constexpr std::size_t kFewOf = 4;

Having having_of(std::size_t documents, std::uint32_t postings) {
  if (documents == postings) return Having::all;
  if (kFewOf * documents < postings) return Having::these;
  return kFewOf * (postings - documents) < postings ? Having::all_but_these : Having::bitmap;
}

void append_document_bits(std::string& to, std::span<const std::uint32_t> documents,
                          std::uint32_t postings) {
  const auto begin = to.size();
  to.resize(begin + bytes_of_bits(postings));
  for (const auto document : documents) {
    auto& byte = to[begin + document / 8];
    byte = static_cast<char>(static_cast<unsigned char>(byte) | 1U << document % 8);
  }
}

void append_numbers(std::string& to, std::span<const std::uint32_t> numbers,
                    std::uint32_t postings) {
  to.push_back(static_cast<char>(numbers.size()));
  BitWriter bits(to);
  append_sparse(bits, numbers, postings);
  bits.finish();
}

/// Those of a block that are not in `documents`.
std::vector<std::uint32_t> not_among(std::span<const std::uint32_t> documents,
                                     std::uint32_t postings) {
  std::vector<std::uint32_t> left_out;
  auto next = documents.begin();
  for (std::uint32_t posting = 0; posting < postings; ++posting) {
    if (next != documents.end() && *next == posting) {
      ++next;
    } else {
      left_out.push_back(posting);
    }
  }
  return left_out;
}

}  // namespace

void PositionBlockWriter::append_field(std::string& to, Field& field, Having having,
                                       std::uint32_t postings) {
  switch (having) {
    case Having::all:
      break;
    case Having::these:
      append_numbers(to, field.documents, postings);
      break;
    case Having::all_but_these:
      append_numbers(to, not_among(field.documents, postings), postings);
      break;
    case Having::bitmap:
      append_document_bits(to, field.documents, postings);
      break;
  }
  field.positions.append_to(to);
  field.documents.clear();
}

void PositionBlockWriter::append_block(std::string& to, ByteReader& records,
                                       std::uint32_t postings) {
  FieldMask used = 0;
  for (std::uint32_t posting = 0; posting < postings; ++posting) {
    for (bool more = true; more && !records.broken();) {
      const auto tag = RecordTag::of(records.varint());
      more = tag.is_followed;
      used |= FieldMask{1} << tag.field;
      auto& field = fields_[tag.field];
      field.documents.push_back(posting);
      field.positions.begin_document();
      field.positions.add(records.varint());
      for (auto left = tag.count - 1; left > 0 && !records.broken(); --left) {
        field.positions.add(records.varint());
      }
    }
  }
  for (auto left = used; left != 0; left &= left - 1) {
    const auto number = static_cast<unsigned>(std::countr_zero(left));
    auto& field = fields_[number];
    const auto having = having_of(field.documents.size(), postings);
    const bool is_followed = (left & (left - 1)) != 0;
    to.push_back(static_cast<char>(number + (is_followed ? kFieldFollows : 0) +
                                   kHavingFactor * static_cast<unsigned>(having)));
    if (!is_followed) {
      append_field(to, field, having, postings);
      continue;
    }
    of_field_.clear();
    append_field(of_field_, field, having, postings);
    append_varint(to, static_cast<std::uint32_t>(of_field_.size()));
    to += of_field_;
  }
}

void PositionBlock::open(std::span<const std::byte> bytes, std::uint32_t postings) {
  postings_ = postings;
  part_count_ = 0;
  ByteReader from(bytes);
  for (bool more = true; more && !from.at_end() && part_count_ < kMaximumTextFields;) {
    const unsigned head = from.fixed<std::uint8_t>();
    more = (head & kFieldFollows) != 0;
    if (parts_.size() == part_count_) parts_.emplace_back();
    auto& part = parts_[part_count_++];
    part.field = head % kMaximumTextFields;
    part.having = static_cast<Having>(head / kHavingFactor);
    part.is_open = false;
    part.bytes = from.bytes(more ? from.varint() : from.remaining());
  }
}

void PositionBlock::open(Part& part) const {
  part.is_open = true;
  ByteReader from(part.bytes);
  auto documents = postings_;
  if (part.having == Having::bitmap) {
    part.bitmap = Bits(from.bytes(bytes_of_bits(postings_)));
    documents = part.bitmap.ones(0, postings_);
  } else if (part.having != Having::all) {
    const std::uint32_t count = from.fixed<std::uint8_t>();
    const bool is_any = count > 0 && count < postings_;
    const auto size = is_any ? bytes_of_bits(bits_of_sparse(count, postings_)) : 0;
    part.numbers.open(Bits(from.bytes(size)), 0, is_any ? count : 0, postings_);
    documents = part.having == Having::these ? count : postings_ - std::min(count, postings_);
  }
  part.positions.open(from.bytes(from.remaining()), documents);
}

std::uint32_t PositionBlock::place_in(Part& part, std::uint32_t posting) {
  switch (part.having) {
    case Having::all:
      return posting;
    case Having::bitmap:
      return part.bitmap.number(posting, 1) != 0 ? part.bitmap.ones(0, posting) : kNowhere;
    case Having::these: {
      const auto before = part.numbers.pass(posting);
      return part.numbers.take(posting) > 0 ? before : kNowhere;
    }
    case Having::all_but_these: {
      const auto before = part.numbers.pass(posting);
      return part.numbers.take(posting) == 0 ? posting - before : kNowhere;
    }
  }
  return kNowhere;
}

void PositionBlock::read(std::uint32_t posting, FieldMask fields, std::vector<Spot>& spots) {
  for (std::size_t at = 0; at < part_count_; ++at) {
    auto& part = parts_[at];
    if ((fields >> part.field & 1) == 0) continue;
    if (!part.is_open) open(part);
    const auto place = place_in(part, posting);
    if (place == kNowhere) continue;
    part.positions.read(
        place, [&](std::uint32_t position) { spots.push_back(spot_of(part.field, position)); });
  }
}

}  // namespace tributary::search
