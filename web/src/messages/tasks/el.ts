// Greek texts of what waits for somebody.
import type { Messages } from "../en";

export const tasks: Messages["tasks"] = {
  heading: "Οι εργασίες σας",
  intro: "Ό,τι περιμένει εσάς, πρώτα το παλαιότερο. Μια εργασία φεύγει μόνη της όταν κάποιος την ολοκληρώσει.",
  none: "Τίποτα δεν σας περιμένει.",
  none_why: "Οι εργασίες έρχονται με τους ρόλους: από έναν εκπρόσωπο ζητούνται θέσεις, από έναν κριτή βαθμοί, από μια ομάδα όσα ζητά η πύλη της.",
  none_innovations: "Δείτε τις καινοτομίες",
  none_roles: "Δείτε τους ρόλους σας",
  since: (date) => `από ${date}`,
  missing: "Λείπουν:",
  choices: "Επιλογές:",
  kind: {
    move_version: (about) => `Προχωρήστε την έκδοση ${about} του πλαισίου`,
    settle_amendment: (about) => `Αποφασίστε για μια τροπολογία: ${about}`,
    take_position: (about) => `Λάβετε τη θέση του κράτους σας για την έκδοση ${about}`,
    begin_application: (about) => `Αρχίστε την εφαρμογή του πλαισίου: ${about}`,
    explain_items: (about) => `Εφαρμόστε ή εξηγήστε όσα λείπουν: ${about}`,
    move_application: (about) => `Φέρτε την εφαρμογή στο επόμενο στάδιο: ${about}`,
    prepare_innovation: (about) => `Ετοιμάστε για την πύλη: ${about}`,
    let_in: (about) => `Κάποιος ζητά να μπει στην ομάδα: ${about}`,
    take_on: (about) => `Αναλάβετε με την επιτροπή σας: ${about}`,
    assess: (about) => `Δώστε τους βαθμούς σας: ${about}`,
    decide_gate: (about) => `Αποφασίστε στην πύλη: ${about}`,
    confirm_override: (about) => `Επιβεβαιώστε μια παράκαμψη ή αφήστε την: ${about}`,
    take_up: (about) => `Συνιστάται και περιμένει αρμόδια αρχή: ${about}`,
    decide_mainstreaming: (about) => `Αποφασίστε για την υιοθέτηση: ${about}`,
    prepare_case: (about) => `Συμπληρώστε τον φάκελο ή υποβάλετέ τον: ${about}`,
    decide_case: (about) => `Φάκελος ενώπιον της αρχής σας: ${about}`,
    review_case: (about) => `Σε ισχύ και ώρα να αξιολογηθεί: ${about}`,
  },
};
