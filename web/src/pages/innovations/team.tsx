import { useInnovationWrite } from "../../api/innovation_queries";
import type { Innovation, TeamMember } from "../../api/innovation_types";
import { useAccount } from "../../api/session";
import { useFormat } from "../../format/use_format";
import { useMessages } from "../../messages/messages";
import { Form, Refusal } from "../../parts/form";

const TEAM_ROLES = ["innovator", "pilot_lead"] as const;

/** Who works on it; who may joins or asks to, and its innovators let in. */
export function Team({ innovation }: { innovation: Innovation }) {
  const t = useMessages();
  const account = useAccount();
  const write = useInnovationWrite(innovation.id);
  const is_mine = (role: TeamMember["role"]) =>
    [...innovation.team, ...innovation.waiting].some((member) => member.is_you && member.role === role);
  const organisation = account?.grants.find(({ role }) => role === "innovator" || role === "pilot_lead")?.scope ?? "";
  return (
    <section aria-labelledby="team">
      <h2 id="team">{t.innovation.team}</h2>
      <ul>
        {innovation.team.map((member) => (
          <Member key={member.since + member.role} innovation={innovation} member={member} />
        ))}
        {innovation.waiting.map((member) => (
          <li key={member.since + member.role}>
            {t.innovation.asks_to_join(member.name ?? "", t.account.role_name[member.role] ?? member.role)}{" "}
            {innovation.your_roles.includes("innovator") && member.person !== null && (
              <button
                type="button"
                className="button"
                onClick={() => write.mutate({ path: `/waiting/${member.person}`, body: { role: member.role } })}
              >
                {t.innovation.let_in}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="button-row">
        {account &&
          TEAM_ROLES.filter((role) => !is_mine(role)).map((role) => (
            <button
              key={role}
              type="button"
              className="button"
              onClick={() => write.mutate({ path: "/team", body: { role, organisation } })}
            >
              {t.innovation.join_as(t.account.role_name[role] ?? role)}
            </button>
          ))}
      </div>
      <Refusal error={write.error} />
    </section>
  );
}

function Member({ innovation, member }: { innovation: Innovation; member: TeamMember }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <li>
      <strong>{t.account.role_name[member.role] ?? member.role}</strong> {member.name ?? t.innovation.name_hidden}{" "}
      <span className="missing">{t.innovation.since(format.date(member.since.slice(0, 10)) ?? "")}</span>
      {member.is_you && <LeaveForm innovation={innovation} role={member.role} />}
    </li>
  );
}

function LeaveForm({ innovation, role }: { innovation: Innovation; role: TeamMember["role"] }) {
  const t = useMessages();
  const write = useInnovationWrite(innovation.id);
  const leave = () => write.mutate({ path: "/team/departures", body: { role } });
  return (
    <details className="act-form">
      <summary>{t.innovation.leave}</summary>
      <Form on_submit={leave} error={write.error} fields={[]} button={t.innovation.do_leave} busy={write.isPending}>
        <p>{t.innovation.leave_why}</p>
      </Form>
    </details>
  );
}
