import { UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { ImportableTable } from '../../shared/contract/uploads.ts';
import { text } from '../text/text.ts';
import { ImportDialog } from './import-dialog/ImportDialog.tsx';

interface Properties {
  readonly table: ImportableTable;
  readonly label?: string;
  readonly isPrimary?: boolean;
  readonly onImported: () => void;
}

/** The button of a screen that opens the import of its table. */
export function ImportButton({ table, label, isPrimary = false, onImported }: Properties): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        type={isPrimary ? 'primary' : 'default'}
        icon={<UploadOutlined aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label ?? text.imports.button}
      </Button>
      {isOpen && (
        <ImportDialog
          table={table}
          onImported={onImported}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
