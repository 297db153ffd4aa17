// Why a rule has its verdict, in the reader's language: what was found, who is against it, what is not known.
import type { Member, Outcome } from "../../api/consortium_types";
import type { Format } from "../../format/use_format";
import type { Messages } from "../../messages/en";

/** "2 countries", "€60,000", "33.4%". */
function amount({ kind }: Outcome, value: number, t: Messages, format: Format): string {
  switch (kind) {
    case "countries":
      return t.count.countries(value);
    case "budget_total":
      return format.money(value);
    case "organisation_share":
    case "country_share":
      return `${format.decimal(value, 1)}\u00a0%`;
    default:
      return t.count.organisations(value);
  }
}

function found_words(outcome: Outcome, t: Messages, format: Format): string {
  const { found } = outcome;
  if (found === null) return "";
  const say = (value: number) => amount(outcome, value, t, format);
  if (found.high === null) return t.consortium.found_or_more(say(found.low));
  if (found.high === found.low) return t.consortium.found(say(found.low));
  return t.consortium.found_between(say(found.low), say(found.high));
}

/** Sentences, the most telling first. */
export function outcome_words(outcome: Outcome, members: Pick<Member, "name">[], t: Messages, format: Format): string[] {
  if (outcome.kind === "by_hand") return [t.consortium.by_hand];
  const name = (place: number) => members[place]?.name ?? "";
  const list = (parts: string[]) => new Intl.ListFormat(t.locale, { type: "conjunction" }).format(parts);
  const words = [found_words(outcome, t, format)];
  if (outcome.countries.length > 0) words.push(t.consortium.these_countries(list(outcome.countries.map(format.country))));
  if (outcome.against.length > 0) words.push(t.consortium.against(list(outcome.against.map(name))));
  if (outcome.missing.length > 0) {
    words.push(t.consortium.not_known(list(outcome.missing.map(({ organisation, field }) => t.consortium.field_of(t.consortium.field[field], name(organisation))))));
  }
  return words.filter((sentence) => sentence !== "");
}
