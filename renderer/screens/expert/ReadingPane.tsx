import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Candidate } from '../../../shared/contract/applications.ts';
import { text } from '../../text/text.ts';

interface Properties {
  readonly candidate: Candidate;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly onStep: (step: 1 | -1) => void;
}

/** The middle pane: the text to read, and nothing else. */
export function ReadingPane({ candidate, hasPrevious, hasNext, onStep }: Properties): React.JSX.Element {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    pane.current?.scrollTo?.(0, 0);
  }, [candidate.candidate]);
  const paragraphs = candidate.text.split('\n').filter((paragraph) => paragraph !== '');
  return (
    <article className="desk-reading" aria-labelledby="reading-title">
      {/* Focusable, so that the keyboard can scroll a long text. */}
      <section ref={pane} className="desk-reading-scroll" tabIndex={0} aria-labelledby="reading-title">
        <div className="desk-reading-column">
          <p className="desk-reading-number">{text.expert.candidateNumber(candidate.candidate)}</p>
          <h1 id="reading-title">{candidate.title}</h1>
          <Origin candidate={candidate} />
          {paragraphs.length === 0 && <p className="desk-reading-none">{text.expert.noText}</p>}
          {paragraphs.map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
      </section>
      <div className="desk-reading-foot">
        <Button disabled={!hasPrevious} onClick={() => onStep(-1)}>
          {text.expert.previous}
        </Button>
        <Button disabled={!hasNext} onClick={() => onStep(1)}>
          {text.expert.next}
        </Button>
      </div>
    </article>
  );
}

function Origin({ candidate }: { readonly candidate: Candidate }): React.JSX.Element | null {
  const lines = [
    { label: text.expert.organisation, value: candidate.organisation },
    { label: text.expert.district, value: candidate.district },
  ].filter(({ value }) => value !== '');
  if (lines.length === 0) return null;
  return (
    <dl className="desk-origin">
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
