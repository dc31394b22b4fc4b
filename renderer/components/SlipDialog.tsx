import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useHoldScreen } from '../state/leaving.ts';
import { text } from '../text/text.ts';
import { Dialog } from './Dialog.tsx';

interface Properties {
  readonly title: string;
  readonly closeName: string;
  readonly onClose: () => void;
  /** The slip or slips. */
  readonly children: React.ReactNode;
}

/** Shows what is shown only once. It cannot be closed by a key or a stray click, only by saying that it was handed over. */
export function SlipDialog({ title, closeName, onClose, children }: Properties): React.JSX.Element {
  useHoldScreen(text.common.leaveSlip);
  return (
    <Dialog
      width={640}
      title={title}
      closable={false}
      keyboard={false}
      footer={
        <>
          <Button
            icon={<PrinterOutlined aria-hidden />}
            onClick={() => {
              window.print();
            }}
          >
            {text.common.printSlip}
          </Button>
          <Button type="primary" onClick={onClose}>
            {closeName}
          </Button>
        </>
      }
    >
      <p>{text.common.shownOnce}</p>
      {children}
    </Dialog>
  );
}
