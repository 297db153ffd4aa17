#include "catalogue/formats/spilled_bytes.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/bytes.h"

namespace tributary::catalogue {
namespace {

constexpr std::size_t kPageBytes = 16 * 1024;
constexpr std::size_t kPages = 2048;
constexpr std::size_t kWriteBytes = 1024 * 1024;

std::unexpected<Error> spill_failure() {
  return fail(ErrorCode::io, std::strerror(errno), "temporary file");
}

}  // namespace

SpilledBytes::SpilledBytes(SpilledBytes&& other) noexcept
    : memory_bytes_(other.memory_bytes_),
      tail_(std::move(other.tail_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      written_bytes_(std::exchange(other.written_bytes_, 0)),
      pages_(std::move(other.pages_)) {}

SpilledBytes::~SpilledBytes() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<> SpilledBytes::append(std::string_view bytes) {
  tail_.append(bytes);
  const std::size_t limit_bytes = descriptor_ < 0 ? memory_bytes_ : kWriteBytes;
  return tail_.size() > limit_bytes ? spill() : Result<>{};
}

Result<> SpilledBytes::spill() {
  if (descriptor_ < 0) {
    std::error_code error;
    auto folder = std::filesystem::temp_directory_path(error);
    std::string name = (error ? Path("/tmp") : folder) / "tributary-XXXXXX";
    descriptor_ = ::mkstemp(name.data());
    if (descriptor_ < 0) return spill_failure();
    ::unlink(name.c_str());
    pages_.resize(kPages);
  }
  for (std::string_view rest = tail_; !rest.empty();) {
    const auto count = ::write(descriptor_, rest.data(), rest.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return spill_failure();
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  written_bytes_ += tail_.size();
  // The first spill frees the memory; later ones keep the buffer.
  if (tail_.capacity() > 4 * kWriteBytes) tail_ = {};
  tail_.clear();
  return {};
}

Result<const SpilledBytes::Page*> SpilledBytes::page(std::uint64_t number) {
  Page& slot = pages_[number % kPages];
  const std::uint64_t from = number * kPageBytes;
  const auto length =
      static_cast<std::size_t>(std::min<std::uint64_t>(kPageBytes, written_bytes_ - from));
  if (slot.number == number && slot.bytes.size() == length) return &slot;
  slot.number = UINT64_MAX;
  slot.bytes.resize(length);
  for (std::size_t done = 0; done < length;) {
    const auto count = ::pread(descriptor_, slot.bytes.data() + done, length - done,
                               static_cast<off_t>(from + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return spill_failure();
    done += static_cast<std::size_t>(count);
  }
  slot.number = number;
  return &slot;
}

Result<> SpilledBytes::read(std::uint64_t offset, std::size_t size_bytes, std::string& to) {
  while (size_bytes > 0) {
    if (offset >= written_bytes_) {
      to.append(tail_, static_cast<std::size_t>(offset - written_bytes_), size_bytes);
      return {};
    }
    const auto* from = TRY(page(offset / kPageBytes));
    const auto within = static_cast<std::size_t>(offset % kPageBytes);
    const auto count = std::min(size_bytes, from->bytes.size() - within);
    to.append(from->bytes, within, count);
    offset += count;
    size_bytes -= count;
  }
  return {};
}

Result<> SpilledStrings::append(std::string_view text) {
  TRY(text_.append(text));
  std::string end;
  tributary::append(end, text_.size_bytes());
  TRY(ends_.append(end));
  ++count_;
  return {};
}

Result<> SpilledStrings::read(std::uint64_t number, std::string& to) {
  bounds_.clear();
  TRY(ends_.read(number == 0 ? 0 : (number - 1) * 8, number == 0 ? 8 : 16, bounds_));
  const auto bytes = as_bytes(bounds_);
  const auto from = number == 0 ? 0 : load<std::uint64_t>(bytes.data());
  const auto end = load<std::uint64_t>(bytes.data() + (number == 0 ? 0 : 8));
  return text_.read(from, static_cast<std::size_t>(end - from), to);
}

}  // namespace tributary::catalogue
