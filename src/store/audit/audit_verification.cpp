#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "store/audit/audit_trail.h"

namespace tributary::store {
namespace {

/// Entries read at a time.
constexpr std::uint64_t kPortion = 1'000;

/// Goes along the chain and notes what does not fit.
class ChainCheck {
 public:
  explicit ChainCheck(const std::optional<AuditAnchor>& anchor) : anchor_(anchor) {}

  void take(const StoredAuditEntry& stored) {
    const auto& entry = stored.entry;
    if (stored.number != last_ + 1) {
      note(fmt::format("entries {} to {} are missing", last_ + 1, stored.number - 1));
    }
    if (!stored.is_detail_erased && sha256(entry.detail) != stored.detail_hash) {
      note(fmt::format("entry {}: its detail was changed", stored.number));
    }
    if (stored.is_detail_erased) unexplained_.insert(stored.number);
    if (entry.action == kDetailErased) explain(entry.subject);
    if (chained_hash(stored.number, entry, stored.detail_hash, before_) != stored.hash) {
      note(fmt::format("entry {}: it does not fit its hash and the entry before", stored.number));
    }
    if (anchor_ && anchor_->number == stored.number && anchor_->hash != hexadecimal(stored.hash)) {
      note(fmt::format("entry {}: its hash is not the one that was noted", stored.number));
    }
    before_ = stored.hash;
    last_ = stored.number;
    ++entries_;
  }

  AuditVerdict finish() {
    for (const auto number : unexplained_) {
      note(fmt::format("entry {}: its detail is gone, and no entry says so", number));
    }
    if (anchor_ && anchor_->number > last_) {
      note(fmt::format("the trail ends with entry {}, but entry {} was noted", last_,
                       anchor_->number));
    }
    return {
        .entries = entries_, .last = {last_, hexadecimal(before_)}, .faults = std::move(faults_)};
  }

 private:
  void note(std::string fault) {
    if (faults_.size() < kMostFaults) faults_.push_back(std::move(fault));
  }

  void explain(std::string_view subject) {
    std::uint64_t number = 0;
    const auto digits = subject.substr(std::min(subject.find('/') + 1, subject.size()));
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    unexplained_.erase(number);
  }

  const std::optional<AuditAnchor>& anchor_;
  std::uint64_t last_ = 0, entries_ = 0;
  Sha256 before_{};
  std::set<std::uint64_t> unexplained_;  // details that are gone, without an entry that says so yet
  std::vector<std::string> faults_;
};

}  // namespace

Result<AuditAnchor> audit_anchor(std::string_view text) {
  AuditAnchor anchor;
  const auto [end, failure] =
      std::from_chars(text.data(), text.data() + text.size(), anchor.number);
  const auto rest = text.substr(static_cast<std::size_t>(end - text.data()));
  const bool fits = failure == std::errc{} && anchor.number > 0 && rest.starts_with(':') &&
                    rest.size() == 65 &&
                    rest.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
  if (!fits) {
    return fail(ErrorCode::invalid_argument,
                "it has to be a number, a colon and 64 hexadecimal digits, as printed earlier",
                std::string(text));
  }
  anchor.hash = rest.substr(1);
  return anchor;
}

Result<AuditVerdict> verify_audit_trail(sql::Connection& connection,
                                        const std::optional<AuditAnchor>& seen_earlier) {
  ChainCheck check(seen_earlier);
  std::uint64_t after = 0;
  for (;;) {
    const auto entries = TRY(audit_entries(connection, {}, after, kPortion));
    for (const auto& entry : entries) check.take(entry);
    if (entries.size() < kPortion) return check.finish();
    after = entries.back().number;
  }
}

}  // namespace tributary::store
