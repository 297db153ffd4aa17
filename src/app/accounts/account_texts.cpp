#include "app/accounts/account_texts.h"

#include <algorithm>
#include <array>

namespace tributary::app {
namespace {

struct MailText {
  std::string_view subject, before_link, behind_link;
};

struct TextsOfLanguage {
  std::string_view language;
  std::array<MailText, 3> texts;  ///< by AccountMail
};

constexpr std::array<TextsOfLanguage, 3> kMailTexts{{
    {"en",
     {{{"Confirm your mail address",
        "Somebody, most likely you, gave this mail address to Tributary. To confirm it, open this "
        "page within a day:",
        "If it was not you, do nothing: the account stays closed."},
       {"You have an account already",
        "Somebody, most likely you, tried to sign up with this mail address, which has an account "
        "already. Sign in, or ask for a new password, here:",
        "If it was not you, do nothing: nothing was changed."},
       {"Choose a new password",
        "Somebody, most likely you, asked for a new password. To choose it, open this page within "
        "an hour:",
        "If it was not you, do nothing: your password stays as it is."}}}},
    {"de",
     {{{"Bestätigen Sie Ihre E-Mail-Adresse",
        "Jemand, vermutlich Sie, hat diese E-Mail-Adresse bei Tributary angegeben. Um sie zu "
        "bestätigen, öffnen Sie innerhalb eines Tages diese Seite:",
        "Wenn Sie es nicht waren, tun Sie nichts: Das Konto bleibt geschlossen."},
       {"Sie haben schon ein Konto",
        "Jemand, vermutlich Sie, wollte sich mit dieser E-Mail-Adresse registrieren. Zu ihr gibt "
        "es schon ein Konto. Hier melden Sie sich an oder fordern ein neues Passwort an:",
        "Wenn Sie es nicht waren, tun Sie nichts: Es wurde nichts geändert."},
       {"Wählen Sie ein neues Passwort",
        "Jemand, vermutlich Sie, hat um ein neues Passwort gebeten. Um es zu wählen, öffnen Sie "
        "innerhalb einer Stunde diese Seite:",
        "Wenn Sie es nicht waren, tun Sie nichts: Ihr Passwort bleibt, wie es ist."}}}},
    {"el",
     {{{"Επιβεβαιώστε τη διεύθυνση e-mail σας",
        "Κάποιος, πιθανότατα εσείς, έδωσε αυτή τη διεύθυνση στο Tributary. Για να την "
        "επιβεβαιώσετε, ανοίξτε αυτή τη σελίδα μέσα σε μία ημέρα:",
        "Αν δεν ήσασταν εσείς, μην κάνετε τίποτα: ο λογαριασμός μένει κλειστός."},
       {"Έχετε ήδη λογαριασμό",
        "Κάποιος, πιθανότατα εσείς, προσπάθησε να εγγραφεί με αυτή τη διεύθυνση, που έχει ήδη "
        "λογαριασμό. Συνδεθείτε ή ζητήστε νέο κωδικό εδώ:",
        "Αν δεν ήσασταν εσείς, μην κάνετε τίποτα: δεν άλλαξε τίποτα."},
       {"Επιλέξτε νέο κωδικό",
        "Κάποιος, πιθανότατα εσείς, ζήτησε νέο κωδικό. Για να τον επιλέξετε, ανοίξτε αυτή τη "
        "σελίδα μέσα σε μία ώρα:",
        "Αν δεν ήσασταν εσείς, μην κάνετε τίποτα: ο κωδικός σας μένει όπως είναι."}}}},
}};

}  // namespace

bool is_mail_language(std::string_view language) {
  return std::ranges::count(kMailTexts, language, &TextsOfLanguage::language) > 0;
}

Mail account_mail(AccountMail kind, std::string_view language, std::string to,
                  std::string_view link) {
  const auto* found = std::ranges::find(kMailTexts, language, &TextsOfLanguage::language);
  if (found == kMailTexts.end()) found = kMailTexts.begin();
  const auto& text = found->texts[static_cast<std::size_t>(kind)];
  std::string body(text.before_link);
  body.append("\n\n").append(link).append("\n\n").append(text.behind_link).append("\n");
  return {.to = std::move(to), .subject = std::string(text.subject), .text = std::move(body)};
}

}  // namespace tributary::app
