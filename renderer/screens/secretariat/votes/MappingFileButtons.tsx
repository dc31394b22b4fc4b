import { Button } from 'antd';
import { useRef } from 'react';
import { voteMappingSchema, type VoteMapping } from '../../../../shared/ballots/mapping.ts';
import { text } from '../../../text/text.ts';

interface Properties {
  /** Null while it contradicts itself or lacks a column: then there is nothing worth keeping. */
  readonly mapping: VoteMapping | null;
  readonly onOpened: (mapping: VoteMapping) => void;
  /** A sentence to show, or null when the file was good. */
  readonly onFault: (sentence: string | null) => void;
}

/** Keeps a mapping as a file and opens one that was kept, the same that the command line takes. */
export function MappingFileButtons({ mapping, onOpened, onFault }: Properties): React.JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  const open = async (file: File): Promise<void> => {
    const read = readMapping(await file.text());
    if (typeof read === 'string') onFault(text.voteMapping.notMapping(file.name, read));
    else {
      onFault(null);
      onOpened(read);
    }
  };
  return (
    <>
      <Button onClick={() => picker.current?.click()}>{text.voteMapping.open}</Button>
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        accept=".json"
        aria-label={text.voteMapping.openLabel}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // So that the same file can be opened again after it was mended.
          if (file !== undefined)
            void open(file).finally(() => picker.current && (picker.current.value = ''));
        }}
      />
      <Button disabled={mapping === null} onClick={() => mapping !== null && save(mapping)}>
        {text.voteMapping.save}
      </Button>
    </>
  );
}

/** The mapping, or what is wrong with the text. */
function readMapping(content: string): VoteMapping | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return text.voteMapping.notJson;
  }
  const result = voteMappingSchema.safeParse(parsed);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return issue?.code === 'custom' ? issue.message : text.voteMapping.wrongContent;
}

function save(mapping: VoteMapping): void {
  const content = new Blob([`${JSON.stringify(mapping, null, 2)}\n`], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = text.voteMapping.savedName(mapping.name);
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(link.href);
}
