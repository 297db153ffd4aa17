// Τα ελληνικά κείμενα των δύο στόχων.
import type { AimsMessages } from "./en";

const number = new Intl.NumberFormat("el-GR");
const count = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`;
const unless_unknown = (n: number | null) => (n === null ? "αριθμό που κανείς δεν έχει πει" : number.format(n));

const catalogue = "Από τα έργα του καταλόγου και όσους μετέχουν σε αυτά. Το τι είναι ένας οργανισμός γράφεται όπως το είπε η πηγή του.";
const answers = "Από απαντήσεις παρόχων· καθεμία λέει παρακάτω την πηγή της. Μετρά η τελευταία απάντηση τριών ετών.";
const pipeline = "Από τα βήματα που καταγράφηκαν, για καινοτομίες που προτάθηκαν σε αυτό το κράτος.";

export const aims: AimsMessages = {
  navigation: "Δύο στόχοι",
  heading: "Οι δύο στόχοι",
  heading_of: (state) => `Οι δύο στόχοι: ${state}`,
  intro:
    "Τι προσφέρει η επαγγελματική εκπαίδευση και κατάρτιση (ΕΕΚ) στην καινοτομία, και πόση καινοτομία υπάρχει στην ΕΕΚ. Τα δύο μετριούνται χωριστά και δεν γίνονται ποτέ ένας αριθμός.",
  apart: "Οι δύο στόχοι στέκουν δίπλα δίπλα. Κανένας αριθμός δεν βγαίνει και από τους δύο, και ό,τι δεν ξέρει κανείς δεν μετρά ως μηδέν.",
  back: "Όλα τα κράτη μέλη",
  link: "Οι δύο στόχοι εδώ",
  states: "Κράτη μέλη",
  no_states: "Κανένα κράτος μέλος δεν είναι ακόμη γνωστό. Εισαγάγετε έργα ή καταχωρίστε παρόχους ενός κράτους.",
  column_state: "Κράτος μέλος",
  column_in_catalogue: "Πάροχοι ΕΕΚ στον κατάλογο",
  show_in_catalogue: "Εμφάνιση",
  column_listed: "Πάροχοι καταχωρισμένοι εδώ",
  column_answered: "Πάροχοι που απάντησαν",
  column_in_scope: "Πάροχοι στο κράτος",
  years: "Έτη",
  last_years: (n) => `Τα τελευταία ${n} έτη`,
  aim: { contribution: "Συμβολή της ΕΕΚ στην καινοτομία", incidence: "Παρουσία της καινοτομίας στην ΕΕΚ" },
  aim_meaning: {
    contribution: "Ποιοι συνεργάζονται με παρόχους ΕΕΚ, ποια θέση έχουν ανάμεσα σε όσους συνεργάζονται, και τι βγαίνει από αυτό.",
    incidence: "Ποιοι πάροχοι κάνουν κάτι νέο, πώς προχωρούν οι νέες προσεγγίσεις, και ποιους φτάνουν.",
  },
  scope: (n, day, source) => `Το κράτος έχει ${count(n, "πάροχο", "παρόχους")} (${day}· ${source}).`,
  scope_unknown: "Κανείς δεν έχει πει ακόμη πόσους παρόχους έχει το κράτος, άρα δεν είναι γνωστό από πόσους δεν υπάρχει απάντηση.",
  measure: {
    enterprises_in_vet_projects: {
      name: "Επιχειρήσεις σε έργα καινοτομίας της ΕΕΚ",
      meaning:
        "Επιχειρήσεις του κράτους σε έργα που άρχισαν μέσα στο έτος, αναφέρουν την ΕΕΚ ή έχουν πάροχο ΕΕΚ, και δεν είναι κινητικότητα.",
    },
    vet_share_of_organisations: {
      name: "Πάροχοι ΕΕΚ ανάμεσα στους οργανισμούς των έργων",
      meaning: "Ανάμεσα στους οργανισμούς του κράτους σε έργα που άρχισαν μέσα στο έτος, για τους οποίους είναι γνωστό τι είναι.",
    },
    vet_share_of_participations: {
      name: "Πάροχοι ΕΕΚ ανάμεσα στις συμμετοχές",
      meaning: "Το ίδιο, αλλά όποιος μετέχει σε δύο έργα μετρά δύο φορές.",
    },
    vet_degree: {
      name: "Εταίροι ενός παρόχου ΕΕΚ",
      meaning: "Η διάμεσος: οι μισοί πάροχοι δεν έχουν συνεργαστεί ως τότε με περισσότερους οργανισμούς.",
    },
    vet_brokerage: {
      name: "Ομάδες που ενώνει ένας πάροχος ΕΕΚ",
      meaning: "Η διάμεσος του ενεργού μεγέθους κατά Burt: εταίροι που γνωρίζονται μεταξύ τους μετρούν ως μία ομάδα.",
    },
    new_ties_to_enterprises: {
      name: "Νέοι δεσμοί με επιχειρήσεις",
      meaning: "Ένας πάροχος ΕΕΚ και μια επιχείρηση που το πρώτο κοινό τους έργο άρχισε μέσα στο έτος.",
    },
    new_ties_to_research: { name: "Νέοι δεσμοί με την έρευνα", meaning: "Το ίδιο με ερευνητικά ινστιτούτα και ανώτατη εκπαίδευση." },
    enterprise_innovations_with_vet_partner: {
      name: "Καινοτομίες επιχειρήσεων με εταίρο ΕΕΚ",
      meaning:
        "Ανάμεσα στις καινοτομίες που προτάθηκαν μέσα στο έτος και στις οποίες εργάζεται επιχείρηση, όσες έχουν πάροχο ΕΕΚ που εργάζεται σε αυτές ή τις χρησιμοποιεί.",
    },
    innovating_providers: {
      name: "Πάροχοι που καινοτομούν",
      meaning: "Ανάμεσα σε όσους απάντησαν, εκείνοι με κάτι νέο σε χρήση μέσα σε τρία έτη.",
    },
    innovating_providers_by_type: { name: "Πάροχοι που καινοτομούν, ανά είδος", meaning: "Το ίδιο για ένα είδος καινοτομίας." },
    innovating_providers_by_novelty: { name: "Πάροχοι που καινοτομούν, ανά βαθμό νεωτερισμού", meaning: "Το ίδιο, ανάλογα με το για ποιον ήταν νέο." },
    stage_entries: { name: "Καινοτομίες που φτάνουν σε ένα στάδιο", meaning: "Μέσα στο έτος, για κάθε εκατό παρόχους του κράτους." },
    stage_survival: {
      name: "Καινοτομίες που προχώρησαν",
      meaning: "Ανάμεσα στις παραμονές σε ένα στάδιο που έληξαν ως τότε, όσες οδήγησαν σε άλλο στάδιο.",
    },
    stage_days: { name: "Χρόνος σε ένα στάδιο", meaning: "Η διάμεσος των παραμονών που έληξαν ως τότε." },
    learners_reached: { name: "Εκπαιδευόμενοι στους οποίους φτάνει", meaning: "Ανάμεσα στους εκπαιδευομένους παρόχων που είπαν και τους δύο αριθμούς." },
  },
  source: {
    enterprises_in_vet_projects: catalogue,
    vet_share_of_organisations: catalogue,
    vet_share_of_participations: catalogue,
    vet_degree: catalogue,
    vet_brokerage: catalogue,
    new_ties_to_enterprises: catalogue,
    new_ties_to_research: catalogue,
    enterprise_innovations_with_vet_partner:
      "Από τις ομάδες καινοτομιών που προτάθηκαν σε αυτό το κράτος και από παρόχους που τις χρησιμοποιούν.",
    innovating_providers: answers,
    innovating_providers_by_type: answers,
    innovating_providers_by_novelty: answers,
    stage_entries: pipeline,
    stage_survival: pipeline,
    stage_days: pipeline,
    learners_reached: answers,
  },
  part: "Εμφάνιση",
  nothing_known: "Για αυτά τα έτη δεν είναι τίποτα γνωστό. Αυτό δεν είναι 0.",
  not_known: "δεν είναι γνωστό",
  as_of: (day) => `στις ${day}.`,
  heard: (heard, in_scope) => `Γνωστό για ${number.format(heard)} από ${unless_unknown(in_scope)}.`,
  heard_short: (heard, in_scope) => `${number.format(heard)} από ${in_scope === null ? "?" : number.format(in_scope)}`,
  chart: (from, to, known) =>
    `Μία ράβδος ανά έτος από το ${from} ως το ${to}· κάτι είναι γνωστό για ${count(known, "έτος", "έτη")}. Ο πίνακας λέει το ίδιο.`,
  as_table: "Κάθε έτος, ως πίνακας",
  column_year: "Έτος",
  column_value: "Τιμή",
  column_heard: "Γνωστό για",
  column_as_of: "Ημερομηνία",
  column_rows: "Γραμμές",
  open_rows: (rows, year) => `${count(rows, "γραμμή", "γραμμές")} πίσω από το ${year}`,
  rows_heading: (year) => `Γραμμές πίσω από το ${year}`,
  rows_shown: (shown, total) => `${number.format(shown)} από ${number.format(total)}`,
  more_rows: "Περισσότερες",
  answers: "Τι απάντησαν οι πάροχοι",
  answers_none: "Κανένας πάροχος αυτού του κράτους δεν έχει απαντήσει ακόμη.",
  provider: "Πάροχος",
  answered: "Απάντησε στις",
  implemented_innovations: "Καινοτομίες σε χρήση",
  innovation: (day, type, novelty) => `${day}: ${type}, νέο: ${novelty}`,
  no_innovation: "καμία",
  learners: "Εκπαιδευόμενοι",
  learners_reached: "Εκπαιδευόμενοι που φτάνει μια καινοτομία",
  learners_hint: "Αφήστε το κενό όπου δεν είναι γνωστό: αυτό δεν είναι 0.",
  not_told: "δεν ειπώθηκε",
  known_from: "Από πού είναι γνωστό",
  record: "Καταγραφή απάντησης ενός παρόχου",
  do_record: "Καταγραφή",
  correct: (provider, day) => `Διόρθωση: ${provider}, ${day}`,
  save: "Αποθήκευση",
  without_innovation: "Χωρίς καινοτομία η απάντηση λέει ότι δεν υπάρχει καμία.",
  add_innovation: "Προσθήκη καινοτομίας",
  remove_innovation: (n) => `Αφαίρεση της καινοτομίας ${n}`,
  innovation_number: (n) => `Καινοτομία ${n}`,
  implemented: "Σε χρήση από",
  type: "Είδος",
  novelty: "Για ποιον είναι νέα",
  no_provider_yet: "Κανένας πάροχος αυτού του κράτους δεν είναι ακόμη καταχωρισμένος. Προσθέστε έναν στη σελίδα για το ποιος χρησιμοποιεί μια καινοτομία.",
  say_scope: "Πείτε πόσους παρόχους έχει το κράτος",
  providers_in_state: "Πάροχοι",
  counted_on: "Μετρήθηκε στις",
};
