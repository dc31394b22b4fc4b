import {
  evidenceSentence,
  flagCautions,
  flagKindWords,
  lossSentence,
  profitSentence,
} from '../../../shared/ballots/suspicion/sentences.ts';
import { defaultThresholds } from '../../../shared/ballots/suspicion/thresholds.ts';
import type { VoteFlag, VoteFlags } from '../../../shared/contract/vote-flags.ts';
import { done } from '../../../shared/refusals/refusal.ts';
import { searchVoteFlags } from '../../services/votes/suspicion/index.ts';
import type { WorkspaceCommand } from '../command.ts';

export const voteFlagsCommand: WorkspaceCommand = {
  kind: 'workspace',
  words: 'votes flags',
  usage: '',
  summary: '列出可疑的选票组和依据，不改动任何东西',
  positionals: [0, 0],
  run: async (_context, caller) => {
    const found = await searchVoteFlags(caller, { thresholds: defaultThresholds });
    return found.ok ? done({ json: found.value, text: flagsText(found.value) }) : found;
  },
};

function flagsText({ ballots, hasAddresses, flags }: VoteFlags): string {
  const looked = `查看了 ${ballots} 张选票（有效的和已剔除的），按默认界限找到 ${flags.length} 组可疑的选票。`;
  return [
    looked,
    ...(hasAddresses ? [] : ['选票文件里没有网络地址（IP），没有查同一地址的投票。']),
    ...flags.map(flagText),
    '提示只供核实，不会自动剔除。剔除或恢复要有会议记录和另一个人当场输入密码，请在窗口的“投票”里做；命令行不能。',
  ].join('\n\n');
}

function flagText(flag: VoteFlag, index: number): string {
  const { kind } = flag.evidence;
  return [
    `${index + 1}. ${flagKindWords[kind]}：${flag.ballots} 张选票，${flag.accounts} 个账号`,
    `   ${evidenceSentence(flag.evidence)}`,
    `   ${profitSentence(flag)}`,
    `   ${lossSentence(flag)}`,
    `   注意：${flagCautions[kind]}`,
  ].join('\n');
}
