import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Hidden behind the Alt key, but its keys work: text can be copied, and a reader who needs larger letters gets them.
 */
export function setMenu(): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', label: '放大', accelerator: 'CommandOrControl+=' },
    { role: 'zoomOut', label: '缩小' },
    { role: 'resetZoom', label: '原始大小' },
    { type: 'separator' },
    { role: 'togglefullscreen', label: '全屏' },
  ];
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: '撤销' },
    { role: 'redo', label: '重做' },
    { type: 'separator' },
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'selectAll', label: '全选' },
  ];
  const program: MenuItemConstructorOptions[] = [{ role: 'quit', label: '退出' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: '程序', submenu: program },
      { label: '编辑', submenu: edit },
      { label: '显示', submenu: view },
    ]),
  );
}
