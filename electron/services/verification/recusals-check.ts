import type { Connection } from '../../database/connection.ts';
import { readPeople } from '../../database/people.ts';
import { readRecusals, type DeclaredBy } from '../../database/recusals.ts';
import type { RecordCheck } from './record-check.ts';

interface RecordedRecusal {
  readonly expert: number;
  readonly candidate: number;
  readonly reason: string;
  readonly declaredBy: DeclaredBy;
}

/** The recusals that stand are those declared and not withdrawn. */
export function recusalsCheck(connection: Connection): RecordCheck {
  const recorded = new Map<string, RecordedRecusal>();
  return {
    code: 'recusals',
    title: '回避与记录一致',
    follow: ({ event, payload, actor }) => {
      if (event === 'recusal-declared') {
        const key = `${payload.expert} ${payload.candidate}`;
        // A corrected reason does not change whose declaration it is.
        const declaredBy =
          recorded.get(key)?.declaredBy ?? (actor.startsWith('expert:') ? 'expert' : 'secretariat');
        recorded.set(key, { ...payload, declaredBy });
      } else if (event === 'recusal-withdrawn') recorded.delete(`${payload.expert} ${payload.candidate}`);
    },
    contradictions: () => {
      const names = new Map(readPeople(connection).map(({ id, name }) => [id, name]));
      const place = ({ expert, candidate }: Pick<RecordedRecusal, 'expert' | 'candidate'>): string =>
        `回避（${names.get(expert) ?? `人员 ${expert}`}，${candidate} 号）`;
      const found: string[] = [];
      const missing = new Map(recorded);
      for (const stored of readRecusals(connection)) {
        const key = `${stored.expert} ${stored.candidate}`;
        const known = recorded.get(key);
        missing.delete(key);
        if (known === undefined) found.push(`${place(stored)}：没有登记的记录`);
        else if (known.reason !== stored.reason || known.declaredBy !== stored.declaredBy)
          found.push(`${place(stored)}：原因或登记人与记录的不同`);
      }
      for (const lost of missing.values()) found.push(`${place(lost)}：有登记的记录，但回避不见了`);
      return found;
    },
  };
}
