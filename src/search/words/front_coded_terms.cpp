#include "search/words/front_coded_terms.h"

#include <algorithm>
#include <cstring>

#include "search/postings/varint.h"
#include "search/words/text_order.h"

namespace tributary::search {
namespace {

constexpr std::size_t kHandedOverBytes = std::size_t{64} << 10U;

std::size_t common_prefix(std::string_view left, std::string_view right) {
  return static_cast<std::size_t>(std::ranges::mismatch(left, right).in1 - left.begin());
}

// For bytes that open() has checked.
std::size_t read_length(const std::byte*& at) {
  auto byte = std::to_integer<std::size_t>(*at++);
  auto value = byte & 0x7F;
  for (unsigned shift = 7; byte >= 0x80; shift += 7) {
    byte = std::to_integer<std::size_t>(*at++);
    value |= (byte & 0x7F) << shift;
  }
  return value;
}

std::string_view read_string(const std::byte*& at) {
  const auto length = read_length(at);
  const std::string_view text(reinterpret_cast<const char*>(at), length);
  at += length;
  return text;
}

/// Whether `left` is less than `right`, given how many bytes they have in common.
bool is_less(std::string_view left, std::string_view right, std::size_t common) {
  if (common == left.size() || common == right.size()) return left.size() < right.size();
  return static_cast<unsigned char>(left[common]) < static_cast<unsigned char>(right[common]);
}

/// Whether `shared` bytes of `previous` and then `rest` are a greater term, with no more in common.
bool goes_on(std::string_view previous, std::size_t shared, std::string_view rest) {
  if (rest.empty() || shared > previous.size()) return false;
  return shared == previous.size() ||
         static_cast<unsigned char>(rest.front()) > static_cast<unsigned char>(previous[shared]);
}

/// Reads one block behind `previous`, which becomes its last term; the number of its terms, or
/// nothing where it is damaged.
std::optional<std::size_t> check_block(ByteReader block, std::string& previous) {
  const auto head = block.string();
  if (head.empty() || head <= previous) return std::nullopt;
  previous = head;
  std::size_t terms = 1;
  for (; !block.at_end(); ++terms) {
    const std::size_t shared = block.varint();
    const auto rest = block.string();
    if (!goes_on(previous, shared, rest)) return std::nullopt;
    previous.resize(shared);
    previous += rest;
  }
  if (block.broken() || terms > FrontCodedTerms::kBlockTerms) return std::nullopt;
  return terms;
}

/// How many keys, which ascend, are below `key`: halving without a branch that could be foreseen
/// wrongly.
std::size_t keys_below(std::span<const std::uint64_t> keys, std::uint64_t key) {
  std::size_t low = 0;
  for (auto left = keys.size(); left > 0;) {
    const auto half = (left + 1) / 2;
    low += keys[low + half - 1] < key ? half : 0;
    left -= half;
  }
  return low;
}

}  // namespace

void FrontCodedTermsBuilder::add(std::string_view term) {
  if (terms_++ % FrontCodedTerms::kBlockTerms == 0) {
    blocks_.push_back(taken_bytes_ + bytes_.size());
    append_string(bytes_, term);
  } else {
    const auto shared = common_prefix(previous_, term);
    append_varint(bytes_, static_cast<std::uint32_t>(shared));
    append_string(bytes_, term.substr(shared));
  }
  previous_ = term;
}

void FrontCodedTermsBuilder::take_bytes() {
  taken_bytes_ += bytes_.size();
  bytes_.clear();
}

Result<FrontCodedTermsWriter> FrontCodedTermsWriter::begin(SectionFileWriter& file,
                                                           std::uint32_t number) {
  TRY(file.begin_section(SectionTag::term_bytes, number));
  return FrontCodedTermsWriter(file, number);
}

Result<> FrontCodedTermsWriter::add(std::string_view term) {
  terms_.add(term);
  return terms_.bytes().size() < kHandedOverBytes ? Result<>() : hand_over();
}

Result<> FrontCodedTermsWriter::hand_over() {
  TRY(file_.append(terms_.bytes()));
  terms_.take_bytes();
  return {};
}

Result<> FrontCodedTermsWriter::finish() {
  TRY(hand_over());
  return file_.section(SectionTag::term_blocks, number_, terms_.blocks());
}

Result<FrontCodedTerms> FrontCodedTerms::open(std::span<const std::uint64_t> blocks,
                                              std::span<const std::byte> bytes) {
  const auto broken = [] { return fail(ErrorCode::corrupt, "the terms are damaged"); };
  FrontCodedTerms terms(blocks, bytes);
  terms.head_keys_.reserve(blocks.size());
  if (blocks.empty() ? !bytes.empty() : blocks.front() != 0) return broken();
  std::string previous;
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    const bool is_last = block + 1 == blocks.size();
    const std::uint64_t end = is_last ? bytes.size() : blocks[block + 1];
    if (blocks[block] >= end || end > bytes.size()) return broken();
    const auto content = bytes.subspan(blocks[block], end - blocks[block]);
    const auto found = check_block(ByteReader(content), previous);
    if (!found || (!is_last && *found != kBlockTerms)) return broken();
    terms.terms_ += *found;
    terms.head_keys_.push_back(leading_bytes(terms.head(block)));
    if (block % kSampledHeads == 0) terms.sampled_keys_.push_back(terms.head_keys_.back());
  }
  return terms;
}

Result<FrontCodedTerms> FrontCodedTerms::open(const SectionFile& file, std::uint32_t number) {
  auto terms = open(TRY(file.array<std::uint64_t>(SectionTag::term_blocks, number)),
                    TRY(file.section(SectionTag::term_bytes, number)));
  if (!terms) return file.broken(std::move(terms).error().message);
  return terms;
}

std::string_view FrontCodedTerms::head(std::size_t block) const {
  const auto* at = bytes_.data() + blocks_[block];
  return read_string(at);
}

std::size_t FrontCodedTerms::last_block_up_to(std::string_view text, std::size_t first) const {
  const auto key = leading_bytes(text);
  const auto is_up_to = [&](std::size_t block) {
    return head_keys_[block] != key ? head_keys_[block] < key : head(block) <= text;
  };
  // Most moves are short: double the stride first, then halve between the last two strides.
  std::size_t low = first, stride = 1;
  while (low + stride < blocks_.size() && is_up_to(low + stride)) {
    low += stride;
    stride *= 2;
  }
  std::size_t high = std::min(low + stride, blocks_.size());
  while (high - low > 1) {
    const auto middle = low + (high - low) / 2;
    (is_up_to(middle) ? low : high) = middle;
  }
  return low;
}

std::size_t FrontCodedTerms::block_of(std::string_view text) const {
  const auto key = leading_bytes(text);
  // To the heads that begin alike: first among some of them, which stay in the cache.
  const auto sampled = keys_below(sampled_keys_, key);
  const auto first = sampled == 0 ? 0 : (sampled - 1) * kSampledHeads;
  const auto near = std::span(head_keys_).subspan(first);
  const auto low = first + keys_below(near.first(std::min(near.size(), kSampledHeads)), key);
  return last_block_up_to(text, low == 0 ? 0 : low - 1);
}

std::optional<std::size_t> FrontCodedTerms::find(std::string_view term) const {
  if (size() == 0) return std::nullopt;
  TermCursor cursor(*this, block_of(term) * kBlockTerms);
  cursor.seek(term);
  if (cursor.at_end() || cursor.term() != term) return std::nullopt;
  return cursor.number();
}

std::size_t FrontCodedTerms::lower_bound(std::string_view text) const {
  if (size() == 0) return 0;
  TermCursor cursor(*this, block_of(text) * kBlockTerms);
  cursor.seek(text);
  return cursor.number();
}

TermRange FrontCodedTerms::range_of(std::string_view prefix) const {
  if (size() == 0 || prefix.empty()) return {0, size()};
  TermCursor cursor(*this, block_of(prefix) * kBlockTerms);
  cursor.seek(prefix);
  const auto first = cursor.number();
  if (!cursor.at_end() && cursor.term().starts_with(prefix)) {
    const auto behind = after_prefix(prefix);
    if (behind.empty()) return {first, size()};
    cursor.seek(behind);
  }
  return {first, cursor.number()};
}

std::string FrontCodedTerms::term(std::size_t number) const {
  return std::string(TermCursor(*this, number).term());
}

TermCursor::TermCursor(const FrontCodedTerms& terms, std::size_t number) : terms_(&terms) {
  if (number == terms.size()) {
    finish();
    return;
  }
  enter_block(number / FrontCodedTerms::kBlockTerms);
  while (number_ < number) next();
  kept_bytes_ = 0;
}

void TermCursor::enter_block(std::size_t block) {
  number_ = block * FrontCodedTerms::kBlockTerms;
  after_ = terms_->bytes_.data() + terms_->blocks_[block];
  const auto head = read_string(after_);
  kept_bytes_ = common_prefix(std::string_view(term_).substr(0, kept_bytes_), head);
  term_ = head;
}

void TermCursor::finish() {
  number_ = terms_->size();
  kept_bytes_ = 0;
  term_.clear();
}

void TermCursor::next() {
  kept_bytes_ = term_.size();
  ++number_;
  if (number_ == terms_->size()) return finish();
  if (number_ % FrontCodedTerms::kBlockTerms == 0) {
    return enter_block(number_ / FrontCodedTerms::kBlockTerms);
  }
  kept_bytes_ = read_length(after_);
  term_.resize(kept_bytes_);
  term_ += read_string(after_);
}

void TermCursor::seek(std::string_view target) {
  kept_bytes_ = term_.size();
  auto common = common_prefix(term_, target);
  if (!is_less(term_, target, common)) return;
  const auto block = number_ / FrontCodedTerms::kBlockTerms;
  const auto landing = terms_->last_block_up_to(target, block);
  if (landing != block) {
    enter_block(landing);
    if (term_ == target) return;
    common = common_prefix(term_, target);
  }

  // Below, the term at hand is less than the target and has `common` bytes in common with it. One
  // that shares more than these with its predecessor is less as well, and need not be spelt out:
  // bytes of term_ from `common` on may be stale, those before never are.
  while (true) {
    ++number_;
    if (number_ == terms_->size()) return finish();
    if (number_ % FrontCodedTerms::kBlockTerms == 0) {
      return enter_block(number_ / FrontCodedTerms::kBlockTerms);
    }
    const auto shared = read_length(after_);
    const auto rest = read_string(after_);
    kept_bytes_ = std::min(kept_bytes_, shared);
    if (shared > common) continue;
    const auto wanted = target.substr(shared);
    const auto more = shared < common ? 0 : common_prefix(rest, wanted);
    if (!is_less(rest, wanted, more)) {
      term_.resize(shared);
      term_ += rest;
      return;
    }
    term_.replace(shared, std::string::npos, target, shared, more);
    common += more;
  }
}

std::string after_prefix(std::string_view prefix) {
  std::string next(prefix);
  while (!next.empty() && next.back() == '\xFF') next.pop_back();
  if (!next.empty()) next.back() = static_cast<char>(static_cast<unsigned char>(next.back()) + 1);
  return next;
}

}  // namespace tributary::search
