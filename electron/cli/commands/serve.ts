import { done } from '../../../shared/refusals/refusal.ts';
import { UsageError, type FolderCommand } from '../command.ts';

export const serveCommand: FolderCommand = {
  kind: 'folder',
  words: 'serve',
  usage: '[--port N] [--no-open]',
  summary: '在本机浏览器里运行（没有工作区时先建立）',
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  positionals: [0, 0],
  run: async (context) => {
    const port = readPort(context.arguments.text('port'));
    // Loaded only here: every other command would pay for the web server at its start.
    const { serveUntilStopped } = await import('../../hosts/serve-until-stopped.ts');
    const served = await serveUntilStopped({
      dataFolder: context.dataFolder,
      ...(port === null ? {} : { port }),
      open: !context.arguments.isSet('no-open'),
      write: (line) => {
        if (!line.startsWith('http://')) context.say(line);
        else if (context.wantsJson) context.print(`${JSON.stringify({ address: line })}\n`);
        else context.print(`${line}\n`);
      },
    });
    return served.ok ? done({ json: undefined, text: '' }) : served;
  },
};

function readPort(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port 要写 0 到 65535 之间的整数，不是“${text}”`);
  return port;
}
