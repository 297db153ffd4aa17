#include "app/notices/notice_words.h"

#include <algorithm>
#include <array>

namespace tributary::app {
namespace {

struct Named {
  std::string_view group, word;
  std::array<std::string_view, 3> names;  ///< by language_column()
};

constexpr auto kNamed = std::to_array<Named>({
    {"innovation", "proceed", {"Go on", "Weitergehen", "Συνέχεια"}},
    {"innovation", "revise", {"Revise", "Überarbeiten", "Αναθεώρηση"}},
    {"innovation", "reject", {"Reject", "Ablehnen", "Απόρριψη"}},
    {"innovation",
     "merge",
     {"Merge into another", "Mit einer anderen zusammenlegen", "Συγχώνευση με άλλη"}},
    {"innovation", "repeat", {"Repeat the trial", "Versuch wiederholen", "Επανάληψη της δοκιμής"}},
    {"innovation", "adapt", {"Adapt", "Anpassen", "Προσαρμογή"}},
    {"innovation",
     "back_to_testing",
     {"Back to testing", "Zurück zur Erprobung", "Πίσω στη δοκιμή"}},
    {"innovation", "stop", {"Stop", "Beenden", "Διακοπή"}},
    {"innovation", "recommend", {"Recommend", "Empfehlen", "Σύσταση"}},
    {"innovation",
     "recommend_with_conditions",
     {"Recommend with conditions", "Mit Auflagen empfehlen", "Σύσταση με όρους"}},
    {"innovation", "not_yet", {"Not yet", "Noch nicht", "Όχι ακόμη"}},
    {"innovation", "no", {"Do not recommend", "Nicht empfehlen", "Χωρίς σύσταση"}},
    {"innovation", "take_up", {"Take up", "Aufgreifen", "Ανάληψη"}},
    {"innovation", "adopt", {"Adopt", "Übernehmen", "Υιοθέτηση"}},
    {"innovation", "adopt_in_part", {"Adopt in part", "Teilweise übernehmen", "Μερική υιοθέτηση"}},
    {"innovation", "decline", {"Decline", "Nicht übernehmen", "Μη υιοθέτηση"}},
    {"innovation", "keep", {"Keep", "Beibehalten", "Διατήρηση"}},
    {"innovation", "modify", {"Modify", "Ändern", "Τροποποίηση"}},
    {"innovation", "de_implement", {"De-implement", "Wieder abschaffen", "Κατάργηση"}},
    {"innovation", "park", {"Park", "Ruhen lassen", "Αναμονή"}},
    {"innovation", "resume", {"Resume", "Wieder aufnehmen", "Επανέναρξη"}},
    {"innovation", "withdraw", {"Withdraw", "Zurückziehen", "Απόσυρση"}},
    {"framework_version", "agree", {"Agreed", "Vereinbart", "Συμφωνημένη"}},
    {"framework_version", "supersede", {"Superseded", "Abgelöst", "Αντικαταστάθηκε"}},
    {"framework_version", "withdraw", {"Withdrawn", "Zurückgezogen", "Αποσύρθηκε"}},
    {"amendment", "debate", {"Debated", "Beraten", "Συζήτηση"}},
    {"amendment", "accept", {"Accepted", "Angenommen", "Αποδοχή"}},
    {"amendment", "reject", {"Rejected", "Abgelehnt", "Απόρριψη"}},
    {"amendment", "withdraw", {"Withdrawn", "Zurückgezogen", "Απόσυρση"}},
    {"amendment",
     "merge",
     {"Merged into another", "Mit einem anderen zusammengeführt", "Συγχώνευση με άλλη"}},
    {"mainstreaming_case",
     "consider",
     {"Take into consideration", "In Prüfung nehmen", "Έναρξη εξέτασης"}},
    {"mainstreaming_case", "approve", {"Approve", "Genehmigen", "Έγκριση"}},
    {"mainstreaming_case",
     "approve_in_part",
     {"Approve in part", "Teilweise genehmigen", "Έγκριση εν μέρει"}},
    {"mainstreaming_case", "decline", {"Decline", "Ablehnen", "Απόρριψη"}},
    {"mainstreaming_case", "enact", {"Put in force", "In Kraft setzen", "Θέση σε ισχύ"}},
    {"mainstreaming_case",
     "revoke",
     {"Take the approval back", "Genehmigung zurücknehmen", "Ανάκληση της έγκρισης"}},
    {"mainstreaming_case", "review", {"Review", "Überprüfen", "Αξιολόγηση"}},
    {"mainstreaming_case", "continue_in_force", {"Continue", "Fortführen", "Συνέχιση"}},
    {"mainstreaming_case", "end", {"End", "Beenden", "Λήξη"}},
    {"pilot", "lock_data", {"Data locked", "Daten gesperrt", "Τα δεδομένα κλειδώθηκαν"}},
    {"pilot", "analyse", {"Analysed", "Ausgewertet", "Αναλύθηκε"}},
    {"pilot", "report", {"Reported", "Berichtet", "Υποβλήθηκε έκθεση"}},
    {"pilot", "terminate", {"Ended early", "Vorzeitig beendet", "Διακόπηκε πρόωρα"}},
    {"protocol", "register", {"Registered", "Registriert", "Καταχωρίστηκε"}},
    {"protocol", "amend", {"Amended", "Geändert", "Τροποποιήθηκε"}},
    {"protocol", "close", {"Closed", "Geschlossen", "Έκλεισε"}},
    {"claim", "grant", {"Granted", "Angenommen", "Έγινε δεκτό"}},
    {"claim", "refuse", {"Refused", "Abgelehnt", "Απορρίφθηκε"}},
    {"claim", "revoke", {"Revoked", "Widerrufen", "Ανακλήθηκε"}},
    {"offer", "publish", {"Published", "Veröffentlicht", "Δημοσιεύτηκε"}},
    {"offer", "reject", {"Rejected", "Abgelehnt", "Απορρίφθηκε"}},
    {"offer", "take_down", {"Taken down", "Entfernt", "Αποσύρθηκε"}},
    {"role",
     "organisation_representative",
     {"Representative of an organisation", "Vertretung einer Organisation",
      "Εκπρόσωπος οργανισμού"}},
    {"role", "innovator", {"Innovator", "Innovator", "Καινοτόμος"}},
    {"role",
     "pilot_lead",
     {"Pilot lead", "Leitung einer Erprobung", "Υπεύθυνος πιλοτικής εφαρμογής"}},
    {"role", "evaluator", {"Evaluator", "Evaluation", "Αξιολογητής"}},
    {"role", "reviewer", {"Reviewer", "Gutachten", "Κριτής"}},
    {"role", "panel_chair", {"Chair of a panel", "Vorsitz eines Gremiums", "Πρόεδρος επιτροπής"}},
    {"role",
     "framework_steward",
     {"Framework steward", "Betreuung des Rahmens", "Επιμελητής του πλαισίου"}},
    {"role",
     "member_state_representative",
     {"Representative of a Member State", "Vertretung eines Mitgliedstaats",
      "Εκπρόσωπος κράτους μέλους"}},
    {"role",
     "national_agency_officer",
     {"National agency officer", "Nationale Agentur", "Στέλεχος εθνικής υπηρεσίας"}},
    {"role", "hub_manager", {"Manager of a hub", "Leitung eines Hubs", "Διαχειριστής κόμβου"}},
    {"role", "data_curator", {"Data curator", "Datenpflege", "Επιμελητής δεδομένων"}},
    {"role", "auditor", {"Auditor", "Prüfung", "Ελεγκτής"}},
    {"role", "administrator", {"Administrator", "Administration", "Διαχειριστής"}},
});

}  // namespace

std::size_t language_column(std::string_view language) {
  if (language == "de") return 1;
  return language == "el" ? 2 : 0;
}

std::string_view name_in_language(std::string_view group, std::string_view word,
                                  std::string_view language) {
  const auto* const found = std::ranges::find_if(
      kNamed, [&](const Named& named) { return named.group == group && named.word == word; });
  return found == kNamed.end() ? word : found->names[language_column(language)];
}

}  // namespace tributary::app
