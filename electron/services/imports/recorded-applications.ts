import type { Application, ApplicationFields } from '../../../shared/contract/applications.ts';
import { nameKey, quoted } from './cell-reading.ts';

/** What is recorded, looked up by what a row says. */
export class RecordedApplications {
  private readonly byCode = new Map<string, Application>();
  private readonly byTitle = new Map<string, Application[]>();

  constructor(recorded: readonly Application[]) {
    for (const application of recorded) {
      if (application.code !== '') this.byCode.set(application.code, application);
      const key = nameKey(application.title);
      this.byTitle.set(key, [...(this.byTitle.get(key) ?? []), application]);
    }
  }

  /**
   * The recorded application that a row is about: that of its code, else that of its title. Another body does not make it
   * another application, save where both sides have a code and the codes differ too. Null when there is none.
   */
  find(row: ApplicationFields): Application | { readonly problem: string } | null {
    const coded = row.code === '' ? undefined : this.byCode.get(row.code);
    if (coded !== undefined) return coded;
    const titled = (this.byTitle.get(nameKey(row.title)) ?? []).filter(
      ({ code, organisation }) => code === '' || row.code === '' || agree(organisation, row.organisation),
    );
    const [first, ...others] = titled;
    if (first === undefined) return null;
    if (others.length === 0) return first;
    const sameBody = titled.filter(({ organisation }) => organisation === row.organisation);
    const [only, ...more] = sameBody;
    return only !== undefined && more.length === 0
      ? only
      : { problem: `有几个申报项目都叫${quoted(row.title)}，请写明申报编号` };
  }
}

/** A body that only one side names does not tell two applications apart. */
function agree(recorded: string, written: string): boolean {
  return recorded === '' || written === '' || recorded === written;
}
