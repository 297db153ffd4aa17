#include "store/notices/telling.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "store/accounts/accounts.h"
#include "store/notices/concerned_people.h"
#include "store/notices/notices.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

Result<AuditSubject> parse_subject(const std::string& subject) {
  const auto slash = subject.find('/');
  AuditSubject parsed{.kind = std::string_view(subject).substr(0, slash)};
  const auto* const end = subject.data() + subject.size();
  const auto read = std::from_chars(slash == std::string::npos ? end : subject.data() + slash + 1,
                                    end, parsed.id);
  if (read.ec == std::errc() && read.ptr == end) return parsed;
  return fail(ErrorCode::corrupt, "what the entry was done to has no number", subject);
}

struct Words {
  std::string about, word;
};

struct WordsOfKind {
  std::string_view kind;   ///< of the subject
  std::string_view query;  ///< about and word; no word is that of the act
};

/// How people call what an entry was done to. Of an account that is the role which was just given
/// or taken.
constexpr auto kWordsOfKinds = std::to_array<WordsOfKind>({
    {"innovation",
     "SELECT t.title, '' FROM innovations i JOIN innovation_texts t ON t.innovation = i.id "
     "AND t.number = i.text_number WHERE i.id = ?"},
    {"framework_version",
     "SELECT CAST(major AS TEXT) || '.' || CAST(minor AS TEXT) || '.' || CAST(patch AS TEXT), '' "
     "FROM framework_versions WHERE id = ?"},
    {"amendment",
     "SELECT CAST(v.major AS TEXT) || '.' || CAST(v.minor AS TEXT) || '.' || "
     "CAST(v.patch AS TEXT), '' FROM amendments a JOIN framework_versions v "
     "ON v.id = a.version_id WHERE a.id = ?"},
    {"application",
     "SELECT CASE WHEN region = '' THEN state ELSE region END, '' FROM applications WHERE id = ?"},
    {"mainstreaming_case",
     "SELECT t.title, '' FROM mainstreaming_cases c JOIN innovations i ON i.id = c.innovation "
     "JOIN innovation_texts t ON t.innovation = i.id AND t.number = i.text_number WHERE c.id = ?"},
    {"pilot",
     "SELECT t.title || ' · ' || p.site, '' FROM pilots p JOIN pilot_protocols r "
     "ON r.id = p.protocol JOIN innovations i ON i.id = r.innovation JOIN innovation_texts t "
     "ON t.innovation = i.id AND t.number = i.text_number WHERE p.id = ?"},
    {"protocol",
     "SELECT t.title, '' FROM pilot_protocols r JOIN innovations i ON i.id = r.innovation "
     "JOIN innovation_texts t ON t.innovation = i.id AND t.number = i.text_number WHERE r.id = ?"},
    {"claim",
     "SELECT o.name, '' FROM organisation_claims c JOIN organisations o ON o.id = c.organisation "
     "WHERE c.id = ?"},
    {"offer", "SELECT topic, '' FROM offers WHERE id = ?"},
    {"offer_match",  // its page is that of the offer
     "SELECT o.topic, CAST(m.offer AS TEXT) FROM offer_matches m JOIN offers o ON o.id = m.offer "
     "WHERE m.id = ?"},
    {"conversation",
     "SELECT o.name, '' FROM relay_threads t JOIN organisations o ON o.id = t.organisation "
     "WHERE t.id = ?"},
    {"account",
     "SELECT scope_key, role FROM grants WHERE account = ? ORDER BY number DESC LIMIT 1"},
});

/// The day of the condition that the installation has just reminded of.
Result<std::string> day_of_condition(sql::Connection& connection, std::int64_t innovation) {
  auto row = TRY(connection.statement(
      "SELECT c.due FROM reminded_conditions r JOIN decision_conditions c "
      "ON c.innovation = r.innovation AND c.number = r.number AND c.ordinal = r.ordinal "
      "WHERE r.innovation = ? ORDER BY r.reminder DESC LIMIT 1"));
  TRY(row.bind(innovation));
  if (!TRY(row.step())) return std::string();
  return Date(static_cast<std::int32_t>(row.integer(0))).iso();
}

Result<Words> words_of(sql::Connection& connection, const AuditSubject& subject,
                       const AuditEntry& entry) {
  Words words;
  const auto* const found = std::ranges::find(kWordsOfKinds, subject.kind, &WordsOfKind::kind);
  if (found != kWordsOfKinds.end()) {
    auto row = TRY(connection.statement(found->query));
    TRY(row.bind(subject.id));
    if (TRY(row.step())) words = {std::string(row.text(0)), std::string(row.text(1))};
  }
  if (entry.action == eco::kConditionDueAction) {
    words.word = TRY(day_of_condition(connection, subject.id));
  }
  if (words.word.empty()) words.word = entry.action.substr(entry.action.find('.') + 1);
  return words;
}

Result<bool> is_active_account(sql::Connection& connection, eco::PersonId person) {
  const auto account = TRY(find_account(connection, person));
  return account && account->state == AccountState::active;
}

}  // namespace

Result<> tell_those_concerned(sql::Connection& connection, std::uint64_t number,
                              const AuditEntry& entry) {
  const auto rules = eco::notice_rules_of(entry.action);
  if (rules.empty()) return {};
  const auto subject = TRY(parse_subject(entry.subject));
  const auto words = TRY(words_of(connection, subject, entry));
  Notice notice{.id = {static_cast<std::int64_t>(number)},
                .subject = entry.subject,
                .about = words.about,
                .word = words.word,
                .at = entry.at};
  for (const auto& rule : rules) {
    notice.kind = rule.kind;
    for (const auto person : TRY(people_concerned(connection, rule.concerned, subject))) {
      if (person == entry.person || !TRY(is_active_account(connection, person))) continue;
      TRY(insert_notice(connection, person, notice));
    }
  }
  return {};
}

}  // namespace tributary::store
