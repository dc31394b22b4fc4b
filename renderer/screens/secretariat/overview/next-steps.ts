import type { Status } from '../../../../shared/contract/workspace.ts';
import type { ScreenId } from '../../../app/screens.ts';
import { text } from '../../../text/text.ts';

export interface NextStep {
  readonly screen: ScreenId;
  readonly title: string;
  readonly detail: string;
}

/** What is still to be done, in the order in which the secretariat would do it. */
export function nextSteps({ counts, totals, rulesLocked }: Status): readonly NextStep[] {
  const { steps } = text.overview;
  const found: NextStep[] = [];
  const missingCandidates = counts.candidatesExpected - counts.candidates;
  const missingSheets = counts.experts - counts.sheetsSubmitted;
  const missingApplications = counts.applicationsExpected - counts.applications;
  if (missingCandidates > 0) {
    found.push({
      screen: 'candidates',
      title: steps.candidates(missingCandidates),
      detail: steps.candidatesDetail,
    });
  }
  if (missingCandidates < 0) {
    found.push({
      screen: 'candidates',
      title: steps.candidatesTooMany(-missingCandidates),
      detail: steps.candidatesTooManyDetail,
    });
  }
  if (!rulesLocked) found.push({ screen: 'rules', title: steps.rules, detail: steps.rulesDetail });
  if (counts.experts === 0)
    found.push({ screen: 'experts', title: steps.experts, detail: steps.expertsDetail });
  if (counts.voteBatches === 0 && totals.counting === 0) {
    found.push({
      screen: 'votes',
      title: totals.waiting === 0 ? steps.votes : steps.totals,
      detail: totals.waiting === 0 ? steps.votesDetail : steps.totalsDetail(totals.waiting),
    });
  }
  if (counts.experts > 0 && missingSheets > 0) {
    found.push({
      screen: 'marks',
      title: steps.marks(missingSheets),
      detail: steps.marksDetail(counts.sheetsStarted),
    });
  }
  if (counts.sheetsSubmitted > 0 && (counts.ballotsAccepted > 0 || totals.counting > 0)) {
    found.push({
      screen: 'merge',
      title: steps.merge,
      detail: missingSheets > 0 ? steps.mergeEarlyDetail : steps.mergeDetail,
    });
  }
  if (missingApplications > 0) {
    found.push({
      screen: 'applications',
      title: steps.applications(missingApplications),
      detail: steps.applicationsDetail(counts.applications, counts.applicationsExpected),
    });
  }
  return found;
}
