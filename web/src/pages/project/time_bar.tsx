import type { Project } from "../../api/types";
import { day_of, duration_between, part_between, today_iso } from "../../format/dates";
import { useFormat, type Format } from "../../format/use_format";
import type { Messages } from "../../messages/en";
import { useMessages } from "../../messages/messages";

const WIDTH = 1000;
const HEIGHT = 12;

/** The project's time as a bar with today on it. The words beside it say the same. */
export function TimeBar({ project }: { project: Project }) {
  const t = useMessages();
  const format = useFormat();
  const { start, end } = project;
  const dates = format.dates(start, end);
  if (dates === null) {
    return <p className="time-words missing">{t.search.dates_unknown}</p>;
  }
  const duration = duration_between(start, end);
  const now = when_words(start, end, t, format);
  return (
    <section className="time" aria-label={t.project.when}>
      <p className="time-words">
        <strong>{dates}</strong>
        {duration && <span>{format.duration(duration)}</span>}
        {now && <span>{now}</span>}
      </p>
      {start && end && duration && <Bar start={start} end={end} today_word={t.project.today} />}
    </section>
  );
}

function Bar({ start, end, today_word }: { start: string; end: string; today_word: string }) {
  const today = today_iso();
  const done = part_between(today, start, end) * WIDTH;
  const within = start <= today && today <= end;
  return (
    <svg className="time-bar" viewBox={`0 0 ${WIDTH} ${within ? 34 : HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
      <rect className="time-whole" x="0" y="0" width={WIDTH} height={HEIGHT} />
      <rect className="time-done" x="0" y="0" width={done} height={HEIGHT} />
      {within && <rect className="time-today" x={Math.min(WIDTH - 3, done)} y="0" width="3" height="20" />}
      {within && <title>{today_word}</title>}
    </svg>
  );
}

function when_words(start: string | null, end: string | null, t: Messages, format: Format): string | null {
  const today = today_iso();
  const to_start = start !== null && start > today ? duration_between(today, day_before(start)) : null;
  if (to_start) return t.project.begins_in(format.duration(to_start));
  const left = end !== null && end >= today ? duration_between(today, end) : null;
  if (left) return t.project.left(format.duration(left));
  const since = end !== null ? duration_between(day_after(end), today) : null;
  return since && t.project.ended_ago(format.duration(since));
}

const day_before = (date: string) => shifted(date, -1);
const day_after = (date: string) => shifted(date, 1);

function shifted(date: string, days: number): string {
  return new Date((day_of(date) ?? 0) + days * 86_400_000).toISOString().slice(0, 10);
}
