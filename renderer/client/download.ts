import { issueTicket } from '../../shared/contract/workspace.ts';
import { call } from './call.ts';
import { succeeded, type Outcome } from './outcome.ts';

/** Asks for a one-use ticket and lets the browser save what is at `path`, under the name the main process gives. */
export async function download(path: string): Promise<Outcome<null>> {
  const issued = await call(issueTicket, {});
  if (!issued.ok) return issued;
  const link = document.createElement('a');
  const joint = path.includes('?') ? '&' : '?';
  link.href = `${path}${joint}ticket=${encodeURIComponent(issued.value.ticket)}`;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
  return succeeded(null);
}
