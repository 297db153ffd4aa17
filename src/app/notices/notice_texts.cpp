#include "app/notices/notice_texts.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/notices/notice_words.h"

namespace tributary::app {
namespace {

using ecosystem::NoticeKind;

/// In the order of language_column().
using InLanguages = std::array<std::string_view, 3>;

/// By NoticeKind; {about} and {word} are those of the notice.
constexpr std::array<InLanguages, ecosystem::kNoticeKinds> kNoticeSentences{{
    {"Decision on “{about}”: {word}", "Entscheidung zu „{about}“: {word}",
     "Απόφαση για «{about}»: {word}"},
    {"“{about}” was proposed, and no panel has it yet",
     "„{about}“ wurde vorgeschlagen, und noch kein Gremium hat es übernommen",
     "Προτάθηκε «{about}» και καμία επιτροπή δεν την έχει αναλάβει ακόμη"},
    {"“{about}” is before your panel and waits for assessments",
     "„{about}“ liegt Ihrem Gremium vor und wartet auf Gutachten",
     "«{about}» βρίσκεται στην επιτροπή σας και περιμένει αξιολογήσεις"},
    {"The panel of “{about}” talks about its scores; please score it once more",
     "Das Gremium zu „{about}“ spricht über seine Bewertungen; bitte bewerten Sie noch einmal",
     "Η επιτροπή για «{about}» συζητά τις βαθμολογίες της· παρακαλούμε βαθμολογήστε ξανά"},
    {"The assessments of “{about}” are there; the gate can be decided",
     "Die Gutachten zu „{about}“ liegen vor; über das Tor kann entschieden werden",
     "Οι αξιολογήσεις για «{about}» είναι έτοιμες· η πύλη μπορεί να αποφασιστεί"},
    {"An override for “{about}” waits for a second person",
     "Eine Ausnahme für „{about}“ wartet auf eine zweite Person",
     "Μια παράκαμψη για «{about}» περιμένει δεύτερο πρόσωπο"},
    {"“{about}” is recommended and can be taken up by an authority",
     "„{about}“ ist empfohlen und kann von einer Behörde aufgegriffen werden",
     "«{about}» συνιστάται και μπορεί να αναληφθεί από αρμόδια αρχή"},
    {"Your state has taken up “{about}” and decides about it",
     "Ihr Staat hat „{about}“ aufgegriffen und entscheidet darüber",
     "Το κράτος σας ανέλαβε «{about}» και αποφασίζει γι’ αυτήν"},
    {"A condition for “{about}” is due on {word}",
     "Eine Auflage für „{about}“ ist am {word} fällig",
     "Ένας όρος για «{about}» λήγει στις {word}"},
    {"Somebody asks to join the team of “{about}”", "Jemand möchte in das Team von „{about}“",
     "Κάποιος ζητά να μπει στην ομάδα για «{about}»"},
    {"You were let into the team of “{about}”", "Sie wurden in das Team von „{about}“ aufgenommen",
     "Γίνατε δεκτοί στην ομάδα για «{about}»"},
    {"The consultation on version {about} of the framework has begun",
     "Die Konsultation zur Fassung {about} des Rahmens hat begonnen",
     "Άρχισε η διαβούλευση για την έκδοση {about} του πλαισίου"},
    {"Your state is asked for its position on version {about} of the framework",
     "Ihr Staat wird um seine Position zur Fassung {about} des Rahmens gebeten",
     "Ζητείται η θέση του κράτους σας για την έκδοση {about} του πλαισίου"},
    {"Version {about} of the framework: {word}", "Fassung {about} des Rahmens: {word}",
     "Έκδοση {about} του πλαισίου: {word}"},
    {"An amendment to version {about} of the framework was proposed",
     "Zur Fassung {about} des Rahmens wurde eine Änderung beantragt",
     "Προτάθηκε τροπολογία στην έκδοση {about} του πλαισίου"},
    {"Your amendment to version {about}, or one that you support: {word}",
     "Ihr Änderungsantrag zur Fassung {about}, oder einer, den Sie unterstützen: {word}",
     "Η τροπολογία σας στην έκδοση {about}, ή μία που υποστηρίζετε: {word}"},
    {"A peer has reviewed an item of the application {about}",
     "Ein Punkt der Anwendung {about} wurde von außen begutachtet",
     "Ένα σημείο της εφαρμογής {about} αξιολογήθηκε από ομότιμους"},
    {"A case for “{about}” was submitted to your authority",
     "Ihrer Behörde wurde ein Antrag zu „{about}“ vorgelegt",
     "Υποβλήθηκε στην αρχή σας φάκελος για «{about}»"},
    {"The authority on the case for “{about}”: {word}",
     "Die Behörde zum Antrag für „{about}“: {word}", "Η αρχή για τον φάκελο «{about}»: {word}"},
    {"You were given a role: {word}", "Ihnen wurde eine Rolle gegeben: {word}",
     "Σας δόθηκε ρόλος: {word}"},
    {"A role of yours was taken back: {word}", "Ihnen wurde eine Rolle genommen: {word}",
     "Ανακλήθηκε ρόλος σας: {word}"},
    {"A pilot has started that an evaluator will have to lock and analyse: {about}",
     "Eine Erprobung hat begonnen, die jemand sperren und auswerten muss: {about}",
     "Άρχισε πιλοτική εφαρμογή που θα χρειαστεί αξιολογητή: {about}"},
    {"Pilot “{about}”: {word}", "Erprobung „{about}“: {word}",
     "Πιλοτική εφαρμογή «{about}»: {word}"},
    {"The pilot “{about}” has another lead", "Die Erprobung „{about}“ hat eine andere Leitung",
     "Η πιλοτική εφαρμογή «{about}» έχει άλλον υπεύθυνο"},
    {"The protocol of a pilot that you lead, “{about}”: {word}",
     "Das Protokoll einer Erprobung, die Sie leiten, „{about}“: {word}",
     "Το πρωτόκολλο πιλοτικής εφαρμογής που διευθύνετε, «{about}»: {word}"},
    {"Somebody asks to be taken as the representative of {about}",
     "Jemand bittet, als Vertretung von {about} anerkannt zu werden",
     "Κάποιος ζητά να αναγνωριστεί ως εκπρόσωπος: {about}"},
    {"Your claim to represent {about}: {word}", "Ihr Antrag, {about} zu vertreten: {word}",
     "Το αίτημά σας να εκπροσωπείτε «{about}»: {word}"},
    {"“{about}” waits for a moderator", "„{about}“ wartet auf die Moderation",
     "«{about}» περιμένει συντονιστή"},
    {"Offer or request “{about}”: {word}", "Angebot oder Gesuch „{about}“: {word}",
     "Προσφορά ή αίτημα «{about}»: {word}"},
    {"“{about}” suits an organisation that you represent, or one was found for it",
     "„{about}“ passt zu einer Organisation, die Sie vertreten, oder eine wurde dafür gefunden",
     "Το «{about}» ταιριάζει σε οργανισμό που εκπροσωπείτε, ή βρέθηκε οργανισμός γι’ αυτό"},
    {"“{about}” will soon no longer be shown; renew it if it still holds",
     "„{about}“ wird bald nicht mehr gezeigt; erneuern Sie es, wenn es noch gilt",
     "Το «{about}» σύντομα δεν θα εμφανίζεται· ανανεώστε το αν ισχύει ακόμη"},
    {"A conversation with {about} was reported", "Ein Gespräch mit {about} wurde gemeldet",
     "Αναφέρθηκε συνομιλία με «{about}»"},
}};

constexpr InLanguages kTitleOfNotices = {"Tributary: your notices", "Tributary: Ihre Mitteilungen",
                                         "Tributary: οι ειδοποιήσεις σας"};
constexpr InLanguages kSubjectOfMany = {"Tributary: {} notices", "Tributary: {} Mitteilungen",
                                        "Tributary: {} ειδοποιήσεις"};
constexpr InLanguages kMoreNotices = {"… and {} more", "… und {} weitere", "… και {} ακόμη"};
constexpr InLanguages kAllNoticesAt = {
    "All your notices:", "Alle Ihre Mitteilungen:", "Όλες οι ειδοποιήσεις σας:"};
constexpr InLanguages kPreferencesAt = {"How often such mails come, or whether they come at all:",
                                        "Wie oft solche E-Mails kommen, und ob überhaupt:",
                                        "Πόσο συχνά έρχονται τέτοια μηνύματα, ή αν έρχονται:"};
constexpr InLanguages kUnsubscribeAt = {
    "No more of these mails, without signing in:", "Keine solchen E-Mails mehr, ohne Anmeldung:",
    "Όχι άλλα τέτοια μηνύματα, χωρίς σύνδεση:"};

std::string_view kind_of_subject(const store::Notice& notice) {
  return std::string_view(notice.subject).substr(0, notice.subject.find('/'));
}

bool is_of_a_role(const store::Notice& notice) {
  return notice.kind == NoticeKind::role_given || notice.kind == NoticeKind::role_taken;
}

std::string word_in_language(const store::Notice& notice, std::string_view language) {
  if (!is_of_a_role(notice)) {
    return std::string(name_in_language(kind_of_subject(notice), notice.word, language));
  }
  const auto role = name_in_language("role", notice.word, language);
  return notice.about.empty() ? std::string(role) : fmt::format("{} ({})", role, notice.about);
}

std::string subject_of_mail(std::span<const store::Notice> notices, std::string_view language) {
  if (notices.size() == 1) return "Tributary: " + notice_sentence(notices.front(), language);
  return fmt::format(fmt::runtime(kSubjectOfMany[language_column(language)]), notices.size());
}

}  // namespace

std::string notice_sentence(const store::Notice& notice, std::string_view language) {
  const auto& sentence = kNoticeSentences[static_cast<std::size_t>(notice.kind)];
  return fmt::format(fmt::runtime(sentence[language_column(language)]),
                     fmt::arg("about", notice.about),
                     fmt::arg("word", word_in_language(notice, language)));
}

std::string notice_page(const store::Notice& notice) {
  const auto kind = kind_of_subject(notice);
  const auto number =
      std::string_view(notice.subject).substr(std::min(kind.size() + 1, notice.subject.size()));
  if (kind == "innovation") return fmt::format("/innovations/{}", number);
  if (kind == "framework_version") return "/framework/" + notice.about;
  if (kind == "amendment") return fmt::format("/framework/{}#amendment-{}", notice.about, number);
  if (kind == "application") return "/applications/" + notice.about;
  if (kind == "offer") return fmt::format("/offers/{}", number);
  if (kind == "offer_match") return "/offers/" + notice.word;
  if (kind == "conversation") return fmt::format("/messages/{}", number);
  if (kind == "claim") return "/partnership-desk";
  if (kind == "pilot") return fmt::format("/pilots/{}", number);
  if (kind == "protocol") return fmt::format("/protocols/{}", number);
  if (kind == "mainstreaming_case") return fmt::format("/mainstreaming/{}", number);
  return "/account";
}

Mail notices_mail(std::span<const store::Notice> notices, std::string_view language, std::string to,
                  const NoticeLinks& links) {
  const auto column = language_column(language);
  std::string text;
  for (const auto& notice : notices.first(std::min(notices.size(), kMostListedInMail))) {
    text += fmt::format("{}\n{}{}\n\n", notice_sentence(notice, language), links.public_url,
                        notice_page(notice));
  }
  if (notices.size() > kMostListedInMail) {
    text += fmt::format(fmt::runtime(kMoreNotices[column]), notices.size() - kMostListedInMail) +
            "\n\n";
  }
  text +=
      fmt::format("-- \n{}\n{}/notices\n\n{}\n{}/account#notices\n\n{}\n{}{}\n",
                  kAllNoticesAt[column], links.public_url, kPreferencesAt[column], links.public_url,
                  kUnsubscribeAt[column], links.public_url, links.unsubscribe);
  return {.to = std::move(to),
          .subject = subject_of_mail(notices, language),
          .text = std::move(text),
          .unsubscribe_link = links.public_url + links.unsubscribe};
}

std::string notices_title(std::string_view language) {
  return std::string(kTitleOfNotices[language_column(language)]);
}

}  // namespace tributary::app
