/** What the window host ends with when it cannot go on. */
export interface LastWords {
  readonly write: (text: string) => void;
  /** A native box, up until it is answered: nothing else of the program runs meanwhile. */
  readonly showErrorBox: (title: string, content: string) => void;
  readonly exit: (code: number) => void;
}

/** As the command line ends with after a defect. */
const defect = 3;

/**
 * Ends the program after a defect: first everything to the standard error, which is read where nobody answers a box, then a sentence
 * for the person. Going on would mean to go on in a state that nobody knows; whatever was confirmed is on the disk.
 */
export function endUnexpectedly(
  error: unknown,
  title: string,
  { write, showErrorBox, exit }: LastWords,
): void {
  const message = error instanceof Error ? error.message : String(error);
  write(`${error instanceof Error ? (error.stack ?? message) : message}\n`);
  showErrorBox(
    title,
    `程序内部出了错，只能关闭。已经显示“已保存”的内容都在，重新打开就能继续。\n\n请把下面这行记下来，交给维护人员：\n${message}`,
  );
  exit(defect);
}
