import { dialog, type BrowserWindow } from 'electron';

const stay = 0;

/** Asks before a window with something unsaved or shown only once is closed. Staying is the default. */
export function leavesAnyway(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    title: '评审工作站',
    message: '还有没保存的分数，或只显示一次的内容没有记下。',
    detail: '现在关闭，这些内容就没有了。已经显示“已保存”的不受影响。',
    buttons: ['留下', '仍然关闭'],
    defaultId: stay,
    cancelId: stay,
    noLink: true,
  });
  return answer !== stay;
}
