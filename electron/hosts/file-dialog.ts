import { dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron';
import type { FilePurpose } from '../http/host.ts';

const titles: Readonly<Record<FilePurpose, string>> = {
  applications: '选择申报项目表',
  candidates: '选择候选项目表',
  experts: '选择评审委员名单',
  recusals: '选择回避登记表',
  scores: '选择评分表',
  votes: '选择选票文件',
};

function filtersOf(purpose: FilePurpose): FileFilter[] {
  const tables = { name: '表格（XLSX、CSV）', extensions: ['xlsx', 'csv', 'txt'] };
  const everything = { name: '所有文件', extensions: ['*'] };
  if (purpose === 'votes')
    return [
      { name: '选票文件', extensions: ['csv', 'txt', 'tsv', 'xlsx', 'xls', 'xml', 'json', 'jsonl', 'zip'] },
      everything,
    ];
  if (purpose === 'candidates')
    return [{ ...tables, extensions: [...tables.extensions, 'json'] }, everything];
  return [tables, everything];
}

/** The machine's own dialog, over the window; the paths it gives never reach the page. */
export async function chooseFiles(
  window: BrowserWindow | null,
  purpose: FilePurpose,
  multiple: boolean,
): Promise<readonly string[]> {
  const options: OpenDialogOptions = {
    title: titles[purpose],
    filters: filtersOf(purpose),
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
  };
  const answer = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return answer.canceled ? [] : answer.filePaths;
}
