import { RightOutlined } from '@ant-design/icons';
import type { Status } from '../../../../shared/contract/workspace.ts';
import { routeHash } from '../../../state/route.ts';
import { text } from '../../../text/text.ts';
import { nextSteps } from './next-steps.ts';
import './overview.css';

export function NextSteps({ status }: { readonly status: Status }): React.JSX.Element {
  const steps = nextSteps(status);
  const texts = text.overview;
  return (
    <section className="panel">
      <h2>{steps.length === 0 ? texts.nothingLeft : texts.next}</h2>
      {steps.length === 0 ? (
        <p>{texts.nothingLeftAdvice}</p>
      ) : (
        <ol className="next-steps">
          {steps.map((step, index) => (
            <li key={step.screen}>
              <a href={routeHash(step.screen)} className="next-step">
                <span className="next-step-number" aria-hidden="true">
                  {index + 1}
                </span>
                <span className="next-step-text">
                  <span className="next-step-title">{step.title}</span>
                  <span className="next-step-detail">{step.detail}</span>
                </span>
                <RightOutlined aria-hidden />
              </a>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
