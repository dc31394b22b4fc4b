import { text } from '../text/text.ts';

interface Properties {
  readonly title: string;
  /** Number, body and district: what stands above the text. */
  readonly facts: readonly string[];
  /** Paragraphs parted by `\n`. */
  readonly content: string;
  readonly children?: React.ReactNode;
}

/** A project's full text, to be read: 17 px, generous lines, 32 to 38 characters a line. */
export function ReadingPane({ title, facts, content, children }: Properties): React.JSX.Element {
  const paragraphs = content.split('\n').filter((paragraph) => paragraph.trim() !== '');
  return (
    <article className="reading">
      {children !== undefined && <div className="reading-actions">{children}</div>}
      <h2>{title}</h2>
      <p className="reading-facts">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {paragraphs.length === 0 ? (
        <p className="field-hint">{text.applications.noText}</p>
      ) : (
        paragraphs.map((paragraph, index) => (
          <p className="reading-paragraph" key={index}>
            {paragraph}
          </p>
        ))
      )}
    </article>
  );
}
