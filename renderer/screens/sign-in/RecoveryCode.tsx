import { PrinterOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useHoldScreen } from '../../state/leaving.ts';
import { text } from '../../text/text.ts';
import { GateHeading } from './GateHeading.tsx';

interface Properties {
  readonly recoveryCode: string;
  readonly name: string;
  readonly roundTitle: string;
  readonly onConfirmed: () => void;
}

/** Shown once, to be printed or copied by hand; one cannot go on without saying so. */
export function RecoveryCode({ recoveryCode, name, roundTitle, onConfirmed }: Properties): React.JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const texts = text.signIn.recoveryCode;
  useHoldScreen(texts.leave);
  return (
    <section>
      <GateHeading>{texts.title}</GateHeading>
      <p>{texts.advice}</p>
      <div className="printed-slip">
        <p>
          {text.frame.program} · {roundTitle}
        </p>
        <p>{texts.person(name)}</p>
        <p className="secret-label">{texts.label}</p>
        <p className="secret">{recoveryCode}</p>
      </div>
      <div className="gate-form">
        <div>
          <Button
            size="large"
            icon={<PrinterOutlined aria-hidden />}
            onClick={() => {
              window.print();
            }}
          >
            {text.common.print}
          </Button>
        </div>
        <Checkbox
          checked={isCopied}
          onChange={(event) => {
            setCopied(event.target.checked);
          }}
        >
          {texts.confirmation}
        </Checkbox>
        <div>
          <Button type="primary" size="large" disabled={!isCopied} onClick={onConfirmed}>
            {texts.proceed}
          </Button>
        </div>
      </div>
    </section>
  );
}
