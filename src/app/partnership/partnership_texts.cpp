#include "app/partnership/partnership_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/notices/notice_words.h"

namespace tributary::app {
namespace {

/// By language_column().
using InThreeLanguages = std::array<std::string_view, 3>;

constexpr InThreeLanguages kClaimSubject = {"Confirm that you represent an organisation",
                                            "Bestätigen Sie, dass Sie eine Organisation vertreten",
                                            "Επιβεβαιώστε ότι εκπροσωπείτε έναν οργανισμό"};
constexpr InThreeLanguages kClaimText = {
    "Somebody, most likely you, asks to be the representative of {} at Tributary. To confirm it, "
    "sign in there with the account that asked, and open this page within a day:",
    "Jemand, vermutlich Sie, möchte bei Tributary die Vertretung von {} übernehmen. Um das zu "
    "bestätigen, melden Sie sich mit dem Konto an, das darum bat, und öffnen Sie innerhalb eines "
    "Tages diese Seite:",
    "Κάποιος, πιθανότατα εσείς, ζητά να εκπροσωπεί στο Tributary τον οργανισμό {}. Για να το "
    "επιβεβαιώσετε, συνδεθείτε με τον λογαριασμό που το ζήτησε και ανοίξτε τη σελίδα αυτή μέσα σε "
    "μία ημέρα:"};
constexpr InThreeLanguages kClaimIgnore = {
    "If it was not you, do nothing: nobody is given anything.",
    "Wenn Sie es nicht waren, tun Sie nichts: Niemand bekommt etwas.",
    "Αν δεν ήσασταν εσείς, μην κάνετε τίποτα: κανείς δεν αποκτά τίποτα."};

/// By RelayMail: {0} who writes, {1} the organisation that was asked.
constexpr std::array<InThreeLanguages, 3> kRelayBegins = {{
    {"“{0}” writes to {1} and asks whether you want to talk:",
     "„{0}“ schreibt an {1} und fragt, ob Sie sprechen möchten:",
     "«{0}» γράφει προς {1} και ρωτά αν θέλετε να συζητήσετε:"},
    {"“{0}” writes:", "„{0}“ schreibt:", "«{0}» γράφει:"},
    {"{1} does not want to talk about this at present.",
     "{1} möchte darüber zurzeit nicht sprechen.",
     "Ο οργανισμός {1} δεν θέλει προς το παρόν να το συζητήσει."},
}};
constexpr InThreeLanguages kRelayAnswerAt = {
    "Read and answer here:", "Lesen und antworten Sie hier:", "Διαβάστε και απαντήστε εδώ:"};
constexpr InThreeLanguages kRelayFoot = {
    "Nobody reads answers to this mail. The other side does not see your mail address. On the "
    "page you can also end the conversation or report it.",
    "Antworten auf diese E-Mail liest niemand. Die andere Seite sieht Ihre E-Mail-Adresse nicht. "
    "Auf der Seite können Sie das Gespräch auch beenden oder melden.",
    "Κανείς δεν διαβάζει απαντήσεις σε αυτό το μήνυμα. Η άλλη πλευρά δεν βλέπει τη διεύθυνσή σας. "
    "Στη σελίδα μπορείτε επίσης να τερματίσετε ή να αναφέρετε τη συνομιλία."};

/// As mails quote: so that nothing of it can be taken for words of this installation.
std::string quoted_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.append("> ").append(text.substr(0, end)).append("\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

Mail claim_mail(std::string_view language, std::string to, std::string_view organisation,
                std::string_view link) {
  const auto column = language_column(language);
  return {.to = std::move(to),
          .subject = std::string(kClaimSubject[column]),
          .text = fmt::format(fmt::runtime(kClaimText[column]), organisation) +
                  fmt::format("\n\n{}\n\n{}\n", link, kClaimIgnore[column])};
}

Mail relay_mail(RelayMail kind, std::string_view language, std::string to,
                const RelayMailFacts& facts) {
  const auto column = language_column(language);
  auto text = fmt::format(fmt::runtime(kRelayBegins[static_cast<std::size_t>(kind)][column]),
                          facts.from, facts.organisation) +
              "\n\n";
  if (!facts.text.empty()) text += quoted_lines(facts.text) + "\n";
  text +=
      fmt::format("{}\n{}\n\n-- \n{}\n", kRelayAnswerAt[column], facts.link, kRelayFoot[column]);
  return {.to = std::move(to), .subject = "Tributary: " + facts.subject, .text = std::move(text)};
}

}  // namespace tributary::app
